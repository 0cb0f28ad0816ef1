using Parley.Tests.Stories;

namespace Parley.Benchmarks.Ledger;

/// <summary>
/// How well the ledger keeps the thread of stories whose truth is known: several outlets tell each in plain text. What goes wrong is told on
/// standard error, the most frequent first. PARLEY_STORY_SEED asks for other stories than those of every day.
/// </summary>
internal sealed class LedgerBench : IBench
{
    private const int Storylines = 2_000;
    private const int FewStorylines = 400;
    private const double Threads = 0.95;
    private const double Histories = 0.90;
    private const double WrongAlerts = 0.02;
    private const double Costs = 1.5;
    private const int Large = 1_000_000;
    private const int Larger = 100_000;

    public string Name => "ledger";

    public IReadOnlyList<Figure> Measure(bool isShort)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("PARLEY_STORY_SEED"), out var asked) ? asked : 1;
        var score = StoryScorer.Score(StoryCollection.Make(seed, isShort ? FewStorylines : Storylines), () => new GrowingLedger().TakeIn);
        StoryReport.Write(score, Console.Error);
        var large = isShort ? Larger : Large;
        var cost = CostOfOneMore.MeasureAsync(large, isShort ? 150 : 600).GetAwaiter().GetResult();
        return
        [
            new("story_b3", Math.Round(score.Threads.F1, 4), "F1", Threads),
            new("histories_right", Math.Round(score.HistoriesRight, 4), "share of events", Histories),
            new("false_alert_share", Math.Round(score.Alerts.FalseShare, 4), "share of alerts", WrongAlerts, Direction.AtMost),
            new("missed_alert_share", Math.Round(score.Alerts.MissedShare, 4), "share of alerts due", WrongAlerts, Direction.AtMost),
            new("story_b3_with_missed", Math.Round(score.ThreadsWithMissed.F1, 4), "F1"),
            new("mentions_found", Math.Round(score.Found, 4), "share of mentions told"),
            new(isShort ? "cost_ratio_100k" : "cost_ratio_1m", Math.Round(cost.Ratio, 3), "times the cost in a ledger of 10,000 mentions", Costs, Direction.AtMost),
            new("article_ms_10k", Math.Round(cost.SmallMs, 2), "ms"),
            new(isShort ? "article_ms_100k" : "article_ms_1m", Math.Round(cost.LargeMs, 2), "ms"),
            new("stories", score.Storylines, "storylines"),
            new("articles", score.Articles, "articles"),
        ];
    }
}
