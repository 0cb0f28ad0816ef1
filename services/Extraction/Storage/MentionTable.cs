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

    /// <summary>Inserts those of the mentions that an entry came to hold; one that is there already stays as it is.</summary>
    public static async Task InsertAsync(
        UnitOfWork work, IReadOnlyCollection<LedgerMention> mentions, IReadOnlyDictionary<string, string> holders, string rulesVersion,
        CancellationToken cancellation)
    {
        const string sql =
            """
            INSERT INTO mentions (id, article_id, published_at, published_utc_offset_minutes, received_at, intake, outlet, url, mention,
                                  rules_version, keys, own_entry_id, entry_id)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            ON CONFLICT (id) DO NOTHING
            """;
        await using var batch = new NpgsqlBatch(work.Connection, work.Transaction);
        foreach (var m in mentions.Where(m => holders.ContainsKey(m.Id)))
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
            command.Parameters.Add(new() { Value = holders[m.Id] });
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The mentions of every entry that reaches into the extent.</summary>
    public static Task<IReadOnlyList<HeldMention>> PartAsync(UnitOfWork work, PartExtent extent, CancellationToken cancellation)
    {
        const string sql =
            $"""
            SELECT {Columns} FROM mentions
            WHERE entry_id IN (
                SELECT entry_id FROM mentions WHERE keys && @whole
                UNION
                SELECT entry_id FROM mentions WHERE keys && @later AND published_at >= @from)
            """;
        var from = extent.Later.Count > 0 ? extent.From.UtcDateTime : DateTime.MaxValue;
        var parameters = new { whole = extent.Whole.ToArray(), later = extent.Later.ToArray(), from = DateTime.SpecifyKind(from, DateTimeKind.Utc) };
        return QueryAsync(work.Connection, work.Transaction, sql, parameters, cancellation);
    }

    /// <summary>Every mention that had been published, and had arrived, by then.</summary>
    public static Task<IReadOnlyList<HeldMention>> UntilAsync(
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
    public static Task AssignAsync(UnitOfWork work, IReadOnlyDictionary<string, string> holders, CancellationToken cancellation)
    {
        const string sql =
            """
            UPDATE mentions SET entry_id = h.entry_id
            FROM unnest(@ids, @entryIds) AS h (id, entry_id)
            WHERE mentions.id = h.id AND mentions.entry_id <> h.entry_id
            """;
        var parameters = new { ids = holders.Keys.ToArray(), entryIds = holders.Values.ToArray() };
        return work.Connection.ExecuteAsync(new CommandDefinition(sql, parameters, work.Transaction, cancellationToken: cancellation));
    }

    private static async Task<IReadOnlyList<HeldMention>> QueryAsync(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, string sql, object parameters, CancellationToken cancellation)
    {
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellation));
        return rows.Select(r => new HeldMention(r.ToMention(), r.Entry_id)).ToList();
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
