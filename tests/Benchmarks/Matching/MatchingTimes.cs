namespace Parley.Benchmarks.Matching;

/// <summary>The time of each of some calls, the fastest of several rounds: what else runs on the machine only ever adds to a time.</summary>
internal sealed class MatchingTimes
{
    private static readonly ThreadClock Clock = new();
    private static readonly long OfClock = Enumerable.Range(0, 10_000).Min(_ => -(Clock.GetTimestamp() - Clock.GetTimestamp()));
    private readonly long[] _least;

    public MatchingTimes(int calls) => Array.Fill(_least = new long[calls], long.MaxValue);

    /// <summary>Makes each call once more.</summary>
    public void Round(Func<int, int> call)
    {
        for (var i = 0; i < _least.Length; i++)
        {
            var before = Clock.GetTimestamp();
            _ = call(i);
            _least[i] = Math.Min(_least[i], Math.Max(1, Clock.GetTimestamp() - before - OfClock));
        }
    }

    /// <summary>The time, in µs, that so great a share of the calls does not exceed.</summary>
    public double Percentile(double share)
    {
        var sorted = _least.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))] / 1000.0;
    }
}
