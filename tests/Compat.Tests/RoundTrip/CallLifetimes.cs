using Grpc.Core;
using Parley.Compat.Tests.Echoes;

namespace Parley.Compat.Tests.RoundTrip;

public sealed class CallLifetimes
{
    [Fact]
    public async Task A_unary_call_has_status_and_trailers_once_it_ended_and_not_before()
    {
        await using var server = await EchoServer.StartAsync();

        using var running = server.Client.WaitAsync(new EchoMessage());
        Should.Throw<InvalidOperationException>(() => running.GetStatus());
        Should.Throw<InvalidOperationException>(() => running.GetTrailers());

        using var ended = server.Client.SayAsync(new EchoMessage(), Marked);
        await ended;
        ended.GetStatus().ShouldBe(Status.DefaultSuccess);
        ended.GetTrailers().GetValue("x-mark").ShouldBe("here");
    }

    [Fact]
    public async Task A_server_stream_has_status_and_trailers_once_it_ended_and_not_before()
    {
        await using var server = await EchoServer.StartAsync();

        using var call = server.Client.Spread(new EchoMessage { Count = 1 }, Marked);
        (await call.ResponseStream.MoveNext()).ShouldBeTrue();
        Should.Throw<InvalidOperationException>(() => call.GetStatus());
        Should.Throw<InvalidOperationException>(() => call.GetTrailers());

        (await call.ResponseStream.MoveNext()).ShouldBeFalse();
        call.GetStatus().ShouldBe(Status.DefaultSuccess);
        call.GetTrailers().GetValue("x-mark").ShouldBe("here");
    }

    [Fact]
    public async Task A_client_stream_has_headers_before_and_status_and_trailers_after_its_end()
    {
        await using var server = await EchoServer.StartAsync();

        using var call = server.Client.Gather(Marked);
        (await call.ResponseHeadersAsync).GetValue("x-mark").ShouldBe("here");
        Should.Throw<InvalidOperationException>(() => call.GetStatus());
        Should.Throw<InvalidOperationException>(() => call.GetTrailers());

        await call.RequestStream.CompleteAsync();
        await call;
        call.GetStatus().ShouldBe(Status.DefaultSuccess);
        call.GetTrailers().GetValue("x-mark").ShouldBe("here");
    }

    [Fact]
    public async Task A_duplex_stream_has_headers_before_and_status_and_trailers_after_its_end()
    {
        await using var server = await EchoServer.StartAsync();

        using var call = server.Client.Chat(Marked);
        (await call.ResponseHeadersAsync).GetValue("x-mark").ShouldBe("here");
        Should.Throw<InvalidOperationException>(() => call.GetStatus());
        Should.Throw<InvalidOperationException>(() => call.GetTrailers());

        await call.RequestStream.CompleteAsync();
        (await call.ResponseStream.MoveNext()).ShouldBeFalse();
        call.GetStatus().ShouldBe(Status.DefaultSuccess);
        call.GetTrailers().GetValue("x-mark").ShouldBe("here");
    }

    [Fact]
    public async Task Disposing_of_a_running_unary_call_cancels_it()
    {
        await using var server = await EchoServer.StartAsync();

        var call = server.Client.WaitAsync(new EchoMessage());
        await server.Journal.Seen.Task;
        call.Dispose();

        (await Should.ThrowAsync<RpcException>(call.ResponseAsync)).StatusCode.ShouldBe(StatusCode.Cancelled);
        await server.Journal.Cancelled.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task Disposing_of_a_running_client_stream_cancels_it()
    {
        await using var server = await EchoServer.StartAsync();

        var call = server.Client.Gather();
        await call.ResponseHeadersAsync;
        call.Dispose();

        // With what status is a race in the published client: its own cancellation or the stream that it cut.
        await Should.ThrowAsync<RpcException>(call.ResponseAsync);
        await server.Journal.Cancelled.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task Disposing_of_a_running_duplex_stream_cancels_it_and_a_read_that_waits()
    {
        await using var server = await EchoServer.StartAsync();

        var call = server.Client.Chat();
        await call.ResponseHeadersAsync;
        var read = call.ResponseStream.MoveNext();
        call.Dispose();

        await Should.ThrowAsync<RpcException>(read);
        await server.Journal.Cancelled.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_call_that_ended_keeps_its_end_when_it_is_disposed_of_even_twice()
    {
        await using var server = await EchoServer.StartAsync();

        var call = server.Client.SayAsync(new EchoMessage { Text = "truce" }, Marked);
        await call;
        call.Dispose();
        call.Dispose();

        (await call).Text.ShouldBe("truce");
        call.GetStatus().ShouldBe(Status.DefaultSuccess);
        call.GetTrailers().GetValue("x-mark").ShouldBe("here");
    }

    [Fact]
    public async Task The_headers_of_a_call_that_failed_without_any_do_not_hide_its_status()
    {
        await using var server = await EchoServer.StartAsync();

        using var call = server.Client.FailAsync(new EchoMessage { Text = "gone" });
        await call.ResponseHeadersAsync;

        (await Should.ThrowAsync<RpcException>(async () => await call)).StatusCode.ShouldBe(StatusCode.NotFound);
    }

    [Fact]
    public async Task A_blocking_call_throws_what_the_server_ended_it_with()
    {
        await using var server = await EchoServer.StartAsync();

        Should.Throw<RpcException>(() => server.Client.Fail(new EchoMessage { Text = "gone" })).Status
            .ShouldBe(new Status(StatusCode.NotFound, "gone"));
    }

    [Fact]
    public async Task Nothing_is_written_after_the_last_request()
    {
        await using var server = await EchoServer.StartAsync();

        using var call = server.Client.Chat();
        await call.RequestStream.CompleteAsync();

        await Should.ThrowAsync<InvalidOperationException>(() => call.RequestStream.WriteAsync(new EchoMessage()));
    }

    [Fact]
    public async Task A_write_can_be_cancelled()
    {
        await using var server = await EchoServer.StartAsync();
        using var cancel = new CancellationTokenSource();

        using var call = server.Client.Chat();
        await call.RequestStream.WriteAsync(new EchoMessage { Text = "first" }, cancel.Token);
        (await call.ResponseStream.MoveNext()).ShouldBeTrue();
        await cancel.CancelAsync();

        var failure = await Should.ThrowAsync<RpcException>(() => call.RequestStream.WriteAsync(new EchoMessage(), cancel.Token));
        failure.StatusCode.ShouldBe(StatusCode.Cancelled);
    }

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static Metadata Marked => new() { { "x-mark", "here" } };
}
