using MassTransit;
using Parley.Contracts;

namespace Parley.Benchmarks.Pipeline.Chain;

/// <summary>Counts what a hop has handled.</summary>
internal sealed class ChainCount
{
    private long handled;

    /// <summary>How many messages.</summary>
    public long Handled => Interlocked.Read(ref handled);

    /// <summary>One more.</summary>
    public void Add() => Interlocked.Increment(ref handled);
}

/// <summary>Sends an article's changes on, without reading it.</summary>
internal sealed class ChainExtraction(IReadOnlyDictionary<string, IReadOnlyList<LedgerChange>> changes, ChainCount count) : IConsumer<ChainArticle>
{
    public async Task Consume(ConsumeContext<ChainArticle> context)
    {
        foreach (var change in changes[context.Message.Article.Id])
            await context.Publish(new ChainChange { Change = change });
        count.Add();
    }
}

/// <summary>Sends news on to subscribers.</summary>
internal sealed class ChainAlerting(ChainCount count) : IConsumer<ChainChange>
{
    public async Task Consume(ConsumeContext<ChainChange> context)
    {
        if (context.Message.Change.News)
            await context.Publish(new ChainAlert { Change = context.Message.Change }, c => c.SetRoutingKey("talks.new.held.TUR"));
        count.Add();
    }
}

/// <summary>Takes articles and changes, and does nothing.</summary>
internal sealed class ChainSearch(ChainCount count) : IConsumer<ChainArticle>, IConsumer<ChainChange>
{
    public Task Consume(ConsumeContext<ChainArticle> context) => CountAsync();

    public Task Consume(ConsumeContext<ChainChange> context) => CountAsync();

    private Task CountAsync()
    {
        count.Add();
        return Task.CompletedTask;
    }
}
