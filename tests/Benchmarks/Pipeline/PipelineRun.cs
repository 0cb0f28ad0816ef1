using System.Diagnostics;
using System.Text.Json;
using Parley.Benchmarks.Pipeline.Chain;
using Parley.LocalServers;

namespace Parley.Benchmarks.Pipeline;

/// <summary>
/// The four services and, beside them on the same broker, MassTransit alone. They get the same articles in turn: what else a machine does changes its speed
/// from one minute to the next, and each is to have had the same machine.
/// </summary>
internal sealed class PipelineRun : IAsyncDisposable
{
    private const int Seed = 5;

    private readonly Traffic traffic;
    private readonly PrivatePostgres postgres;
    private readonly PrivateRabbitMq rabbit;
    private readonly FourServices services;
    private readonly Subscriber subscriber;
    private readonly MassTransitAlone chain;

    private PipelineRun(Traffic traffic, PrivatePostgres postgres, PrivateRabbitMq rabbit, FourServices services, Subscriber subscriber, MassTransitAlone chain) =>
        (this.traffic, this.postgres, this.rabbit, this.services, this.subscriber, this.chain) = (traffic, postgres, rabbit, services, subscriber, chain);

    /// <summary>How many articles were submitted so far.</summary>
    public int Submitted { get; private set; }

    /// <summary>How often each alert came, by its id.</summary>
    public IReadOnlyDictionary<string, int> Received => subscriber.Received;

    /// <summary>Starts everything.</summary>
    public static async Task<PipelineRun> StartAsync(Traffic traffic)
    {
        var starting = PrivateRabbitMq.StartAsync(new() { QuickStart = false });
        var postgres = await PrivatePostgres.StartAsync(new());
        var rabbit = await starting;
        return new(
            traffic, postgres, rabbit,
            await FourServices.StartAsync(postgres, rabbit),
            await Subscriber.StartAsync(rabbit.AmqpUri, "parley.alerts", (_, body) => CauseOf(body)),
            await MassTransitAlone.StartAsync(rabbit.AmqpUri, traffic));
    }

    /// <summary>As fast as they go: how many articles a second each carries.</summary>
    public async Task<Beside<double>> FlatOutAsync(int articles)
    {
        var alone = await chain.CarryAsync(Submitted, articles);
        var started = Stopwatch.GetTimestamp();
        await Load.FlatOutAsync(services, Next(articles));
        await services.SettleAsync(Submitted);
        return new(articles / Stopwatch.GetElapsedTime(started).TotalSeconds, articles / alone.TotalSeconds);
    }

    /// <summary>So many a second: how many milliseconds lie between an article and its first alert, in each.</summary>
    public async Task<Beside<IReadOnlyList<double>>> AtRateAsync(int articles, double rate)
    {
        // With the same seed each time, of the articles' number: both get them at the same moments.
        var seed = Seed + Submitted;
        var sentAlone = await chain.AtPaceAsync(Submitted, articles, new Pace(rate, seed));
        var sent = await Load.AtPaceAsync(services, Next(articles), new Pace(rate, seed));
        await services.SettleAsync(Submitted);
        return new(Took(sent, subscriber.FirstOf), Took(sentAlone, chain.FirstOf));
    }

    /// <summary>The ids of all alerts that are due.</summary>
    public Task<IReadOnlySet<string>> DueAsync() => services.DueAsync();

    public async ValueTask DisposeAsync()
    {
        await chain.DisposeAsync();
        await subscriber.DisposeAsync();
        await services.DisposeAsync();
        await rabbit.DisposeAsync();
        await postgres.DisposeAsync();
    }

    private static List<double> Took(IReadOnlyDictionary<string, long> sent, IReadOnlyDictionary<string, long> came) =>
        [.. sent.Where(s => came.ContainsKey(s.Key)).Select(s => Stopwatch.GetElapsedTime(s.Value, came[s.Key]).TotalMilliseconds)];

    private static string? CauseOf(ReadOnlyMemory<byte> body)
    {
        using var read = JsonDocument.Parse(body);
        return read.RootElement.GetProperty("data").GetProperty("change").GetProperty("cause").GetProperty("article").GetString();
    }

    private IEnumerable<Contracts.Article> Next(int articles)
    {
        var next = traffic.Articles.Skip(Submitted).Take(articles);
        Submitted += articles;
        return next;
    }
}
