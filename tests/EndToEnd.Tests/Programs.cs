using System.Diagnostics;
using System.Globalization;

namespace Parley.EndToEnd.Tests;

/// <summary>The programs that the build has put beside the tests.</summary>
internal static class Programs
{
    /// <summary>Where one is.</summary>
    public static string Path(string file) => System.IO.Path.Combine(AppContext.BaseDirectory, file);

    /// <summary>Sends a signal; .NET itself can only kill.</summary>
    public static async Task SignalAsync(string signal, int process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }
}
