using System.Net;
using Parley.Platform.Security;

namespace Parley.Platform.Tests.Security;

public sealed class Addresses_of_the_public_internet
{
    /// <summary>The first and the last address of each range, its neighbours that are public where it has such, and the RFC.</summary>
    [Theory]
    [InlineData("0.0.0.0", "0.255.255.255", null, "1.0.0.0", "1122")]
    [InlineData("10.0.0.0", "10.255.255.255", "9.255.255.255", "11.0.0.0", "1918")]
    [InlineData("100.64.0.0", "100.127.255.255", "100.63.255.255", "100.128.0.0", "6598")]
    [InlineData("127.0.0.0", "127.255.255.255", "126.255.255.255", "128.0.0.0", "1122")]
    [InlineData("169.254.0.0", "169.254.255.255", "169.253.255.255", "169.255.0.0", "3927")]
    [InlineData("172.16.0.0", "172.31.255.255", "172.15.255.255", "172.32.0.0", "1918")]
    [InlineData("192.0.0.0", "192.0.0.255", "191.255.255.255", "192.0.1.0", "6890")]
    [InlineData("192.0.2.0", "192.0.2.255", "192.0.1.255", "192.0.3.0", "5737")]
    [InlineData("192.88.99.0", "192.88.99.255", "192.88.98.255", "192.88.100.0", "7526")]
    [InlineData("192.168.0.0", "192.168.255.255", "192.167.255.255", "192.169.0.0", "1918")]
    [InlineData("198.18.0.0", "198.19.255.255", "198.17.255.255", "198.20.0.0", "2544")]
    [InlineData("198.51.100.0", "198.51.100.255", "198.51.99.255", "198.51.101.0", "5737")]
    [InlineData("203.0.113.0", "203.0.113.255", "203.0.112.255", "203.0.114.0", "5737")]
    [InlineData("224.0.0.0", "239.255.255.255", "223.255.255.255", null, "5771")]
    [InlineData("240.0.0.0", "255.255.255.255", null, null, "1112")]
    [InlineData("::", "::", null, null, "4291")]
    [InlineData("::1", "::1", null, null, "loopback (RFC 4291")]
    [InlineData("::2", "::ffff:ffff", null, null, "4291")]
    [InlineData("::ffff:0:0:0", "::ffff:0:ffff:ffff", null, null, "7915")]
    [InlineData("64:ff9b:1::", "64:ff9b:1:ffff:ffff:ffff:ffff:ffff", null, null, "8215")]
    [InlineData("100::", "100::ffff:ffff:ffff:ffff", null, null, "6666")]
    [InlineData("100:0:0:1::", "100:0:0:1:ffff:ffff:ffff:ffff", null, null, "9780")]
    [InlineData("2001::", "2001:0:ffff:ffff:ffff:ffff:ffff:ffff", "2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff", null, "4380")]
    [InlineData("2001:1::", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff", null, "2001:200::", "2928")]
    [InlineData("2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db7:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db9::", "3849")]
    [InlineData("3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff", "3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "3fff:1000::", "9637")]
    [InlineData("5f00::", "5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff", null, null, "9602")]
    [InlineData("fc00::", "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", null, null, "4193")]
    [InlineData("fe80::", "febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff", null, null, "link-local (RFC 4291")]
    [InlineData("fec0::", "feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", null, null, "3879")]
    [InlineData("ff00::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", null, null, "multicast (RFC 4291")]
    [InlineData("::fffe:0:0:0", "1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", null, "2000::", "not assigned")]
    [InlineData("4000::", "fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", null, "not assigned")]
    public void End_where_a_range_begins(string first, string last, string? before, string? after, string reason)
    {
        foreach (var address in new[] { first, last })
            PublicAddresses.WhyNot(IPAddress.Parse(address)).ShouldNotBeNull(address).ShouldContain(reason);
        foreach (var address in new[] { before, after }.OfType<string>())
            PublicAddresses.WhyNot(IPAddress.Parse(address)).ShouldBeNull(address);
    }

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("93.184.216.34")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2a00:1450:4001:80b::200e")]
    public void Are_those_of_known_servers(string address) => PublicAddresses.IsPublic(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("::ffff:{0}", "mapped")]
    [InlineData("64:ff9b::{0}", "NAT64")]
    [InlineData("2002:{1}::1", "6to4")]
    public void Are_not_what_leads_to_a_private_address_in_another_form(string form, string name)
    {
        foreach (var hidden in new[] { "10.1.2.3", "127.0.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1" })
            PublicAddresses.WhyNot(Formed(form, hidden)).ShouldNotBeNull(hidden).ShouldContain(name);
        PublicAddresses.IsPublic(Formed(form, "8.8.8.8")).ShouldBeTrue();
    }

    private static IPAddress Formed(string form, string hidden)
    {
        var bytes = IPAddress.Parse(hidden).GetAddressBytes();
        return IPAddress.Parse(string.Format(null, form, hidden, $"{bytes[0]:x2}{bytes[1]:x2}:{bytes[2]:x2}{bytes[3]:x2}"));
    }
}
