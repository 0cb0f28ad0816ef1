using System.Net;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Parley.Platform.Grpc;
using Parley.Platform.Tests.Desks;

namespace Parley.Platform.Tests.Grpc;

/// <summary>A real Kestrel on a free loopback port with one service of its own, health and reflection.</summary>
internal sealed class DeskHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private DeskHost(WebApplication app)
    {
        this.app = app;
        Channel = GrpcChannel.ForAddress(app.Urls.Single());
    }

    public GrpcChannel Channel { get; }

    public HealthRegistry Health => app.Services.GetRequiredService<HealthRegistry>();

    public static async Task<DeskHost> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddGrpcHealth().AddGrpcReflection();
        var app = builder.Build();
        app.MapGrpcHealth();
        app.MapGrpcReflection();
        app.MapGrpcService<DeskService>();
        await app.StartAsync();
        return new DeskHost(app);
    }

    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await app.DisposeAsync();
    }

    private sealed class DeskService : Desk.DeskBase;
}
