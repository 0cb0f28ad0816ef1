using Grpc.Core;
using Parley.Alerting.Storage;
using Parley.Contracts;
using Parley.Platform.Streaming;
using Parley.Protocol.Alerting.V1;
using Parley.Tests;

namespace Parley.Integration.Tests.Alerting;

public sealed class A_watcher_who_does_not_read
{
    private const int Alerts = 40;

    [Fact]
    public async Task Harms_no_other_and_is_cut_off_and_goes_on_without_gap_or_repeat_from_his_last_token()
    {
        await using var site = await Site.OnRabbitMqAsync();
        var host = await site.StartAlertingAsync(new Dictionary<string, string?> { ["Parley:Delivery:SlowWatcherSeconds"] = "1" });
        var client = new AlertingService.AlertingServiceClient(host.Channel);
        using var slow = client.WatchAlerts(new());
        using var quick = new Watch(client.WatchAlerts(new()));
        await slow.ResponseStream.MoveNext(CancellationToken.None);
        var token = slow.ResponseStream.Current.ResumeToken;
        await quick.NextAsync();

        var reading = quick.NextAsync(Alerts);

        // More than the buffers between the two hold, so that the service must wait for him.
        foreach (var i in Enumerable.Range(0, Alerts))
            await host.PublishAsync(Changes.Talks(Long($"w{i:00}")));
        var told = await reading;

        var watched = host.Get<LogTail<LoggedChange, AlertingDatabase>>();
        await Eventually.BeAsync(1, "streams that are left", () => Task.FromResult(watched.Watchers));
        // What was sent before the cut is there to be read all the same.
        var (read, refusal) = await ReadAsync(slow, t => token = t);
        refusal.ShouldNotBeNull();
        (refusal.StatusCode, refusal.Status.Detail).ShouldBe((StatusCode.Unavailable, "Nothing was read for 1 s; call again with the last resume_token."));
        read.Count.ShouldBeLessThan(Alerts);
        using var again = new Watch(client.WatchAlerts(new() { ResumeToken = token }));
        read.AddRange(await again.NextAsync(Alerts - read.Count));

        read.ShouldBe(told);
    }

    private static async Task<(List<string> Ids, RpcException? Refusal)> ReadAsync(AsyncServerStreamingCall<WatchAlertsResponse> call, Action<string> token)
    {
        var ids = new List<string>();
        try
        {
            while (await call.ResponseStream.MoveNext(CancellationToken.None))
            {
                token(call.ResponseStream.Current.ResumeToken);
                if (call.ResponseStream.Current.Alert is { } alert)
                    ids.Add(alert.Id);
            }
        }
        catch (RpcException e)
        {
            return (ids, e);
        }

        return (ids, null);
    }

    private static LedgerChange Long(string id)
    {
        var change = Changes.Of(id, actors: ["NOR"]);
        return change with { Cause = change.Cause! with { Evidence = new Evidence(0, 100_000, new string('x', 100_000)) } };
    }
}
