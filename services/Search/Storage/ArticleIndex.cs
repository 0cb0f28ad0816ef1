using Dapper;
using Npgsql;
using NpgsqlTypes;
using Parley.Contracts;
using Parley.Platform.Storage;

namespace Parley.Search.Storage;

/// <summary>An article that was found; one without a headline has the beginning of its first line for a title.</summary>
internal sealed record FoundArticle(string Id, string Title, string? Outlet, string? Url, DateTime Published_at, string Snippet);

/// <summary>The index of articles.</summary>
internal sealed class ArticleIndex(SearchDatabase database)
{
    /// <summary>
    /// The words of so much are found in a second or so (measured: 6 million characters a second), far from the time after which a statement is given up: a batch
    /// that is always given up would never end.
    /// </summary>
    private const int MostCharacters = 5_000_000;

    /// <summary>Indexes articles, each in its latest version; one that is older than what is there does no more than name an earlier publication.</summary>
    public static async Task AddAsync(UnitOfWork work, IReadOnlyList<Article> articles, CancellationToken cancellation)
    {
        const string sql =
            """
            INSERT INTO articles (id, title, text, outlet, url, published_at, stands_from, version_id, withdrawn, words)
            SELECT a.id, a.title, a.text, a.outlet, a.url, a.published_at, a.stands_from, a.version_id, a.withdrawn,
                   setweight(to_tsvector('parley', coalesce(a.title, '')), 'A') || to_tsvector('parley', left(a.text, 200000))
            FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) AS a (id, title, text, outlet, url, version_id, published_at, stands_from, withdrawn)
            ON CONFLICT (id) DO UPDATE
            SET title = excluded.title, text = excluded.text, outlet = excluded.outlet, url = excluded.url, words = excluded.words,
                published_at = least(articles.published_at, excluded.published_at),
                stands_from = excluded.stands_from, version_id = excluded.version_id, withdrawn = excluded.withdrawn
            WHERE (coalesce(articles.stands_from, articles.published_at), articles.version_id) < (excluded.stands_from, excluded.version_id)
            """;
        const string publication =
            """
            UPDATE articles SET published_at = a.published_at, stands_from = coalesce(articles.stands_from, articles.published_at)
            FROM unnest($1, $2) AS a (id, published_at)
            WHERE articles.id = a.id AND articles.published_at > a.published_at
            """;

        foreach (var some in Statements(Latest(articles)))
        {
            await using var command = new NpgsqlCommand(sql, work.Connection, work.Transaction);
            foreach (var column in new Func<Article, string?>[] { a => a.Id, a => a.Title, a => a.Text, a => a.Outlet, a => a.Url, a => a.VersionId ?? "" })
                command.Parameters.Add(new() { Value = some.Select(column).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
            command.Parameters.Add(new() { Value = some.Select(a => a.PublishedAt.UtcDateTime).ToArray() });
            command.Parameters.Add(new() { Value = some.Select(a => a.StandsFrom.UtcDateTime).ToArray() });
            command.Parameters.Add(new() { Value = some.Select(a => a.Withdrawn).ToArray() });
            if (await command.ExecuteNonQueryAsync(cancellation) == some.Count)
                continue;

            await using var earlier = new NpgsqlCommand(publication, work.Connection, work.Transaction);
            earlier.Parameters.Add(new() { Value = some.Select(a => a.Id).ToArray() });
            earlier.Parameters.Add(new() { Value = some.Select(a => a.PublishedAt.UtcDateTime).ToArray() });
            await earlier.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>Parts articles, in their order, so that no statement has much more than <see cref="MostCharacters"/> to index.</summary>
    internal static IEnumerable<IReadOnlyList<Article>> Statements(IEnumerable<Article> articles)
    {
        var (some, characters) = (new List<Article>(), 0L);
        foreach (var article in articles)
        {
            some.Add(article);
            characters += article.Text.Length;
            if (characters < MostCharacters)
                continue;
            yield return some;
            (some, characters) = ([], 0);
        }

        if (some.Count > 0)
            yield return some;
    }

    /// <summary>The latest version of each article, published when the earliest was; in one order everywhere, so that two copies cannot wait for each other.</summary>
    private static List<Article> Latest(IReadOnlyList<Article> articles)
    {
        var versions = articles.ToList();
        versions.Sort(ArticleVersion.Compare);
        return
        [
            .. versions.GroupBy(a => a.Id, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => g.Last() with { PublishedAt = g.Min(a => a.PublishedAt), UpdatedAt = g.Last().StandsFrom }),
        ];
    }

    /// <summary>Articles with the words (all, where there are none) that are sources of the actor's entries (any, where there is none).</summary>
    public async Task<IReadOnlyList<FoundArticle>> FindAsync(string words, string actor, int offset, int limit, CancellationToken cancellation)
    {
        // The snippet is made for the page only: it reads the whole text again.
        const string sql =
            """
            WITH query AS (SELECT websearch_to_tsquery('parley', @words) AS q),
            page AS (
                SELECT id, title, text, outlet, url, published_at, CASE WHEN @words <> '' THEN ts_rank(words, q) ELSE 0 END AS rank
                FROM articles, query
                WHERE NOT withdrawn AND (@words = '' OR words @@ q)
                  AND (@actor = '' OR id IN (SELECT unnest(articles) FROM entries WHERE listed AND actors @> ARRAY[@actor]))
                ORDER BY rank DESC, published_at DESC, id
                OFFSET @offset LIMIT @limit)
            SELECT id, coalesce(nullif(title, ''), left(split_part(ltrim(text, E' \t\r\n'), E'\n', 1), 120)) AS title, outlet, url, published_at,
                   ts_headline('parley', left(text, 200000), q, 'StartSel=«, StopSel=», MaxWords=30, MinWords=12, MaxFragments=1') AS snippet
            FROM page, query
            ORDER BY rank DESC, published_at DESC, id
            """;
        await using var connection = await database.OpenAsync(cancellation);
        var found = await connection.QueryAsync<FoundArticle>(
            new CommandDefinition(sql, new { words, actor, offset, limit }, cancellationToken: cancellation));
        return found.AsList();
    }
}
