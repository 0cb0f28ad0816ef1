using System.Text.Json;
using Dapper;
using Npgsql;
using Parley.Contracts;
using Parley.Extraction.Storage;
using Parley.Platform.Storage;

namespace Parley.Extraction.Reprocessing;

/// <summary>
/// A batch of what a run has still to read, taken by this copy of the service: by a lock of its session, so that it is free again when the copy dies, and so
/// that no transaction is open while texts are read. The lock only spares others the work; that nothing is done twice is the doing of the queue's rows, which
/// go in the transaction that brings their effect.
/// </summary>
internal sealed class RunQueue : IAsyncDisposable
{
    /// <summary>Versions of articles in a batch.</summary>
    public const int BatchSize = 50;

    /// <summary>More batches than copies of the service work at once.</summary>
    private const int Candidates = 64;

    private const string LockSpace = "hashtext('parley reprocessing batch')";

    private readonly NpgsqlConnection connection;
    private readonly long number;
    private readonly int batch;

    private RunQueue(NpgsqlConnection connection, long number, int batch, IReadOnlyList<Article> articles)
    {
        this.connection = connection;
        this.number = number;
        this.batch = batch;
        Articles = articles;
    }

    /// <summary>What is to be read, in the order of publication.</summary>
    public IReadOnlyList<Article> Articles { get; }

    /// <summary>Takes the first batch of a run that no other copy has; null where there is none.</summary>
    public static async Task<RunQueue?> TakeAsync(ExtractionDatabase database, long number, CancellationToken cancellation)
    {
        const string sql =
            $"""
            SELECT batch FROM (SELECT DISTINCT batch FROM reprocessing_queue WHERE number = @number ORDER BY batch LIMIT @candidates) AS b
            WHERE pg_try_advisory_lock({LockSpace}, batch) LIMIT 1
            """;
        var connection = await database.OpenSessionAsync(cancellation);
        try
        {
            var batch = await connection.QuerySingleOrDefaultAsync<int?>(new CommandDefinition(
                sql, new { number, candidates = Candidates }, cancellationToken: cancellation));
            if (batch is { } taken)
                return new RunQueue(connection, number, taken, await ReadAsync(connection, number, taken, cancellation));
            await connection.DisposeAsync();
            return null;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes articles out of the queue, in the transaction of what is done of them.</summary>
    /// <returns>Those that were still in it.</returns>
    public async Task<IReadOnlyList<Article>> RemoveAsync(UnitOfWork work, IReadOnlyList<Article> articles, CancellationToken cancellation)
    {
        const string sql =
            """
            DELETE FROM reprocessing_queue AS q USING unnest(@articles, @versions) AS d (article_id, version_id)
            WHERE q.number = @number AND q.batch = @batch AND q.article_id = d.article_id AND q.version_id = d.version_id
            RETURNING q.article_id, q.version_id
            """;
        var parameters = new { number, batch, articles = articles.Select(a => a.Id).ToArray(), versions = articles.Select(VersionOf).ToArray() };
        var removed = await work.Connection.QueryAsync<(string Article, string Version)>(new CommandDefinition(
            sql, parameters, work.Transaction, cancellationToken: cancellation));
        var ours = removed.ToHashSet();
        return [.. articles.Where(a => ours.Contains((a.Id, VersionOf(a))))];
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static string VersionOf(Article article) => article.VersionId ?? "";

    private static async Task<IReadOnlyList<Article>> ReadAsync(NpgsqlConnection connection, long number, int batch, CancellationToken cancellation)
    {
        const string sql =
            """
            SELECT r.article::text FROM reprocessing_queue AS q JOIN readings AS r USING (article_id, version_id)
            WHERE q.number = @number AND q.batch = @batch ORDER BY r.stands_from, r.article_id, r.version_id
            """;
        var rows = await connection.QueryAsync<string>(new CommandDefinition(sql, new { number, batch }, cancellationToken: cancellation));
        return [.. rows.Select(json => JsonSerializer.Deserialize<Article>(json, ParleyJson.Line)!)];
    }
}
