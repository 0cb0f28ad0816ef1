using System.Runtime.CompilerServices;
using Grpc.Core;
using Parley.Cli.Running;
using Parley.Protocol.Alerting.V1;

namespace Parley.Cli.Tests.Running;

public sealed class A_watch_beside_other_work
{
    private static readonly Status Gone = new(StatusCode.Unavailable, "gone");

    private readonly List<string> _said = [];

    [Fact]
    public async Task Misses_no_alert_where_the_stream_is_cut()
    {
        await using var watch = await StartAsync(
            token => token.Length == 0 ? [Sign("0"), Alert("a", "1"), null] : [Sign(token), Alert("b", "2")]);

        (await NextAsync(watch), await NextAsync(watch)).ShouldBe(("a", "b"));
        _said[0].ShouldContain("cut (gone)");
    }

    [Fact]
    public async Task Fails_whoever_waits_for_an_alert_where_the_service_refuses_to_go_on()
    {
        await using var watch = await StartAsync(
            token => token.Length == 0 ? [Sign("0"), null] : throw new RpcException(new Status(StatusCode.PermissionDenied, "no key")));

        (await Should.ThrowAsync<RpcException>(() => NextAsync(watch))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task Fails_whoever_waits_for_an_alert_that_cannot_be_read()
    {
        var unreadable = Alert("a", "1");
        unreadable.Alert.Change.After = null;
        await using var watch = await StartAsync(_ => [Sign("0"), unreadable]);

        await Should.ThrowAsync<NullReferenceException>(() => NextAsync(watch));
    }

    [Fact]
    public async Task Fails_where_it_does_not_begin() =>
        (await Should.ThrowAsync<RpcException>(() => StartAsync(_ => [null]))).StatusCode.ShouldBe(StatusCode.Unavailable);

    /// <summary>Each stream is what it gives, null where it is cut; then it is silent.</summary>
    private Task<AlertWatch> StartAsync(Func<string, IReadOnlyList<WatchAlertsResponse?>> streams)
    {
        return AlertWatch.StartAsync(OpenAsync, _said.Add, TimeProvider.System, CancellationToken.None);

        async IAsyncEnumerable<WatchAlertsResponse> OpenAsync(string token, [EnumeratorCancellation] CancellationToken cancellation)
        {
            foreach (var response in streams(token))
                yield return response ?? throw new RpcException(Gone);
            await Task.Delay(Timeout.Infinite, cancellation);
        }
    }

    private static async Task<string> NextAsync(AlertWatch watch)
    {
        await watch.Alerts.WaitToReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        watch.Alerts.TryRead(out var alert).ShouldBeTrue();
        return alert.Change.EntryId;
    }

    private static WatchAlertsResponse Sign(string token) => new() { ResumeToken = token };

    private static WatchAlertsResponse Alert(string entry, string token) => new()
    {
        ResumeToken = token,
        Alert = new() { Change = new() { EntryId = entry, RecordedAt = new(), After = new() } },
    };
}
