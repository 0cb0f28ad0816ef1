using Dapper;
using Npgsql;
using NpgsqlTypes;
using Parley.Contracts;
using Parley.Ingestion.Versions;
using Parley.Platform.Storage;

namespace Parley.Ingestion.Storage;

/// <summary>The rows of articles and of their versions.</summary>
internal sealed class ArticleStore(IngestionDatabase database)
{
    /// <summary>Inserts those whose id is not there yet.</summary>
    /// <returns>The ids that were inserted.</returns>
    public static async Task<HashSet<string>> InsertAsync(UnitOfWork work, IReadOnlyList<StoredVersion> firsts, CancellationToken cancellation)
    {
        const string sql =
            $"""
            INSERT INTO articles (id, {ArticleRow.Columns})
            SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) AS a (id) ORDER BY a.id
            ON CONFLICT (id) DO NOTHING
            RETURNING id
            """;
        await using var command = new NpgsqlCommand(sql, work.Connection, work.Transaction);
        Add(NpgsqlDbType.Text, v => v.Article.Id);
        AddColumns(command.Parameters, firsts);
        var inserted = new HashSet<string>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            inserted.Add(reader.GetString(0));
        return inserted;

        void Add(NpgsqlDbType type, Func<StoredVersion, object?> column) => AddColumn(command.Parameters, firsts, type, column);
    }

    /// <summary>The histories of articles; those that are not there are left out.</summary>
    /// <param name="work">The transaction that reads.</param>
    /// <param name="ids">The articles.</param>
    /// <param name="toChange">Whether it is going to change them: then another transaction waits until it has.</param>
    /// <param name="cancellation">Stops it.</param>
    public static Task<Dictionary<string, ArticleHistory>> ReadAsync(UnitOfWork work, IReadOnlyCollection<string> ids, bool toChange, CancellationToken cancellation) =>
        ReadAsync(work.Connection, work.Transaction, ids, toChange, cancellation);

    /// <summary>The history of one article; null where there is none of that id.</summary>
    public async Task<ArticleHistory?> FindAsync(string id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (await ReadAsync(connection, null, [id], toChange: false, cancellation)).GetValueOrDefault(id);
    }

    /// <summary>Stores what was added to the history of an article.</summary>
    public static async Task SaveAsync(UnitOfWork work, ArticleHistory before, ArticleHistory after, CancellationToken cancellation)
    {
        const string insert =
            $"""
            INSERT INTO article_versions (article_id, version_id, timed_by_arrival, told, {ArticleRow.Columns})
            SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) AS v
            ON CONFLICT (article_id, version_id) DO UPDATE SET told = excluded.told
            """;
        const string stand =
            $"""
            UPDATE articles SET ({ArticleRow.Columns}) = (SELECT * FROM unnest($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) AS s) WHERE id = $1[1]
            """;

        // The only version of an article stands in its row alone.
        var added = before.Versions.Count == 1 ? after.Versions : [.. after.Versions.Except(before.Versions)];
        var versions = new NpgsqlBatchCommand(insert);
        AddColumn(versions.Parameters, added, NpgsqlDbType.Text, v => v.Article.Id);
        AddColumn(versions.Parameters, added, NpgsqlDbType.Text, v => v.Article.VersionId);
        AddColumn(versions.Parameters, added, NpgsqlDbType.Boolean, v => v.TimedByArrival);
        AddColumn(versions.Parameters, added, NpgsqlDbType.Boolean, v => v.Told);
        AddColumns(versions.Parameters, added);

        StoredVersion[] shown = [after.Standing with { Article = after.Show(after.Standing) }];
        var standing = new NpgsqlBatchCommand(stand);
        AddColumn(standing.Parameters, shown, NpgsqlDbType.Text, v => v.Article.Id);
        AddColumns(standing.Parameters, shown);

        await using var batch = new NpgsqlBatch(work.Connection, work.Transaction) { BatchCommands = { versions, standing } };
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<Dictionary<string, ArticleHistory>> ReadAsync(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, IReadOnlyCollection<string> ids, bool toChange, CancellationToken cancellation)
    {
        const string articles = $"SELECT id, {ArticleRow.Columns}, false AS timed_by_arrival, true AS told FROM articles WHERE id = ANY (@ids) ORDER BY id";
        const string versions = $"SELECT article_id AS id, {ArticleRow.Columns}, timed_by_arrival, told FROM article_versions WHERE article_id = ANY (@ids)";
        var parameters = new { ids = ids.ToArray() };
        // One after the other: what is read behind the lock is what the transaction before this one has left.
        var standing = await connection.QueryAsync<ArticleRow>(
            new CommandDefinition(toChange ? articles + " FOR UPDATE" : articles, parameters, transaction, cancellationToken: cancellation));
        var several = (await connection.QueryAsync<ArticleRow>(new CommandDefinition(versions, parameters, transaction, cancellationToken: cancellation)))
            .ToLookup(r => r.Id, r => r.ToVersion(), StringComparer.Ordinal);
        return standing.ToDictionary(r => r.Id, r => History(several[r.Id], r), StringComparer.Ordinal);
    }

    private static ArticleHistory History(IEnumerable<StoredVersion> several, ArticleRow row)
    {
        var versions = several.ToList();
        versions.Sort((one, other) => ArticleVersion.Compare(one.Article, other.Article));
        return new(versions.Count > 0 ? versions : [row.ToFirst()]);
    }

    private static void AddColumns(NpgsqlParameterCollection parameters, IReadOnlyCollection<StoredVersion> versions)
    {
        Add(NpgsqlDbType.Text, v => v.Article.Title);
        Add(NpgsqlDbType.Text, v => v.Article.Text);
        Add(NpgsqlDbType.Text, v => v.Article.Outlet);
        Add(NpgsqlDbType.Text, v => v.Article.Url);
        Add(NpgsqlDbType.TimestampTz, v => v.Article.PublishedAt.UtcDateTime);
        Add(NpgsqlDbType.Smallint, v => (short)v.Article.PublishedAt.Offset.TotalMinutes);
        Add(NpgsqlDbType.Text, v => WireWord.Of(v.Article.PublishedBasis));
        Add(NpgsqlDbType.TimestampTz, v => v.Article.ReceivedAt.UtcDateTime);
        Add(NpgsqlDbType.Text, v => WireWord.Of(v.Article.Intake));
        Add(NpgsqlDbType.TimestampTz, v => v.Article.UpdatedAt?.UtcDateTime);
        Add(NpgsqlDbType.Smallint, v => (short?)v.Article.UpdatedAt?.Offset.TotalMinutes);
        Add(NpgsqlDbType.Boolean, v => v.Article.Withdrawn);
        Add(NpgsqlDbType.Text, v => v.Reason);

        void Add(NpgsqlDbType type, Func<StoredVersion, object?> column) => AddColumn(parameters, versions, type, column);
    }

    private static void AddColumn(
        NpgsqlParameterCollection parameters, IReadOnlyCollection<StoredVersion> versions, NpgsqlDbType type, Func<StoredVersion, object?> column) =>
        parameters.Add(new() { Value = versions.Select(column).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type });
}
