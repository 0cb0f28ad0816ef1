using System.Text.Json;
using Dapper;
using Npgsql;
using NpgsqlTypes;
using Parley.Contracts;
using Parley.Extraction.Ledger.Verdicts;
using Parley.Platform.Storage;

namespace Parley.Extraction.Storage;

/// <summary>The rows of verdicts.</summary>
internal static class VerdictTable
{
    private const string Facts =
        """
        v.id, v.kind, v.of_step, v.entry_id, v.other_entry_id, v.field, v.value::text AS value, v.reason, v.made_by, v.made_at, v.withdrawn_by, v.withdrawn_at,
        v.step_article, v.step_start, v.request_digest
        """;

    /// <summary>SQL for whether a verdict that holds speaks of one of some mentions (<c>@mentions</c>).</summary>
    internal const string AreJudged =
        $"EXISTS (SELECT FROM verdict_mentions AS a JOIN verdicts AS v ON v.id = a.verdict_id WHERE a.mention_id = ANY (@mentions) AND v.{HoldsNow})";

    private const string StandsNow = "EXISTS (SELECT FROM mentions AS m WHERE m.id = a.mention_id AND m.until IS NULL)";

    private const string HoldsNow = "withdrawn_at IS NULL";

    /// <summary>Whether a verdict that holds speaks of one of the mentions.</summary>
    public static Task<bool> AreJudgedAsync(UnitOfWork work, string[] mentions, CancellationToken cancellation) =>
        work.Connection.ExecuteScalarAsync<bool>(new CommandDefinition($"SELECT {AreJudged}", new { mentions }, work.Transaction, cancellationToken: cancellation));

    /// <summary>The verdicts that hold and speak of one of the mentions, when those of <c>gone</c> have gone and those of <c>came</c> have come.</summary>
    public static async Task<VerdictSet> OfAsync(
        UnitOfWork work, IReadOnlyCollection<string> mentions, IReadOnlyCollection<string> gone, IReadOnlyCollection<string> came, CancellationToken cancellation)
    {
        const string stands = $"NOT a.mention_id = ANY (@gone) AND (a.mention_id = ANY (@came) OR {StandsNow})";
        var sql =
            $"""
            SELECT {Facts}, {Speakers(stands, HoldsNow)} FROM verdicts AS v
            WHERE {HoldsNow} AND id IN (SELECT verdict_id FROM verdict_mentions WHERE mention_id = ANY (@mentions))
            """;
        var rows = await work.Connection.QueryAsync<Row>(new CommandDefinition(
            sql, new { mentions = mentions.ToArray(), gone = gone.ToArray(), came = came.ToArray() }, work.Transaction, cancellationToken: cancellation));
        return new VerdictSet(rows.Select(r => r.ToGiven().Verdict));
    }

