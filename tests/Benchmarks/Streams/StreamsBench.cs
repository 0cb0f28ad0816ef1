using System.Diagnostics;
using Grpc.Core;
using Parley.Contracts;
using Parley.LocalServers;
using Parley.Protocol.Alerting.V1;

namespace Parley.Benchmarks.Streams;

/// <summary>
/// Streams of alerts: a thousand watchers on one copy of the service, and how long an alert takes to reach the last of them; a stream that is cut at random
/// while alerts are raised, and whether it has each of them once when it goes on from its last token.
/// </summary>
internal sealed class StreamsBench : IBench
{
    private const int Watchers = 1_000;
    private const int Cuts = 100;

    public string Name => "streams";

    public IReadOnlyList<Figure> Measure(bool isShort) => MeasureAsync(isShort).GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(bool isShort)
    {
        await using var server = await PrivatePostgres.StartAsync(new PrivatePostgresOptions());
        await using var alerting = await RunningAlerting.StartAsync(server);
        var (slowest, median) = await FanOutAsync(alerting, rounds: isShort ? 10 : 100);
        var (gaps, repeats, raised) = await CutAsync(alerting, isShort ? 1_000 : 20_000);
        return
        [
            new("gaps", gaps, "alerts", 0, Direction.AtMost),
            new("repeats", repeats, "alerts", 0, Direction.AtMost),
            new("fanout_ms_1000", slowest, "ms", 1_000, Direction.AtMost),
            new("fanout_ms_1000_median", median, "ms"),
            new("alerts_raised_over_cuts", raised, "alerts"),
        ];
    }

    /// <summary>From before the commit to the last of the watchers; the slowest and the median round.</summary>
    private static async Task<(double Slowest, double Median)> FanOutAsync(RunningAlerting alerting, int rounds)
    {
        using var channel = alerting.Connect();
        var client = new AlertingService.AlertingServiceClient(channel);
        var calls = Enumerable.Range(0, Watchers).Select(_ => client.WatchAlerts(new WatchAlertsRequest())).ToList();
        await Task.WhenAll(calls.Select(c => c.ResponseStream.MoveNext(CancellationToken.None)));
        var took = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            var arrivals = calls.Select(NextAlertAsync).ToList();
            var started = Stopwatch.GetTimestamp();
            await using (var work = await alerting.BeginAsync())
            {
                await alerting.RaiseAsync(work, Change($"fan-{round}"));
                await work.CommitAsync(CancellationToken.None);
            }

            await Task.WhenAll(arrivals);
            took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        calls.ForEach(c => c.Dispose());
        took.Sort();
        return (took[^1], took[took.Count / 2]);
    }

    private static async Task NextAlertAsync(AsyncServerStreamingCall<WatchAlertsResponse> call)
    {
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
        {
            if (call.ResponseStream.Current.Alert is not null)
                return;
        }

        throw new InvalidOperationException("A stream ended.");
    }

    private static async Task<(int Gaps, int Repeats, int Raised)> CutAsync(RunningAlerting alerting, int alerts)
    {
        using var channel = alerting.Connect();
        var client = new AlertingService.AlertingServiceClient(channel);
        var random = new Random(7);
        var token = await FirstTokenAsync(client);
        var raising = Task.Run(() => RaiseAsync(alerting, alerts, new Random(11)));
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var (cuts, last) = (0, $"cut-{alerts - 1}/1");
        while (!seen.ContainsKey(last) || cuts < Cuts)
        {
            using var call = client.WatchAlerts(new WatchAlertsRequest { ResumeToken = token });
            // Until the cuts are used up each stream lives for a few alerts; the last one reads to the end.
            var left = cuts < Cuts ? random.Next(0, Math.Max(2, 2 * alerts / Cuts)) : int.MaxValue;
            while (left-- > 0 && !seen.ContainsKey(last) && await call.ResponseStream.MoveNext(CancellationToken.None))
            {
                token = call.ResponseStream.Current.ResumeToken;
                if (call.ResponseStream.Current.Alert is { } alert)
                    seen[alert.Id] = seen.GetValueOrDefault(alert.Id) + 1;
            }

            cuts++;
        }

        await raising;
        return (Enumerable.Range(0, alerts).Count(i => !seen.ContainsKey($"cut-{i}/1")), seen.Values.Sum(n => n - 1), alerts);
    }

    /// <summary>Several transactions at once, which commit in another order than they began in; the last alert commits last.</summary>
    private static async Task RaiseAsync(RunningAlerting alerting, int alerts, Random random)
    {
        for (var from = 0; from < alerts - 1; from += 4)
        {
            var works = new List<Platform.Storage.UnitOfWork>();
            foreach (var i in Enumerable.Range(from, Math.Min(4, alerts - 1 - from)))
            {
                var work = await alerting.BeginAsync();
                await alerting.RaiseAsync(work, Change($"cut-{i}"));
                works.Add(work);
            }

            var order = works.ToArray();
            random.Shuffle(order);
            foreach (var work in order)
            {
                await work.CommitAsync(CancellationToken.None);
                await work.DisposeAsync();
            }
        }

        await using var end = await alerting.BeginAsync();
        await alerting.RaiseAsync(end, Change($"cut-{alerts - 1}"));
        await end.CommitAsync(CancellationToken.None);
    }

    private static async Task<string> FirstTokenAsync(AlertingService.AlertingServiceClient client)
    {
        using var call = client.WatchAlerts(new WatchAlertsRequest());
        await call.ResponseStream.MoveNext(CancellationToken.None);
        return call.ResponseStream.Current.ResumeToken;
    }

    private static LedgerChange Change(string id)
    {
        var step = new HistoryStep
        {
            Status = EntryStatus.Held,
            PublishedAt = DateTimeOffset.UtcNow,
            Article = $"{id}/article",
            Outlet = "Wire",
            Evidence = new Evidence(0, 89, "The foreign ministers of Norway and Finland met in Oslo on Monday, the two governments said."),
        };
        return new LedgerChange
        {
            EntryId = id,
            Version = 1,
            Kind = ChangeKind.New,
            RecordedAt = step.PublishedAt,
            ReceivedAt = step.PublishedAt,
            Cause = step,
            News = true,
            Fresh = true,
            After = new Entry
            {
                Id = id,
                Type = EntryType.Talks,
                Kind = EntryKind.Meeting,
                Status = EntryStatus.Held,
                Place = new Place("Oslo", "NOR", "Oslo"),
                Confidence = 0.9,
                Participants = [new Participant { Id = "FIN", Name = "Finland" }, new Participant { Id = "NOR", Name = "Norway" }],
                History = [step],
            },
        };
    }
}
