using Parley.Contracts;
using Parley.Tests.Stories;

namespace Parley.Benchmarks.Pipeline;

/// <summary>
/// Articles as a desk gets them while many conflicts are in the news at once: the stories of the generator, mixed, each in its own order. Nearly every
/// one of them tells of talks or a ceasefire, which is dearer than what feeds bring.
/// </summary>
/// <param name="Articles">In the order of arrival.</param>
/// <param name="Changes">What the ledger makes of each when it is alone with its story, by the article's id.</param>
internal sealed record Traffic(IReadOnlyList<Article> Articles, IReadOnlyDictionary<string, IReadOnlyList<LedgerChange>> Changes)
{
    /// <summary>At most one world in so many is told at the same time: the others have yet to begin.</summary>
    private const int AtOnce = 200;

    /// <summary>The first articles of the stories of a seed.</summary>
    public static Traffic Make(int seed, int articles)
    {
        // Five articles a storyline, as the generator makes them; a tenth more than enough.
        var worlds = new Queue<StoryWorld>(StoryCollection.Make(seed, (articles / 5) + (articles / 50) + 1));
        var random = new Random(seed);
        var told = new List<Queue<StoryArticle>>();
        var (all, changes) = (new List<Article>(articles), new Dictionary<string, IReadOnlyList<LedgerChange>>(StringComparer.Ordinal));
        while (all.Count < articles)
        {
            while (told.Count < AtOnce && worlds.TryDequeue(out var world))
            {
                AddChanges(world, changes);
                told.Add(new(world.Articles));
            }

            if (told.Count == 0)
                throw new InvalidOperationException($"The stories have {all.Count} articles, {articles} are wanted.");
            var next = random.Next(told.Count);
            // Their days are long past: it is the day of publication that counts, as for a story that is replayed.
            all.Add(told[next].Dequeue().Article with { Intake = Intake.Import });
            if (told[next].Count == 0)
                told.RemoveAt(next);
        }

        return new(all, changes);
    }

    private static void AddChanges(StoryWorld world, Dictionary<string, IReadOnlyList<LedgerChange>> changes)
    {
        var (read, ledger) = (new ReadWorld(world), new GrowingLedger());
        foreach (var article in world.Articles)
            changes[article.Article.Id] = ledger.TakeIn(read.Of(article), article.Article.ReceivedAt);
    }
}
