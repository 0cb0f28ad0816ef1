using Dapper;
using Parley.Alerting.Delivery;
using Parley.Contracts;

namespace Parley.Alerting.Storage;

/// <summary>A delivery with its attempts.</summary>
internal sealed record PastDelivery(Guid Id, string ChannelId, DeliveryState State, DateTimeOffset? NextAttemptAt, int Alerts, IReadOnlyList<DeliveryAttempt> Attempts);

/// <summary>What has become of alerts: where they were sent to, how often, and who has seen to them.</summary>
internal sealed class DeliveryHistory(AlertingDatabase database)
{
    /// <summary>The deliveries of an alert, the oldest first.</summary>
    public async Task<IReadOnlyList<PastDelivery>> OfAsync(string subscription, string entry, int version, CancellationToken cancellation)
    {
        const string sql =
            """
            SELECT d.id, d.channel_id, d.state, d.next_attempt_at, (SELECT count(*)::int FROM batch_alerts n WHERE n.batch_id = d.batch_id)
            FROM deliveries d JOIN batch_alerts b USING (batch_id)
            WHERE b.entry_id = @entry AND b.version = @version AND d.subscription_id = @subscription
            ORDER BY d.number;
            SELECT a.delivery_id, a.at, a.took_ms, a.delivered, a.outcome
            FROM delivery_attempts a JOIN deliveries d ON d.id = a.delivery_id JOIN batch_alerts b USING (batch_id)
            WHERE b.entry_id = @entry AND b.version = @version AND d.subscription_id = @subscription
            ORDER BY a.at;
            """;
        await using var connection = await database.OpenAsync(cancellation);
        await using var answers = await connection.QueryMultipleAsync(new CommandDefinition(sql, new { subscription, entry, version }, cancellationToken: cancellation));
        var deliveries = await answers.ReadAsync<(Guid Id, string Channel, string State, DateTime? Next, int Alerts)>();
        var attempts = (await answers.ReadAsync<(Guid Delivery, DateTime At, long Took, bool Delivered, string Outcome)>())
            .ToLookup(a => a.Delivery, a => new DeliveryAttempt(new DateTimeOffset(a.At), TimeSpan.FromMilliseconds(a.Took), a.Delivered, a.Outcome));
        return [.. deliveries.Select(d => new PastDelivery(
            d.Id, d.Channel, WireWord.Parse<DeliveryState>(d.State), d.Next is { } next ? new DateTimeOffset(next) : null, d.Alerts, [.. attempts[d.Id]]))];
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
