using Parley.Contracts;
using Parley.Extraction;
using Parley.Extraction.Storage;
using Parley.Platform.Storage;
using Parley.Protocol.Extraction.V1;
using Parley.Tests;

namespace Parley.Integration.Tests.Extraction;

public sealed class The_same_articles_give_the_same_ledger
{
    private static readonly IReadOnlyList<Article> Articles = [.. Dispatches.Story, .. Seeds.Libya, .. Dispatches.Crowd(60, seed: 11)];

    /// <summary>One article a transaction, so that those of the copies overlap often.</summary>
    private static readonly Dictionary<string, string?> SmallBatches = new() { ["Parley:Bus:BatchSize"] = "1", ["Parley:Bus:Prefetch"] = "4" };

    [Fact]
    public async Task In_whatever_order_and_number_they_come_and_however_many_copies_read_them()
    {
        var (inOrder, shuffled, doubled) = (ReadAsync(Articles, copies: 1, oneByOne: true), ReadAsync(Shuffled(1), copies: 1), ReadAsync([.. Shuffled(2), .. Shuffled(3)], copies: 4));

        var ledger = await inOrder;

        ledger.Length.ShouldBeGreaterThan(1_000);
        (await shuffled).ShouldBe(ledger);
        (await doubled).ShouldBe(ledger);
    }

    [Fact]
    public async Task Though_two_copies_get_the_two_reports_of_one_meeting_at_the_same_time()
    {
        var alone = ReadAsync(Dispatches.Pairs, copies: 1, oneByOne: true);
        var together = ReadAsync(Dispatches.Pairs, copies: 2);

        (await together).ShouldBe(await alone);
    }

    [Fact]
    public async Task Though_copies_that_remember_what_they_wrote_take_turns_and_some_of_it_is_taken_back()
    {
        await using var site = await Site.OnRabbitMqAsync();
        await using var other = await Site.OnRabbitMqAsync();
        RunningHost[] copies = [await site.StartExtractionAsync(), await site.StartExtractionAsync()];
        var forgetful = await other.StartExtractionAsync();
        var random = new Random(4);

        foreach (var batch in Shuffled(4).Chunk(3))
        {
            var copy = copies[random.Next(2)];
            if (random.Next(4) == 0)
                await WriteAsync(copy, copy.Get<LedgerStore>(), batch, commits: false);
            await WriteAsync(copy, copy.Get<LedgerStore>(), batch);
            await WriteAsync(forgetful, new LedgerStore(forgetful.Get<ExtractionDatabase>(), new LedgerOptions(), TimeProvider.System), batch);

            (await LedgerAsync(copies[0])).ShouldBe(await LedgerAsync(forgetful));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Though_each_batch_is_folded_before_the_one_before_it_is_committed_or_taken_back(bool anotherWritesToo)
    {
        await using var site = await Site.OnRabbitMqAsync();
        RunningHost[] copies = [await site.StartExtractionAsync(), await site.StartExtractionAsync()];
        var (random, line, between) = (new Random(7), new Queue<Article[]>(Shuffled(7).Chunk(2)), Task.CompletedTask);
        var (last, written) = ((UnitOfWork?)null, Array.Empty<Article>());

        while (line.TryDequeue(out var batch))
        {
            var work = await copies[0].Get<ExtractionDatabase>().BeginAsync(CancellationToken.None);
            var folding = copies[0].Get<LedgerStore>().ApplyAsync(work, Read(copies[0], batch), CancellationToken.None);
            if (anotherWritesToo && between.IsCompleted && random.Next(3) == 0 && line.TryDequeue(out var others))
                between = WriteAsync(copies[1], copies[1].Get<LedgerStore>(), others);
            // By then it is folded, as a rule, and waits.
            await Task.WhenAny(folding, Task.Delay(TimeSpan.FromMilliseconds(50)));
            if (last is not null)
            {
                if (random.Next(3) > 0)
                    await last.CommitAsync(CancellationToken.None);
                else
                    line.Enqueue(written);
                await last.DisposeAsync();
            }

            await folding;
            (last, written) = (work, batch);
        }

        await last!.CommitAsync(CancellationToken.None);
        await last.DisposeAsync();
        await between;

        (await LedgerAsync(copies[0])).ShouldBe(await ReadAsync(Articles, copies: 1, oneByOne: true));
    }

    /// <summary>Takes articles in as a copy does, at once or not at all.</summary>
    private static async Task WriteAsync(RunningHost copy, LedgerStore store, IEnumerable<Article> articles, bool commits = true)
    {
        await using var work = await copy.Get<ExtractionDatabase>().BeginAsync(CancellationToken.None);
        await store.ApplyAsync(work, Read(copy, articles), CancellationToken.None);
        if (commits)
            await work.CommitAsync(CancellationToken.None);
    }

    private static IReadOnlyList<ReadArticle> Read(RunningHost copy, IEnumerable<Article> articles) => [.. articles.Select(copy.Get<RulesReader>().Read)];

    private static async Task<string> LedgerAsync(RunningHost host) => Ledgers.Json(await new LedgerService.LedgerServiceClient(host.Channel).ReadAllAsync());

    private static async Task<string> ReadAsync(IReadOnlyList<Article> articles, int copies, bool oneByOne = false)
    {
        await using var site = await Site.OnRabbitMqAsync();
        var hosts = await Task.WhenAll(Enumerable.Range(0, copies).Select(_ => site.StartExtractionAsync(SmallBatches)));
        if (oneByOne)
        {
            foreach (var article in articles)
                await site.TakeInAsync(hosts[0], [article]);
        }
        else
        {
            await site.TakeInAsync(hosts[0], articles);
        }

        return await LedgerAsync(hosts[^1]);
    }

    private static Article[] Shuffled(int seed)
    {
        var articles = Articles.ToArray();
        new Random(seed).Shuffle(articles);
        return articles;
    }
}
