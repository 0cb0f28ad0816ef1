using Parley.Extraction.Storage;
using Parley.Platform.Messaging;
using Parley.Platform.Storage;

namespace Parley.Extraction.Consumers;

/// <summary>Folds the mentions of new articles into the ledger, and publishes what changed in it.</summary>
internal sealed class ArticleIngestedHandler(LedgerStore ledger) : IMessageHandler<ReadArticle>
{
    public async Task HandleAsync(UnitOfWork work, IReadOnlyList<Delivery<ReadArticle>> batch, CancellationToken cancellation)
    {
        // The bus hands messages out side by side; a story's steps are alerted in the order in which they reached Parley.
        var changes = await ledger.ApplyAsync(work, [.. batch.Select(d => d.Message).OrderBy(a => a.Reading.ReceivedAt)], cancellation);

        var traces = batch.GroupBy(d => d.Message.Reading.ArticleId).ToDictionary(g => g.Key, g => g.First().Trace);
        foreach (var change in changes)
            work.PublishChange(change, traces.GetValueOrDefault(change.Cause?.Article ?? ""));
    }
}
