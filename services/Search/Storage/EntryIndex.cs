using System.Text.Json;
using Dapper;
using Parley.Contracts;
using Parley.Platform.Storage;

namespace Parley.Search.Storage;

/// <summary>The index of the ledger's entries.</summary>
internal sealed class EntryIndex(SearchDatabase database)
{
    /// <summary>Brings entries, with the commit, to the state of their newest change; changes that are older than what is there do nothing.</summary>
    public static void Apply(UnitOfWork work, IEnumerable<LedgerChange> changes)
    {
        // In one order everywhere, so that two copies of the service cannot wait for each other.
        var newest = changes.GroupBy(c => c.After.Id).Select(g => g.MaxBy(c => c.Version)!).OrderBy(c => c.After.Id, StringComparer.Ordinal).ToList();
        var rows = new Columns<LedgerChange>(
            $"""
            INSERT INTO entries (id, version, type, actors, articles, latest_at, entry, listed, words)
            SELECT id, version, type, string_to_array(actors, '{Columns<LedgerChange>.Separator}'), string_to_array(articles, '{Columns<LedgerChange>.Separator}'), latest_at, entry, listed,
                   to_tsvector('parley', words)
            FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) AS c (id, version, type, actors, articles, latest_at, entry, listed, words)
            ON CONFLICT (id) DO UPDATE
            SET version = excluded.version, actors = excluded.actors, articles = excluded.articles, latest_at = excluded.latest_at,
                entry = excluded.entry, listed = excluded.listed, words = excluded.words
            WHERE entries.version < excluded.version
            """,
            newest);
        rows.Add(c => c.After.Id);
        rows.Add(c => c.Version);
        rows.Add(c => WireWord.Of(c.After.Type));
        rows.AddList(c => c.After.Participants.Select(p => p.Id).Distinct());
        rows.AddList(c => c.After.History.Select(s => s.Article).Distinct());
        rows.Add(c => c.After.History.Max(s => s.PublishedAt).UtcDateTime);
        rows.AddJson(c => c.After);
        rows.Add(c => c.Kind is not (ChangeKind.Retracted or ChangeKind.Merged));
        rows.Add(c => Words(c.After));
        work.Write(rows.Statement);
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
