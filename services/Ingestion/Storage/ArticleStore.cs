using Dapper;
using Npgsql;
using NpgsqlTypes;
using Parley.Contracts;
using Parley.Platform.Storage;

namespace Parley.Ingestion.Storage;

/// <summary>The rows of articles.</summary>
internal sealed class ArticleStore(IngestionDatabase database)
{
    /// <summary>Inserts those whose id is not there yet.</summary>
    /// <returns>The ids that were inserted.</returns>
    public static async Task<HashSet<string>> InsertAsync(UnitOfWork work, IReadOnlyList<Article> articles, CancellationToken cancellation)
    {
        const string sql =
            """
            INSERT INTO articles (id, title, text, outlet, url, published_at, published_utc_offset_minutes, published_basis, received_at, intake)
            SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) AS a (id) ORDER BY a.id
            ON CONFLICT (id) DO NOTHING
            RETURNING id
            """;
        await using var command = new NpgsqlCommand(sql, work.Connection, work.Transaction);
        Add(articles, a => a.Id);
        Add(articles, a => a.Title);
        Add(articles, a => a.Text);
        Add(articles, a => a.Outlet);
        Add(articles, a => a.Url);
        command.Parameters.Add(new() { Value = articles.Select(a => a.PublishedAt.UtcDateTime).ToArray() });
        command.Parameters.Add(new() { Value = articles.Select(a => (short)a.PublishedAt.Offset.TotalMinutes).ToArray() });
        Add(articles, a => WireWord.Of(a.PublishedBasis));
        command.Parameters.Add(new() { Value = articles.Select(a => a.ReceivedAt.UtcDateTime).ToArray() });
        Add(articles, a => WireWord.Of(a.Intake));

        var inserted = new HashSet<string>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            inserted.Add(reader.GetString(0));
        return inserted;

        void Add(IReadOnlyList<Article> rows, Func<Article, string?> column) => command.Parameters.Add(
            new() { Value = rows.Select(column).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
    }

    /// <summary>One article; null where there is none of that id.</summary>
    public async Task<Article?> FindAsync(string id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            """
            SELECT id, title, text, outlet, url, published_at, published_utc_offset_minutes, published_basis, received_at, intake
            FROM articles WHERE id = @id
            """,
            new { id }, cancellationToken: cancellation));
        return row?.ToArticle();
    }

    private sealed record Row(
        string Id, string? Title, string Text, string? Outlet, string? Url, DateTime Published_at, short Published_utc_offset_minutes,
        string Published_basis, DateTime Received_at, string Intake)
    {
        public Article ToArticle() => new()
        {
            Id = Id,
            Title = Title,
            Text = Text,
            Outlet = Outlet,
            Url = Url,
            PublishedAt = new DateTimeOffset(Published_at).ToOffset(TimeSpan.FromMinutes(Published_utc_offset_minutes)),
            PublishedBasis = WireWord.Parse<PublishedBasis>(Published_basis),
            ReceivedAt = new DateTimeOffset(Received_at),
            Intake = WireWord.Parse<Intake>(Intake),
        };
    }
}
