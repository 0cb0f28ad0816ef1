using Dapper;
using Npgsql;
using Parley.Contracts;
using Parley.Extraction.Ledger;

namespace Parley.Extraction.Storage;

/// <summary>Reads the ledger.</summary>
internal sealed class LedgerReader(ExtractionDatabase database)
{
    /// <summary>One entry by its id or by one that it had before; null where there is none, or was none at that moment.</summary>
    public async Task<Entry?> FindAsync(string id, Moment moment, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        // An id stands for a mention; whatever entry holds the mention is the one that is meant.
        var holder = await connection.QuerySingleOrDefaultAsync<(string Entry, string Article, int Start, int End)?>(new CommandDefinition(
            """
            SELECT entry_id, article_id, (mention -> 'evidence' ->> 'start')::int, (mention -> 'evidence' ->> 'end')::int
            FROM mentions WHERE own_entry_id = @id
            """,
            new { id }, cancellationToken: cancellation));
        bool Holds(Entry entry) => entry.Id == id || (holder is { } h
            && entry.History.Any(s => s.Article == h.Article && s.Evidence.Start == h.Start && s.Evidence.End == h.End));

        if (holder is null && await LeadsToAsync(connection, id, moment, cancellation) is { } other)
            return await FindAsync(other, moment, cancellation);
        var now = holder?.Entry ?? id;
        return moment switch
        {
            { AsOf: { } published, KnownAt: { } received } =>
                (await FoldAsync(connection, published, received, cancellation)).FirstOrDefault(Holds),
            { AsOf: { } published } => await FindAsync(connection, now, published, Holds, cancellation),
            { KnownAt: { } received } => (await KnownAsync(connection, id, now, received, cancellation)).OrderByDescending(e => e.Id == id).FirstOrDefault(Holds),
            _ => await CurrentAsync(connection, now, DateTimeOffset.MaxValue, cancellation),
        };
    }

    /// <summary>The other entry that an id leads to whose mention is no more; null where it leads to none, or the entry was known by it at that moment.</summary>
    private static async Task<string?> LeadsToAsync(NpgsqlConnection connection, string id, Moment moment, CancellationToken cancellation)
    {
        if (moment is { AsOf: null, KnownAt: { } received } && (await KnownAsync(connection, id, id, received, cancellation)).Any(e => e.Id == id))
            return null;
        var other = await EntryTable.CurrentIdAsync(connection, id, cancellation);
        return other == id ? null : other;
    }

    private static async Task<Entry?> FindAsync(
        NpgsqlConnection connection, string now, DateTimeOffset published, Func<Entry, bool> holds, CancellationToken cancellation)
    {
        var past = await PastLedger.ReadAsync(connection, await VerdictTable.AtAsync(connection, new Moment(published, null), cancellation), published, cancellation);
        if (past.Entries.FirstOrDefault(holds) is { } other) return other;
        return past.Replaced.Contains(now) ? null : await CurrentAsync(connection, now, published, cancellation);
    }

