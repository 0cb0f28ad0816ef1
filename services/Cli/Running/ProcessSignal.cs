using System.Diagnostics;
using System.Globalization;

namespace Parley.Cli.Running;

/// <summary>Asks a process to stop; .NET itself can only kill.</summary>
internal static class ProcessSignal
{
    /// <summary>Sends SIGTERM.</summary>
    public static void Terminate(int processId)
    {
        using var kill = Process.Start(new ProcessStartInfo("kill", ["-TERM", processId.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardError = true });
        kill?.WaitForExit();
    }
}
