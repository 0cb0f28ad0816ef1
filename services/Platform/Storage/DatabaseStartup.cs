using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Parley.Platform.Storage;

/// <summary>Migrates every database of the process before anything else starts; waits for a server that is still coming up.</summary>
internal sealed class DatabaseStartup(IEnumerable<ServiceDatabase> databases, TimeProvider time, ILogger<DatabaseStartup> log)
    : IHostedLifecycleService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(databases.Select(database => MigrateAsync(database, cancellationToken)));
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task MigrateAsync(ServiceDatabase database, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            try
            {
                await Migrator.ApplyAsync(database, log, cancellation);
                return;
            }
            catch (NpgsqlException e) when (Transient.Is(e) && time.GetElapsedTime(started) < Patience)
            {
                log.LogWarning("PostgreSQL at {Host}:{Port} does not answer yet: {Reason}", database.Settings.Host, database.Settings.Port, e.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), time, cancellation);
            }
        }
    }
}
