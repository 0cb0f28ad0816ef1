using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>The events that an article told so far, by their day: one of a day of its own is compared only with those that could be the same, not with all.</summary>
/// <param name="reach">By how many days the starts of two may differ that are one.</param>
internal sealed class ToldEvents(int reach)
{
    private readonly Dictionary<int, List<int>> byDay = [];

    // Without a day, of a period or of several days: they may be the same as an event of any day.
    private readonly List<int> loose = [];

    /// <summary>In the order in which they were told.</summary>
    public List<Candidate> All { get; } = [];

    public void Add(Candidate candidate)
    {
        All.Add(candidate);
        Index(All.Count - 1);
    }

    public void Replace(int at, Candidate candidate)
    {
        All[at] = candidate;
        Index(at);
    }

    /// <summary>Where the last one is that is the same event; -1 where none is.</summary>
    public int FindLast(Candidate candidate, Func<Candidate, Candidate, bool> same)
    {
        if (Day(candidate) is not { } day)
            return All.FindLastIndex(told => same(told, candidate));
        var last = Last(loose, -1);
        for (var near = day - reach; near <= day + reach; near++)
        {
            if (byDay.TryGetValue(near, out var there))
                last = Last(there, last);
        }

        return last;

        int Last(List<int> some, int best)
        {
            for (var i = some.Count - 1; i >= 0; i--)
            {
                if (some[i] > best && same(All[some[i]], candidate))
                    best = some[i];
            }

            return best;
        }
    }

    /// <summary>What was put where it no longer belongs does no harm: whether two are the same is asked of what they are now.</summary>
    private void Index(int at)
    {
        if (Day(All[at]) is not { } day)
        {
            loose.Add(at);
            return;
        }

        if (!byDay.TryGetValue(day, out var there))
            byDay[day] = there = [];
        there.Add(at);
    }

    private static int? Day(Candidate candidate) => candidate is { Start: { } start, Precision: DatePrecision.Day, End: null } ? start.DayNumber : null;
}
