using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Parley.Contracts;
using Parley.Platform.Storage;

namespace Parley.Alerting.Storage;

/// <summary>A row of the log.</summary>
internal sealed record LoggedChange(LogPosition Position, LedgerChange Change, DateTimeOffset RaisedAt);

/// <summary>The log of changes that alert, from which every stream reads.</summary>
internal sealed class ChangeLog(AlertingDatabase database)
{
    /// <summary>Adds changes; one that is there already is left alone.</summary>
    /// <returns>Those that were new.</returns>
    public static async Task<IReadOnlyList<LedgerChange>> AppendAsync(
        UnitOfWork work, IReadOnlyList<LedgerChange> changes, DateTimeOffset now, CancellationToken cancellation)
    {
        const string sql =
            """
            INSERT INTO changes (entry_id, version, raised_at, change)
            SELECT c.entry_id, c.version, $3, c.change FROM unnest($1, $2, $4) AS c (entry_id, version, change)
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
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb,
        });
        var added = new HashSet<(string, int)>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            added.Add((reader.GetString(0), reader.GetInt32(1)));
        return [.. changes.Where(c => added.Contains((c.EntryId, c.Version)))];
    }

    /// <summary>Where the log ends now: whoever goes on from here gets every change that is committed from now on.</summary>
    public async Task<LogPosition> EndAsync(CancellationToken cancellation)
    {
        // The last row that may be read, and not the horizon: the number of a transaction that was rolled back just before a crash is given out
        // again, and what it then writes would lie before a position that names it. The number of a row that was read is never.
        const string sql =
            """
            SELECT transaction, position FROM changes
            WHERE transaction < pg_snapshot_xmin(pg_current_snapshot())
            ORDER BY transaction DESC, position DESC LIMIT 1
            """;
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new LogPosition(await reader.GetFieldValueAsync<ulong>(0, cancellation), reader.GetInt64(1))
            : default;
    }

    /// <summary>The next rows behind a position, as far as the transaction horizon.</summary>
    /// <returns>The rows, and whether there are more that the horizon still hides: look again in a moment.</returns>
    public async Task<(IReadOnlyList<LoggedChange> Rows, bool MoreHidden)> ReadAsync(LogPosition after, int limit, CancellationToken cancellation)
    {
        const string sql =
            """
            SELECT transaction, position, change::text, raised_at, transaction < pg_snapshot_xmin(pg_current_snapshot()) AS safe
            FROM changes
            WHERE (transaction, position) > ($1, $2)
            ORDER BY transaction, position LIMIT $3
            """;
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new() { Value = after.Transaction, NpgsqlDbType = NpgsqlDbType.Xid8 });
        command.Parameters.Add(new() { Value = after.Position });
        command.Parameters.Add(new() { Value = limit });
        var rows = new List<LoggedChange>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            // In this order the first unsafe row ends what may be read.
            if (!reader.GetBoolean(4))
                return (rows, true);
            rows.Add(new LoggedChange(
                new LogPosition(await reader.GetFieldValueAsync<ulong>(0, cancellation), reader.GetInt64(1)),
                JsonSerializer.Deserialize<LedgerChange>(reader.GetString(2), ParleyJson.Line)!,
                new DateTimeOffset(reader.GetDateTime(3))));
        }

        return (rows, false);
    }
}
