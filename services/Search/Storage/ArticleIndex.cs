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
    /// <summary>Indexes articles; one that is there already stays.</summary>
    public static async Task AddAsync(UnitOfWork work, IReadOnlyList<Article> articles, CancellationToken cancellation)
    {
        const string sql =
            """
            INSERT INTO articles (id, title, text, outlet, url, published_at, words)
            SELECT a.id, a.title, a.text, a.outlet, a.url, a.published_at,
                   setweight(to_tsvector('parley', coalesce(a.title, '')), 'A') || to_tsvector('parley', left(a.text, 200000))
            FROM unnest($1, $2, $3, $4, $5, $6) AS a (id, title, text, outlet, url, published_at)
            ON CONFLICT (id) DO NOTHING
            """;
        await using var command = new NpgsqlCommand(sql, work.Connection, work.Transaction);
        foreach (var column in new Func<Article, string?>[] { a => a.Id, a => a.Title, a => a.Text, a => a.Outlet, a => a.Url })
            command.Parameters.Add(new() { Value = articles.Select(column).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = articles.Select(a => a.PublishedAt.UtcDateTime).ToArray() });
        await command.ExecuteNonQueryAsync(cancellation);
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
                WHERE (@words = '' OR words @@ q)
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
