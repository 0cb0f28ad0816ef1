using System.Diagnostics;
using Parley.Alerting.Matching;

namespace Parley.Benchmarks.Matching;

/// <summary>
/// What it takes to name the subscriptions that a change is for, of 100,000, by the index and by asking each: see <see cref="Audience"/>. The two are
/// measured in turn, in processor time, and percentiles are over the changes.
/// </summary>
internal sealed class MatchingBench : IBench
{
    private const int Subscriptions = 100_000;
    private const double P50 = 1.0 / 300;
    private const double P99 = 1.0 / 50;
    private const double Effect = 1_000;

    public string Name => "matching";

    public IReadOnlyList<Figure> Measure(bool isShort)
    {
        var usual = new Audience(1);
        var both = new IndexAndScan(usual.Subscriptions(Subscriptions));
        var (changes, rounds) = isShort ? (200, 4) : (600, 10);
        var (index, found, scan, matched) = Compare(both, usual.Changes(changes), rounds);
        var skewed = Compare(both, new Audience(1, "USA").Changes(changes), rounds);
        var effect = TakingEffect.MeasureAsync(usual.Subscriptions(Subscriptions), isShort ? 20 : 200).GetAwaiter().GetResult();
        return
        [
            new("p50_scan_ratio", Math.Round(index.Percentile(0.5) / scan.Percentile(0.5), 5), "share of a scan's time", P50, Direction.AtMost),
            new("p99_scan_ratio", Math.Round(index.Percentile(0.99) / scan.Percentile(0.99), 5), "share of a scan's time", P99, Direction.AtMost),
            new("p50_us", Math.Round(index.Percentile(0.5), 2), "µs"),
            new("p99_us", Math.Round(index.Percentile(0.99), 2), "µs"),
            new("p50_find_us", Math.Round(found.Percentile(0.5), 2), "µs before they are named"),
            new("p99_find_us", Math.Round(found.Percentile(0.99), 2), "µs before they are named"),
            new("scan_us", Math.Round(scan.Percentile(0.5)), "µs"),
            new("p50_matches", matched[matched.Count / 2], "subscriptions a change"),
            new("p99_matches", matched[matched.Count * 99 / 100], "subscriptions a change"),
            new("skewed_p50_scan_ratio", Math.Round(skewed.Index.Percentile(0.5) / skewed.Scan.Percentile(0.5), 5), "share of a scan's time"),
            new("skewed_p99_scan_ratio", Math.Round(skewed.Index.Percentile(0.99) / skewed.Scan.Percentile(0.99), 5), "share of a scan's time"),
            new("skewed_p50_us", Math.Round(skewed.Index.Percentile(0.5), 2), "µs"),
            new("skewed_p99_us", Math.Round(skewed.Index.Percentile(0.99), 2), "µs"),
            new("skewed_p50_matches", skewed.Matched[skewed.Matched.Count / 2], "subscriptions a change"),
            .. Writes(both.Index),
            new("effect_ms", Math.Round(effect.Slowest), "ms until another copy knows a new subscription, the slowest", Effect, Direction.AtMost),
            new("effect_ms_median", Math.Round(effect.Median), "ms"),
        ];
    }

    private static (MatchingTimes Index, MatchingTimes Found, MatchingTimes Scan, List<int> Matched) Compare(IndexAndScan both, IReadOnlyList<ChangeFacts> changes, int rounds)
    {
        var matched = changes.Select(both.Scan).ToList();
        if (!matched.SequenceEqual(changes.Select(both.Find)))
            throw new InvalidOperationException("The index does not find what the scan finds");
        var (index, found, scan) = (new MatchingTimes(changes.Count), new MatchingTimes(changes.Count), new MatchingTimes(changes.Count));
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < 10; i++)
                index.Round(c => both.Find(changes[c]));
            for (var i = 0; i < 10; i++)
                found.Round(c => both.FindOnly(changes[c]));
            scan.Round(c => both.Scan(changes[c]));
        }

        matched.Sort();
        return (index, found, scan, matched);
    }

    private static Figure[] Writes(SubscriptionIndex index)
    {
        var others = new Audience(2).Subscriptions(500);
        var (add, remove) = (new MatchingTimes(others.Count), new MatchingTimes(others.Count));
        for (var round = 0; round < 4; round++)
        {
            add.Round(i =>
            {
                index.Put(others[i]);
                return 1;
            });
            remove.Round(i =>
            {
                index.Remove(others[i].Id);
                return 1;
            });
        }

        var all = new Audience(3).Subscriptions(Subscriptions);
        using var fresh = new SubscriptionIndex();
        var started = Stopwatch.GetTimestamp();
        fresh.Put(all);
        var load = Stopwatch.GetElapsedTime(started);
        return
        [
            new("add_us", Math.Round(add.Percentile(0.5), 1), "µs"),
            new("add_p99_us", Math.Round(add.Percentile(0.99), 1), "µs"),
            new("remove_us", Math.Round(remove.Percentile(0.5), 1), "µs"),
            new("load_ms", Math.Round(load.TotalMilliseconds), "ms for all at once"),
        ];
    }
}
