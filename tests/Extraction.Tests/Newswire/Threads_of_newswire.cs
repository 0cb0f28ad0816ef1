using System.Text.Json;
using System.Text.Json.Serialization;
using Parley.Contracts;
using Parley.Extraction.Analysis;
using Parley.Extraction.Ledger;
using Parley.Tests.Stories;

namespace Parley.Extraction.Tests.Newswire;

/// <summary>Whole articles of real processes, in our own words, with the event that each passage tells: how well the ledger keeps them apart and together.</summary>
public sealed class Threads_of_newswire
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    [Theory]
    [InlineData("looked-at-1", 0.865)]
    [InlineData("looked-at-2", 0.83)]
    [InlineData("held-out", 0.83)]
    [InlineData("central-1", 0.925)]
    [InlineData("central-2", 0.86)]
    [InlineData("central-3", 0.835)]
    [InlineData("central-4", 0.85)]
    [InlineData("central-held-out", 0.845)]
    public void Are_kept_as_well_as_before(string set, double floor)
    {
        var passages = Read<Passage>($"{set}.jsonl").ToLookup(p => p.Article, StringComparer.Ordinal);
        var items = new List<(string Label, string Cluster)>();
        foreach (var story in Read<WireArticle>($"{set}.articles.jsonl").GroupBy(a => a.Id[..a.Id.LastIndexOf('-')]))
        {
            var ledger = LedgerFold.FoldWithMentions(story.SelectMany(Mentions));
            foreach (var ofArticle in ledger.SelectMany(e => e.Mentions.Select(m => (Mention: m, Entry: e.Entry.Id))).GroupBy(m => m.Mention.ArticleId))
                items.AddRange(Matched([.. passages[ofArticle.Key]], [.. ofArticle]).Select(m => (m.Thread, $"{story.Key} {m.Entry}")));
        }

        var score = BCubed.Of(items, []);
        score.F1.ShouldBeGreaterThanOrEqualTo(floor, $"{score}, {items.Count} mentions of {passages.Sum(p => p.Count())}");
    }

    /// <summary>Each mention with one passage of its type that it was read in: first those of one status, then whatever is left.</summary>
    private static IEnumerable<(string Thread, string Entry)> Matched(List<Passage> passages, List<(LedgerMention Mention, string Entry)> told)
    {
        foreach (var sameStatus in new[] { true, false })
        {
            foreach (var (mention, entry) in told.ToList())
            {
                var passage = passages.Find(p => p.IsOf(mention.Mention) && (p.Status == WireWord.Of(mention.Mention.Status) || !sameStatus));
                if (passage is null)
                    continue;
                passages.Remove(passage);
                told.Remove((mention, entry));
                yield return (passage.Thread, entry);
            }
        }
    }

    private static IReadOnlyList<LedgerMention> Mentions(WireArticle wire)
    {
        var article = new Article
        {
            Id = wire.Id,
            Title = wire.Title,
            Text = wire.Text,
            Outlet = wire.Outlet,
            PublishedAt = wire.PublishedAt,
            PublishedBasis = PublishedBasis.Given,
            ReceivedAt = wire.PublishedAt,
            Intake = Intake.Import,
        };
        return [.. LedgerMention.Of(article, Analyzer.Default.Analyze(new ArticleText(wire.Text, wire.Title, wire.PublishedAt)).Mentions)];
    }

    private static IReadOnlyList<T> Read<T>(string file) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Blind", "threads", file)).Select(line => JsonSerializer.Deserialize<T>(line, Options)!)];

    private sealed record WireArticle(string Id, string Outlet, [property: JsonPropertyName("published_at")] DateTimeOffset PublishedAt, string Title, string Text);

    /// <summary>A sentence of an article, and the event that it tells.</summary>
    private sealed record Passage(string Article, int Start, int End, string Type, string Status, string Thread)
    {
        public bool IsOf(Mention mention) => WireWord.Of(mention.Type) == Type && mention.Evidence.Start < End && Start < mention.Evidence.End;
    }
}
