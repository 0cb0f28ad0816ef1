using System.Diagnostics;
using System.Text.Json;
using Parley.Contracts;

namespace Parley.Benchmarks.Pipeline.Chain;

/// <summary>
/// What MassTransit alone carries over the hops of the pipeline: four processes, the same messages through queues of the same kind, consumers that do
/// nothing but send on, no database. It bounds what any pipeline on this transport can do.
/// </summary>
internal sealed class MassTransitAlone : IAsyncDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Traffic traffic;
    private readonly string file;
    private readonly Subscriber subscriber;
    private readonly IReadOnlyList<HopProcess> hops;
    private long articles;
    private long changes;
    private long news;

    private MassTransitAlone(Traffic traffic, string file, Subscriber subscriber, IReadOnlyList<HopProcess> hops) =>
        (this.traffic, this.file, this.subscriber, this.hops) = (traffic, file, subscriber, hops);

    /// <summary>Starts its processes.</summary>
    public static async Task<MassTransitAlone> StartAsync(Uri broker, Traffic traffic)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllLinesAsync(file, traffic.Articles.Select(a => JsonSerializer.Serialize(new ChainTold(a, traffic.Changes[a.Id]), ParleyJson.Line)));
        var subscriber = await Subscriber.StartAsync(broker, Hop.Alerts, (_, body) => CauseOf(body));
        var hops = await Task.WhenAll(new[] { "ingestion", "extraction", "search", "alerting" }.Select(name => HopProcess.StartAsync(name, broker, file)));
        return new(traffic, file, subscriber, hops);
    }

    /// <summary>When the first alert came that an article has caused, in ticks of <see cref="Stopwatch"/>.</summary>
    public IReadOnlyDictionary<string, long> FirstOf => subscriber.FirstOf;

    /// <summary>As fast as they go: how long articles take to the last of their alerts.</summary>
    public async Task<TimeSpan> CarryAsync(int from, int count)
    {
        Expect(from, count);
        var started = Stopwatch.GetTimestamp();
        await hops[0].PublishAsync(from, count);
        await SettleAsync();
        return Stopwatch.GetElapsedTime(started);
    }

    /// <summary>At the moments of a pace, one behind the other.</summary>
    /// <returns>When each was given to the first hop, in ticks of <see cref="Stopwatch"/>.</returns>
    public async Task<IReadOnlyDictionary<string, long>> AtPaceAsync(int from, int count, Pace pace)
    {
        Expect(from, count);
        var sent = new Dictionary<string, long>(StringComparer.Ordinal);
        await foreach (var i in pace.Of(Enumerable.Range(from, count)))
        {
            sent[traffic.Articles[i].Id] = Stopwatch.GetTimestamp();
            await hops[0].PublishAsync(i, 1);
        }

        await SettleAsync();
        return sent;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var hop in hops)
            await hop.DisposeAsync();
        await subscriber.DisposeAsync();
        File.Delete(file);
    }

    private static string? CauseOf(ReadOnlyMemory<byte> body)
    {
        using var read = JsonDocument.Parse(body);
        return read.RootElement.GetProperty("change").GetProperty("cause").GetProperty("article").GetString();
    }

    private static async Task UntilAsync(HopProcess hop, long handled)
    {
        var started = Stopwatch.GetTimestamp();
        while (await hop.HandledAsync() < handled)
            await PauseAsync(started);
    }

    private static Task PauseAsync(long started) =>
        Stopwatch.GetElapsedTime(started) < Patience ? Task.Delay(Poll) : throw new TimeoutException($"The chain does not carry on within {Patience}.");

    /// <summary>Counts what articles will have caused when they are through.</summary>
    private void Expect(int from, int count)
    {
        var carried = traffic.Articles.Skip(from).Take(count).ToList();
        articles += carried.Count;
        changes += carried.Sum(a => traffic.Changes[a.Id].Count);
        news += carried.Sum(a => traffic.Changes[a.Id].Count(c => c.News));
    }

    /// <summary>Waits until all of it is handled, and has come.</summary>
    private async Task SettleAsync()
    {
        await UntilAsync(hops[1], articles);
        await UntilAsync(hops[3], changes);
        await UntilAsync(hops[2], articles + changes);
        var started = Stopwatch.GetTimestamp();
        while (subscriber.Received.Values.Sum(times => (long)times) < news)
            await PauseAsync(started);
    }
}
