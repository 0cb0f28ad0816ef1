using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using NpgsqlTypes;
using Parley.Contracts;
using Parley.Extraction;
using Parley.Extraction.Ledger;
using Parley.Extraction.Storage;
using Parley.LocalServers;
using Parley.Platform.Storage;

namespace Parley.Benchmarks.Ledger;

/// <summary>A ledger of so many mentions in a database of its own, as the service would have left it there.</summary>
internal sealed class FilledLedger : IAsyncDisposable
{
    private readonly ExtractionDatabase database;
    private readonly LedgerStore store;

    private FilledLedger(ExtractionDatabase database)
    {
        this.database = database;
        store = new LedgerStore(database, new LedgerOptions(), TimeProvider.System);
    }

    /// <summary>Makes the database and fills it.</summary>
    public static async Task<FilledLedger> CreateAsync(PrivatePostgres server, string name, IReadOnlyList<LedgerMention> mentions)
    {
        var options = new PostgresOptions { ConnectionString = server.ConnectionString("postgres"), DatabasePrefix = name + "_" };
        var database = new ExtractionDatabase(options);
        await Migrator.ApplyAsync(database, NullLogger.Instance, CancellationToken.None);
        var ledger = LedgerFold.FoldWithMentions(mentions);
        await using (var connection = await database.OpenAsync(CancellationToken.None))
        {
            await CopyMentionsAsync(connection, ledger);
            await CopyEntriesAsync(connection, ledger);
            await using var analyze = new NpgsqlCommand("VACUUM ANALYZE", connection) { CommandTimeout = 600 };
            await analyze.ExecuteNonQueryAsync();
        }

        return new FilledLedger(database);
    }

    /// <summary>Takes one article in, as the service does.</summary>
    /// <returns>What that took.</returns>
    public async Task<TimeSpan> TakeInAsync(LedgerMention mention)
    {
        var article = new Article
        {
            Id = mention.ArticleId,
            Text = mention.Mention.Evidence.Text,
            PublishedAt = mention.PublishedAt,
            PublishedBasis = PublishedBasis.Given,
            ReceivedAt = mention.ReceivedAt,
            Intake = Intake.Live,
            Outlet = mention.Outlet,
        };
        var started = Stopwatch.GetTimestamp();
        await using var work = await database.BeginAsync(CancellationToken.None);
        await store.ApplyAsync(work, [ReadArticle.Of(article, [mention.Mention])], CancellationToken.None);
        await work.CommitAsync(CancellationToken.None);
        return Stopwatch.GetElapsedTime(started);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static async Task CopyMentionsAsync(NpgsqlConnection connection, IReadOnlyList<FoldedEntry> ledger)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            COPY mentions (id, article_id, published_at, published_utc_offset_minutes, received_at, intake, outlet, mention, rules_version, keys, near,
                           own_entry_id, entry_id) FROM STDIN (FORMAT BINARY)
            """);
        foreach (var entry in ledger)
            foreach (var m in entry.Mentions)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(m.Id);
                await copy.WriteAsync(m.ArticleId);
                await copy.WriteAsync(m.PublishedAt.UtcDateTime, NpgsqlDbType.TimestampTz);
                await copy.WriteAsync((short)0);
                await copy.WriteAsync(m.ReceivedAt.UtcDateTime, NpgsqlDbType.TimestampTz);
                await copy.WriteAsync(WireWord.Of(m.Intake));
                await copy.WriteAsync(m.Outlet!);
                await copy.WriteAsync(JsonSerializer.Serialize(m.Mention, ParleyJson.Line), NpgsqlDbType.Json);
                await copy.WriteAsync("1");
                await copy.WriteAsync(Links.BlockingKeys(m).ToArray());
                await copy.WriteAsync(
                    Links.Near(m).Select(r => new NpgsqlRange<DateOnly>(r.From, r.Until)).ToArray(), NpgsqlDbType.DateMultirange);
                await copy.WriteAsync(EntryId.Of(m));
                await copy.WriteAsync(entry.Entry.Id);
            }

        await copy.CompleteAsync();
    }

    private static async Task CopyEntriesAsync(NpgsqlConnection connection, IReadOnlyList<FoldedEntry> ledger)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            COPY entries (id, version, type, status, listed_on, actors, entry, listed, announced, changed_at, first_published, last_published)
            FROM STDIN (FORMAT BINARY)
            """);
        foreach (var (entry, _, mentions) in ledger)
        {
            await copy.StartRowAsync();
            await copy.WriteAsync(entry.Id);
            await copy.WriteAsync(mentions.Count);
            await copy.WriteAsync(WireWord.Of(entry.Type));
            await copy.WriteAsync(WireWord.Of(entry.Status));
            await copy.WriteAsync(LedgerFold.ListedOn(entry));
            await copy.WriteAsync(entry.Participants.Select(p => p.Id).ToArray());
            await copy.WriteAsync(JsonSerializer.Serialize(entry, ParleyJson.Line), NpgsqlDbType.Json);
            await copy.WriteAsync(true);
            await copy.WriteAsync(true);
            await copy.WriteAsync(mentions[^1].ReceivedAt.UtcDateTime, NpgsqlDbType.TimestampTz);
            await copy.WriteAsync(mentions[0].PublishedAt.UtcDateTime, NpgsqlDbType.TimestampTz);
            await copy.WriteAsync(mentions[^1].PublishedAt.UtcDateTime, NpgsqlDbType.TimestampTz);
        }

        await copy.CompleteAsync();
    }
}
