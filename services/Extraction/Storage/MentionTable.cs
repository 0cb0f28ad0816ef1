using System.Text.Json;
using Dapper;
using Npgsql;
using Parley.Contracts;
using Parley.Extraction.Ledger;
using Parley.Extraction.Ledger.Verdicts;
using Parley.Platform.Storage;

namespace Parley.Extraction.Storage;

/// <summary>A mention as it is stored.</summary>
/// <param name="Held">The mention, and the entry that holds it.</param>
/// <param name="Keys">What it is found and locked by: its own keys, and those of verdicts on it.</param>
internal sealed record StoredMention(HeldMention Held, IReadOnlyList<string> Keys);

/// <summary>The rows of mentions.</summary>
internal static class MentionTable
{
    /// <summary>What makes a <see cref="StoredMention"/>.</summary>
    internal const string Columns =
        """
        id, article_id, version, published_at, published_utc_offset_minutes, received_at, until, until_received_at, intake, outlet, url,
        mention::text AS mention, entry_id, keys
        """;

    /// <summary>Whether an analyst says of a mention that the text does not say so; of one that has ended, too.</summary>
    private static string Refuted(string id) =>
        $"""
        EXISTS (SELECT FROM verdict_mentions AS a JOIN verdicts AS v ON v.id = a.verdict_id
                WHERE a.mention_id = {id} AND v.kind = 'false' AND v.of_step AND v.withdrawn_at IS NULL)
        """;

    /// <summary>The keys of a mention: its own, and those of verdicts that say it is of one entry with others.</summary>
    private static string SameKeys(string id) =>
        $"""
        ARRAY(SELECT '{VerdictSet.KeyPrefix}' || v.id FROM verdict_mentions AS a JOIN verdicts AS v ON v.id = a.verdict_id
              WHERE a.mention_id = {id} AND v.kind = 'same_as' AND v.withdrawn_at IS NULL ORDER BY v.id)
        """;

    /// <summary>Makes the rows of some articles those of their mentions, with the commit: what is there by that id is written anew.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="mentions">All mentions of the articles, ended ones too.</param>
    /// <param name="readBefore">The articles that may have rows.</param>
    /// <param name="holders">The entries that came to hold mentions.</param>
    /// <param name="rulesVersion">The version of the rules that found them.</param>
    public static void Save(
        UnitOfWork work, IReadOnlyCollection<LedgerMention> mentions, IReadOnlyCollection<string> readBefore, IReadOnlyDictionary<string, string> holders,
        string rulesVersion)
    {
        if (mentions.Count == 0)
            return;
        if (readBefore.Count > 0)
            work.Write(Hold(readBefore));
        // Of a mention that goes on by its id the entry stays: where it was moved, that is assigned.
        var rows = new Columns<Telling>(
            $"""
            INSERT INTO mentions (id, article_id, version, published_at, published_utc_offset_minutes, received_at, until, until_received_at, intake, outlet,
                                  url, mention, own_entry_id, rules_version, keys, entry_id, refuted, near)
            SELECT m.id, m.article_id, m.version, m.published_at, m.published_utc_offset_minutes, m.received_at, m.until, m.until_received_at, m.intake,
                   m.outlet, m.url, m.mention, m.own_entry_id, $17, string_to_array(m.keys, '{Columns<Telling>.Separator}') || {SameKeys("m.id")},
                   coalesce(m.holder, m.own_entry_id), {Refuted("m.id")}, m.near::datemultirange
            FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
                AS m (id, article_id, version, published_at, published_utc_offset_minutes, received_at, until, until_received_at, intake, outlet, url, mention,
                      own_entry_id, keys, holder, near)
            ON CONFLICT (id) DO UPDATE
            SET version = excluded.version, published_at = excluded.published_at, published_utc_offset_minutes = excluded.published_utc_offset_minutes,
                received_at = excluded.received_at, until = excluded.until, until_received_at = excluded.until_received_at,
                mention = excluded.mention, rules_version = excluded.rules_version, refuted = excluded.refuted, near = excluded.near,
                keys = excluded.keys
            """,
            [.. mentions.Select(m => m.Telling)]);
        rows.Add(m => m.Source.Id);
        rows.Add(m => m.Source.ArticleId);
        rows.AddText(m => m.Source.Version);
        rows.Add(m => m.Source.PublishedAt.UtcDateTime);
        rows.Add(m => (short)m.Source.PublishedAt.Offset.TotalMinutes);
        rows.Add(m => m.Source.ReceivedAt.UtcDateTime);
        rows.AddTime(m => m.Source.Until);
        rows.AddTime(m => m.Source.UntilReceivedAt);
        rows.Add(m => WireWord.Of(m.Source.Intake));
        rows.AddText(m => m.Source.Outlet);
        rows.AddText(m => m.Source.Url);
        rows.AddJson(m => m.Mention);
        rows.Add(m => m.OwnEntryId);
        rows.AddList(m => m.Keys);
        rows.AddText(m => holders.GetValueOrDefault(m.Source.Id));
        rows.Add(m => DayRange.Sql(m.Near));
        rows.AddOne(rulesVersion);
        work.Write(rows.Statement);
    }

