using System.Diagnostics;
using Grpc.Core;
using Parley.Protocol.Alerting.V1;
using Parley.Tests;

namespace Parley.Integration.Tests.Platform;

public sealed class When_a_service_stops
{
    [Fact]
    public async Task It_is_gone_within_five_seconds_and_open_streams_end_as_unavailable()
    {
        await using var site = await Site.OnRabbitMqAsync();
        var host = await site.StartAlertingAsync();
        using var call = new AlertingService.AlertingServiceClient(host.Channel).WatchAlerts(new());
        await call.ResponseStream.MoveNext(CancellationToken.None);
        var next = call.ResponseStream.MoveNext(CancellationToken.None);

        var stopping = Stopwatch.StartNew();
        await host.StopAsync();

        stopping.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        (await Should.ThrowAsync<RpcException>(next)).StatusCode.ShouldBe(StatusCode.Unavailable);
    }

    [Fact]
    public async Task What_a_consumer_holds_is_handed_back_and_taken_up_by_the_next()
    {
        await using var site = await Site.OnRabbitMqAsync();
        var gate = new Gate();
        var first = await site.StartAsync("notes", parley => Notes.AddWith(parley, gate), _ => { });
        await Notes.SendAsync(first, Notes.Message("a"));
        await gate.Entered.Task;

        var stopping = Stopwatch.StartNew();
        await first.StopAsync();
        stopping.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        gate.Open.SetResult();
        await site.StartAsync("notes", parley => Notes.AddWith(parley, gate), _ => { });

        await Eventually.BeAsync("a slow-a", "the notes", () => Notes.ReadAsync(site));
    }
}
