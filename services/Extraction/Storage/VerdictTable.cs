using Dapper;
using Npgsql;
using NpgsqlTypes;
using Parley.Contracts;
using Parley.Extraction.Ledger;
using Parley.Extraction.Ledger.Verdicts;
using Parley.Platform.Storage;

namespace Parley.Extraction.Storage;

/// <summary>A verdict with who gave it, on what, and why.</summary>
internal sealed record GivenVerdict
{
    public required Verdict Verdict { get; init; }

    /// <summary>The entry that it was given on, as it was called then.</summary>
    public required string EntryId { get; init; }

    /// <summary>The other entry, as it was called then; null where there is none.</summary>
    public string? OtherEntryId { get; init; }

    /// <summary>Why; empty where nothing is said.</summary>
    public required string Reason { get; init; }

    public required string By { get; init; }

    public string? WithdrawnBy { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }
}

/// <summary>The rows of verdicts.</summary>
internal static class VerdictTable
{
    /// <summary>
    /// Which mention speaks for a side now: of those that stand, the first. <c>@gone</c> are ids of mentions that are about to go, <c>@came</c> of those that
    /// are about to come.
    /// </summary>
    private const string Columns =
        """
        v.id, v.kind, v.of_step, v.entry_id, v.other_entry_id, v.field, v.value::text AS value, v.reason, v.made_by, v.made_at, v.withdrawn_by, v.withdrawn_at,
        (SELECT a.mention_id FROM verdict_mentions AS a WHERE a.verdict_id = v.id AND NOT a.of_other AND (a.mention_id = ANY (@came)
             OR EXISTS (SELECT FROM mentions AS m WHERE m.id = a.mention_id AND m.until IS NULL AND NOT m.id = ANY (@gone))) ORDER BY a.rank LIMIT 1) AS subject,
        (SELECT a.mention_id FROM verdict_mentions AS a WHERE a.verdict_id = v.id AND a.of_other AND (a.mention_id = ANY (@came)
             OR EXISTS (SELECT FROM mentions AS m WHERE m.id = a.mention_id AND m.until IS NULL AND NOT m.id = ANY (@gone))) ORDER BY a.rank LIMIT 1) AS other
        """;

    /// <summary>The verdicts that hold and speak of one of the mentions.</summary>
    public static async Task<VerdictSet> OfAsync(
        UnitOfWork work, IReadOnlyCollection<string> mentions, IReadOnlyCollection<string> gone, IReadOnlyCollection<string> came, CancellationToken cancellation)
    {
        const string sql =
            $"""
            SELECT {Columns} FROM verdicts AS v
            WHERE withdrawn_at IS NULL AND id IN (SELECT verdict_id FROM verdict_mentions WHERE mention_id = ANY (@mentions))
            """;
        var rows = await work.Connection.QueryAsync<Row>(new CommandDefinition(
            sql, new { mentions = mentions.ToArray(), gone = gone.ToArray(), came = came.ToArray() }, work.Transaction, cancellationToken: cancellation));
        return new VerdictSet(rows.Select(r => r.ToGiven().Verdict));
    }

