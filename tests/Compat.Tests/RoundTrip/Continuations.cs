using Grpc.Core;
using Grpc.Core.Interceptors;
using Parley.Compat.Tests.Echoes;

namespace Parley.Compat.Tests.RoundTrip;

public sealed class Continuations
{
    [Fact]
    public async Task An_interceptor_can_watch_a_call_to_its_end_and_pass_it_on_whole()
    {
        await using var server = await EchoServer.StartAsync();
        var watch = new Watch();
        var client = new Echo.EchoClient(server.Channel.Intercept(watch));

        using var call = client.SayAsync(new EchoMessage { Text = "truce" }, new Metadata { { "x-mark", "here" } });

        (await call).Text.ShouldBe("truce");
        (await call.ResponseHeadersAsync).GetValue("x-mark").ShouldBe("here");
        call.GetStatus().ShouldBe(Status.DefaultSuccess);
        call.GetTrailers().GetValue("x-mark").ShouldBe("here");
        watch.Ends.ShouldBe([StatusCode.OK]);
    }

    [Fact]
    public async Task An_interceptor_that_watches_sees_failures_and_disposal_goes_through_it()
    {
        await using var server = await EchoServer.StartAsync();
        var watch = new Watch();
        var client = new Echo.EchoClient(server.Channel.Intercept(watch));

        await Should.ThrowAsync<RpcException>(client.FailAsync(new EchoMessage { Text = "gone" }).ResponseAsync);
        var waiting = client.WaitAsync(new EchoMessage());
        await server.Journal.Seen.Task;
        waiting.Dispose();
        await Should.ThrowAsync<RpcException>(waiting.ResponseAsync);

        watch.Ends.ShouldBe([StatusCode.NotFound, StatusCode.Cancelled]);
        await server.Journal.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task An_interceptor_can_answer_without_the_server()
    {
        await using var server = await EchoServer.StartAsync();
        var client = new Echo.EchoClient(server.Channel.Intercept(new Answering(new EchoMessage { Text = "kept" })));

        (await client.SayAsync(new EchoMessage())).Text.ShouldBe("kept");

        server.Journal.Seen.Task.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task An_interceptor_can_go_on_more_than_once()
    {
        await using var server = await EchoServer.StartAsync();
        var calls = 0;
        var counted = server.Channel.Intercept(headers =>
        {
            calls++;
            return headers;
        });

        new Echo.EchoClient(counted.Intercept(new Twice())).Say(new EchoMessage { Text = "truce" }).Text.ShouldBe("truce");

        calls.ShouldBe(2);
    }

    private sealed class Watch : Interceptor
    {
        public List<StatusCode> Ends { get; } = [];

        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            var call = continuation(request, context);
            return new(WatchAsync(call), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
        }

        private async Task<TResponse> WatchAsync<TResponse>(AsyncUnaryCall<TResponse> call)
        {
            try
            {
                return await call;
            }
            finally
            {
                Ends.Add(call.GetStatus().StatusCode);
            }
        }
    }

    private sealed class Answering(EchoMessage answer) : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation) => new(
                Task.FromResult((TResponse)(object)answer),
                Task.FromResult(Metadata.Empty),
                () => Status.DefaultSuccess,
                () => Metadata.Empty,
                () => { });
    }

    private sealed class Twice : Interceptor
    {
        public override TResponse BlockingUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            BlockingUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            continuation(request, context);
            return continuation(request, context);
        }
    }
}
