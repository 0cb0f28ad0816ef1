using System.Diagnostics;

namespace Parley.Benchmarks;

/// <summary>
/// Two ways of doing something, in turn, many times over. What else a machine does changes its speed from one second to the next; measured one behind the
/// other, the two would each have had another machine.
/// </summary>
internal static class Pair
{
    private static readonly ThreadClock Clock = new();

    /// <summary>How fast the second is, as a share of the speed of the first: the fastest of each, in processor time.</summary>
    public static double Ratio(Func<int> first, Func<int> second, TimeSpan during)
    {
        var (least, other) = (long.MaxValue, long.MaxValue);
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < during;)
        {
            least = Math.Min(least, Time(first));
            other = Math.Min(other, Time(second));
        }

        return (double)least / other;
    }

    private static long Time(Func<int> action)
    {
        var before = Clock.GetTimestamp();
        _ = action();
        return Clock.GetTimestamp() - before;
    }
}
