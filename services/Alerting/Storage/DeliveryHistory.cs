using Dapper;
using Parley.Alerting.Delivery;
using Parley.Alerting.Pacing;
using Parley.Contracts;

namespace Parley.Alerting.Storage;

/// <summary>A delivery with its attempts.</summary>
internal sealed record PastDelivery(Guid Id, string ChannelId, DeliveryState State, DateTimeOffset? NextAttemptAt, int Alerts, IReadOnlyList<DeliveryAttempt> Attempts);

/// <summary>That an alert is held back.</summary>
/// <param name="By">What it waits to go out with; null where the subscription was silenced, and it does not go out.</param>
/// <param name="Until">Until when; null where it does not go out.</param>
internal sealed record Held(BatchKind? By, DateTimeOffset? Until);

/// <summary>What has become of alerts: where they were sent to, how often, and who has seen to them.</summary>
internal sealed class DeliveryHistory(AlertingDatabase database)
{
    /// <summary>The deliveries of an alert, the oldest first; and what holds it back, if anything does.</summary>
    public async Task<(IReadOnlyList<PastDelivery> Deliveries, Held? Held)> OfAsync(string subscription, string entry, int version, CancellationToken cancellation)
    {
        // What somebody had seen to by the time of sending was left out of the message.
        const string sql =
            """
            WITH past AS (
                SELECT d.*, (SELECT min(a.at) FROM delivery_attempts a WHERE a.delivery_id = d.id AND a.delivered) AS sent_at
                FROM deliveries d JOIN batch_alerts b USING (batch_id)
                WHERE b.entry_id = @entry AND b.version = @version AND d.subscription_id = @subscription),
            sent AS (
                SELECT p.id, n.entry_id = @entry AND n.version = @version AS is_this, NOT p.replay AND coalesce(k.at < coalesce(p.sent_at, now()), false) AS seen_to
                FROM past p JOIN batch_alerts n USING (batch_id)
                LEFT JOIN acknowledgements k ON k.alert_id = n.entry_id || '/' || n.version || '/' || p.subscription_id)
            SELECT p.id, p.channel_id,
                   CASE WHEN p.state = 'delivered' AND (SELECT s.seen_to FROM sent s WHERE s.id = p.id AND s.is_this) THEN 'dropped' ELSE p.state END,
                   p.next_attempt_at, (SELECT count(*)::int FROM sent s WHERE s.id = p.id AND NOT s.seen_to)
            FROM past p ORDER BY p.number;
            SELECT a.delivery_id, a.at, a.took_ms, a.delivered, a.outcome
            FROM delivery_attempts a JOIN deliveries d ON d.id = a.delivery_id JOIN batch_alerts b USING (batch_id)
            WHERE b.entry_id = @entry AND b.version = @version AND d.subscription_id = @subscription
            ORDER BY a.at;
            SELECT o.kind, o.due_at FROM batches o JOIN batch_alerts b ON b.batch_id = o.id
            WHERE b.entry_id = @entry AND b.version = @version AND o.subscription_id = @subscription AND o.closed_at IS NULL
              AND NOT EXISTS (SELECT FROM acknowledgements WHERE alert_id = @alert);
            SELECT silenced FROM alerts WHERE entry_id = @entry AND version = @version AND subscription_id = @subscription;
            """;
        await using var connection = await database.OpenAsync(cancellation);
        await using var answers = await connection.QueryMultipleAsync(new CommandDefinition(
            sql, new { subscription, entry, version, alert = $"{entry}/{version}/{subscription}" }, cancellationToken: cancellation));
        var deliveries = (await answers.ReadAsync<(Guid Id, string Channel, string State, DateTime? Next, int Alerts)>()).AsList();
        var attempts = (await answers.ReadAsync<(Guid Delivery, DateTime At, long Took, bool Delivered, string Outcome)>())
            .ToLookup(a => a.Delivery, a => new DeliveryAttempt(new DateTimeOffset(a.At), TimeSpan.FromMilliseconds(a.Took), a.Delivered, a.Outcome));
        var waits = await answers.ReadAsync<(string Kind, DateTime Due)>();
        var silenced = await answers.ReadSingleOrDefaultAsync<bool>();
        return (
            [.. deliveries.Select(d => new PastDelivery(
                d.Id, d.Channel, WireWord.Parse<DeliveryState>(d.State), d.Next is { } next ? new DateTimeOffset(next) : null, d.Alerts, [.. attempts[d.Id]]))],
            waits.Select(w => new Held(WireWord.Parse<BatchKind>(w.Kind), new DateTimeOffset(w.Due))).FirstOrDefault() ?? (silenced && deliveries.Count == 0 ? new Held(null, null) : null));
    }

    /// <summary>Who has seen to some alerts, by their ids.</summary>
    public async Task<IReadOnlyDictionary<string, Acknowledgement>> AcknowledgedAsync(IReadOnlyCollection<string> alerts, CancellationToken cancellation)
    {
        if (alerts.Count == 0)
            return new Dictionary<string, Acknowledgement>();
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<(string Alert, string By, DateTime At)>(new CommandDefinition(
            "SELECT alert_id, by, at FROM acknowledgements WHERE alert_id = ANY (@alerts)", new { alerts = alerts.ToArray() }, cancellationToken: cancellation));
        return rows.ToDictionary(r => r.Alert, r => new Acknowledgement(r.By, new DateTimeOffset(r.At)), StringComparer.Ordinal);
    }

    /// <summary>Notes that somebody has seen to an alert; the first to do so stays noted.</summary>
    public async Task AcknowledgeAsync(string alert, Acknowledgement acknowledgement, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO acknowledgements (alert_id, by, at) VALUES (@alert, @By, @At) ON CONFLICT DO NOTHING",
            new { alert, acknowledgement.By, At = acknowledgement.At.UtcDateTime }, cancellationToken: cancellation));
    }
}
