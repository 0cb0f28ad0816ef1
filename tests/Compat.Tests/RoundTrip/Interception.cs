using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection;
using Parley.Compat.Tests.Echoes;

namespace Parley.Compat.Tests.RoundTrip;

public sealed class Interception
{
    [Fact]
    public async Task A_server_interceptor_sees_every_form_of_call()
    {
        await using var server = await EchoServer.StartAsync(options => options.Interceptors.Add<Recorder>());

        await CallEachForm(server.Client);

        server.Journal.Steps.ShouldBe(["unary", "server stream", "client stream", "duplex"]);
    }

    [Fact]
    public async Task A_server_interceptor_can_refuse_a_call()
    {
        await using var server = await EchoServer.StartAsync(options => options.Interceptors.Add<Refusal>());

        var failure = await Should.ThrowAsync<RpcException>(server.Client.SayAsync(new EchoMessage()).ResponseAsync);

        failure.StatusCode.ShouldBe(StatusCode.Unauthenticated);
    }

    [Fact]
    public async Task A_client_interceptor_sees_every_form_of_call()
    {
        await using var server = await EchoServer.StartAsync();
        var steps = new List<string>();

        var client = new Echo.EchoClient(server.Channel.Intercept(new Stamp("it", steps)));
        await CallEachForm(client);
        client.Say(new EchoMessage());

        steps.ShouldBe(["it: unary", "it: server stream", "it: client stream", "it: duplex", "it: blocking"]);
    }

    [Fact]
    public async Task Client_interceptors_run_in_the_order_given()
    {
        await using var server = await EchoServer.StartAsync();
        var steps = new List<string>();

        var client = new Echo.EchoClient(server.Channel.Intercept(new Stamp("a", steps), new Stamp("b", steps)));
        await client.SayAsync(new EchoMessage());

        steps.ShouldBe(["a: unary", "b: unary"]);
    }

    [Fact]
    public async Task A_client_interceptor_added_later_runs_first()
    {
        await using var server = await EchoServer.StartAsync();
        var steps = new List<string>();

        var invoker = server.Channel.Intercept(new Stamp("a", steps)).Intercept(new Stamp("b", steps));
        await new Echo.EchoClient(invoker).SayAsync(new EchoMessage());

        steps.ShouldBe(["b: unary", "a: unary"]);
    }

    [Fact]
    public async Task A_function_over_the_headers_applies_to_every_form_of_call()
    {
        await using var server = await EchoServer.StartAsync();
        var calls = 0;

        var client = new Echo.EchoClient(server.Channel.Intercept(headers =>
        {
            headers.Add("x-call", $"{++calls}");
            return headers;
        }));
        await CallEachForm(client);
        client.Say(new EchoMessage());

        calls.ShouldBe(5);
        (await server.Journal.Seen.Task).Headers.ShouldContain(header => header.Key == "x-call" && header.Value == "1");
    }

    private static async Task CallEachForm(Echo.EchoClient client)
    {
        await client.SayAsync(new EchoMessage());
        using (var spread = client.Spread(new EchoMessage { Count = 1 }))
            (await spread.ResponseStream.ReadAllAsync().CountAsync()).ShouldBe(1);
        using (var gather = client.Gather())
        {
            await gather.RequestStream.CompleteAsync();
            await gather;
        }

        using var chat = client.Chat();
        await chat.RequestStream.CompleteAsync();
        (await chat.ResponseStream.MoveNext()).ShouldBeFalse();
    }

    private sealed class Recorder(EchoJournal journal) : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            journal.Steps.Enqueue("unary");
            return base.UnaryServerHandler(request, context, continuation);
        }

        public override Task ServerStreamingServerHandler<TRequest, TResponse>(
            TRequest request,
            IServerStreamWriter<TResponse> responseStream,
            ServerCallContext context,
            ServerStreamingServerMethod<TRequest, TResponse> continuation)
        {
            journal.Steps.Enqueue("server stream");
            return base.ServerStreamingServerHandler(request, responseStream, context, continuation);
        }

        public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream,
            ServerCallContext context,
            ClientStreamingServerMethod<TRequest, TResponse> continuation)
        {
            journal.Steps.Enqueue("client stream");
            return base.ClientStreamingServerHandler(requestStream, context, continuation);
        }

        public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream,
            IServerStreamWriter<TResponse> responseStream,
            ServerCallContext context,
            DuplexStreamingServerMethod<TRequest, TResponse> continuation)
        {
            journal.Steps.Enqueue("duplex");
            return base.DuplexStreamingServerHandler(requestStream, responseStream, context, continuation);
        }
    }

    private sealed class Refusal : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
            throw new RpcException(new Status(StatusCode.Unauthenticated, "no key"));
    }

    private sealed class Stamp(string name, List<string> steps) : Interceptor
    {
        public override TResponse BlockingUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            BlockingUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            steps.Add($"{name}: blocking");
            return base.BlockingUnaryCall(request, context, continuation);
        }

        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            steps.Add($"{name}: unary");
            return base.AsyncUnaryCall(request, context, continuation);
        }

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation)
        {
            steps.Add($"{name}: server stream");
            return base.AsyncServerStreamingCall(request, context, continuation);
        }

        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation)
        {
            steps.Add($"{name}: client stream");
            return base.AsyncClientStreamingCall(context, continuation);
        }

        public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation)
        {
            steps.Add($"{name}: duplex");
            return base.AsyncDuplexStreamingCall(context, continuation);
        }
    }
}
