using Parley.Contracts;
using Parley.Extraction.Ledger;

namespace Parley.Tests.Stories;

/// <summary>Lets the analysis read worlds of stories, folds their mentions, and scores what comes of it.</summary>
internal static class StoryScorer
{
    /// <summary>Scores worlds.</summary>
    /// <param name="worlds">What was told.</param>
    /// <param name="ledger">A new ledger, for the walk through one world in the order of arrival.</param>
    public static StoryScore Score(IReadOnlyList<StoryWorld> worlds, Func<TakeIn> ledger)
    {
        var errors = new List<StoryError>();
        var read = worlds.Select(w => new ReadWorld(w)).ToList();
        var worldOf = read.SelectMany(r => r.World.Articles.Select(a => (a.Article.Id, World: r))).ToDictionary(a => a.Id, a => a.World, StringComparer.Ordinal);
        var folded = LedgerFold.FoldWithMentions(read.SelectMany(r => r.All));
        var entryOf = folded.SelectMany(f => f.Mentions.Select(m => (m.Id, f.Entry))).ToDictionary(m => m.Id, m => m.Entry, StringComparer.Ordinal);

        var items = read.SelectMany(r => r.All.Select(m => (r.Behind(m.ArticleId, m.Mention.Evidence)?.Event?.Id ?? m.Id, entryOf[m.Id].Id))).ToList();
        var missed = read.SelectMany(r => Missed(r, errors)).ToList();
        var told = read.Sum(r => r.World.Articles.Sum(a => a.Sentences.Count(s => s.Event is not null)));
        var histories = read.SelectMany(r => Histories(r, e => worldOf[e.ArticleId].Behind(e.ArticleId, e.Mention.Evidence)?.Event, folded, entryOf, errors)).ToList();
        var alerts = read.Aggregate(default(AlertScore), (sum, r) => sum + new AlertWalk(r, errors).Score(ledger()));
        return new StoryScore
        {
            Storylines = worlds.Sum(w => w.Storylines.Count),
            Articles = worlds.Sum(w => w.Articles.Count),
            Events = histories.Count,
            Threads = BCubed.Of(items, []),
            ThreadsWithMissed = BCubed.Of(items, missed),
            Found = 1 - ((double)missed.Count / told),
            HistoriesRight = histories.Count(right => right) / (double)histories.Count,
            Alerts = alerts,
            Errors = errors,
        };
    }

    /// <summary>What sentences tell and no mention stands in; also notes what was read otherwise than it is meant.</summary>
    private static IEnumerable<string> Missed(ReadWorld world, List<StoryError> errors)
    {
        foreach (var article in world.World.Articles)
        {
            foreach (var mention in world.Of(article).Where(m => article.Of(m.Mention.Evidence)?.Event is null))
                errors.Add(Wrong("found in a filler", article, article.Of(mention.Mention.Evidence)));
            foreach (var sentence in article.Sentences.Where(s => s.Event is not null))
            {
                var mentions = world.In(article, sentence).ToList();
                if (mentions.Count == 0)
                {
                    errors.Add(Wrong("no mention", article, sentence));
                    yield return sentence.Event!.Id;
                    continue;
                }

                if (mentions.Count > 1) errors.Add(Wrong("several mentions", article, sentence));
                if (ReadingFault.Of(sentence, mentions[0].Mention) is { } fault) errors.Add(Wrong(fault, article, sentence));
            }
        }

        StoryError Wrong(string reason, StoryArticle article, StorySentence? sentence) => new(
            "mention", reason, sentence?.Event is { } happened ? world.Shapes[happened.Id] : "-", StoryErrors.Heading(sentence), StoryErrors.Quote(article, sentence));
    }

    private static IEnumerable<bool> Histories(
        ReadWorld world, Func<LedgerMention, TrueEvent?> eventOf, IReadOnlyList<FoldedEntry> folded, Dictionary<string, Entry> entryOf, List<StoryError> errors)
    {
        var byId = world.All.Select(m => entryOf[m.Id]).Distinct().ToDictionary(e => e.Id, StringComparer.Ordinal);
        var entries = folded.Where(f => byId.ContainsKey(f.Entry.Id)).ToList();
        foreach (var happened in world.World.Storylines.SelectMany(s => s.Events))
        {
            var reports = world.World.Articles
                .SelectMany(a => a.Sentences.Where(s => s.Event == happened && !s.Background).Select(s => (Article: a, Sentence: s)))
                .OrderBy(r => r.Article.Article.PublishedAt).ThenBy(r => r.Article.Article.Id, StringComparer.Ordinal)
                .ToList();
            if (reports.Count == 0) continue;
            var expected = WithoutRepetitions(reports.Select(r => r.Sentence.Step!.Status));
            var own = entries.Where(f => f.Mentions.Any(m => eventOf(m) == happened)).ToList();
            var isPure = own.TrueForAll(f => f.Mentions.All(m => eventOf(m) == happened));
            var right = own.Count == 1 && isPure && WithoutRepetitions(own[0].Entry.History.Where(h => !h.Background).Select(h => h.Status)).SequenceEqual(expected);
            if (!right)
            {
                var fault = reports.Select(r => Fault(world, r.Article, r.Sentence)).FirstOrDefault(f => f is not null);
                var outcome = own.Count == 0 ? "no entry" : !isPure ? "joined with another" : own.Count > 1 ? "parted" : "other steps";
                var reason = fault is null ? $"{outcome}, all read well" : $"{outcome}: {fault}";
                var texts = string.Join("\n    ", reports.Select(r => StoryErrors.Quote(r.Article, r.Sentence)));
                errors.Add(new StoryError(
                    "history", reason, world.Shapes[happened.Id], StoryErrors.Heading(reports[0].Sentence),
                    $"{texts}\n    expected: {string.Join(", ", expected.Select(WireWord.Of))}\n    entries: {string.Join("\n             ", own.Select(f => StoryErrors.Told(f.Entry)))}"));
            }

            yield return right;
        }
    }

    private static string? Fault(ReadWorld world, StoryArticle article, StorySentence sentence)
    {
        var faults = world.In(article, sentence).Select(m => ReadingFault.Of(sentence, m.Mention)).ToList();
        return faults.Count == 0 ? "no mention" : faults.Find(f => f is not null);
    }

    private static List<EntryStatus> WithoutRepetitions(IEnumerable<EntryStatus> statuses)
    {
        var all = new List<EntryStatus>();
        foreach (var status in statuses)
            if (all.Count == 0 || all[^1] != status) all.Add(status);
        return all;
    }
}
