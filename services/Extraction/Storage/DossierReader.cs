using Dapper;
using Npgsql;
using Parley.Contracts;
using Parley.Extraction.Ledger.Dossiers;

namespace Parley.Extraction.Storage;

/// <summary>Reads dossiers.</summary>
internal sealed class DossierReader(ExtractionDatabase database, LedgerReader ledger, TimeProvider time)
{
    /// <summary>Entries among which the last active dossiers are looked for first.</summary>
    private const int Recent = 2_000;

    /// <summary>One dossier; null where no entry belongs to it.</summary>
    public async Task<Dossier?> FindAsync(string id, Moment moment, CancellationToken cancellation)
    {
        var entries = moment.IsNow ? await PresentAsync([id], cancellation) : await PastAsync(moment, cancellation);
        return DossierFold.Of(id, entries, From(moment));
    }

    /// <summary>The dossiers behind a place in the list: at most so many, and the place where they end if there are more.</summary>
    public async Task<(IReadOnlyList<Dossier> Page, ListedDossier? End)> ListAsync(
        DossierFilter filter, Moment moment, ListedDossier? after, int limit, CancellationToken cancellation)
    {
        IReadOnlyList<ListedDossier> listed;
        IReadOnlyList<Entry> entries;
        if (moment.IsNow)
        {
            listed = await ListedAsync(filter, after, limit + 1, cancellation);
            entries = await PresentAsync([.. listed.Take(limit).Select(d => d.Id)], cancellation);
        }
        else
        {
            entries = await PastAsync(moment, cancellation);
            listed = [.. filter.Apply(entries).Where(d => after is null || IsBehind(d, after)).Take(limit + 1)];
        }

        // An entry that goes between the two queries may take its dossier with it.
        var page = listed.Take(limit).Select(place => DossierFold.Of(place.Id, entries, From(moment))).OfType<Dossier>().ToList();
        return (page, listed.Count > limit ? listed[limit - 1] : null);
    }

    private static bool IsBehind(ListedDossier dossier, ListedDossier after) =>
        dossier.LastActivity < after.LastActivity || (dossier.LastActivity == after.LastActivity && string.CompareOrdinal(dossier.Id, after.Id) > 0);

    private DateTimeOffset From(Moment moment) => moment.AsOf ?? moment.KnownAt ?? time.GetUtcNow();

    /// <summary>The whole ledger of a moment.</summary>
    private Task<IReadOnlyList<Entry>> PastAsync(Moment moment, CancellationToken cancellation) =>
        ledger.ListAsync(new EntryFilter(), moment, EntryOrder.Start, null, int.MaxValue, cancellation);

    /// <summary>The last active are among the last entries, mostly; of a large ledger it takes some hundred milliseconds to look at all.</summary>
    private async Task<IReadOnlyList<ListedDossier>> ListedAsync(DossierFilter filter, ListedDossier? after, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        if (filter.Actor is null && await ListedAsync(connection, filter, after, limit, Recent, cancellation) is var listed && listed.Count == limit) return listed;
        return await ListedAsync(connection, filter, after, limit, null, cancellation);
    }

    private static async Task<IReadOnlyList<ListedDossier>> ListedAsync(
        NpgsqlConnection connection, DossierFilter filter, ListedDossier? after, int limit, int? window, CancellationToken cancellation)
    {
        // Within a window of the last entries, the last of a dossier is found there; what is as old as the window's end may have others behind it.
        const string sql =
            """
            WITH recent AS (
                SELECT last_published, dossiers, actors FROM entries WHERE listed ORDER BY last_published DESC LIMIT @window
            ), made AS (
                SELECT d AS id, max(last_published) AS last
                FROM recent, unnest(dossiers) AS d
                WHERE (@conflicts AND starts_with(d, 'conflict:')) OR (@pairs AND starts_with(d, 'pair:'))
                GROUP BY d
                HAVING @party::text IS NULL OR d = @conflict
                    OR CASE WHEN starts_with(d, 'pair:') THEN starts_with(d, 'pair:' || @party || '+') OR right(d, length(@party) + 1) = '+' || @party
                            ELSE bool_or(actors && @ids) END
            )
            SELECT id, last FROM made
            WHERE (@window::integer IS NULL OR last > (SELECT min(last_published) FROM recent))
              AND (@last::timestamptz IS NULL OR last < @last OR (last = @last AND id COLLATE "C" > @id))
            ORDER BY last DESC, id COLLATE "C" LIMIT @limit
            """;
        var parameters = new
        {
            window,
            conflicts = filter.Type != DossierType.Pair,
            pairs = filter.Type != DossierType.Conflict,
            party = filter.Party,
            conflict = filter.Conflict,
            ids = filter.Ids,
            last = after?.LastActivity.UtcDateTime,
            id = after?.Id,
            limit,
        };
        var rows = await connection.QueryAsync<(string Id, DateTime Last)>(new CommandDefinition(sql, parameters, cancellationToken: cancellation));
        return [.. rows.Select(r => new ListedDossier(r.Id, new DateTimeOffset(r.Last)))];
    }

    /// <summary>The entries of these dossiers, and of the pairs whose wars the conflicts among them are.</summary>
    private async Task<IReadOnlyList<Entry>> PresentAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var keys = ids.SelectMany(DossierId.Keys).ToHashSet(StringComparer.Ordinal);
        await using var connection = await database.OpenAsync(cancellation);
        var entries = await OfAsync(connection, keys, [], cancellation);
        var further = ids.SelectMany(id => DossierKeys.OfSides(id, entries)).ToHashSet(StringComparer.Ordinal);
        return further.IsSubsetOf(keys) ? entries : [.. entries, .. await OfAsync(connection, further, keys, cancellation)];
    }

    private static async Task<IReadOnlyList<Entry>> OfAsync(
        NpgsqlConnection connection, IReadOnlyCollection<string> keys, IReadOnlyCollection<string> without, CancellationToken cancellation)
    {
        const string sql = "SELECT entry::text FROM entries WHERE listed AND dossiers && @keys AND NOT dossiers && @without";
        var rows = await connection.QueryAsync<string>(new CommandDefinition(sql, new { keys = keys.ToArray(), without = without.ToArray() }, cancellationToken: cancellation));
        return [.. rows.Select(EntryTable.Read)];
    }
}