    /// <summary>
    /// All verdicts, spoken for by what stood at that moment. As of a moment every verdict that holds counts, since it is no report that was published; known
    /// at a moment only those that had been given.
    /// </summary>
    public static async Task<VerdictSet> AtAsync(NpgsqlConnection connection, Moment moment, CancellationToken cancellation)
    {
        const string stands =
            """
            EXISTS (SELECT FROM mentions AS m WHERE m.id = a.mention_id
                    AND (@published::timestamptz IS NULL OR m.published_at <= @published) AND (@received::timestamptz IS NULL OR m.received_at <= @received)
                    AND (m.until IS NULL OR m.until > @published OR m.until_received_at > @received))
            """;
        const string holds =
            "(CASE WHEN @received::timestamptz IS NULL THEN withdrawn_at IS NULL ELSE made_at <= @received AND coalesce(withdrawn_at > @received, true) END)";
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"SELECT {Facts}, {Speakers(stands, holds)} FROM verdicts AS v WHERE {holds}",
            new { published = moment.AsOf?.UtcDateTime, received = moment.KnownAt?.UtcDateTime }, cancellationToken: cancellation));
        return new VerdictSet(rows.Select(r => r.ToGiven().Verdict));
    }

    /// <summary>One; null where there is none.</summary>
    public static async Task<GivenVerdict?> FindAsync(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, string id, CancellationToken cancellation)
    {
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            $"SELECT {Facts}, {Speakers(StandsNow, HoldsNow)} FROM verdicts AS v WHERE id = @id", new { id }, transaction, cancellationToken: cancellation));
        return row?.ToGiven();
    }

    /// <summary>One, which no one else can withdraw before the end of the transaction; null where there is none.</summary>
    public static async Task<GivenVerdict?> LockAsync(UnitOfWork work, string id, CancellationToken cancellation)
    {
        await work.Connection.ExecuteAsync(new CommandDefinition(
            "SELECT FROM verdicts WHERE id = @id FOR NO KEY UPDATE", new { id }, work.Transaction, cancellationToken: cancellation));
        return await FindAsync(work.Connection, work.Transaction, id, cancellation);
    }

    /// <summary>Verdicts behind a position, in the order in which they were given.</summary>
    /// <param name="connection">To the database.</param>
    /// <param name="entryId">Only those that speak of a mention of this entry, or were given on it, by an id that it has or had; null for all.</param>
    /// <param name="after">Behind this one; null from the first.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static async Task<IReadOnlyList<GivenVerdict>> ListAsync(
        NpgsqlConnection connection, string? entryId, (DateTimeOffset MadeAt, string Id)? after, int limit, CancellationToken cancellation)
    {
        var sql =
            $"""
            SELECT {Facts}, {Speakers(StandsNow, HoldsNow)} FROM verdicts AS v
            WHERE (@entryId::text IS NULL OR entry_id = @entryId OR other_entry_id = @entryId OR id IN (
                      SELECT a.verdict_id FROM verdict_mentions AS a JOIN mentions AS m ON m.id = a.mention_id
                      WHERE m.entry_id = {EntryTable.CurrentId}))
              AND (@madeAt::timestamptz IS NULL OR (made_at, id) > (@madeAt, @id))
            ORDER BY made_at, id LIMIT @limit
            """;
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            sql, new { entryId, madeAt = after?.MadeAt.UtcDateTime, id = after?.Id, limit }, cancellationToken: cancellation));
        return [.. rows.Select(r => r.ToGiven())];
    }

    /// <summary>Writes a verdict, and the mentions that it speaks of.</summary>
    public static async Task InsertAsync(
        UnitOfWork work, GivenVerdict given, IReadOnlyList<string> subjects, IReadOnlyList<string> others, CancellationToken cancellation)
    {
        await using var insert = new NpgsqlCommand(
            """
            INSERT INTO verdicts (id, kind, of_step, entry_id, other_entry_id, field, value, reason, made_by, made_at, step_article, step_start, request_digest)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """,
            work.Connection, work.Transaction);
        var verdict = given.Verdict;
        insert.Parameters.Add(new() { Value = verdict.Id });
        insert.Parameters.Add(new() { Value = WireWord.Of(verdict.Kind) });
        insert.Parameters.Add(new() { Value = verdict.OfStep });
        insert.Parameters.Add(new() { Value = given.EntryId });
        insert.Parameters.Add(new() { Value = (object?)given.OtherEntryId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        insert.Parameters.Add(new() { Value = verdict.Field is { } field ? WireWord.Of(field) : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        insert.Parameters.Add(new() { Value = (object?)verdict.Value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Jsonb });
        insert.Parameters.Add(new() { Value = given.Reason });
        insert.Parameters.Add(new() { Value = given.By });
        insert.Parameters.Add(new() { Value = verdict.MadeAt.UtcDateTime });
        insert.Parameters.Add(new() { Value = (object?)given.Step?.Article ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        insert.Parameters.Add(new() { Value = given.Step is { } step ? (object)step.Start : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        insert.Parameters.Add(new() { Value = given.RequestDigest });
        await insert.ExecuteNonQueryAsync(cancellation);
        await work.Connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO verdict_mentions (verdict_id, of_other, rank, mention_id)
            SELECT @id, false, s.rank, s.mention FROM unnest(@subjects) WITH ORDINALITY AS s (mention, rank)
            UNION ALL
            SELECT @id, true, o.rank, o.mention FROM unnest(@others) WITH ORDINALITY AS o (mention, rank);
            """,
            new { id = verdict.Id, subjects = subjects.ToArray(), others = others.ToArray() }, work.Transaction, cancellationToken: cancellation));
    }

    /// <summary>Withdraws a verdict.</summary>
    public static Task WithdrawAsync(UnitOfWork work, string id, string by, DateTimeOffset at, CancellationToken cancellation) =>
        work.Connection.ExecuteAsync(new CommandDefinition(
            "UPDATE verdicts SET withdrawn_by = @by, withdrawn_at = @at WHERE id = @id AND withdrawn_at IS NULL",
            new { id, by, at = at.UtcDateTime }, work.Transaction, cancellationToken: cancellation));

    /// <summary>Keeps what a verdict changed when it was given, so that whoever asks for it again is answered the same.</summary>
    public static Task KeepChangesAsync(UnitOfWork work, string id, IReadOnlyCollection<LedgerChange> changes, CancellationToken cancellation) =>
        changes.Count == 0 ? Task.CompletedTask : work.Connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO verdict_changes (verdict_id, rank, entry_id, version)
            SELECT @id, c.rank, c.entry_id, c.version FROM unnest(@entries, @versions) WITH ORDINALITY AS c (entry_id, version, rank)
            """,
            new { id, entries = changes.Select(c => c.EntryId).ToArray(), versions = changes.Select(c => c.Version).ToArray() },
            work.Transaction, cancellationToken: cancellation));

    /// <summary>What a verdict changed when it was given.</summary>
    public static async Task<IReadOnlyList<LedgerChange>> ChangesAsync(NpgsqlConnection connection, string id, CancellationToken cancellation)
    {
        var rows = await connection.QueryAsync<string>(new CommandDefinition(
            "SELECT change::text FROM verdict_changes JOIN changes USING (entry_id, version) WHERE verdict_id = @id ORDER BY rank",
            new { id }, cancellationToken: cancellation));
        return [.. rows.Select(json => JsonSerializer.Deserialize<LedgerChange>(json, ParleyJson.Line)!)];
    }

    /// <summary>
    /// Verdicts follow a passage that is read, or worded, otherwise: those that spoke of a mention that stands no more speak of its heir too. That a step is
    /// false is said of what it told: an heir that tells another stage is not meant.
    /// </summary>
    public static Task FollowAsync(UnitOfWork work, IReadOnlyCollection<Heir> heirs, CancellationToken cancellation) =>
        heirs.Count == 0 ? Task.CompletedTask : work.Connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO verdict_mentions (verdict_id, of_other, rank, mention_id)
            SELECT a.verdict_id, a.of_other, a.rank, h.heir
            FROM unnest(@gone, @heirs, @alike) AS h (gone, heir, alike)
            JOIN verdict_mentions AS a ON a.mention_id = h.gone
            JOIN verdicts AS v ON v.id = a.verdict_id
            WHERE h.alike OR NOT (v.kind = 'false' AND v.of_step)
            ON CONFLICT DO NOTHING
            """,
            new
            {
                gone = heirs.Select(h => h.Gone.Id).ToArray(),
                heirs = heirs.Select(h => h.Came.Id).ToArray(),
                alike = heirs.Select(h => h.Gone.Mention.Status == h.Came.Mention.Status).ToArray(),
            },
            work.Transaction, cancellationToken: cancellation));

    /// <summary>Which mention speaks for each side: the first that stands, passing over steps that are false, unless that is what the verdict says.</summary>
    /// <param name="stands">Whether the mention of <c>a</c> stands.</param>
    /// <param name="holds">Whether a verdict holds.</param>
    private static string Speakers(string stands, string holds)
    {
        string Of(string side) =>
            $"""
            (SELECT a.mention_id FROM verdict_mentions AS a
             WHERE a.verdict_id = v.id AND a.of_other = {side} AND {stands}
               AND ((v.kind = 'false' AND v.of_step) OR NOT EXISTS (
                   SELECT FROM verdict_mentions AS s JOIN verdicts AS f ON f.id = s.verdict_id
                   WHERE s.mention_id = a.mention_id AND f.kind = 'false' AND f.of_step AND {holds}))
             ORDER BY a.rank, a.mention_id LIMIT 1)
            """;
        return $"{Of("false")} AS subject, {Of("true")} AS other";
    }

    private sealed record Row(
        string Id, string Kind, bool Of_step, string Entry_id, string? Other_entry_id, string? Field, string? Value, string Reason, string Made_by, DateTime Made_at,
        string? Withdrawn_by, DateTime? Withdrawn_at, string? Step_article, int? Step_start, string Request_digest, string? Subject, string? Other)
    {
        public GivenVerdict ToGiven() => new()
        {
            Verdict = new Verdict
            {
                Id = Id,
                Kind = WireWord.Parse<VerdictKind>(Kind),
                Subject = Subject,
                OfStep = Of_step,
                Other = Other,
                Field = Field is null ? null : WireWord.Parse<PinnedField>(Field),
                Value = Value,
                MadeAt = new DateTimeOffset(Made_at),
            },
            EntryId = Entry_id,
            Step = Step_article is { } article ? new Passage(article, Step_start ?? 0) : null,
            OtherEntryId = Other_entry_id,
            RequestDigest = Request_digest,
            Reason = Reason,
            By = Made_by,
            WithdrawnBy = Withdrawn_by,
            WithdrawnAt = Withdrawn_at is { } at ? new DateTimeOffset(at) : null,
        };
    }
}
