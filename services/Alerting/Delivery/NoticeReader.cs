using System.Globalization;
using Dapper;
using Npgsql;
using Parley.Alerting.Pacing;
using Parley.Alerting.Storage;
using Parley.Alerting.Subscriptions;
using Parley.Contracts;

namespace Parley.Alerting.Delivery;

/// <summary>Reads what a delivery is to send, as things stand now.</summary>
internal sealed class NoticeReader(AlertingDatabase database, SubscriptionStore subscriptions, TimeProvider time)
{
    /// <summary>What is sent, and where to; or why nothing is.</summary>
    public async Task<(Notice? Notice, Channel? Channel, string Reason)> ReadAsync(ClaimedDelivery delivery, CancellationToken cancellation)
    {
        if (await subscriptions.FindAsync(delivery.SubscriptionId, cancellation) is not { } subscription)
            return (null, null, "the subscription is deleted");
        if (subscription.Paused)
            return (null, null, "the subscription is paused");
        if (subscription.SilencedUntil is { } until && until > time.GetUtcNow())
            return (null, null, string.Create(CultureInfo.InvariantCulture, $"the subscription is silenced until {until:u}"));
        if (subscription.Channels.FirstOrDefault(c => c.Id == delivery.ChannelId) is not { } channel)
            return (null, null, "the channel is gone");
        if (channel.Disabled is { } disabled)
            return (null, null, $"the channel is disabled: {disabled}");
        var (kind, closedAt, alerts) = await AlertsAsync(delivery, cancellation);
        return alerts.Count == 0 ? (null, null, "it is acknowledged") : (new Notice(delivery.BatchId, subscription, kind, alerts, closedAt), channel, "");
    }

    private async Task<(BatchKind Kind, DateTimeOffset ClosedAt, IReadOnlyList<LoggedChange> Alerts)> AlertsAsync(ClaimedDelivery delivery, CancellationToken cancellation)
    {
        await using var connection = await database.OpenPreparedAsync(cancellation);
        var batch = await connection.QuerySingleAsync<(string Kind, DateTime ClosedAt)>(new CommandDefinition(
            "SELECT kind, closed_at FROM batches WHERE id = @BatchId", new { delivery.BatchId }, cancellationToken: cancellation));
        const string sql =
            """
            SELECT c.transaction, c.position, c.change::text, c.raised_at
            FROM batch_alerts b JOIN changes c USING (entry_id, version)
            WHERE b.batch_id = $1 AND ($3 OR NOT EXISTS (SELECT 1 FROM acknowledgements a WHERE a.alert_id = b.entry_id || '/' || b.version || '/' || $2))
            ORDER BY c.transaction, c.position
            """;
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new() { Value = delivery.BatchId });
        command.Parameters.Add(new() { Value = delivery.SubscriptionId });
        // Who asks for them once more wants those, too, that were seen to.
        command.Parameters.Add(new() { Value = delivery.Replay });
        return (WireWord.Parse<BatchKind>(batch.Kind), new DateTimeOffset(batch.ClosedAt), await ChangeLog.ReadAsync(command, cancellation));
    }
}
