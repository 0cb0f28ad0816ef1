namespace Parley.Benchmarks.Matching;

/// <summary>Values of which the first is asked for far more often than the last: the n-th with a weight of one n-th.</summary>
internal sealed class Zipf(IReadOnlyList<string> values)
{
    private readonly double[] _sums = [.. Sums(values.Count)];

    /// <summary>One of them.</summary>
    public string Next(Random random)
    {
        var at = Array.BinarySearch(_sums, random.NextDouble() * _sums[^1]);
        return values[at < 0 ? ~at : at];
    }

    /// <summary>Several, each once.</summary>
    public IReadOnlyList<string> Next(Random random, int count)
    {
        var chosen = new List<string>();
        while (chosen.Count < count)
        {
            if (Next(random) is var next && !chosen.Contains(next))
                chosen.Add(next);
        }

        return chosen;
    }

    private static IEnumerable<double> Sums(int count)
    {
        var sum = 0.0;
        for (var n = 1; n <= count; n++)
            yield return sum += 1.0 / n;
    }
}
