using System.Text.Json;
using Dapper;
using Npgsql;
using NpgsqlTypes;
using Parley.Contracts;
using Parley.Extraction.Ledger;
using Parley.Platform.Storage;

namespace Parley.Extraction.Storage;

/// <summary>The rows of mentions.</summary>
internal static class MentionTable
{
    private const string Columns =
        "id, article_id, published_at, published_utc_offset_minutes, received_at, intake, outlet, url, mention::text AS mention, entry_id";

    /// <summary>Inserts mentions; one that is there already stays as it is.</summary>
    public static async Task InsertAsync(
        UnitOfWork work, IReadOnlyCollection<LedgerMention> mentions, string rulesVersion, CancellationToken cancellation)
    {
        const string sql =
            """
            INSERT INTO mentions (id, article_id, published_at, published_utc_offset_minutes, received_at, intake, outlet, url, mention,
                                  rules_version, keys, own_entry_id, entry_id)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)
            ON CONFLICT (id) DO NOTHING
            """;
        await using var batch = new NpgsqlBatch(work.Connection, work.Transaction);
        foreach (var m in mentions)
        {
            var command = new NpgsqlBatchCommand(sql);
            command.Parameters.Add(new() { Value = m.Id });
            command.Parameters.Add(new() { Value = m.ArticleId });
            command.Parameters.Add(new() { Value = m.PublishedAt.UtcDateTime });
            command.Parameters.Add(new() { Value = (short)m.PublishedAt.Offset.TotalMinutes });
            command.Parameters.Add(new() { Value = m.ReceivedAt.UtcDateTime });
            command.Parameters.Add(new() { Value = WireWord.Of(m.Intake) });
            command.Parameters.Add(new() { Value = (object?)m.Outlet ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
            command.Parameters.Add(new() { Value = (object?)m.Url ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
            command.Parameters.Add(new() { Value = JsonSerializer.Serialize(m.Mention, ParleyJson.Line), NpgsqlDbType = NpgsqlDbType.Jsonb });
            command.Parameters.Add(new() { Value = rulesVersion });
            command.Parameters.Add(new() { Value = Links.BlockingKeys(m).ToArray() });
            command.Parameters.Add(new() { Value = EntryId.Of(m) });
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Every mention that has one of the keys.</summary>
    public static Task<IReadOnlyList<StoredMention>> WithKeysAsync(UnitOfWork work, IEnumerable<string> keys, CancellationToken cancellation) =>
        QueryAsync(work.Connection, work.Transaction, $"SELECT {Columns} FROM mentions WHERE keys && @keys", new { keys = keys.ToArray() }, cancellation);

    /// <summary>Every mention that had been published, and had arrived, by then.</summary>
    public static Task<IReadOnlyList<StoredMention>> UntilAsync(
        NpgsqlConnection connection, DateTimeOffset? published, DateTimeOffset? received, CancellationToken cancellation)
    {
        const string sql =
            $"""
            SELECT {Columns} FROM mentions
            WHERE (@published::timestamptz IS NULL OR published_at <= @published) AND (@received::timestamptz IS NULL OR received_at <= @received)
            """;
        return QueryAsync(connection, null, sql, new { published = published?.UtcDateTime, received = received?.UtcDateTime }, cancellation);
    }

    /// <summary>Says which entry holds which mention now.</summary>
    public static Task AssignAsync(UnitOfWork work, IReadOnlyCollection<(string MentionId, string EntryId)> holders, CancellationToken cancellation)
    {
        const string sql =
            """
            UPDATE mentions SET entry_id = h.entry_id
            FROM unnest(@ids, @entryIds) AS h (id, entry_id)
            WHERE mentions.id = h.id AND mentions.entry_id <> h.entry_id
            """;
        var parameters = new { ids = holders.Select(h => h.MentionId).ToArray(), entryIds = holders.Select(h => h.EntryId).ToArray() };
        return work.Connection.ExecuteAsync(new CommandDefinition(sql, parameters, work.Transaction, cancellationToken: cancellation));
    }

    private static async Task<IReadOnlyList<StoredMention>> QueryAsync(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, string sql, object parameters, CancellationToken cancellation)
    {
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellation));
        return rows.Select(r => new StoredMention(r.ToMention(), r.Entry_id)).ToList();
    }

    private sealed record Row(
        string Id, string Article_id, DateTime Published_at, short Published_utc_offset_minutes, DateTime Received_at, string Intake,
        string? Outlet, string? Url, string Mention, string Entry_id)
    {
        public LedgerMention ToMention() => new()
        {
            Id = Id,
            ArticleId = Article_id,
            PublishedAt = new DateTimeOffset(Published_at).ToOffset(TimeSpan.FromMinutes(Published_utc_offset_minutes)),
            ReceivedAt = new DateTimeOffset(Received_at),
            Intake = WireWord.Parse<Intake>(Intake),
            Outlet = Outlet,
            Url = Url,
            Mention = JsonSerializer.Deserialize<Mention>(Mention, ParleyJson.Line)!,
        };
    }
}
