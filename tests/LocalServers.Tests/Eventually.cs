using System.Diagnostics;

namespace Parley.LocalServers.Tests;

internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    public static async Task HoldsAsync(Func<bool> condition)
    {
        for (var waited = Stopwatch.StartNew(); !condition();)
        {
            waited.Elapsed.ShouldBeLessThan(Deadline);
            await Task.Delay(20);
        }
    }
}
