using Dapper;
using Npgsql;
using Parley.Extraction.Storage;

namespace Parley.Extraction.Reprocessing;

/// <summary>Reads what runs changed.</summary>
internal sealed class NetChanges(ExtractionDatabase database)
{
    /// <summary>Changes of ids behind an id, in the order of ids.</summary>
    /// <param name="number">The run.</param>
    /// <param name="after">The last id that was looked at; empty to begin.</param>
    /// <param name="limit">At most this many changes.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>The changes, and the id to go on behind; null where there is no more.</returns>
    public async Task<(IReadOnlyList<NetChange> Changes, string? Last)> ListAsync(long number, string after, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var changes = new List<NetChange>();
        while (true)
        {
            var ids = await IdsAsync(connection, number, after, limit - changes.Count + 1, cancellation);
            var wanted = ids.Take(limit - changes.Count).ToList();
            var difference = new NetDifference(await SpansAsync(connection, number, wanted, cancellation));
            foreach (var id in wanted)
            {
                if (difference.Of(id) is { } change)
                    changes.Add(change);
            }

            if (ids.Count == wanted.Count)
                return (changes, null);
            after = wanted[^1];
            if (changes.Count == limit)
                return (changes, after);
        }
    }

    private static async Task<IReadOnlyList<string>> IdsAsync(NpgsqlConnection connection, long number, string after, int limit, CancellationToken cancellation)
    {
        const string sql =
            """
            SELECT DISTINCT entry_id COLLATE "C" FROM changes WHERE reprocessing = @number AND entry_id COLLATE "C" > @after
            ORDER BY entry_id COLLATE "C" LIMIT @limit
            """;
        return [.. await connection.QueryAsync<string>(new CommandDefinition(sql, new { number, after, limit }, cancellationToken: cancellation))];
    }

    /// <summary>What the run did to the ids, and to those that they came from or went into.</summary>
    private static async Task<Dictionary<string, EntrySpan>> SpansAsync(
        NpgsqlConnection connection, long number, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        const string sql =
            """
            SELECT f.entry_id, f.before, l.change ->> 'merged_into' AS into, CASE WHEN l.listed THEN (l.change -> 'after')::text END AS after, f.parted
            FROM (SELECT DISTINCT ON (entry_id) entry_id, (change -> 'before')::text AS before,
                         bool_or(change ->> 'kind' = 'split') OVER (PARTITION BY entry_id) AS parted
                  FROM changes WHERE reprocessing = @number AND entry_id = ANY (@ids) ORDER BY entry_id, version) AS f
            JOIN LATERAL (SELECT change, listed FROM changes WHERE reprocessing = @number AND entry_id = f.entry_id ORDER BY version DESC LIMIT 1) AS l ON true
            """;
        var spans = new Dictionary<string, EntrySpan>(StringComparer.Ordinal);
        var looked = new HashSet<string>(StringComparer.Ordinal);
        for (var wanted = ids; wanted.Count > 0;)
        {
            looked.UnionWith(wanted);
            var rows = await connection.QueryAsync<(string Id, string? Before, string? Into, string? After, bool Parted)>(new CommandDefinition(
                sql, new { number, ids = wanted.ToArray() }, cancellationToken: cancellation));
            var found = rows.Select(r => new EntrySpan(r.Id, Read(r.Before), Read(r.After), r.After is null ? r.Into : null, r.Parted)).ToList();
            foreach (var span in found)
                spans[span.Id] = span;
            wanted = [.. found.SelectMany(NetDifference.NamedBy).Where(id => !looked.Contains(id)).Distinct(StringComparer.Ordinal)];
        }

        return spans;
    }

    private static Contracts.Entry? Read(string? json) => json is null or "null" ? null : EntryTable.Read(json);
}
