using Grpc.Core;

namespace Parley.Compat.Tests.Contracts;

public sealed class CallTypesKeepTheirPromises
{
    [Fact]
    public async Task A_unary_call_is_awaited_for_its_response()
    {
        using var call = new AsyncUnaryCall<string>(
            Task.FromResult("reply"), Task.FromResult(Headers), () => Ended, () => Trailers, () => { });

        (await call).ShouldBe("reply");
        (await call.ResponseHeadersAsync).ShouldBeSameAs(Headers);
        call.GetStatus().ShouldBe(Ended);
        call.GetTrailers().ShouldBeSameAs(Trailers);
    }

    [Fact]
    public async Task A_unary_call_passes_its_state_to_its_functions()
    {
        var state = new List<string>();
        var call = new AsyncUnaryCall<string>(
            Task.FromResult("reply"),
            given => Seen(given, Task.FromResult(Headers), "headers"),
            given => Seen(given, Ended, "status"),
            given => Seen(given, Trailers, "trailers"),
            given => Seen(given, 0, "dispose"),
            state);

        await call.ResponseHeadersAsync;
        call.GetStatus();
        call.GetTrailers();
        call.Dispose();

        state.ShouldBe(["headers", "status", "trailers", "dispose"]);
    }

    [Fact]
    public async Task The_streaming_calls_pass_their_state_to_their_functions_too()
    {
        var state = new List<string>();
        Func<object, Task<Metadata>> headers = given => Seen(given, Task.FromResult(Headers), "headers");
        Func<object, Status> status = given => Seen(given, Ended, "status");
        Func<object, Metadata> trailers = given => Seen(given, Trailers, "trailers");
        Action<object> dispose = given => Seen(given, 0, "dispose");

        using (var call = new AsyncServerStreamingCall<string>(new Words(), headers, status, trailers, dispose, state))
        {
            (await call.ResponseHeadersAsync).ShouldBeSameAs(Headers);
            call.GetStatus().ShouldBe(Ended);
            call.GetTrailers().ShouldBeSameAs(Trailers);
        }

        using (var call = new AsyncClientStreamingCall<string, string>(
            new Sink(), Task.FromResult("reply"), headers, status, trailers, dispose, state))
        {
            (await call.ConfigureAwait(false)).ShouldBe("reply");
            (await call.ResponseAsync).ShouldBe("reply");
            (await call.ResponseHeadersAsync).ShouldBeSameAs(Headers);
            call.GetStatus().ShouldBe(Ended);
            call.GetTrailers().ShouldBeSameAs(Trailers);
        }

        using (var call = new AsyncDuplexStreamingCall<string, string>(
            new Sink(), new Words(), headers, status, trailers, dispose, state))
        {
            (await call.ResponseHeadersAsync).ShouldBeSameAs(Headers);
            call.GetStatus().ShouldBe(Ended);
            call.GetTrailers().ShouldBeSameAs(Trailers);
        }

        state.ShouldBe(Enumerable.Repeat((string[])["headers", "status", "trailers", "dispose"], 3).SelectMany(steps => steps));
    }

    [Fact]
    public void A_call_that_goes_on_has_neither_status_nor_trailers()
    {
        using var call = new AsyncUnaryCall<string>(
            new TaskCompletionSource<string>().Task,
            Task.FromResult(Headers),
            () => throw new InvalidOperationException("goes on"),
            () => throw new InvalidOperationException("goes on"),
            () => { });

        Should.Throw<InvalidOperationException>(() => call.GetStatus());
        Should.Throw<InvalidOperationException>(() => call.GetTrailers());
    }

    [Fact]
    public async Task A_failed_call_throws_where_it_is_awaited()
    {
        using var call = new AsyncUnaryCall<string>(
            Task.FromException<string>(new RpcException(Ended)), Task.FromResult(Headers), () => Ended, () => Trailers, () => { });

        (await Should.ThrowAsync<RpcException>(async () => await call)).Status.ShouldBe(Ended);
    }

    [Fact]
    public void Disposing_of_a_stream_calls_what_it_was_given()
    {
        var disposals = 0;

        new AsyncServerStreamingCall<string>(
            new Words(), Task.FromResult(Headers), () => Ended, () => Trailers, () => disposals++).Dispose();
        new AsyncClientStreamingCall<string, string>(
            new Sink(), Task.FromResult(""), Task.FromResult(Headers), () => Ended, () => Trailers, () => disposals++).Dispose();
        new AsyncDuplexStreamingCall<string, string>(
            new Sink(), new Words(), Task.FromResult(Headers), () => Ended, () => Trailers, () => disposals++).Dispose();

        disposals.ShouldBe(3);
    }

    [Fact]
    public async Task A_stream_is_read_to_its_end()
    {
        var words = new List<string>();

        await foreach (var word in new Words("talks", "truce").ReadAllAsync())
            words.Add(word);

        words.ShouldBe(["talks", "truce"]);
    }

    [Fact]
    public async Task The_token_of_an_enumeration_reaches_the_stream()
    {
        using var cancel = new CancellationTokenSource();
        var reader = new Words("talks");

        await foreach (var word in reader.ReadAllAsync().WithCancellation(cancel.Token))
            word.ShouldBe("talks");

        reader.Token.ShouldBe(cancel.Token);
    }

    [Fact]
    public void A_stream_that_is_not_there_is_refused_at_once()
    {
        Should.Throw<ArgumentNullException>(() => ((IAsyncStreamReader<string>)null!).ReadAllAsync());
        Should.Throw<ArgumentNullException>(() => { _ = ((IAsyncStreamReader<string>)null!).MoveNext(); });
    }

    [Fact]
    public async Task MoveNext_needs_no_token()
    {
        var reader = new Words("talks");

        (await reader.MoveNext()).ShouldBeTrue();
        reader.Token.ShouldBe(CancellationToken.None);
    }

    [Fact]
    public async Task A_writer_that_cannot_cancel_refuses_a_token_that_can_be_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        IAsyncStreamWriter<string> writer = new Sink();

        await writer.WriteAsync("word", CancellationToken.None);
        await Should.ThrowAsync<NotSupportedException>(async () => await writer.WriteAsync("word", cancel.Token));
    }

    private static readonly Metadata Headers = [];
    private static readonly Metadata Trailers = [];
    private static readonly Status Ended = new(StatusCode.Aborted, "lost");

    private static T Seen<T>(object state, T value, string step)
    {
        ((List<string>)state).Add(step);
        return value;
    }

    private sealed class Words(params string[] words) : IAsyncStreamReader<string>
    {
        private int read;

        public string Current => words[read - 1];

        public CancellationToken Token { get; private set; }

        public Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            Token = cancellationToken;
            return Task.FromResult(++read <= words.Length);
        }
    }

    private sealed class Sink : IClientStreamWriter<string>
    {
        public WriteOptions? WriteOptions { get; set; }

        public Task WriteAsync(string message) => Task.CompletedTask;

        public Task CompleteAsync() => Task.CompletedTask;
    }
}
