using System.Diagnostics;
using System.Text.Json;
using Parley.Benchmarks.Pipeline.Chain;
using Parley.LocalServers;

namespace Parley.Benchmarks.Pipeline;

/// <summary>
/// From an article's submission to its alert, through four processes, PostgreSQL and RabbitMQ on this machine: how long it takes at fifty a second, and
/// how many a second all of it carries when articles come faster than they are read. Beside it, in turn, what MassTransit alone carries over the same hops.
/// </summary>
internal sealed class PipelineBench : IBench
{
    private const int Rate = 50;
    private const double P50 = 20;
    private const double P99 = 80;
    private const double Sustained = 800;
    private const double OfChain = 0.35;

    public string Name => "pipeline";

    public IReadOnlyList<Figure> Measure(bool isShort) => MeasureAsync(isShort).GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(bool isShort)
    {
        // At full rate messages come in bundles and batches: what happens at fifty a second is warmed up separately.
        var (warmUp, burst, rounds, pacedWarmUp, paced) = isShort ? (4_000, 4_000, 1, 5 * Rate, 10 * Rate) : (8_000, 6_000, 3, 15 * Rate, 60 * Rate);
        var traffic = Traffic.Make(1, warmUp + (rounds * burst) + pacedWarmUp + paced);
        var starting = PrivateRabbitMq.StartAsync(new() { QuickStart = false });
        await using var postgres = await PrivatePostgres.StartAsync(new());
        await using var rabbit = await starting;
        await using var services = await FourServices.StartAsync(postgres, rabbit);
        await using var subscriber = await Subscriber.StartAsync(rabbit.AmqpUri, "parley.alerts", (_, body) => CauseOf(body));
        var (rates, chainRates) = await FlatOutAsync(traffic, warmUp, burst, rounds, services, rabbit.AmqpUri);
        var submitted = warmUp + (rounds * burst);

        Tell($"{Rate} articles a second");
        await Load.AtRateAsync(services, traffic.Articles.Skip(submitted).Take(pacedWarmUp), Rate);
        submitted += pacedWarmUp;
        var sent = await Load.AtRateAsync(services, traffic.Articles.Skip(submitted).Take(paced), Rate);
        submitted += paced;
        await services.SettleAsync(submitted);
        var due = await services.DueAsync();
        var took = sent.Where(s => subscriber.FirstOf.ContainsKey(s.Key))
            .Select(s => Stopwatch.GetElapsedTime(s.Value, subscriber.FirstOf[s.Key]).TotalMilliseconds).Order().ToList();

        var ours = rates.Order().ElementAt(rates.Count / 2);
        return
        [
            new("articles_per_second", Math.Round(ours), "articles through to their alerts", Sustained),
            new("chain_ratio", Math.Round(rates.Zip(chainRates, (r, c) => r / c).Order().ElementAt(rounds / 2), 3), "of what MassTransit alone carries", OfChain),
            new("p50_ms", Math.Round(Percentile(took, 0.5), 1), "ms from submission to alert", P50, Direction.AtMost),
            new("p99_ms", Math.Round(Percentile(took, 0.99), 1), "ms from submission to alert", P99, Direction.AtMost),
            new("lost", due.Count(id => !subscriber.Received.ContainsKey(id)), "alerts", 0, Direction.AtMost),
            new("repeated", subscriber.Received.Values.Count(times => times > 1), "alerts", 0, Direction.AtMost),
            new("chain_articles_per_second", Math.Round(chainRates.Order().ElementAt(rounds / 2)), "articles through MassTransit alone"),
            new("alerts_timed", took.Count, "alerts"),
            new("articles", submitted, "articles"),
            new("alerts", due.Count, "alerts"),
        ];
    }

    /// <summary>Articles a second, and what MassTransit alone carries, by rounds. Its processes end with the last: what comes then is measured without them.</summary>
    private static async Task<(IReadOnlyList<double> Ours, IReadOnlyList<double> Chain)> FlatOutAsync(
        Traffic traffic, int warmUp, int burst, int rounds, FourServices services, Uri broker)
    {
        await using var chain = await MassTransitAlone.StartAsync(broker, traffic);
        Tell("warming up");
        await Load.FlatOutAsync(services, traffic.Articles.Take(warmUp));
        await chain.CarryAsync(0, warmUp);
        await services.SettleAsync(warmUp);

        var (rates, chainRates) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            var from = warmUp + (round * burst);
            Tell($"MassTransit alone, round {round + 1} of {rounds}");
            chainRates.Add(burst / (await chain.CarryAsync(from, burst)).TotalSeconds);
            Tell($"as fast as they go, round {round + 1} of {rounds}");
            var started = Stopwatch.GetTimestamp();
            await Load.FlatOutAsync(services, traffic.Articles.Skip(from).Take(burst));
            await services.SettleAsync(from + burst);
            rates.Add(burst / Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        return (rates, chainRates);
    }

    private static void Tell(string what) => Console.Error.WriteLine($"pipeline: {what} ...");

    private static double Percentile(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];

    private static string? CauseOf(ReadOnlyMemory<byte> body)
    {
        using var read = JsonDocument.Parse(body);
        return read.RootElement.GetProperty("data").GetProperty("change").GetProperty("cause").GetProperty("article").GetString();
    }
}
