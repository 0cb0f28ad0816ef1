using System.Runtime.CompilerServices;
using Grpc.Core;
using Parley.Cli.Running;
using Parley.Protocol.Alerting.V1;

namespace Parley.Cli.Tests.Running;

public sealed class A_stream_that_is_cut
{
    private readonly List<string> _opened = [];
    private readonly List<string> _said = [];

    [Fact]
    public async Task Goes_on_from_its_last_token()
    {
        var alerts = Alerts(["1", "2", "unavailable"], ["3", "end"], ["4"]);

        (await ReadAsync(alerts, 4)).ShouldBe(["1", "2", "3", "4"]);
        _opened.ShouldBe(["", "2", "3"]);
        alerts.Token.ShouldBe("4");
    }

    [Fact]
    public async Task Begins_behind_the_token_that_is_given()
    {
        await ReadAsync(Alerts(["8"]), 1, from: "7");

        _opened.ShouldBe(["7"]);
    }

    [Fact]
    public async Task Says_once_that_it_was_cut_and_once_that_it_is_whole_again()
    {
        await ReadAsync(Alerts(["1", "unavailable"], ["unavailable"], ["none runs"], ["2"]), 2);

        _opened.ShouldBe(["", "1", "1", "1"]);
        _said.Count.ShouldBe(2);
        _said[0].ShouldContain("cut (gone)");
        _said[1].ShouldBe("watching again");
    }

    [Fact]
    public async Task Is_taken_for_cut_where_no_sign_of_life_comes()
    {
        (await ReadAsync(Alerts(["1", "silence"], ["2"]), 2)).ShouldBe(["1", "2"]);

        _said[0].ShouldContain("no sign of life");
    }

    [Theory]
    [InlineData("unavailable", StatusCode.Unavailable)]
    [InlineData("not found", StatusCode.NotFound)]
    public async Task Fails_where_it_never_began(string end, StatusCode code) =>
        (await Should.ThrowAsync<RpcException>(ReadAsync(Alerts([end]), 1))).StatusCode.ShouldBe(code);

    [Fact]
    public async Task Fails_where_the_service_refuses_to_go_on() =>
        (await Should.ThrowAsync<RpcException>(ReadAsync(Alerts(["1", "not found"]), 2))).StatusCode.ShouldBe(StatusCode.NotFound);

    [Fact]
    public async Task Ends_when_it_is_told_to()
    {
        using var cancellation = new CancellationTokenSource();
        var alerts = new LiveStream<WatchAlertsResponse>("alerts", (_, ending) => Stream(["1", "silence"], ending), r => r.ResumeToken, _said.Add, TimeProvider.System);
        var reading = Should.ThrowAsync<OperationCanceledException>(ReadAsync(alerts, 2, cancellation: cancellation.Token));

        await cancellation.CancelAsync();

        await reading.WaitAsync(TimeSpan.FromSeconds(10));
    }

    /// <summary>Each stream is a list of tokens, and at last of how it ends.</summary>
    private LiveStream<WatchAlertsResponse> Alerts(params string[][] streams) => new("alerts", (token, cancellation) =>
    {
        _opened.Add(token);
        return Stream(streams[_opened.Count - 1], cancellation);
    }, r => r.ResumeToken, _said.Add, new HurriedTime());

    private static async IAsyncEnumerable<WatchAlertsResponse> Stream(string[] items, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var item in items)
        {
            switch (item)
            {
                case "unavailable":
                    throw new RpcException(new Status(StatusCode.Unavailable, "gone"));
                case "not found":
                    throw new RpcException(new Status(StatusCode.NotFound, "no subscription"));
                case "none runs":
                    throw new UsageException("No Parley runs on this machine.");
                case "silence":
                    await Task.Delay(Timeout.Infinite, cancellation);
                    break;
                case "end":
                    yield break;
                default:
                    yield return new WatchAlertsResponse { ResumeToken = item };
                    break;
            }
        }
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(
        LiveStream<WatchAlertsResponse> alerts, int count, string from = "", CancellationToken cancellation = default)
    {
        var read = new List<string>();
        await foreach (var response in alerts.ReadAsync(from, cancellation))
        {
            read.Add(response.ResumeToken);
            if (read.Count == count)
                break;
        }

        return read;
    }

    /// <summary>A clock whose timers go off a thousand times sooner.</summary>
    private sealed class HurriedTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            new Hurried(System.CreateTimer(callback, state, Hurry(dueTime), Hurry(period)));

        private static TimeSpan Hurry(TimeSpan time) => time > TimeSpan.Zero ? time / 1000 : time;

        private sealed class Hurried(ITimer timer) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Hurry(dueTime), Hurry(period));

            public void Dispose() => timer.Dispose();

            public ValueTask DisposeAsync() => timer.DisposeAsync();
        }
    }
}
