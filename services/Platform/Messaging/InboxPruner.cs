using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Parley.Platform.Storage;

namespace Parley.Platform.Messaging;

/// <summary>Forgets, once an hour, the ids of messages that are too old to be delivered again.</summary>
internal sealed class InboxPruner(IEnumerable<ServiceDatabase> databases, TimeProvider time, ILogger<InboxPruner> log) : BackgroundService
{
    /// <summary>Longer than any outage after which a broker would still hold a message whose effect is committed.</summary>
    private static readonly TimeSpan Retention = TimeSpan.FromDays(14);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken).AsTask().ContinueWith(t => t.IsCompletedSuccessfully && t.Result, TaskScheduler.Default))
        {
            foreach (var database in databases)
                await PruneAsync(database, stoppingToken);
        }
    }

    private async Task PruneAsync(ServiceDatabase database, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await database.OpenAsync(cancellation);
            await InboxTable.PruneAsync(connection, Retention, cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            log.LogWarning("The inbox of {Database} could not be pruned, next try in an hour: {Reason}", database.Name, e.Message);
        }
    }
}