    /// <summary>
    /// Waits for whoever writes in the rows of some articles, a verdict or one who joins entries. What comes behind it sees what they did; in one statement with
    /// the writing it would be seen as it was before them, and written back. It returns nothing.
    /// </summary>
    private static NpgsqlBatchCommand Hold(IReadOnlyCollection<string> articles) => new(
        """
        SELECT count(*) FROM (SELECT FROM mentions WHERE article_id = ANY ($1) ORDER BY id FOR NO KEY UPDATE) AS held
        HAVING count(*) < 0
        """)
    {
        Parameters = { new() { Value = articles.ToArray() } },
    };

    /// <summary>Deletes mentions that articles were once read to make, with the commit.</summary>
    public static void Delete(UnitOfWork work, IReadOnlyCollection<string> ids)
    {
        if (ids.Count == 0)
            return;
        work.Write(new NpgsqlBatchCommand("DELETE FROM mentions WHERE id = ANY ($1)") { Parameters = { new() { Value = ids.ToArray() } } });
    }

    /// <summary>The mentions of the entry of that id, or of an id that it had before; none where the ledger does not list it.</summary>
    public static async Task<IReadOnlyList<LedgerMention>> OfEntryAsync(UnitOfWork work, string entryId, CancellationToken cancellation)
    {
        const string sql =
            $"""
            SELECT {Columns} FROM mentions
            WHERE until IS NULL AND NOT refuted AND entry_id = (
                SELECT id FROM entries WHERE listed AND id = {EntryTable.CurrentId})
            """;
        return [.. (await QueryAsync(work.Connection, work.Transaction, sql, new { entryId }, cancellation)).Select(h => h.Mention)];
    }

    /// <summary>The mentions that a verdict speaks of and that still stand.</summary>
    public static async Task<IReadOnlyList<LedgerMention>> OfVerdictAsync(UnitOfWork work, string verdictId, CancellationToken cancellation)
    {
        const string sql =
            $"SELECT {Columns} FROM mentions WHERE until IS NULL AND id IN (SELECT mention_id FROM verdict_mentions WHERE verdict_id = @verdictId)";
        return [.. (await QueryAsync(work.Connection, work.Transaction, sql, new { verdictId }, cancellation)).Select(h => h.Mention).Order(FoldOrder.Instance)];
    }

    /// <summary>Brings what the rows of some mentions say of verdicts up to date: which are false, and which are of one entry with others.</summary>
    public static Task HeedVerdictsAsync(UnitOfWork work, IEnumerable<string> ids, CancellationToken cancellation)
    {
        var sql =
            $"""
            UPDATE mentions
            SET refuted = {Refuted("mentions.id")},
                keys = ARRAY(SELECT k FROM unnest(keys) WITH ORDINALITY AS u (k, rank) WHERE NOT starts_with(k, '{VerdictSet.KeyPrefix}') ORDER BY rank)
                    || {SameKeys("mentions.id")}
            WHERE id = ANY (@ids)
            """;
        return work.Connection.ExecuteAsync(new CommandDefinition(sql, new { ids = ids.ToArray() }, work.Transaction, cancellationToken: cancellation));
    }

    /// <summary>Every mention that articles made by then, going by what had been published, and had arrived.</summary>
    public static async Task<IReadOnlyList<LedgerMention>> UntilAsync(
        NpgsqlConnection connection, DateTimeOffset published, DateTimeOffset received, CancellationToken cancellation)
    {
        const string sql =
            $"""
            SELECT {Columns} FROM mentions
            WHERE published_at <= @published AND received_at <= @received
              AND (until IS NULL OR until > @published OR until_received_at > @received)
            """;
        var held = await QueryAsync(connection, null, sql, new { published = published.UtcDateTime, received = received.UtcDateTime }, cancellation);
        return [.. held.Select(h => h.Mention)];
    }

