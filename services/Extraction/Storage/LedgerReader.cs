using System.Text.Json;
using Dapper;
using Npgsql;
using NpgsqlTypes;
using Parley.Contracts;
using Parley.Extraction.Ledger;

namespace Parley.Extraction.Storage;

/// <summary>Which entries to list; a null part allows everything.</summary>
internal sealed record EntryFilter(EntryType? Type, string? Actor);

/// <summary>A place in the list of entries: that of an entry that was listed.</summary>
internal sealed record EntryPosition(DateOnly ListedOn, string Id);

/// <summary>A change with its place in the log.</summary>
internal sealed record LoggedChange(ulong Transaction, long Position, LedgerChange Change);

/// <summary>Reads the ledger.</summary>
internal sealed class LedgerReader(ExtractionDatabase database)
{
    /// <summary>One entry by its id or by one that it had before; null where there is none.</summary>
    public async Task<Entry?> FindAsync(string id, CancellationToken cancellation)
    {
        // An id stands for a mention; whatever entry holds the mention now is the one that is meant.
        const string sql =
            """
            SELECT entry::text FROM entries
            WHERE listed AND id = coalesce((SELECT entry_id FROM mentions WHERE own_entry_id = @id), @id)
            """;
        await using var connection = await database.OpenAsync(cancellation);
        var json = await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(sql, new { id }, cancellationToken: cancellation));
        return json is null ? null : EntryTable.Read(json);
    }

    /// <summary>The entries behind a position, as they are now.</summary>
    public async Task<IReadOnlyList<Entry>> ListAsync(EntryFilter filter, EntryPosition? after, int limit, CancellationToken cancellation)
    {
        const string sql =
            """
            SELECT entry::text FROM entries
            WHERE listed
              AND (@type::text IS NULL OR type = @type)
              AND (@actor::text IS NULL OR actors @> ARRAY[@actor])
              AND (@day::date IS NULL OR (listed_on, id) > (@day, @id COLLATE "C"))
            ORDER BY listed_on, id COLLATE "C" LIMIT @limit
            """;
        var parameters = new { type = filter.Type is { } t ? WireWord.Of(t) : null, actor = filter.Actor, day = after?.ListedOn, id = after?.Id, limit };
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<string>(new CommandDefinition(sql, parameters, cancellationToken: cancellation));
        return rows.Select(EntryTable.Read).ToList();
    }

    /// <summary>
    /// The entries behind a position, going by what had been published, and had arrived, by then. It folds the mentions of that time again: the
    /// ledger is a function of them, so no past state needs to be kept.
    /// </summary>
    public async Task<IReadOnlyList<Entry>> ListAsync(
        EntryFilter filter, DateTimeOffset? published, DateTimeOffset? received, EntryPosition? after, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var mentions = await MentionTable.UntilAsync(connection, published, received, cancellation);
        return LedgerFold.Fold(mentions.Select(m => m.Mention))
            .Where(e => filter.Type is null || e.Type == filter.Type)
            .Where(e => filter.Actor is null || e.Participants.Any(p => p.Id == filter.Actor))
            .Where(e => after is null || (LedgerFold.ListedOn(e), e.Id).CompareTo((after.ListedOn, after.Id)) > 0)
            .Take(limit).ToList();
    }

    /// <summary>The changes behind a position, as far as no transaction that may still commit an earlier one.</summary>
    public async Task<IReadOnlyList<LoggedChange>> ChangesAsync(
        string? entryId, ulong transaction, long position, int limit, CancellationToken cancellation)
    {
        const string sql =
            """
            SELECT transaction, position, change::text FROM changes
            WHERE (transaction, position) > ($1, $2) AND transaction < pg_snapshot_xmin(pg_current_snapshot())
              AND ($3::text IS NULL OR entry_id = $3)
            ORDER BY transaction, position LIMIT $4
            """;
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new() { Value = transaction, NpgsqlDbType = NpgsqlDbType.Xid8 });
        command.Parameters.Add(new() { Value = position });
        command.Parameters.Add(new() { Value = (object?)entryId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = limit });
        var changes = new List<LoggedChange>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            changes.Add(new LoggedChange(
                await reader.GetFieldValueAsync<ulong>(0, cancellation), reader.GetInt64(1), JsonSerializer.Deserialize<LedgerChange>(reader.GetString(2), ParleyJson.Line)!));
        }

        return changes;
    }
}
