using System.Net;
using System.Net.Sockets;

namespace Parley.Cli.Running;

/// <summary>Ports that nobody listens on.</summary>
internal static class FreePorts
{
    /// <summary>So many, all different.</summary>
    public static int[] Take(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(l => l.Start());
        var ports = listeners.ConvertAll(l => ((IPEndPoint)l.LocalEndpoint).Port);
        listeners.ForEach(l => l.Stop());
        return [.. ports];
    }
}
