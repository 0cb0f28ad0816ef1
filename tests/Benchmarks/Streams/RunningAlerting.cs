using System.Diagnostics;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Parley.Alerting;
using Parley.Alerting.Consumers;
using Parley.Alerting.Storage;
using Parley.Alerting.Subscriptions;
using Parley.Contracts;
using Parley.LocalServers;
using Parley.Platform.Hosting;
using Parley.Platform.Storage;

namespace Parley.Benchmarks.Streams;

/// <summary>The service on a database of its own, with callers that reach it over the network as everybody does.</summary>
internal sealed class RunningAlerting : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly AlertRaiser raiser;

    private RunningAlerting(WebApplication app)
    {
        this.app = app;
        raiser = app.Services.GetRequiredService<AlertRaiser>();
    }

    /// <summary>Starts it.</summary>
    public static async Task<RunningAlerting> StartAsync(PrivatePostgres server)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Parley:Postgres:ConnectionString"] = server.ConnectionString("postgres"),
            ["Parley:Postgres:DatabasePrefix"] = "streams_",
            ["Parley:Bus:Transport"] = "Memory",
        };
        var app = ParleyHost.Build("alerting", [], parley => parley.AddAlerting().Services.AddLogging(logging => logging.ClearProviders()), routes => routes.MapAlerting(), settings);
        await app.StartAsync();
        return new RunningAlerting(app);
    }

    /// <summary>A channel that opens as many connections as its streams need.</summary>
    public GrpcChannel Connect() => GrpcChannel.ForAddress(
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single(),
        new GrpcChannelOptions { HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true }, DisposeHttpClient = true });

    /// <summary>Whom it would tell.</summary>
    public ISubscribers Subscribers => app.Services.GetRequiredService<ISubscribers>();

    /// <summary>A transaction that the caller ends.</summary>
    public Task<UnitOfWork> BeginAsync() => app.Services.GetRequiredService<AlertingDatabase>().BeginAsync(CancellationToken.None);

    /// <summary>Raises alerts within a transaction.</summary>
    public Task RaiseAsync(UnitOfWork work, params LedgerChange[] changes) =>
        raiser.RaiseAsync(work, [.. changes.Select(c => (c, default(ActivityContext)))], CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
