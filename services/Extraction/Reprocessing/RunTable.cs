using Dapper;
using Npgsql;
using Parley.Extraction.Analysis;
using Parley.Extraction.Storage;
using Parley.Platform.Messaging;
using Parley.Platform.Storage;

namespace Parley.Extraction.Reprocessing;

/// <summary>The rows of runs: what begins and ends them, and how far they are.</summary>
internal sealed class RunTable(ExtractionDatabase database, TimeProvider time) : IDisposable
{
    private const string Columns =
        """
        number, started_by, whole, rules_version, array_to_string(former_rules, ' ') AS former_rules, total, done, failed, without_text, started_at, finished_at, cancelled,
        (SELECT count(DISTINCT entry_id) FROM changes WHERE reprocessing = number) AS changed_entries
        """;

    /// <summary>Set when a run began in this process, so that its worker need not wait for its next look.</summary>
    public AsyncSignal Started { get; } = new();

    /// <summary>Begins a run, unless one by the same rules is under way.</summary>
    /// <param name="whole">Whether to read also what these rules have read.</param>
    /// <param name="requestId">The caller's id of the request; null for none.</param>
    /// <param name="startedBy">The caller; empty where unknown.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>The run, null where nothing is to be read, and whether it was under way before the request.</returns>
    public async Task<(StoredRun? Run, bool Joined)> StartAsync(bool whole, Guid? requestId, string startedBy, CancellationToken cancellation)
    {
        await using var work = await database.BeginAsync(cancellation);
        await work.Connection.ExecuteAsync(new CommandDefinition(
            "SELECT pg_advisory_xact_lock(hashtext('parley reprocessing start'))", transaction: work.Transaction, cancellationToken: cancellation));
        var answered = await AnsweredAsync(work, requestId, cancellation);
        var (number, joined) = answered ?? await JoinOrBeginAsync(work, whole, startedBy, cancellation);
        if (number is null)
            return (null, false);
        if (answered is null && requestId is not null)
        {
            await work.Connection.ExecuteAsync(new CommandDefinition(
                "INSERT INTO reprocessing_requests (request_id, number, joined) VALUES (@requestId, @number, @joined)",
                new { requestId, number, joined }, work.Transaction, cancellationToken: cancellation));
        }

        var run = await ReadAsync(work.Connection, "WHERE number = @number", number.Value, cancellation);
        work.AfterCommit(Started.Set);
        await work.CommitAsync(cancellation);
        return (run, joined);
    }

    /// <summary>A run by its number, the last one that began for 0; null where there is none.</summary>
    public async Task<StoredRun?> FindAsync(long number, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await ReadAsync(connection, number == 0 ? "ORDER BY number DESC LIMIT 1" : "WHERE number = @number", number, cancellation);
    }

