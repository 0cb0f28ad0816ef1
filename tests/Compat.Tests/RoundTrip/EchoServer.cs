using System.Net;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Parley.Compat.Tests.Echoes;

namespace Parley.Compat.Tests.RoundTrip;

/// <summary>The echo service on a real Kestrel and a free loopback port, with a channel to it.</summary>
internal sealed class EchoServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private EchoServer(WebApplication app, EchoJournal journal, Action<GrpcChannelOptions>? configureChannel)
    {
        this.app = app;
        Journal = journal;
        Channel = Open(configureChannel);
        Client = new Echo.EchoClient(Channel);
    }

    public EchoJournal Journal { get; }

    public GrpcChannel Channel { get; }

    public Echo.EchoClient Client { get; }

    public static async Task<EchoServer> StartAsync(
        Action<GrpcServiceOptions>? configure = null,
        Action<GrpcChannelOptions>? configureChannel = null,
        Action<ListenOptions>? configureListener = null,
        ServerServiceDefinition? definition = null,
        int port = 0)
    {
        var journal = new EchoJournal();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, port, listen =>
            {
                listen.Protocols = HttpProtocols.Http2;
                configureListener?.Invoke(listen);
            }));
        builder.Services.AddSingleton(journal);
        builder.Services.AddGrpc(options => configure?.Invoke(options));
        var app = builder.Build();
        app.MapGrpcService<EchoService>();
        if (definition is not null)
            app.MapGrpcService(definition);
        await app.StartAsync();
        return new EchoServer(app, journal, configureChannel);
    }

    /// <summary>Another channel to this server.</summary>
    public GrpcChannel Open(Action<GrpcChannelOptions>? configureChannel)
    {
        var options = new GrpcChannelOptions();
        configureChannel?.Invoke(options);
        return GrpcChannel.ForAddress(app.Urls.Single(), options);
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await app.DisposeAsync();
    }
}
