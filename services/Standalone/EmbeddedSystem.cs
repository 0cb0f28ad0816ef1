using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Parley.LocalServers;
using Parley.Platform.Hosting;
using Parley.Platform.Storage;

namespace Parley.Standalone;

/// <summary>A whole Parley with a PostgreSQL of its own, in this process.</summary>
public sealed class EmbeddedSystem : IAsyncDisposable
{
    private readonly PrivatePostgres _postgres;
    private readonly WebApplication _app;

    private EmbeddedSystem(PrivatePostgres postgres, WebApplication app)
    {
        _postgres = postgres;
        _app = app;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Where its gRPC answers.</summary>
    public Uri Address { get; }

    /// <summary>Starts the database, the services, and waits until they take calls.</summary>
    /// <param name="options">The database: thrown away at the end, or kept in a folder.</param>
    /// <param name="args">Settings as on a service's command line: <c>--Parley:Grpc:Port=7100</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<EmbeddedSystem> StartAsync(PrivatePostgresOptions options, string[] args, CancellationToken cancellation)
    {
        var postgres = await PrivatePostgres.StartAsync(options, cancellation);
        try
        {
            var settings = new Dictionary<string, string?>
            {
                ["Parley:Postgres:ConnectionString"] = postgres.ConnectionString("postgres"),
                ["Parley:Bus:Transport"] = "Memory",
                ["Logging:LogLevel:Default"] = "Warning",
                ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",
            };
            var app = ParleyHost.Build("standalone", args, StandaloneHost.Add, StandaloneHost.Map, settings);
            try
            {
                await app.StartAsync(cancellation);
                return new EmbeddedSystem(postgres, app);
            }
            catch
            {
                await app.DisposeAsync();
                throw;
            }
        }
        catch
        {
            await postgres.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until everything that was submitted has had its whole effect.</summary>
    /// <exception cref="InvalidOperationException">Messages were parked because they cannot be handled; the message says which and why.</exception>
    public async Task WaitUntilSettledAsync(CancellationToken cancellation)
    {
        // In memory a message leaves an outbox only when its consumers have committed, and what they caused is in their outboxes by then. So
        // everything has settled when the outboxes are found empty one after the other, in the order in which messages flow.
        foreach (var database in _app.Services.GetServices<ServiceDatabase>())
            await OutboxState.WaitUntilEmptyAsync(database, cancellation);
    }

    /// <summary>Ends when the process is told to stop.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellation) => _app.WaitForShutdownAsync(cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _postgres.DisposeAsync();
    }
}
