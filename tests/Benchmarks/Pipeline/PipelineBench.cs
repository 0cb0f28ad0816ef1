namespace Parley.Benchmarks.Pipeline;

/// <summary>
/// From an article's submission to its alert, through four processes, PostgreSQL and RabbitMQ on this machine: how long it takes at fifty a second, and
/// how many a second all of it carries when articles come faster than they are read. Beside both, in turn, what MassTransit alone does over the same hops.
/// </summary>
internal sealed class PipelineBench : IBench
{
    private const int Rate = 50;
    private const double P50 = 20;
    private const double P99 = 80;
    private const double Sustained = 800;
    private const double OfChain = 0.35;

    /// <summary>Milliseconds that MassTransit alone took on the machine for which the goals above were set: a goal in milliseconds is that of one machine.</summary>
    private const double AloneP50 = 2.8;
    private const double AloneP99 = 8.8;

    public string Name => "pipeline";

    public IReadOnlyList<Figure> Measure(bool isShort) => MeasureAsync(isShort).GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(bool isShort)
    {
        // At full rate messages come in bundles and batches: what happens at fifty a second is warmed up separately.
        var (warmUp, burst, rounds) = isShort ? (4_000, 4_000, 1) : (8_000, 6_000, 3);
        var (pacedWarmUp, paced, turns) = isShort ? (5 * Rate, 10 * Rate, 1) : (15 * Rate, 15 * Rate, 4);
        await using var run = await PipelineRun.StartAsync(Traffic.Make(1, warmUp + (rounds * burst) + pacedWarmUp + (turns * paced)));

        Tell("warming up");
        await run.FlatOutAsync(warmUp);
        var rates = new List<Beside<double>>();
        for (var round = 1; round <= rounds; round++)
        {
            Tell($"as fast as they go, MassTransit alone and the services, round {round} of {rounds}");
            rates.Add(await run.FlatOutAsync(burst));
        }

        Tell($"warming up at {Rate} articles a second");
        await run.AtRateAsync(pacedWarmUp, Rate);
        var (took, tookAlone) = (new List<double>(), new List<double>());
        for (var turn = 1; turn <= turns; turn++)
        {
            Tell($"{Rate} articles a second, MassTransit alone and the services, turn {turn} of {turns}");
            var (ours, alone) = await run.AtRateAsync(paced, Rate);
            took.AddRange(ours);
            tookAlone.AddRange(alone);
        }

        var due = await run.DueAsync();
        var (p50, p99, p50Alone, p99Alone) = (Share(took, 0.5), Share(took, 0.99), Share(tookAlone, 0.5), Share(tookAlone, 0.99));
        return
        [
            new("articles_per_second", Math.Round(Share(rates.Select(r => r.Ours), 0.5)), "articles through to their alerts", Sustained),
            new("chain_ratio", Math.Round(Share(rates.Select(r => r.Ours / r.Alone), 0.5), 3), "of what MassTransit alone carries", OfChain),
            new("p50_ms", Math.Round(p50, 1), "ms from submission to alert", P50, Direction.AtMost),
            new("p99_ms", Math.Round(p99, 1), "ms from submission to alert", P99, Direction.AtMost),
            new("p50_ratio", Math.Round(p50 / p50Alone, 2), "of what MassTransit alone takes", Math.Round(P50 / AloneP50, 2), Direction.AtMost),
            new("p99_ratio", Math.Round(p99 / p99Alone, 2), "of what MassTransit alone takes", Math.Round(P99 / AloneP99, 2), Direction.AtMost),
            new("lost", due.Count(id => !run.Received.ContainsKey(id)), "alerts", 0, Direction.AtMost),
            new("repeated", run.Received.Values.Count(times => times > 1), "alerts", 0, Direction.AtMost),
            new("chain_articles_per_second", Math.Round(Share(rates.Select(r => r.Alone), 0.5)), "articles through MassTransit alone"),
            new("chain_p50_ms", Math.Round(p50Alone, 1), "ms through MassTransit alone"),
            new("chain_p99_ms", Math.Round(p99Alone, 1), "ms through MassTransit alone"),
            new("alerts_timed", took.Count, "alerts"),
            new("articles", run.Submitted, "articles"),
            new("alerts", due.Count, "alerts"),
        ];
    }

    private static void Tell(string what) => Console.Error.WriteLine($"pipeline: {what} ...");

    /// <summary>The value below which such a share of them lies.</summary>
    private static double Share(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
    }
}
