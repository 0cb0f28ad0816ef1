using System.Diagnostics;

namespace Parley.Benchmarks.Pipeline;

/// <summary>So many a second on average, at moments that chance gives: what comes from many who know nothing of each other.</summary>
/// <param name="rate">How many a second.</param>
/// <param name="seed">Of chance: the same seed gives the same moments.</param>
internal sealed class Pace(double rate, int seed)
{
    private readonly Random random = new(seed);

    /// <summary>Each when its moment has come; at once where it is past.</summary>
    public async IAsyncEnumerable<T> Of<T>(IEnumerable<T> all)
    {
        var (started, due) = (Stopwatch.GetTimestamp(), TimeSpan.Zero);
        foreach (var one in all)
        {
            due += TimeSpan.FromSeconds(-Math.Log(1 - random.NextDouble()) / rate);
            if (due - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } left)
                await Task.Delay(left);
            yield return one;
        }
    }
}
