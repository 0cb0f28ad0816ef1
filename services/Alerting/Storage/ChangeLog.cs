using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Parley.Contracts;
using Parley.Platform.Storage;
using Parley.Platform.Streaming;

namespace Parley.Alerting.Storage;

/// <summary>A row of the log.</summary>
internal sealed record LoggedChange(LogPosition Position, LedgerChange Change, DateTimeOffset RaisedAt) : ILogRow;

/// <summary>The log of changes that alert, from which every stream reads.</summary>
internal sealed class ChangeLog(AlertingDatabase database) : ILog<LoggedChange>
{
    private const string Table = "changes";

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

    /// <inheritdoc/>
    public async Task<LogPosition> EndAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await LogTable.EndAsync(connection, Table, cancellation);
    }

    /// <inheritdoc/>
    public async Task<(IReadOnlyList<LoggedChange> Rows, bool MoreHidden)> ReadAsync(LogPosition after, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await LogTable.ReadAsync(
            connection, Table, "change::text, raised_at", after, limit,
            (position, reader) => new LoggedChange(
                position, JsonSerializer.Deserialize<LedgerChange>(reader.GetString(3), ParleyJson.Line)!, new DateTimeOffset(reader.GetDateTime(4))),
            cancellation);
    }
}
