using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;

namespace Parley.Platform.Grpc;

/// <summary>Channels to Parley's services.</summary>
public static class GrpcClients
{
    /// <summary>Opens a channel that keeps its connection alive and repeats calls that found the service unavailable.</summary>
    /// <param name="address"><c>http://</c> or <c>https://</c>, host and port.</param>
    /// <param name="access">Key and authorities; null for none and the machine's own.</param>
    /// <exception cref="ArgumentException">A key would go over the network in the clear.</exception>
    public static GrpcChannel Open(Uri address, GrpcAccess? access = null)
    {
        access ??= new GrpcAccess();
        if (access.Key is not null && address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
            throw new ArgumentException($"The API key is not sent to {address} without TLS: use https://.", nameof(address));
        var retry = new MethodConfig
        {
            Names = { MethodName.Default },
            RetryPolicy = new RetryPolicy
            {
                MaxAttempts = 5,
                InitialBackoff = TimeSpan.FromMilliseconds(100),
                MaxBackoff = TimeSpan.FromSeconds(2),
                BackoffMultiplier = 2,
                RetryableStatusCodes = { StatusCode.Unavailable },
            },
        };
        var sockets = new SocketsHttpHandler
        {
            KeepAlivePingDelay = TimeSpan.FromSeconds(30),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
            EnableMultipleHttp2Connections = true,
            SslOptions = access.Tls(),
        };
        return GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            ServiceConfig = new ServiceConfig { MethodConfigs = { retry } },
            MaxReceiveMessageSize = 64 * 1024 * 1024,
            // By default up to two minutes, in which every call fails at once though the service is long back.
            InitialReconnectBackoff = TimeSpan.FromMilliseconds(100),
            MaxReconnectBackoff = TimeSpan.FromSeconds(1),
            HttpHandler = access.Key is null ? sockets : new KeyHandler(access.Key, sockets),
            DisposeHttpClient = true,
        });
    }

    /// <summary>Puts the key on every call. Call credentials would do it with TLS only, and a key may be asked for on loopback too.</summary>
    private sealed class KeyHandler(string key, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private readonly AuthenticationHeaderValue _authorization = new("Bearer", key);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Authorization = _authorization;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
