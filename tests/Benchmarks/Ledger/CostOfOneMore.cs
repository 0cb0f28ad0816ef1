using Parley.LocalServers;

namespace Parley.Benchmarks.Ledger;

/// <summary>
/// What one more article costs a large ledger against a small one: both in one PostgreSQL, taken in turn, so that whatever else the machine does falls on
/// both. The ledgers end on the same day with the same news; the large one goes back further.
/// </summary>
internal static class CostOfOneMore
{
    private const int Small = 10_000;
    private const int Warming = 30;

    /// <summary>Measures.</summary>
    /// <param name="large">The mentions of the large ledger.</param>
    /// <param name="articles">How many articles to take in after warming up.</param>
    /// <returns>The ratio of the medians, and the medians in milliseconds.</returns>
    public static async Task<(double Ratio, double SmallMs, double LargeMs)> MeasureAsync(int large, int articles)
    {
        var news = new BusyNews(seed: 7);
        await using var server = await PrivatePostgres.StartAsync(new PrivatePostgresOptions());
        await using var small = await FilledLedger.CreateAsync(server, "small", news.Before(Small));
        await using var big = await FilledLedger.CreateAsync(server, "large", news.Before(large));
        var (ofSmall, ofLarge) = (new List<double>(), new List<double>());
        foreach (var (mention, i) in news.After(Warming + articles).Select((m, i) => (m, i)))
        {
            var s = await small.TakeInAsync(mention);
            var l = await big.TakeInAsync(mention);
            if (i < Warming) continue;
            ofSmall.Add(s.TotalMilliseconds);
            ofLarge.Add(l.TotalMilliseconds);
        }

        var (smallMs, largeMs) = (Median(ofSmall), Median(ofLarge));
        return (largeMs / smallMs, smallMs, largeMs);
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