    /// <summary>What articles said at that moment and say no more.</summary>
    public static async Task<IReadOnlyList<LedgerMention>> EndedAfterAsync(NpgsqlConnection connection, DateTimeOffset moment, CancellationToken cancellation)
    {
        const string sql = $"SELECT {Columns} FROM mentions WHERE until > @moment AND published_at <= @moment AND NOT refuted";
        return [.. (await QueryAsync(connection, null, sql, new { moment = moment.UtcDateTime }, cancellation)).Select(h => h.Mention)];
    }

    /// <summary>The mentions published until that moment of entries that went on after it.</summary>
    public static Task<IReadOnlyList<HeldMention>> CutAsync(NpgsqlConnection connection, DateTimeOffset moment, CancellationToken cancellation)
    {
        const string sql =
            $"""
            SELECT {Columns} FROM mentions
            WHERE until IS NULL AND NOT refuted AND published_at <= @moment
              AND entry_id IN (SELECT id FROM entries WHERE listed AND first_published <= @moment AND last_published > @moment)
            """;
        return QueryAsync(connection, null, sql, new { moment = moment.UtcDateTime }, cancellation);
    }

    /// <summary>Says, with the commit, which entry holds which mention now; what has ended, or is false, goes where its entry went.</summary>
    public static void Assign(UnitOfWork work, IReadOnlyDictionary<string, string> holders, IReadOnlyCollection<LedgerChange> changes)
    {
        if (holders.Count > 0)
        {
            var held = new Columns<KeyValuePair<string, string>>(
                """
                UPDATE mentions SET entry_id = h.entry_id
                FROM unnest($1, $2) AS h (id, entry_id)
                WHERE mentions.id = h.id AND mentions.entry_id <> h.entry_id
                """,
                [.. holders]);
            held.Add(h => h.Key);
            held.Add(h => h.Value);
            work.Write(held.Statement);
        }

        var merged = changes.Where(c => c.MergedInto is not null).ToList();
        if (merged.Count == 0)
            return;
        var gone = new Columns<LedgerChange>(
            """
            UPDATE mentions SET entry_id = g.into_id
            FROM unnest($1, $2) AS g (entry_id, into_id)
            WHERE mentions.entry_id = g.entry_id AND (mentions.until IS NOT NULL OR mentions.refuted)
            """,
            merged);
        gone.Add(m => m.EntryId);
        gone.Add(m => m.MergedInto!);
        work.Write(gone.Statement);
    }

    private static async Task<IReadOnlyList<HeldMention>> QueryAsync(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, string sql, object parameters, CancellationToken cancellation) =>
        [.. (await RowsAsync(connection, transaction, sql, parameters, cancellation)).Select(s => s.Held)];

    /// <summary>The rows of a query for <see cref="Columns"/>.</summary>
    internal static async Task<IReadOnlyList<StoredMention>> RowsAsync(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, string sql, object parameters, CancellationToken cancellation)
    {
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellation));
        return rows.Select(r => new StoredMention(new HeldMention(r.ToMention(), r.Entry_id), (string[])r.Keys)).ToList();
    }

    private sealed record Row(
        string Id, string Article_id, string? Version, DateTime Published_at, short Published_utc_offset_minutes, DateTime Received_at,
        DateTime? Until, DateTime? Until_received_at, string Intake, string? Outlet, string? Url, string Mention, string Entry_id, Array Keys)
    {
        public LedgerMention ToMention() => new()
        {
            Id = Id,
            ArticleId = Article_id,
            Version = Version,
            PublishedAt = new DateTimeOffset(Published_at).ToOffset(TimeSpan.FromMinutes(Published_utc_offset_minutes)),
            ReceivedAt = new DateTimeOffset(Received_at),
            Until = Until is { } until ? new DateTimeOffset(until) : null,
            UntilReceivedAt = Until_received_at is { } received ? new DateTimeOffset(received) : null,
            Intake = WireWord.Parse<Intake>(Intake),
            Outlet = Outlet,
            Url = Url,
            Mention = JsonSerializer.Deserialize<Mention>(Mention, ParleyJson.Line)!,
        };
    }
}
