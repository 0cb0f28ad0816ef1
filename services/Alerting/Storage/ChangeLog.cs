using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Parley.Contracts;
using Parley.Platform.Storage;
using Parley.Platform.Streaming;

namespace Parley.Alerting.Storage;

/// <summary>The log of changes that alert, from which every stream and every list reads.</summary>
internal sealed class ChangeLog(AlertingDatabase database) : ILog<LoggedChange>
{
    private const string Table = "changes";

    /// <summary>Adds changes; one that is there already is left alone.</summary>
    /// <returns>Those that were new.</returns>
    public static async Task<IReadOnlyList<LedgerChange>> AppendAsync(
        UnitOfWork work, IReadOnlyList<LedgerChange> changes, DateTimeOffset now, CancellationToken cancellation)
    {
        // Behind the steps of the entry that are there, though a transaction that began earlier may write later.
        var sql =
            $"""
            INSERT INTO changes (transaction, entry_id, version, raised_at, change)
            SELECT max({LogTable.Behind("b.transaction")}) OVER (), c.entry_id, c.version, $3, c.change
            FROM unnest($1, $2, $4) WITH ORDINALITY AS c (entry_id, version, change, rank)
            LEFT JOIN LATERAL (
                SELECT transaction FROM changes AS b WHERE b.entry_id = c.entry_id AND b.version < c.version ORDER BY b.version DESC LIMIT 1) AS b ON true
            ORDER BY c.rank
            ON CONFLICT (entry_id, version) DO NOTHING
            RETURNING entry_id, version
            """;
        await using var command = new NpgsqlCommand(sql, work.Connection, work.Transaction);
        command.Parameters.Add(new() { Value = changes.Select(c => c.EntryId).ToArray() });
        command.Parameters.Add(new() { Value = changes.Select(c => c.Version).ToArray() });
        command.Parameters.Add(new() { Value = now.UtcDateTime });
        command.Parameters.Add(new()
        {
            Value = changes.Select(c => JsonSerializer.Serialize(c, ParleyJson.Line)).ToArray(),
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Json,
        });
        var added = new HashSet<(string, int)>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            added.Add((reader.GetString(0), reader.GetInt32(1)));
        return [.. changes.Where(c => added.Contains((c.EntryId, c.Version)))];
    }

