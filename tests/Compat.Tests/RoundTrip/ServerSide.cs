using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection;
using Parley.Compat.Tests.Echoes;

namespace Parley.Compat.Tests.RoundTrip;

public sealed class ServerSide
{
    [Fact]
    public async Task Interceptors_run_in_the_order_in_which_they_were_added_and_share_notes()
    {
        await using var server = await EchoServer.StartAsync(options =>
        {
            options.Interceptors.Add<Noting>();
            options.Interceptors.Add<Reading>();
        });

        await server.Client.SayAsync(new EchoMessage());

        server.Journal.Steps.ShouldBe(["noting", "reading desk", "noted"]);
    }

    [Fact]
    public async Task Headers_are_sent_once()
    {
        await using var server = await EchoServer.StartAsync(options => options.Interceptors.Add<HeadersFirst>());

        await Should.ThrowAsync<RpcException>(server.Client.SayAsync(new EchoMessage()).ResponseAsync);

        server.Journal.Steps.ShouldBe([nameof(InvalidOperationException)]);
    }

    [Fact]
    public async Task The_published_server_makes_no_propagation_tokens()
    {
        await using var server = await EchoServer.StartAsync(options => options.Interceptors.Add<Propagating>());

        await server.Client.SayAsync(new EchoMessage());

        server.Journal.Steps.ShouldBe([nameof(NotImplementedException)]);
    }

    [Fact]
    public async Task A_caller_on_an_open_connection_is_nobody()
    {
        await using var server = await EchoServer.StartAsync();

        await server.Client.SayAsync(new EchoMessage());

        var auth = (await server.Journal.Seen.Task).AuthContext;
        auth.IsPeerAuthenticated.ShouldBeFalse();
        auth.PeerIdentity.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_service_throws_unawares_stays_with_it()
    {
        await using var server = await EchoServer.StartAsync(options => options.Interceptors.Add<Broken>());

        var failure = await Should.ThrowAsync<RpcException>(server.Client.SayAsync(new EchoMessage()).ResponseAsync);

        failure.StatusCode.ShouldBe(StatusCode.Unknown);
        failure.Status.Detail.ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_method_that_is_not_there_is_unimplemented()
    {
        await using var server = await EchoServer.StartAsync();
        var method = Texts(MethodType.Unary, "Absent");

        using var call = server.Channel.CreateCallInvoker().AsyncUnaryCall(method, null, default, "word");

        (await Should.ThrowAsync<RpcException>(call.ResponseAsync)).StatusCode.ShouldBe(StatusCode.Unimplemented);
    }

    [Fact]
    public async Task A_service_can_be_defined_without_generated_code()
    {
        var shout = Texts(MethodType.Unary, "Shout");
        var spell = Texts(MethodType.ServerStreaming, "Spell");
        var definition = ServerServiceDefinition.CreateBuilder()
            .AddMethod(shout, (request, _) => Task.FromResult(request.ToUpperInvariant()))
            .AddMethod(spell, async (request, responses, _) =>
            {
                foreach (var letter in request)
                    await responses.WriteAsync($"{letter}");
            })
            .Build();
        await using var server = await EchoServer.StartAsync(definition: definition);
        var invoker = server.Channel.CreateCallInvoker();

        (await invoker.AsyncUnaryCall(shout, null, default, "truce")).ShouldBe("TRUCE");
        using var spelled = invoker.AsyncServerStreamingCall(spell, null, default, "pax");
        (await spelled.ResponseStream.ReadAllAsync().ToListAsync()).ShouldBe(["p", "a", "x"]);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task A_message_goes_uncompressed_where_its_flags_say_so(bool plain, byte flag)
    {
        var witness = new FirstByte();
        await using var server = await EchoServer.StartAsync(
            options =>
            {
                options.ResponseCompressionAlgorithm = "gzip";
                if (plain)
                    options.Interceptors.Add<Uncompressed>();
            },
            options => options.HttpHandler = witness);

        await server.Client.SayAsync(new EchoMessage { Payload = ByteString.CopyFrom(new byte[1000]) });

        witness.Value.ShouldBe(flag);
    }

    private static Method<string, string> Texts(MethodType type, string name) =>
        new(type, "compat.tests.Texts", name, Marshallers.StringMarshaller, Marshallers.StringMarshaller);

    private sealed class Noting(EchoJournal journal) : Interceptor
    {
        public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            journal.Steps.Enqueue("noting");
            context.UserState["caller"] = "desk";
            var response = await continuation(request, context);
            journal.Steps.Enqueue("noted");
            return response;
        }
    }

    private sealed class Reading(EchoJournal journal) : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            journal.Steps.Enqueue($"reading {context.UserState["caller"]}");
            return continuation(request, context);
        }
    }

    private sealed class HeadersFirst(EchoJournal journal) : Interceptor
    {
        public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            await context.WriteResponseHeadersAsync([]);
            try
            {
                return await continuation(request, context);
            }
            catch (InvalidOperationException again)
            {
                journal.Steps.Enqueue(again.GetType().Name);
                throw;
            }
        }
    }

    private sealed class Propagating(EchoJournal journal) : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            journal.Steps.Enqueue(Should.Throw<NotImplementedException>(() => context.CreatePropagationToken()).GetType().Name);
            return continuation(request, context);
        }
    }

    private sealed class Broken : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
            throw new InvalidOperationException("secret");
    }

    private sealed class Uncompressed : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            context.WriteOptions = new WriteOptions(WriteFlags.NoCompress);
            return continuation(request, context);
        }
    }

    // The first byte of a message on the wire says whether it is compressed.
    private sealed class FirstByte() : DelegatingHandler(new SocketsHttpHandler())
    {
        public byte? Value { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            Value = (await response.Content.ReadAsByteArrayAsync(cancellationToken))[0];
            return response;
        }
    }
}
