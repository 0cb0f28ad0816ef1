using System.Text.Json;
using Dapper;
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
    /// <summary>Begins to write in the ledger: locks articles, so that two versions of one are taken in one after the other, and then reads what is known of them.</summary>
    /// <returns>Their readings, by article.</returns>
    public static async Task<ILookup<string, Reading>> LockAsync(UnitOfWork work, IEnumerable<string> articleIds, CancellationToken cancellation)
    {
        // What runs again and again here is planned once: to plan it for each article anew takes longer than to run it, and finds nothing better.
        const string sql =
            $"""
            {PartQuery.ByIndex}
            SET LOCAL plan_cache_mode = force_generic_plan;
            SELECT count(*) FROM (SELECT pg_advisory_xact_lock(l) FROM unnest(@locks) AS l OFFSET 0) AS taken;
            SELECT article_id, version_id, stands_from, stands_from_offset_minutes, received_at, mentions::text
            FROM readings WHERE article_id = ANY (@ids);
            """;
        var ids = articleIds.Distinct(StringComparer.Ordinal).ToArray();
        await using var answers = await work.Connection.QueryMultipleAsync(new CommandDefinition(
            sql, new { locks = LedgerLocks.OfArticles(ids), ids }, work.Transaction, cancellationToken: cancellation));
        await answers.ReadSingleAsync<long>();
        var rows = await answers.ReadAsync<Row>();
        return rows.Select(r => r.ToReading()).ToLookup(r => r.ArticleId, StringComparer.Ordinal);
    }

    /// <summary>Writes readings with the commit, those that are there already anew.</summary>
    public static void Save(UnitOfWork work, IReadOnlyList<ReadArticle> readings, string rulesVersion)
    {
        if (readings.Count == 0)
            return;
        var rows = new Columns<ReadArticle>(
            """
            INSERT INTO readings (article_id, version_id, stands_from, stands_from_offset_minutes, received_at, withdrawn, article, mentions, rules_version)
            SELECT *, $9 FROM unnest($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (article_id, version_id) DO UPDATE SET mentions = excluded.mentions, rules_version = excluded.rules_version
            """,
            // Of one version that was read twice, the last counts.
            [.. readings.Reverse().DistinctBy(r => (r.Reading.ArticleId, r.Reading.VersionId)).Reverse()]);
        rows.Add(r => r.Reading.ArticleId);
        rows.Add(r => r.Reading.VersionId);
        rows.Add(r => r.Reading.StandsFrom.UtcDateTime);
        rows.Add(r => (short)r.Reading.StandsFrom.Offset.TotalMinutes);
        rows.Add(r => r.Reading.ReceivedAt.UtcDateTime);
        rows.Add(r => r.Article.Withdrawn);
        rows.AddJson(r => r.Article);
        rows.AddJson(r => r.Reading.Mentions);
        rows.AddOne(rulesVersion);
        work.Write(rows.Statement);
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
