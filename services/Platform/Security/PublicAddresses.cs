using System.Net;
using System.Net.Sockets;

namespace Parley.Platform.Security;

/// <summary>
/// Tells addresses of the public internet from all others. A stranger who names an address to call must not reach what stands behind the firewall.
/// The ranges are those of IANA's registries of special-purpose addresses (RFC 6890), of multicast and of unassigned space.
/// </summary>
public static class PublicAddresses
{
    private static readonly (IPNetwork Network, string Reason)[] Special =
    [
        (IPNetwork.Parse("0.0.0.0/8"), "this network (RFC 1122)"),
        (IPNetwork.Parse("10.0.0.0/8"), "private (RFC 1918)"),
        (IPNetwork.Parse("100.64.0.0/10"), "shared by a provider's customers (RFC 6598)"),
        (IPNetwork.Parse("127.0.0.0/8"), "loopback (RFC 1122)"),
        (IPNetwork.Parse("169.254.0.0/16"), "link-local (RFC 3927)"),
        (IPNetwork.Parse("172.16.0.0/12"), "private (RFC 1918)"),
        (IPNetwork.Parse("192.0.0.0/24"), "protocol assignments (RFC 6890)"),
        (IPNetwork.Parse("192.0.2.0/24"), "documentation (RFC 5737)"),
        (IPNetwork.Parse("192.88.99.0/24"), "relays of 6to4 (RFC 7526)"),
        (IPNetwork.Parse("192.168.0.0/16"), "private (RFC 1918)"),
        (IPNetwork.Parse("198.18.0.0/15"), "benchmarks (RFC 2544)"),
        (IPNetwork.Parse("198.51.100.0/24"), "documentation (RFC 5737)"),
        (IPNetwork.Parse("203.0.113.0/24"), "documentation (RFC 5737)"),
        (IPNetwork.Parse("224.0.0.0/4"), "multicast (RFC 5771)"),
        (IPNetwork.Parse("240.0.0.0/4"), "reserved, and broadcast (RFC 1112, RFC 919)"),

        (IPNetwork.Parse("::/128"), "unspecified (RFC 4291)"),
        (IPNetwork.Parse("::1/128"), "loopback (RFC 4291)"),
        (IPNetwork.Parse("::/96"), "IPv4-compatible (RFC 4291)"),
        (IPNetwork.Parse("::ffff:0:0:0/96"), "IPv4-translated (RFC 7915)"),
        (IPNetwork.Parse("64:ff9b:1::/48"), "translated within a network (RFC 8215)"),
        (IPNetwork.Parse("100::/64"), "discarded (RFC 6666)"),
        (IPNetwork.Parse("100:0:0:1::/64"), "dummy prefix (RFC 9780)"),
        (IPNetwork.Parse("2001::/32"), "Teredo (RFC 4380)"),
        (IPNetwork.Parse("2001::/23"), "protocol assignments (RFC 2928)"),
        (IPNetwork.Parse("2001:db8::/32"), "documentation (RFC 3849)"),
        (IPNetwork.Parse("3fff::/20"), "documentation (RFC 9637)"),
        (IPNetwork.Parse("5f00::/16"), "segment routing (RFC 9602)"),
        (IPNetwork.Parse("fc00::/7"), "unique-local (RFC 4193)"),
        (IPNetwork.Parse("fe80::/10"), "link-local (RFC 4291)"),
        (IPNetwork.Parse("fec0::/10"), "site-local (RFC 3879)"),
        (IPNetwork.Parse("ff00::/8"), "multicast (RFC 4291)"),
    ];

    /// <summary>IPv6 addresses that lead to an IPv4 address, and at which byte that stands in them.</summary>
    private static readonly (IPNetwork Network, int Offset, string Form)[] Embedding =
    [
        (IPNetwork.Parse("64:ff9b::/96"), 12, "NAT64 (RFC 6052)"),
        (IPNetwork.Parse("2002::/16"), 2, "6to4 (RFC 3056)"),
    ];

    /// <summary>All that is given out of IPv6 for public use.</summary>
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    /// <summary>Whether it is an address of the public internet.</summary>
    public static bool IsPublic(IPAddress address) => WhyNot(address) is null;

    /// <summary>Why it is no address of the public internet, such as <c>private (RFC 1918)</c>; null where it is one.</summary>
    public static string? WhyNot(IPAddress address)
    {
        // A network of IPv6 does not count these as its own.
        if (address.IsIPv4MappedToIPv6)
            return WhyNot(address.MapToIPv4()) is { } mapped ? $"IPv4-mapped (RFC 4291) form of {mapped}" : null;
        foreach (var (network, offset, form) in Embedding)
        {
            if (network.Contains(address))
                return WhyNot(new IPAddress(address.GetAddressBytes().AsSpan(offset, 4))) is { } reason ? $"{form} form of {reason}" : null;
        }

        foreach (var (network, reason) in Special)
        {
            if (network.Contains(address))
                return reason;
        }

        return address.AddressFamily switch
        {
            AddressFamily.InterNetwork => null,
            AddressFamily.InterNetworkV6 when GlobalUnicast.Contains(address) => null,
            _ => "not assigned (RFC 4291)",
        };
    }
}
