using System.Diagnostics;
using Parley.Contracts;
using Parley.Contracts.Messages;
using Parley.Extraction.Analysis;
using Parley.Extraction.Storage;
using Parley.Platform.Messaging;
using Parley.Platform.Storage;

namespace Parley.Extraction.Consumers;

/// <summary>Reads new articles, folds their mentions into the ledger, and publishes what changed in it.</summary>
internal sealed class ArticleIngestedHandler(Analyzer analyzer, LedgerStore ledger) : IMessageHandler<ArticleIngested>
{
    public async Task HandleAsync(UnitOfWork work, IReadOnlyList<Delivery<ArticleIngested>> batch, CancellationToken cancellation)
    {
        // The bus hands messages out side by side; a story's steps are alerted in the order in which they reached Parley.
        var readings = batch.OrderBy(d => d.Message.Article.ReceivedAt).Select(d => Read(d.Message.Article)).ToList();
        var changes = await ledger.ApplyAsync(work, readings, cancellation);

        var traces = batch.GroupBy(d => d.Message.Article.Id).ToDictionary(g => g.Key, g => g.First().Trace);
        foreach (var change in changes)
            work.PublishChange(change, traces.GetValueOrDefault(change.Cause?.Article ?? ""));
    }

    private ReadArticle Read(Article article) => ReadArticle.Of(
        article, article.Withdrawn ? [] : analyzer.Analyze(new ArticleText(article.Text, article.Title, article.PublishedAt)).Mentions);
}
