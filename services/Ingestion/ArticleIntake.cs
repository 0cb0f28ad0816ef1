using System.Diagnostics;
using Parley.Contracts;
using Parley.Contracts.Messages;
using Parley.Ingestion.Storage;
using Parley.Platform.Messaging;
using Parley.Platform.Telemetry;

namespace Parley.Ingestion;

/// <summary>An article to store, with the trace of the call that brought it.</summary>
internal sealed record IncomingArticle(Article Article, ActivityContext Trace);

/// <summary>Stores articles, those that arrive together in one transaction, and publishes <see cref="ArticleIngested"/> for each new one with it.</summary>
internal sealed class ArticleIntake(IngestionDatabase database)
    : Batcher<IncomingArticle, bool>(MaxBatch, (batch, cancellation) => StoreAsync(database, batch, cancellation))
{
    private const int MaxBatch = 100;

    /// <returns>For each whether it was new.</returns>
    private static async Task<IReadOnlyList<bool>> StoreAsync(
        IngestionDatabase database, IReadOnlyList<IncomingArticle> batch, CancellationToken cancellation)
    {
        using var activity = ParleyTelemetry.StartBatch("ingestion.articles batch", [.. batch.Select(i => i.Trace)]);
        await using var work = await database.BeginAsync(cancellation);
        // Two of one id may wait at once: the first is stored, the other is a repetition.
        var distinct = batch.DistinctBy(i => i.Article.Id, StringComparer.Ordinal).ToList();
        var inserted = await ArticleStore.InsertAsync(work, distinct.ConvertAll(i => i.Article), cancellation);
        foreach (var incoming in distinct.Where(i => inserted.Contains(i.Article.Id)))
            work.Publish(new ArticleIngested { Article = incoming.Article }, incoming.Trace);
        await work.CommitAsync(cancellation);
        return [.. batch.Select(i => inserted.Remove(i.Article.Id))];
    }
}
