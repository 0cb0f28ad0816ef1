using Dapper;
using Npgsql;
using Parley.Alerting.Pacing;
using Parley.Contracts;
using Parley.Platform.Storage;

namespace Parley.Alerting.Storage;

/// <summary>A message of a subscription, that has gone out or is to.</summary>
internal sealed record Batch(Guid Id, string SubscriptionId, BatchKind Kind, string Key, DateTimeOffset DueAt);

/// <summary>Messages of subscriptions, and the alerts in them.</summary>
internal static class BatchTable
{
    /// <summary>Opens batches, or finds those of the same subscription, kind and key that are open.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="wanted">Each subscription, kind and key once.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static async Task<IReadOnlyDictionary<(string Subscription, BatchKind Kind, string Key), Guid>> OpenAsync(
        UnitOfWork work, IReadOnlyList<Batch> wanted, CancellationToken cancellation)
    {
        // Sorted, so that two copies of the service cannot wait for each other.
        const string sql =
            """
            INSERT INTO batches (id, subscription_id, kind, key, due_at)
            SELECT * FROM unnest($1, $2, $3, $4, $5) AS b (id, subscription_id, kind, key, due_at) ORDER BY subscription_id COLLATE "C", kind, key COLLATE "C"
            ON CONFLICT (subscription_id, kind, key) WHERE closed_at IS NULL DO UPDATE SET due_at = batches.due_at
            RETURNING id, subscription_id, kind, key
            """;
        await using var command = Insert(work, sql, wanted);
        var open = new Dictionary<(string, BatchKind, string), Guid>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            open[(reader.GetString(1), WireWord.Parse<BatchKind>(reader.GetString(2)), reader.GetString(3))] = reader.GetGuid(0);
        return open;
    }

    /// <summary>Adds batches that are closed already: they go out as they are.</summary>
    public static async Task InsertClosedAsync(UnitOfWork work, IReadOnlyList<Batch> batches, CancellationToken cancellation)
    {
        const string sql =
            """
            INSERT INTO batches (id, subscription_id, kind, key, due_at, closed_at)
            SELECT b.*, b.due_at FROM unnest($1, $2, $3, $4, $5) AS b (id, subscription_id, kind, key, due_at)
            """;
        await using var command = Insert(work, sql, batches);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public static async Task AddAlertsAsync(UnitOfWork work, IReadOnlyList<(Guid Batch, string EntryId, int Version)> alerts, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "INSERT INTO batch_alerts (batch_id, entry_id, version) SELECT * FROM unnest($1, $2, $3) ON CONFLICT DO NOTHING", work.Connection, work.Transaction);
        command.Parameters.Add(new() { Value = alerts.Select(a => a.Batch).ToArray() });
        command.Parameters.Add(new() { Value = alerts.Select(a => a.EntryId).ToArray() });
        command.Parameters.Add(new() { Value = alerts.Select(a => a.Version).ToArray() });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>For each of some subscriptions, when its messages since a time went out or are due, the oldest first.</summary>
    public static async Task<ILookup<string, DateTimeOffset>> DueSinceAsync(
        UnitOfWork work, IEnumerable<string> subscriptions, DateTimeOffset since, CancellationToken cancellation) =>
        (await work.Connection.QueryAsync<(string Subscription, DateTime DueAt)>(new CommandDefinition(
            "SELECT subscription_id, due_at FROM batches WHERE subscription_id = ANY (@ids) AND due_at > @since AND kind <> 'replay' ORDER BY due_at",
            new { ids = subscriptions.ToArray(), since = since.UtcDateTime }, work.Transaction, cancellationToken: cancellation)))
        .ToLookup(t => t.Subscription, t => new DateTimeOffset(t.DueAt), StringComparer.Ordinal);

    /// <summary>Closes batches whose time has come: what is raised from now on goes into others.</summary>
    public static async Task<IReadOnlyList<Batch>> CloseDueAsync(UnitOfWork work, DateTimeOffset now, int limit, CancellationToken cancellation)
    {
        const string sql =
            """
            UPDATE batches SET closed_at = @now
            WHERE id IN (SELECT id FROM batches WHERE closed_at IS NULL AND due_at <= @now ORDER BY due_at LIMIT @limit FOR UPDATE SKIP LOCKED)
            RETURNING id, subscription_id, kind, key, due_at
            """;
        var rows = await work.Connection.QueryAsync<(Guid Id, string Subscription, string Kind, string Key, DateTime DueAt)>(
            new CommandDefinition(sql, new { now = now.UtcDateTime, limit }, work.Transaction, cancellationToken: cancellation));
        return [.. rows.Select(r => new Batch(r.Id, r.Subscription, WireWord.Parse<BatchKind>(r.Kind), r.Key, new DateTimeOffset(r.DueAt)))];
    }

    /// <summary>When the next open batch is due; null where there is none.</summary>
    public static async Task<DateTimeOffset?> NextDueAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        await connection.ExecuteScalarAsync<DateTime?>(new CommandDefinition("SELECT min(due_at) FROM batches WHERE closed_at IS NULL", cancellationToken: cancellation)) is { } due
            ? new DateTimeOffset(due)
            : null;

    private static NpgsqlCommand Insert(UnitOfWork work, string sql, IReadOnlyList<Batch> batches)
    {
        var command = new NpgsqlCommand(sql, work.Connection, work.Transaction);
        command.Parameters.Add(new() { Value = batches.Select(b => b.Id).ToArray() });
        command.Parameters.Add(new() { Value = batches.Select(b => b.SubscriptionId).ToArray() });
        command.Parameters.Add(new() { Value = batches.Select(b => WireWord.Of(b.Kind)).ToArray() });
        command.Parameters.Add(new() { Value = batches.Select(b => b.Key).ToArray() });
        command.Parameters.Add(new() { Value = batches.Select(b => b.DueAt.UtcDateTime).ToArray() });
        return command;
    }
}