    /// <inheritdoc/>
    public async Task<LogPosition> EndAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenPreparedAsync(cancellation);
        return await LogTable.EndAsync(connection, Table, cancellation);
    }

    /// <summary>The place just before the first row of a time.</summary>
    public async Task<LogPosition> BeforeAsync(DateTimeOffset time, CancellationToken cancellation)
    {
        // A row of an older time may stand behind it, where its transaction took longer to begin writing: then it comes once more than was asked for.
        const string sql = "SELECT transaction, position FROM changes WHERE raised_at >= $1 ORDER BY transaction, position LIMIT 1";
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new() { Value = time.UtcDateTime });
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
        {
            if (await reader.ReadAsync(cancellation))
                return Before(Position(reader));
        }

        return await LogTable.EndAsync(connection, Table, cancellation);
    }

    /// <inheritdoc/>
    public async Task<(IReadOnlyList<LoggedChange> Rows, bool MoreHidden)> ReadAsync(LogPosition after, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.OpenPreparedAsync(cancellation);
        return await ReadAsync(connection, database.Recent, after, limit, cancellation);
    }

    /// <summary>The next rows behind a position, on a connection of the caller's.</summary>
    public static async Task<(IReadOnlyList<LoggedChange> Rows, bool MoreHidden)> ReadAsync(
        NpgsqlConnection connection, RecentChanges recent, LogPosition after, int limit, CancellationToken cancellation)
    {
        var (found, moreHidden) = await LogTable.ReadAsync(
            connection,
            Table,
            "entry_id, version, raised_at",
            after,
            limit,
            (position, reader) => (Position: position, Change: recent.Find(reader.GetString(3), reader.GetInt32(4)), RaisedAt: new DateTimeOffset(reader.GetDateTime(5))),
            cancellation);
        var unknown = await ChangesAsync(connection, [.. found.Where(f => f.Change is null).Select(f => f.Position.Position)], cancellation);
        var rows = found.Select(f => new LoggedChange(f.Position, f.Change ?? unknown[f.Position.Position], f.RaisedAt, [])).ToList();
        return (await WithEarlierAsync(connection, rows, cancellation), moreHidden);
    }

    private static async Task<Dictionary<long, LedgerChange>> ChangesAsync(NpgsqlConnection connection, long[] positions, CancellationToken cancellation)
    {
        var changes = new Dictionary<long, LedgerChange>();
        if (positions.Length == 0)
            return changes;
        await using var command = new NpgsqlCommand("SELECT position, change::text FROM changes WHERE position = ANY ($1)", connection);
        command.Parameters.Add(new() { Value = positions });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            changes[reader.GetInt64(0)] = JsonSerializer.Deserialize<LedgerChange>(reader.GetString(1), ParleyJson.Line)!;
        return changes;
    }

    /// <summary>Rows of a period, the newest first.</summary>
    /// <param name="from">Raised then or later.</param>
    /// <param name="to">Raised before then.</param>
    /// <param name="before">Only what stands before this time and position: where the last page ended; null for the first.</param>
    /// <param name="limit">At most this many.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<IReadOnlyList<LoggedChange>> ListAsync(
        DateTimeOffset from, DateTimeOffset to, (DateTimeOffset RaisedAt, long Position)? before, int limit, CancellationToken cancellation)
    {
        const string sql =
            """
            SELECT transaction, position, change::text, raised_at FROM changes
            WHERE raised_at >= $1 AND raised_at < $2 AND (raised_at, position) < ($3, $4)
            ORDER BY raised_at DESC, position DESC LIMIT $5
            """;
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new() { Value = from.UtcDateTime });
        command.Parameters.Add(new() { Value = to.UtcDateTime });
        command.Parameters.Add(new() { Value = (before?.RaisedAt ?? DateTimeOffset.MaxValue).UtcDateTime });
        command.Parameters.Add(new() { Value = before?.Position ?? long.MaxValue });
        command.Parameters.Add(new() { Value = limit });
        return await WithEarlierAsync(connection, await ReadAsync(command, cancellation), cancellation);
    }

    /// <summary>The row of one change; null where it is not in the log.</summary>
    public async Task<LoggedChange?> FindAsync(string entry, int version, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(
            "SELECT transaction, position, change::text, raised_at FROM changes WHERE entry_id = $1 AND version = $2", connection);
        command.Parameters.Add(new() { Value = entry });
        command.Parameters.Add(new() { Value = version });
        return await WithEarlierAsync(connection, await ReadAsync(command, cancellation), cancellation) is [var row, ..] ? row : null;
    }

    private static async Task<IReadOnlyList<LoggedChange>> WithEarlierAsync(NpgsqlConnection connection, IReadOnlyList<LoggedChange> rows, CancellationToken cancellation)
    {
        if (!rows.Any(r => r.Facts.TakesBack))
            return rows;
        await using var command = new NpgsqlCommand(
            "SELECT transaction, position, change::text, raised_at FROM changes WHERE entry_id = ANY ($1)", connection);
        command.Parameters.Add(new() { Value = rows.Where(r => r.Facts.TakesBack).SelectMany(Ids).Distinct().ToArray() });
        var known = (await ReadAsync(command, cancellation)).ToLookup(r => r.Change.EntryId, StringComparer.Ordinal);
        return [.. rows.Select(row => row.Facts.TakesBack ? row with { Earlier = Earlier(row, known) } : row)];
    }

    private static IReadOnlyList<LoggedChange> Earlier(LoggedChange row, ILookup<string, LoggedChange> known) =>
        [.. Ids(row).SelectMany(id => known[id]).Where(e => IsBefore(e, row)).OrderBy(e => e.Position.Transaction).ThenBy(e => e.Position.Position)];

    /// <summary>The ids that those who know the entry were told.</summary>
    public static IEnumerable<string> Ids(LoggedChange row) => new[] { row.Change.EntryId, row.Change.Before?.Id }.OfType<string>().Distinct();

    private static bool IsBefore(LoggedChange earlier, LoggedChange row) =>
        (earlier.Position.Transaction, earlier.Position.Position).CompareTo((row.Position.Transaction, row.Position.Position)) < 0;

    /// <summary>The rows of a query for transaction, position, change and time.</summary>
    public static async Task<IReadOnlyList<LoggedChange>> ReadAsync(NpgsqlCommand command, CancellationToken cancellation)
    {
        var rows = new List<LoggedChange>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            rows.Add(Row(Position(reader), reader));
        return rows;
    }

    private static LogPosition Before(LogPosition row) => row with { Position = row.Position - 1 };

    private static LogPosition Position(NpgsqlDataReader reader) => new(reader.GetFieldValue<ulong>(0), reader.GetInt64(1));

    private static LoggedChange Row(LogPosition position, NpgsqlDataReader reader) => new(
        position, JsonSerializer.Deserialize<LedgerChange>(reader.GetString(2), ParleyJson.Line)!, new DateTimeOffset(reader.GetDateTime(3)), []);
}
