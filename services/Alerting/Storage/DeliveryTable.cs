using Dapper;
using Npgsql;
using Parley.Alerting.Delivery;
using Parley.Platform.Storage;

namespace Parley.Alerting.Storage;

/// <summary>A batch on its way to one channel.</summary>
/// <param name="Id">Its id.</param>
/// <param name="BatchId">What is sent.</param>
/// <param name="SubscriptionId">Whose.</param>
/// <param name="ChannelId">To which of the subscription's channels.</param>
/// <param name="Replay">Sent once more, as asked for.</param>
/// <param name="Attempt">Which attempt this is, from 1.</param>
internal sealed record ClaimedDelivery(Guid Id, Guid BatchId, string SubscriptionId, string ChannelId, bool Replay, int Attempt);

/// <summary>A batch that is to go to one channel.</summary>
internal sealed record NewDelivery(Guid BatchId, string SubscriptionId, string ChannelId, string OrderKey, bool Replay);

/// <summary>The sending of batches to channels.</summary>
internal static class DeliveryTable
{
    public static async Task InsertAsync(UnitOfWork work, IReadOnlyList<NewDelivery> deliveries, DateTimeOffset now, CancellationToken cancellation)
    {
        const string sql =
            """
            INSERT INTO deliveries (id, batch_id, subscription_id, channel_id, order_key, replay, next_attempt_at, created_at)
            SELECT d.*, $7, $7 FROM unnest($1, $2, $3, $4, $5, $6) AS d
            """;
        await using var command = new NpgsqlCommand(sql, work.Connection, work.Transaction);
        command.Parameters.Add(new() { Value = deliveries.Select(_ => Guid.CreateVersion7()).ToArray() });
        command.Parameters.Add(new() { Value = deliveries.Select(d => d.BatchId).ToArray() });
        command.Parameters.Add(new() { Value = deliveries.Select(d => d.SubscriptionId).ToArray() });
        command.Parameters.Add(new() { Value = deliveries.Select(d => d.ChannelId).ToArray() });
        command.Parameters.Add(new() { Value = deliveries.Select(d => d.OrderKey).ToArray() });
        command.Parameters.Add(new() { Value = deliveries.Select(d => d.Replay).ToArray() });
        command.Parameters.Add(new() { Value = now.UtcDateTime });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>
    /// Takes deliveries whose time has come, for as long as an attempt may take; after that, should this copy of the service have died, they are due again.
    /// One that goes behind another of the same entry waits until that one is through or given up.
    /// </summary>
    public static async Task<IReadOnlyList<ClaimedDelivery>> ClaimAsync(
        NpgsqlConnection connection, DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken cancellation)
    {
        const string sql =
            """
            UPDATE deliveries SET attempts = attempts + 1, next_attempt_at = @until
            WHERE number IN (
                SELECT d.number FROM deliveries d
                WHERE d.state = 'waiting' AND d.next_attempt_at <= @now AND NOT EXISTS (
                    SELECT 1 FROM deliveries earlier
                    WHERE earlier.state = 'waiting' AND earlier.subscription_id = d.subscription_id AND earlier.channel_id = d.channel_id
                        AND earlier.order_key = d.order_key AND earlier.number < d.number)
                ORDER BY d.next_attempt_at, d.number LIMIT @limit FOR UPDATE SKIP LOCKED)
            RETURNING id, batch_id, subscription_id, channel_id, replay, attempts
            """;
        var rows = await connection.QueryAsync<(Guid Id, Guid Batch, string Subscription, string Channel, bool Replay, int Attempts)>(
            new CommandDefinition(sql, new { now = now.UtcDateTime, until = until.UtcDateTime, limit }, cancellationToken: cancellation));
        return [.. rows.Select(r => new ClaimedDelivery(r.Id, r.Batch, r.Subscription, r.Channel, r.Replay, r.Attempts))];
    }

    /// <summary>Records an attempt, and what becomes of the delivery.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="delivery">The delivery.</param>
    /// <param name="state">What becomes of it.</param>
    /// <param name="attempt">The attempt; null where none was made.</param>
    /// <param name="nextAttemptAt">When it is tried next; null where it is not.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static async Task RecordAsync(
        UnitOfWork work, ClaimedDelivery delivery, DeliveryState state, DeliveryAttempt? attempt, DateTimeOffset? nextAttemptAt, CancellationToken cancellation)
    {
        const string settle = "UPDATE deliveries SET state = @state, next_attempt_at = @next WHERE id = @Id AND attempts = @Attempt";
        const string log = "INSERT INTO delivery_attempts (delivery_id, at, took_ms, delivered, outcome) VALUES (@Id, @at, @took, @delivered, @outcome)";
        await work.Connection.ExecuteAsync(new CommandDefinition(
            settle, new { delivery.Id, delivery.Attempt, state = Contracts.WireWord.Of(state), next = nextAttemptAt?.UtcDateTime }, work.Transaction, cancellationToken: cancellation));
        if (attempt is not null)
        {
            var row = new { delivery.Id, at = attempt.At.UtcDateTime, took = (long)attempt.Took.TotalMilliseconds, delivered = attempt.Delivered, outcome = attempt.Outcome };
            await work.Connection.ExecuteAsync(new CommandDefinition(log, row, work.Transaction, cancellationToken: cancellation));
        }
    }

    /// <summary>Makes a delivery due now, whatever has become of it.</summary>
    /// <returns>False where there is none of that id.</returns>
    public static async Task<bool> RedeliverAsync(UnitOfWork work, Guid id, DateTimeOffset now, CancellationToken cancellation) =>
        await work.Connection.ExecuteAsync(new CommandDefinition(
            "UPDATE deliveries SET state = 'waiting', attempts = 0, next_attempt_at = @now WHERE id = @id", new { id, now = now.UtcDateTime }, work.Transaction,
            cancellationToken: cancellation)) > 0;

    /// <summary>When the next one is due; null where none is.</summary>
    public static async Task<DateTimeOffset?> NextDueAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        await connection.ExecuteScalarAsync<DateTime?>(new CommandDefinition(
            "SELECT min(next_attempt_at) FROM deliveries WHERE state = 'waiting'", cancellationToken: cancellation)) is { } due ? new DateTimeOffset(due) : null;
}
