using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Parley.Platform.Hosting;

namespace Parley.Platform.Http;

/// <summary>Where the pages of this service are reached.</summary>
public sealed class PageAddress
{
    private readonly HttpOptions _options;
    private readonly string _scheme;
    private ListenOptions? _listener;

    internal PageAddress(HttpOptions options, GrpcOptions grpc)
    {
        _options = options;
        _scheme = grpc.Certificate is null ? Uri.UriSchemeHttp : Uri.UriSchemeHttps;
    }

    /// <summary>What the addresses of pages begin with, without a slash at its end, such as <c>https://parley.example</c>; null where nothing listens for them.</summary>
    public string? Base => _listener is null ? null : (_options.PublicBase ?? Own(_listener)).TrimEnd('/');

    /// <summary>The listener, which knows its port once it is bound.</summary>
    internal void Listens(ListenOptions listener) => _listener = listener;

    private string Own(ListenOptions listener)
    {
        var (address, port) = (listener.IPEndPoint!.Address, listener.IPEndPoint.Port);
        if (address.Equals(IPAddress.Any))
            address = IPAddress.Loopback;
        else if (address.Equals(IPAddress.IPv6Any))
            address = IPAddress.IPv6Loopback;
        return new UriBuilder(_scheme, address.ToString(), port).Uri.AbsoluteUri;
    }
}
