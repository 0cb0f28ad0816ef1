using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Parley.LocalServers.Tests;

public sealed class FreePortTests
{
    [Fact]
    public void A_port_is_free_and_outside_the_range_of_outgoing_connections()
    {
        var outgoing = File.ReadAllText("/proc/sys/net/ipv4/ip_local_port_range").Split('\t').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();

        var port = FreePort.Next();

        port.ShouldSatisfyAllConditions(() => (port < outgoing[0] || port > outgoing[1]).ShouldBeTrue(), () => Listen(port));
    }

    private static void Listen(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
    }
}
