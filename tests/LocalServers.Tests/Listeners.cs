using System.Globalization;

namespace Parley.LocalServers.Tests;

internal static class Listeners
{
    /// <summary>The local addresses, as the kernel writes them, on which a family of processes listens.</summary>
    public static IReadOnlyList<string> Of(int process)
    {
        var sockets = ProcessTable.Family(process).SelectMany(Sockets).ToHashSet();
        return File.ReadLines("/proc/net/tcp").Concat(File.ReadLines("/proc/net/tcp6"))
            .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(f => f[3] == "0A" && sockets.Contains($"socket:[{f[9]}]"))
            .Select(f => f[1])
            .ToList();
    }

    /// <summary>127.0.0.1 and a port, as the kernel writes them.</summary>
    public static string Loopback(int port) => "0100007F:" + port.ToString("X4", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Sockets(int process) =>
        Directory.EnumerateFiles($"/proc/{process}/fd").Select(f => new FileInfo(f).LinkTarget ?? "").Where(t => t.StartsWith("socket:", StringComparison.Ordinal));
}
