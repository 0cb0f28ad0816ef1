using Parley.Contracts.Messages;
using Parley.Platform.Messaging;
using Parley.Platform.Storage;
using Parley.Search.Storage;

namespace Parley.Search.Consumers;

/// <summary>Indexes new articles and new versions of them; a withdrawn one is found no more.</summary>
internal sealed class ArticleIngestedHandler : IMessageHandler<ArticleIngested>
{
    public Task HandleAsync(UnitOfWork work, IReadOnlyList<Delivery<ArticleIngested>> batch, CancellationToken cancellation) =>
        ArticleIndex.AddAsync(work, [.. batch.Select(d => d.Message.Article)], cancellation);
}
