using Npgsql;
using NpgsqlTypes;
using Parley.Alerting.Storage;
using Parley.Platform.Streaming;

namespace Parley.Alerting.Subscriptions;

/// <summary>Takes rows of the log of changed subscriptions away that every copy of the service has read long ago: those that were there a day before.</summary>
internal sealed class SubscriptionLogPruner(AlertingDatabase database, SubscriptionLog changes, TimeProvider time, ILogger<SubscriptionLogPruner> log) : BackgroundService
{
    /// <summary>How long a row is kept at least.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(1);

    /// <summary>Deletes rows up to a position.</summary>
    /// <returns>How many.</returns>
    public static async Task<int> PruneAsync(AlertingDatabase database, LogPosition upTo, CancellationToken cancellation)
    {
        const string sql = "DELETE FROM subscription_changes WHERE (transaction, position) <= ($1, $2)";
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new() { Value = upTo.Transaction, NpgsqlDbType = NpgsqlDbType.Xid8 });
        command.Parameters.Add(new() { Value = upTo.Position });
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Rows do not say when they were written; where the log ended a day ago is remembered instead.
        LogPosition? old = null;
        using var timer = new PeriodicTimer(Retention, time);
        do
        {
            try
            {
                if (old is { } upTo)
                    await PruneAsync(database, upTo, stoppingToken);
                old = await changes.EndAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("The log of changed subscriptions could not be pruned, next try in {Interval}: {Reason}", Retention, e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).AsTask().ContinueWith(t => t.IsCompletedSuccessfully && t.Result, TaskScheduler.Default));
    }
}