    /// <summary>The number of the run that is under way by the rules of this program; null where there is none.</summary>
    public async Task<long?> UnderWayAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<long?>(new CommandDefinition(
            "SELECT number FROM reprocessings WHERE finished_at IS NULL AND rules_version = @rules", new { rules = Analyzer.RulesVersion },
            cancellationToken: cancellation));
    }

    /// <summary>Ends a run before its end, unless it has ended.</summary>
    public async Task CancelAsync(long number, CancellationToken cancellation)
    {
        await using var work = await database.BeginAsync(cancellation);
        await CancelAsync(work, number, cancellation);
        await work.CommitAsync(cancellation);
    }

    /// <summary>Counts what a transaction has done of a run. Last of all in it: the copies of the service wait for one another here.</summary>
    public static Task CountAsync(UnitOfWork work, long number, int done, int failed, CancellationToken cancellation) =>
        work.Connection.ExecuteAsync(new CommandDefinition(
            "UPDATE reprocessings SET done = done + @done, failed = failed + @failed WHERE number = @number",
            new { number, done, failed }, work.Transaction, cancellationToken: cancellation));

    /// <summary>Ends a run that has nothing left to read.</summary>
    /// <returns>Whether this call has ended it.</returns>
    public async Task<bool> TryFinishAsync(long number, CancellationToken cancellation)
    {
        const string sql =
            """
            UPDATE reprocessings SET finished_at = @now
            WHERE number = @number AND finished_at IS NULL AND NOT EXISTS (SELECT FROM reprocessing_queue WHERE number = @number)
            """;
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteAsync(new CommandDefinition(sql, new { number, now = time.GetUtcNow().UtcDateTime }, cancellationToken: cancellation)) > 0;
    }

    /// <inheritdoc/>
    public void Dispose() => Started.Dispose();

    private static async Task<(long? Number, bool Joined)?> AnsweredAsync(UnitOfWork work, Guid? requestId, CancellationToken cancellation) =>
        requestId is null ? null : await work.Connection.QuerySingleOrDefaultAsync<(long? Number, bool Joined)?>(new CommandDefinition(
            "SELECT number, joined FROM reprocessing_requests WHERE request_id = @requestId", new { requestId }, work.Transaction, cancellationToken: cancellation));

    private async Task<(long? Number, bool Joined)> JoinOrBeginAsync(UnitOfWork work, bool whole, string startedBy, CancellationToken cancellation)
    {
        var current = await work.Connection.QuerySingleOrDefaultAsync<(long Number, string Rules)?>(new CommandDefinition(
            "SELECT number, rules_version FROM reprocessings WHERE finished_at IS NULL", transaction: work.Transaction, cancellationToken: cancellation));
        if (current is { } run && run.Rules == Analyzer.RulesVersion)
            return (run.Number, true);
        if (current is { } other)
            await CancelAsync(work, other.Number, cancellation);
        return (await BeginAsync(work, whole, startedBy, cancellation), false);
    }

    private Task<long?> BeginAsync(UnitOfWork work, bool whole, string startedBy, CancellationToken cancellation)
    {
        const string sql =
            """
            WITH wanted AS MATERIALIZED (
                SELECT article_id, version_id, stands_from, rules_version FROM readings WHERE article IS NOT NULL AND (@whole OR rules_version <> @rules)),
            run AS (
                INSERT INTO reprocessings (started_by, whole, rules_version, former_rules, total, without_text, started_at)
                SELECT @startedBy, @whole, @rules, array_agg(DISTINCT rules_version), count(*), (SELECT count(*) FROM readings WHERE article IS NULL), @now
                FROM wanted HAVING count(*) > 0
                RETURNING number),
            queue AS (
                INSERT INTO reprocessing_queue (number, batch, article_id, version_id)
                SELECT number, (row_number() OVER (ORDER BY stands_from, article_id, version_id) - 1) / @batch, article_id, version_id FROM wanted, run)
            SELECT number FROM run
            """;
        return work.Connection.QuerySingleOrDefaultAsync<long?>(new CommandDefinition(
            sql, new { startedBy, whole, rules = Analyzer.RulesVersion, now = time.GetUtcNow().UtcDateTime, batch = RunQueue.BatchSize },
            work.Transaction, cancellationToken: cancellation));
    }

    /// <summary>The queue first: whoever works on it counts in the run's row afterwards.</summary>
    private Task CancelAsync(UnitOfWork work, long number, CancellationToken cancellation) => work.Connection.ExecuteAsync(new CommandDefinition(
        """
        DELETE FROM reprocessing_queue WHERE number = @number;
        UPDATE reprocessings SET finished_at = @now, cancelled = true WHERE number = @number AND finished_at IS NULL
        """,
        new { number, now = time.GetUtcNow().UtcDateTime }, work.Transaction, cancellationToken: cancellation));

    private static async Task<StoredRun?> ReadAsync(NpgsqlConnection connection, string which, long number, CancellationToken cancellation)
    {
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} FROM reprocessings {which}", new { number }, cancellationToken: cancellation));
        return row?.ToRun();
    }

    private sealed record Row(
        long Number, string Started_by, bool Whole, string Rules_version, string Former_rules, long Total, long Done, long Failed, long Without_text,
        DateTime Started_at, DateTime? Finished_at, bool Cancelled, long Changed_entries)
    {
        public StoredRun ToRun() => new()
        {
            Number = Number,
            StartedBy = Started_by,
            Whole = Whole,
            RulesVersion = Rules_version,
            FormerRules = Former_rules.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Total = Total,
            Done = Done,
            Failed = Failed,
            WithoutText = Without_text,
            ChangedEntries = Changed_entries,
            StartedAt = new DateTimeOffset(Started_at),
            FinishedAt = Finished_at is { } end ? new DateTimeOffset(end) : null,
            Cancelled = Cancelled,
        };
    }
}
