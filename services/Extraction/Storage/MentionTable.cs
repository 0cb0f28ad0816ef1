using System.Text.Json;
using Dapper;
using Npgsql;
using NpgsqlTypes;
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

    /// <summary>Makes the rows of some articles those of their mentions: what is there by that id is written anew, what is there no more goes.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="mentions">All mentions of the articles, ended ones too.</param>
    /// <param name="holders">The entries that came to hold mentions.</param>
    /// <param name="rulesVersion">The version of the rules that found them.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static async Task SaveAsync(
        UnitOfWork work, IReadOnlyCollection<LedgerMention> mentions, IReadOnlyDictionary<string, string> holders, string rulesVersion,
        CancellationToken cancellation)
    {
        var sql =
            $"""
            INSERT INTO mentions (id, article_id, version, published_at, published_utc_offset_minutes, received_at, until, until_received_at, intake, outlet,
                                  url, mention, rules_version, keys, own_entry_id, entry_id, refuted, near)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14 || {SameKeys("$1")}, $15, coalesce($16, $15), {Refuted("$1")},
                    $17::datemultirange)
            ON CONFLICT (id) DO UPDATE
            SET version = excluded.version, published_at = excluded.published_at, published_utc_offset_minutes = excluded.published_utc_offset_minutes,
                received_at = excluded.received_at, until = excluded.until, until_received_at = excluded.until_received_at,
                mention = excluded.mention, rules_version = excluded.rules_version, entry_id = coalesce($16, mentions.entry_id), refuted = excluded.refuted,
                near = excluded.near,
                keys = excluded.keys
            """;
        await using var batch = new NpgsqlBatch(work.Connection, work.Transaction);
        foreach (var m in mentions)
        {
            var command = new NpgsqlBatchCommand(sql);
            command.Parameters.Add(new() { Value = m.Id });
            command.Parameters.Add(new() { Value = m.ArticleId });
            command.Parameters.Add(Text(m.Version));
            command.Parameters.Add(new() { Value = m.PublishedAt.UtcDateTime });
            command.Parameters.Add(new() { Value = (short)m.PublishedAt.Offset.TotalMinutes });
            command.Parameters.Add(new() { Value = m.ReceivedAt.UtcDateTime });
            command.Parameters.Add(Time(m.Until));
            command.Parameters.Add(Time(m.UntilReceivedAt));
            command.Parameters.Add(new() { Value = WireWord.Of(m.Intake) });
            command.Parameters.Add(Text(m.Outlet));
            command.Parameters.Add(Text(m.Url));
            command.Parameters.Add(new() { Value = JsonSerializer.Serialize(m.Mention, ParleyJson.Line), NpgsqlDbType = NpgsqlDbType.Jsonb });
            command.Parameters.Add(new() { Value = rulesVersion });
            command.Parameters.Add(new() { Value = Links.BlockingKeys(m).ToArray() });
            command.Parameters.Add(new() { Value = EntryId.Of(m) });
            command.Parameters.Add(Text(holders.GetValueOrDefault(m.Id)));
            command.Parameters.Add(new() { Value = DayRange.Sql(Links.Near(m)) });
            batch.BatchCommands.Add(command);
        }

        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Deletes mentions that articles were once read to make.</summary>
    public static Task DeleteAsync(UnitOfWork work, IReadOnlyCollection<string> ids, CancellationToken cancellation) => ids.Count == 0
        ? Task.CompletedTask
        : work.Connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM mentions WHERE id = ANY (@ids)", new { ids = ids.ToArray() }, work.Transaction, cancellationToken: cancellation));

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

    /// <summary>Says which entry holds which mention now; what has ended, or is false, goes where its entry went.</summary>
    public static Task AssignAsync(
        UnitOfWork work, IReadOnlyDictionary<string, string> holders, IReadOnlyCollection<LedgerChange> changes, CancellationToken cancellation)
    {
        var merged = changes.Where(c => c.MergedInto is not null).ToList();
        const string sql =
            """
            UPDATE mentions SET entry_id = h.entry_id
            FROM unnest(@ids, @entryIds) AS h (id, entry_id)
            WHERE mentions.id = h.id AND mentions.entry_id <> h.entry_id;
            UPDATE mentions SET entry_id = g.into_id
            FROM unnest(@gone, @into) AS g (entry_id, into_id)
            WHERE mentions.entry_id = g.entry_id AND (mentions.until IS NOT NULL OR mentions.refuted)
            """;
        var parameters = new
        {
            ids = holders.Keys.ToArray(),
            entryIds = holders.Values.ToArray(),
            gone = merged.Select(m => m.EntryId).ToArray(),
            into = merged.Select(m => m.MergedInto).ToArray(),
        };
        return work.Connection.ExecuteAsync(new CommandDefinition(sql, parameters, work.Transaction, cancellationToken: cancellation));
    }

    private static NpgsqlParameter Text(string? text) => new() { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter Time(DateTimeOffset? time) =>
        new() { Value = time is { } at ? (object)at.UtcDateTime : DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz };

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
