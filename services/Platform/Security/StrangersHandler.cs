using System.Net;
using System.Net.Sockets;

namespace Parley.Platform.Security;

/// <summary>Makes the HTTP handler for addresses that strangers name: it goes nowhere else than where it was told, and not behind the firewall.</summary>
public static class StrangersHandler
{
    /// <summary>How long an idle connection is kept: a name may lead elsewhere by then.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);

    /// <summary>How long a connection is used at all.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>A handler without redirects, cookies, proxy and trace headers, that connects to public addresses only.</summary>
    /// <param name="allowPrivate">It connects to all addresses.</param>
    /// <param name="connectTimeout">How long a connection may take to be made.</param>
    public static SocketsHttpHandler Make(bool allowPrivate, TimeSpan connectTimeout) => Make(allowPrivate, connectTimeout, Dns.GetHostAddressesAsync);

    internal static SocketsHttpHandler Make(bool allowPrivate, TimeSpan connectTimeout, Func<string, CancellationToken, Task<IPAddress[]>> resolve) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        // The proxy would resolve the name for itself, and reach what we may not.
        UseProxy = false,
        // Ids of our traces are no business of a stranger's.
        ActivityHeadersPropagator = null,
        ConnectTimeout = connectTimeout,
        PooledConnectionIdleTimeout = Idle,
        PooledConnectionLifetime = Lifetime,
        MaxResponseHeadersLength = 16,
        // What was not read of an answer is not read behind the caller's back either.
        MaxResponseDrainSize = 0,
        ConnectCallback = async (context, cancellation) =>
        {
            var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
            var resolved = await resolve(host, cancellation);
            // The very address that was looked at is connected to: asked a second time, the name might lead elsewhere.
            var allowed = allowPrivate ? resolved : [.. resolved.Where(PublicAddresses.IsPublic)];
            // Which address it was is not told: strangers would learn names of the network from it.
            if (allowed.Length == 0)
                throw new PrivateAddressException($"{host} is at no public address");
            return await ConnectAsync(allowed, port, cancellation);
        },
    };

    private static async Task<NetworkStream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellation)
    {
        for (var i = 0; ; i++)
        {
            // A socket of IPv6 does not go to the mapped form of an address.
            var address = addresses[i].IsIPv4MappedToIPv6 ? addresses[i].MapToIPv4() : addresses[i];
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, port), cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException) when (i + 1 < addresses.Length)
            {
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }
}