    private static async Task<Entry?> CurrentAsync(NpgsqlConnection connection, string id, DateTimeOffset published, CancellationToken cancellation)
    {
        var json = await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(
            "SELECT entry::text FROM entries WHERE listed AND id = @id AND last_published <= @published",
            new { id, published = published.UtcDateTime }, cancellationToken: cancellation));
        return json is null ? null : EntryTable.Read(json);
    }

    /// <summary>What was known then of the entry, under the ids that its mentions may have given it.</summary>
    private static async Task<IEnumerable<Entry>> KnownAsync(
        NpgsqlConnection connection, string id, string now, DateTimeOffset received, CancellationToken cancellation)
    {
        var sql =
            $"""
            SELECT (change -> 'after')::text FROM changes
            WHERE listed AND {KnownAt("@received")}
              AND (entry_id = @id OR entry_id IN (SELECT own_entry_id FROM mentions WHERE entry_id = @now))
            """;
        var rows = await connection.QueryAsync<string>(new CommandDefinition(
            sql, new { id, now, received = received.UtcDateTime }, cancellationToken: cancellation));
        return rows.Select(EntryTable.Read);
    }

    /// <summary>SQL for whether a change was the last of its entry that was known at a moment: the one before the first that was not.</summary>
    private static string KnownAt(string moment) =>
        $"""
        known_from <= {moment} AND NOT EXISTS (
            SELECT FROM changes AS next WHERE next.entry_id = changes.entry_id AND next.version = changes.version + 1 AND next.known_from <= {moment})
        """;

    /// <summary>The entries behind a position.</summary>
    public async Task<IReadOnlyList<Entry>> ListAsync(
        EntryFilter filter, Moment moment, EntryOrder order, EntryPosition? after, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        if (moment is { AsOf: { } published, KnownAt: { } received })
            return Page(await FoldAsync(connection, published, received, cancellation), filter, order, after, limit);
        if (moment.KnownAt is { } known)
        {
            return await QueryAsync(
                connection, "(change -> 'after')", "changes", "entry_id", $"AND {KnownAt("@moment")}", filter, known, order, after, limit, cancellation);
        }

        if (moment.AsOf is not { } then)
            return await QueryAsync(connection, "entry", "entries", "id", "", filter, null, order, after, limit, cancellation);
        var past = await PastLedger.ReadAsync(connection, await VerdictTable.AtAsync(connection, moment, cancellation), then, cancellation);
        var same = await QueryAsync(
            connection, "entry", "entries", "id", "AND last_published <= @moment AND NOT id = ANY (@replaced)", filter, then, order, after, limit, cancellation,
            past.Replaced);
        return Page([.. same, .. past.Entries], filter, order, after, limit);
    }

    /// <summary>Of both moments: only a fold of all mentions of that time tells.</summary>
    private static async Task<IEnumerable<Entry>> FoldAsync(
        NpgsqlConnection connection, DateTimeOffset published, DateTimeOffset received, CancellationToken cancellation)
    {
        var verdicts = await VerdictTable.AtAsync(connection, new Moment(published, received), cancellation);
        return LedgerFold.FoldWithMentions(await MentionTable.UntilAsync(connection, published, received, cancellation), verdicts).Select(f => f.Entry);
    }

    private static IReadOnlyList<Entry> Page(
        IEnumerable<Entry> entries, EntryFilter filter, EntryOrder order, EntryPosition? after, int limit) =>
        [.. entries.Where(filter.Matches).Where(e => after is null || order.Compare(order.Of(e), after) > 0).OrderBy(order.Of, order).Take(limit)];

    private static async Task<IReadOnlyList<Entry>> QueryAsync(
        NpgsqlConnection connection, string entry, string table, string id, string condition,
        EntryFilter filter, DateTimeOffset? moment, EntryOrder order, EntryPosition? after, int limit, CancellationToken cancellation,
        IReadOnlySet<string>? replaced = null)
    {
        var sql =
            $"""
            SELECT {entry}::text FROM {table}
            WHERE {EntryFilter.Sql} {condition} AND {order.Behind(id)}
            ORDER BY {order.Sql(id)} LIMIT @limit
            """;
        var parameters = new
        {
            type = filter.Type is { } t ? WireWord.Of(t) : null,
            statuses = filter.Statuses.Select(s => WireWord.Of(s)).ToArray(),
            actors = filter.Actors.ToArray(),
            from = filter.From,
            until = filter.Until,
            moment = moment?.UtcDateTime,
            replaced = replaced?.ToArray() ?? [],
            key = after?.Key,
            id = after?.Id,
            limit,
        };
        var rows = await connection.QueryAsync<string>(new CommandDefinition(sql, parameters, cancellationToken: cancellation));
        return [.. rows.Select(EntryTable.Read)];
    }
}
