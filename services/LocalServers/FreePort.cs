using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Parley.LocalServers;

/// <summary>
/// Picks ports below the range that the kernel gives to outgoing connections. Within that range a client that keeps trying to reach a
/// killed server can be given the server's own port, meet itself there, and keep the server from ever coming back.
/// </summary>
public static class FreePort
{
    private const int Lowest = 15_000;

    /// <summary>One of them; another program may still be quicker to take it.</summary>
    public static int Next()
    {
        var end = FirstOutgoing();
        for (var attempt = 0; attempt < 1_000; attempt++)
        {
            var port = RandomNumberGenerator.GetInt32(Lowest, end);
            if (CanListen(port)) return port;
        }

        throw new ServerStartException($"No free port was found between {Lowest} and {end}.");
    }

    private static int FirstOutgoing()
    {
        const string range = "/proc/sys/net/ipv4/ip_local_port_range";
        var first = File.Exists(range)
            ? int.Parse(File.ReadAllText(range).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[0], CultureInfo.InvariantCulture)
            : 32_768;
        return first > Lowest + 1_000 ? first : 65_536;
    }

    private static bool CanListen(int port)
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            // All addresses, not only loopback: a server of the machine on 0.0.0.0 counts as well.
            probe.Bind(new IPEndPoint(IPAddress.Any, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