    /// <summary>All verdicts that held at that moment; those that hold where it is null.</summary>
    public static async Task<VerdictSet> AtAsync(NpgsqlConnection connection, DateTimeOffset? moment, CancellationToken cancellation)
    {
        const string sql =
            $"""
            SELECT {Columns} FROM verdicts AS v
            WHERE (@moment::timestamptz IS NULL OR made_at <= @moment) AND (withdrawn_at IS NULL OR withdrawn_at > @moment)
            """;
        var none = Array.Empty<string>();
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            sql, new { moment = moment?.UtcDateTime, gone = none, came = none }, cancellationToken: cancellation));
        return new VerdictSet(rows.Select(r => r.ToGiven().Verdict));
    }

    /// <summary>One; null where there is none.</summary>
    public static async Task<GivenVerdict?> FindAsync(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, string id, CancellationToken cancellation)
    {
        var none = Array.Empty<string>();
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} FROM verdicts AS v WHERE id = @id", new { id, gone = none, came = none }, transaction, cancellationToken: cancellation));
        return row?.ToGiven();
    }

    /// <summary>Verdicts behind a position, in the order in which they were given.</summary>
    /// <param name="connection">To the database.</param>
    /// <param name="entryId">Only those that speak of a mention of this entry, or were given on it; null for all.</param>
    /// <param name="after">Behind this one; null from the first.</param>
    /// <param name="limit">At most this many.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static async Task<IReadOnlyList<GivenVerdict>> ListAsync(
        NpgsqlConnection connection, string? entryId, (DateTimeOffset MadeAt, string Id)? after, int limit, CancellationToken cancellation)
    {
        const string sql =
            $"""
            SELECT {Columns} FROM verdicts AS v
            WHERE (@entryId::text IS NULL OR entry_id = @entryId OR other_entry_id = @entryId OR id IN (
                      SELECT a.verdict_id FROM verdict_mentions AS a JOIN mentions AS m ON m.id = a.mention_id WHERE m.entry_id = @entryId))
              AND (@madeAt::timestamptz IS NULL OR (made_at, id) > (@madeAt, @id))
            ORDER BY made_at, id LIMIT @limit
            """;
        var none = Array.Empty<string>();
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            sql, new { entryId, madeAt = after?.MadeAt.UtcDateTime, id = after?.Id, limit, gone = none, came = none }, cancellationToken: cancellation));
        return [.. rows.Select(r => r.ToGiven())];
    }

    /// <summary>Writes a verdict, and the mentions that it speaks of.</summary>
    public static async Task InsertAsync(
        UnitOfWork work, GivenVerdict given, IReadOnlyList<string> subjects, IReadOnlyList<string> others, CancellationToken cancellation)
    {
        await using var insert = new NpgsqlCommand(
            """
            INSERT INTO verdicts (id, kind, of_step, entry_id, other_entry_id, field, value, reason, made_by, made_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
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
        await insert.ExecuteNonQueryAsync(cancellation);
        await work.Connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO verdict_mentions (verdict_id, of_other, rank, mention_id)
            SELECT @id, false, s.rank, s.mention FROM unnest(@subjects) WITH ORDINALITY AS s (mention, rank)
            UNION ALL
            SELECT @id, true, o.rank, o.mention FROM unnest(@others) WITH ORDINALITY AS o (mention, rank);
            """,
            new { id = verdict.Id, subjects = subjects.ToArray(), others = others.ToArray() }, work.Transaction, cancellationToken: cancellation));
        if (verdict.Kind == VerdictKind.SameAs)
        {
            await work.Connection.ExecuteAsync(new CommandDefinition(
                "UPDATE mentions SET keys = keys || @key WHERE id = ANY (@mentions)",
                new { key = VerdictSet.Key(verdict.Id), mentions = subjects.Concat(others).ToArray() }, work.Transaction, cancellationToken: cancellation));
        }
    }

    /// <summary>Withdraws a verdict.</summary>
    public static Task WithdrawAsync(UnitOfWork work, string id, string by, DateTimeOffset at, CancellationToken cancellation) =>
        work.Connection.ExecuteAsync(new CommandDefinition(
            "UPDATE verdicts SET withdrawn_by = @by, withdrawn_at = @at WHERE id = @id AND withdrawn_at IS NULL",
            new { id, by, at = at.UtcDateTime }, work.Transaction, cancellationToken: cancellation));

    /// <summary>
    /// Verdicts follow a passage that is read otherwise: those that speak of a mention that is about to go speak of the one that comes in its place, the one
    /// of the same article and type whose sentence is the same, or overlaps.
    /// </summary>
    public static async Task FollowAsync(
        UnitOfWork work, IReadOnlyCollection<LedgerMention> gone, IReadOnlyCollection<LedgerMention> came, CancellationToken cancellation)
    {
        var heirs = gone.Select(g => (g.Id, Heir: came.Where(c => Succeeds(c, g)).MaxBy(c => Overlap(c, g))?.Id)).Where(p => p.Heir is not null).ToList();
        if (heirs.Count == 0) return;
        await work.Connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE verdict_mentions SET mention_id = h.heir
            FROM unnest(@ids, @heirs) AS h (id, heir) WHERE verdict_mentions.mention_id = h.id
            """,
            new { ids = heirs.Select(h => h.Id).ToArray(), heirs = heirs.Select(h => h.Heir).ToArray() }, work.Transaction, cancellationToken: cancellation));
    }

    private static bool Succeeds(LedgerMention heir, LedgerMention gone) =>
        heir.ArticleId == gone.ArticleId && heir.Mention.Type == gone.Mention.Type
        && (heir.Mention.Evidence.Text == gone.Mention.Evidence.Text || Overlap(heir, gone) > 0);

    private static int Overlap(LedgerMention a, LedgerMention b) =>
        Math.Min(a.Mention.Evidence.End, b.Mention.Evidence.End) - Math.Max(a.Mention.Evidence.Start, b.Mention.Evidence.Start);

    private sealed record Row(
        string Id, string Kind, bool Of_step, string Entry_id, string? Other_entry_id, string? Field, string? Value, string Reason, string Made_by, DateTime Made_at,
        string? Withdrawn_by, DateTime? Withdrawn_at, string? Subject, string? Other)
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
            OtherEntryId = Other_entry_id,
            Reason = Reason,
            By = Made_by,
            WithdrawnBy = Withdrawn_by,
            WithdrawnAt = Withdrawn_at is { } at ? new DateTimeOffset(at) : null,
        };
    }
}
