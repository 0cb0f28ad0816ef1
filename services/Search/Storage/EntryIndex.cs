using System.Text.Json;
using Dapper;
using Npgsql;
using NpgsqlTypes;
using Parley.Contracts;
using Parley.Platform.Storage;

namespace Parley.Search.Storage;

/// <summary>The index of the ledger's entries.</summary>
internal sealed class EntryIndex(SearchDatabase database)
{
    /// <summary>Brings entries to the state of their newest change; changes that are older than what is there do nothing.</summary>
    public static async Task ApplyAsync(UnitOfWork work, IEnumerable<LedgerChange> changes, CancellationToken cancellation)
    {
        const string sql =
            """
            INSERT INTO entries (id, version, type, actors, articles, latest_at, entry, listed, words)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, to_tsvector('parley', $9))
            ON CONFLICT (id) DO UPDATE
            SET version = excluded.version, actors = excluded.actors, articles = excluded.articles, latest_at = excluded.latest_at,
                entry = excluded.entry, listed = excluded.listed, words = excluded.words
            WHERE entries.version < excluded.version
            """;
        await using var batch = new NpgsqlBatch(work.Connection, work.Transaction);
        // In one order everywhere, so that two copies of the service cannot wait for each other.
        foreach (var change in changes.GroupBy(c => c.EntryId).Select(g => g.MaxBy(c => c.Version)!).OrderBy(c => c.EntryId, StringComparer.Ordinal))
        {
            var entry = change.After;
            var command = new NpgsqlBatchCommand(sql);
            command.Parameters.Add(new() { Value = entry.Id });
            command.Parameters.Add(new() { Value = change.Version });
            command.Parameters.Add(new() { Value = WireWord.Of(entry.Type) });
            command.Parameters.Add(new() { Value = entry.Participants.Select(p => p.Id).Distinct().ToArray() });
            command.Parameters.Add(new() { Value = entry.History.Select(s => s.Article).Distinct().ToArray() });
            command.Parameters.Add(new() { Value = entry.History.Max(s => s.PublishedAt).UtcDateTime });
            command.Parameters.Add(new() { Value = JsonSerializer.Serialize(entry, ParleyJson.Line), NpgsqlDbType = NpgsqlDbType.Jsonb });
            command.Parameters.Add(new() { Value = change.Kind is not (ChangeKind.Retracted or ChangeKind.Merged) });
            command.Parameters.Add(new() { Value = Words(entry) });
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Entries with the words, the actor and the type; each is left out of the search where it is empty.</summary>
    public async Task<IReadOnlyList<Entry>> FindAsync(
        string words, string actor, EntryType? type, int offset, int limit, CancellationToken cancellation)
    {
        const string sql =
            """
            SELECT entry::text
            FROM entries, websearch_to_tsquery('parley', @words) AS q
            WHERE listed
              AND (@words = '' OR words @@ q)
              AND (@actor = '' OR actors @> ARRAY[@actor])
              AND (@type = '' OR type = @type)
            ORDER BY CASE WHEN @words <> '' THEN ts_rank(words, q) ELSE 0 END DESC, latest_at DESC, id
            OFFSET @offset LIMIT @limit
            """;
        await using var connection = await database.OpenAsync(cancellation);
        var parameters = new { words, actor, type = type is { } t ? WireWord.Of(t) : "", offset, limit };
        var found = await connection.QueryAsync<string>(new CommandDefinition(sql, parameters, cancellationToken: cancellation));
        return found.Select(json => JsonSerializer.Deserialize<Entry>(json, ParleyJson.Line)!).ToList();
    }

    /// <summary>What an entry can be found by: parties, people, place, topics, kind, status and its evidence.</summary>
    private static string Words(Entry entry) => string.Join(' ',
    [
        WireWord.Of(entry.Type), WireWord.Of(entry.Kind), WireWord.Of(entry.Status),
        .. entry.Participants.SelectMany(p => p.Persons.Append(p.Name)),
        entry.Place?.Name ?? "",
        .. entry.Topics,
        .. entry.History.Select(s => s.Evidence.Text).Distinct(),
    ]);
}
