using System.Text.Json;
using Dapper;
using Npgsql;
using NpgsqlTypes;
using Parley.Contracts;
using Parley.Extraction.Ledger;
using Parley.Platform.Storage;

namespace Parley.Extraction.Storage;

/// <summary>A version of an article with what was read in it.</summary>
/// <param name="Reading">What it says.</param>
/// <param name="Article">The article as it came.</param>
internal sealed record ReadArticle(Reading Reading, Article Article)
{
    /// <summary>Of an article and the mentions that its analysis found; a withdrawn one says nothing.</summary>
    public static ReadArticle Of(Article article, IEnumerable<Mention> mentions) => new(
        new Reading
        {
            ArticleId = article.Id,
            VersionId = article.VersionId ?? "",
            StandsFrom = article.StandsFrom,
            ReceivedAt = article.ReceivedAt,
            Mentions = article.Withdrawn ? [] : LedgerMention.Of(article, mentions),
        },
        article);
}

/// <summary>The rows of readings.</summary>
internal static class ReadingTable
{
    /// <summary>The readings of articles, by article.</summary>
    public static async Task<ILookup<string, Reading>> OfAsync(UnitOfWork work, IEnumerable<string> articleIds, CancellationToken cancellation)
    {
        const string sql =
            """
            SELECT article_id, version_id, stands_from, stands_from_offset_minutes, received_at, mentions::text
            FROM readings WHERE article_id = ANY (@ids)
            """;
        var rows = await work.Connection.QueryAsync<Row>(new CommandDefinition(
            sql, new { ids = articleIds.Distinct(StringComparer.Ordinal).ToArray() }, work.Transaction, cancellationToken: cancellation));
        return rows.Select(r => r.ToReading()).ToLookup(r => r.ArticleId, StringComparer.Ordinal);
    }

    /// <summary>Writes readings, those that are there already anew.</summary>
    public static async Task SaveAsync(UnitOfWork work, IEnumerable<ReadArticle> readings, string rulesVersion, CancellationToken cancellation)
    {
        const string sql =
            """
            INSERT INTO readings (article_id, version_id, stands_from, stands_from_offset_minutes, received_at, withdrawn, article, mentions, rules_version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (article_id, version_id) DO UPDATE SET mentions = excluded.mentions, rules_version = excluded.rules_version
            """;
        await using var batch = new NpgsqlBatch(work.Connection, work.Transaction);
        foreach (var (reading, article) in readings)
        {
            var command = new NpgsqlBatchCommand(sql);
            command.Parameters.Add(new() { Value = reading.ArticleId });
            command.Parameters.Add(new() { Value = reading.VersionId });
            command.Parameters.Add(new() { Value = reading.StandsFrom.UtcDateTime });
            command.Parameters.Add(new() { Value = (short)reading.StandsFrom.Offset.TotalMinutes });
            command.Parameters.Add(new() { Value = reading.ReceivedAt.UtcDateTime });
            command.Parameters.Add(new() { Value = article.Withdrawn });
            command.Parameters.Add(new() { Value = JsonSerializer.Serialize(article, ParleyJson.Line), NpgsqlDbType = NpgsqlDbType.Jsonb });
            command.Parameters.Add(new() { Value = JsonSerializer.Serialize(reading.Mentions, ParleyJson.Line), NpgsqlDbType = NpgsqlDbType.Jsonb });
            command.Parameters.Add(new() { Value = rulesVersion });
            batch.BatchCommands.Add(command);
        }

        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync(cancellation);
    }

    private sealed record Row(
        string Article_id, string Version_id, DateTime Stands_from, short Stands_from_offset_minutes, DateTime Received_at, string Mentions)
    {
        public Reading ToReading() => new()
        {
            ArticleId = Article_id,
            VersionId = Version_id,
            StandsFrom = new DateTimeOffset(Stands_from).ToOffset(TimeSpan.FromMinutes(Stands_from_offset_minutes)),
            ReceivedAt = new DateTimeOffset(Received_at),
            Mentions = JsonSerializer.Deserialize<IReadOnlyList<LedgerMention>>(Mentions, ParleyJson.Line)!,
        };
    }
}
