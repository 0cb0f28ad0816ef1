using System.Text.Json;
using Parley.Contracts;
using Parley.Extraction.Ledger;
using Parley.Tests.Stories;

namespace Parley.Extraction.Tests.Ledger;

public sealed class The_thread_of_stories
{
    private const int Storylines = 150;
    private static readonly IReadOnlyList<StoryWorld> Worlds = StoryCollection.Make(1, Storylines);
    private static readonly Lazy<StoryScore> Score = new(() => StoryScorer.Score(Worlds, () => new GrowingLedger().TakeIn));

    [Fact]
    public void Reports_of_one_event_come_together() => Score.Value.Threads.F1.ShouldBeGreaterThan(0.955);

    [Fact]
    public void What_is_told_is_found() => Score.Value.Found.ShouldBeGreaterThan(0.98);

    [Fact]
    public void Histories_are_as_they_were_told() => Score.Value.HistoriesRight.ShouldBeGreaterThan(0.81);

    [Fact]
    public void Few_alerts_are_false() => Score.Value.Alerts.FalseShare.ShouldBeLessThan(0.055);

    [Fact]
    public void Few_alerts_are_missed() => Score.Value.Alerts.MissedShare.ShouldBeLessThan(0.02);

    [Fact]
    public void The_same_seed_tells_the_same_stories() => Told(StoryCollection.Make(1, Storylines)).ShouldBe(Told(Worlds));

    [Fact]
    public void Another_seed_tells_others() => Told(StoryCollection.Make(2, Storylines)).ShouldNotBe(Told(Worlds));

    [Fact]
    public void Each_sentence_stands_where_the_truth_says()
    {
        foreach (var article in Worlds.SelectMany(w => w.Articles))
            foreach (var sentence in article.Sentences)
                article.Article.Text[sentence.Start..sentence.End].ShouldBe(sentence.Text);
    }

    [Fact]
    public void No_slot_of_a_wording_stays_empty_handed()
    {
        foreach (var article in Worlds.SelectMany(w => w.Articles))
        {
            article.Article.Text.ShouldNotContain("{");
            article.Article.Text.ShouldNotContain("  ");
            article.Article.Text.ShouldNotContain(" .");
        }
    }

    [Fact]
    public void No_article_tells_what_has_not_happened_yet() => Worlds
        .SelectMany(w => w.Articles)
        .SelectMany(a => a.Sentences.Where(s => s.Step is not null).Select(s => a.Article.PublishedAt.UtcDateTime - s.Step!.At))
        .Min()
        .ShouldBeGreaterThan(TimeSpan.Zero);

    [Fact]
    public void A_ledger_that_alerts_nobody_misses_everything()
    {
        var alerts = StoryScorer.Score(Worlds, () => (_, _) => []).Alerts;
        (alerts.Alerts, alerts.MissedShare).ShouldBe((0, 1));
    }

    [Fact]
    public void A_ledger_that_takes_each_report_for_news_alerts_falsely()
    {
        var alerts = StoryScorer.Score(Worlds, () => EachForItself).Alerts;
        alerts.FalseShare.ShouldBeGreaterThan(0.4);
        alerts.MissedShare.ShouldBeLessThan(0.05);
    }

    [Fact]
    public void B_cubed_is_as_in_its_definition()
    {
        var score = BCubed.Of([("a", "1"), ("a", "1"), ("b", "1"), ("b", "2")], []);
        score.Precision.ShouldBe((2.0 / 3 + 2.0 / 3 + 1.0 / 3 + 1) / 4, 1e-9);
        score.Recall.ShouldBe((1 + 1 + 0.5 + 0.5) / 4, 1e-9);
    }

    [Fact]
    public void What_was_missed_lowers_the_recall_alone()
    {
        var score = BCubed.Of([("a", "1")], ["a"]);
        (score.Precision, score.Recall).ShouldBe((1, 0.25));
    }

    private static IReadOnlyList<LedgerChange> EachForItself(IReadOnlyList<LedgerMention> mentions, DateTimeOffset at) =>
        [.. mentions.SelectMany(m => LedgerDiff.Between([], LedgerFold.FoldWithMentions([m]), new Arrival { Came = [m], RecordedAt = at }, new FreshnessOptions()))];

    private static string Told(IReadOnlyList<StoryWorld> worlds) =>
        string.Join('\n', worlds.SelectMany(w => w.Articles).Select(a => JsonSerializer.Serialize(a.Article, ParleyJson.Line)));
}
