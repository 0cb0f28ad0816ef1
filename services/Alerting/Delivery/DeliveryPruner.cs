using Dapper;
using Parley.Alerting.Storage;

namespace Parley.Alerting.Delivery;

/// <summary>
/// Forgets messages of long ago with their deliveries and attempts, once an hour, those alone of which nothing waits. That a subscription was told of an
/// entry stays: a correction goes by it, however late.
/// </summary>
internal sealed class DeliveryPruner(AlertingDatabase database, DeliveryOptions options, TimeProvider time, ILogger<DeliveryPruner> log) : BackgroundService
{
    private const int AtOnce = 2_000;
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Deletes messages that were opened and closed before a time.</summary>
    /// <returns>How many.</returns>
    public static async Task<int> PruneAsync(AlertingDatabase database, DateTimeOffset before, CancellationToken cancellation)
    {
        // Ids begin with the time at which they were made, so that their index finds the oldest.
        const string sql =
            """
            DELETE FROM batches WHERE id IN (
                SELECT id FROM batches b WHERE id < @bound AND closed_at < @before
                    AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.batch_id = b.id AND d.state = 'waiting')
                ORDER BY id LIMIT @limit FOR UPDATE SKIP LOCKED)
            """;
        var (deleted, all) = (0, 0);
        do
        {
            // A transaction each: a long one would hold up whoever reads the log behind the horizon.
            await using var connection = await database.OpenAsync(cancellation);
            deleted = await connection.ExecuteAsync(new CommandDefinition(
                sql, new { bound = Guid.CreateVersion7(before), before = before.UtcDateTime, limit = AtOnce }, cancellationToken: cancellation));
            all += deleted;
        }
        while (deleted == AtOnce);
        return all;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).AsTask().ContinueWith(t => t.IsCompletedSuccessfully && t.Result, TaskScheduler.Default))
        {
            try
            {
                await PruneAsync(database, time.GetUtcNow().AddDays(-options.HistoryDays), stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Old deliveries could not be forgotten, next try in {Interval}: {Reason}", Interval, e.Message);
            }
        }
    }
}
