using Google.Rpc;
using Grpc.Core;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;
using Npgsql;
using Parley.Platform.Grpc;

namespace Parley.Platform.Tests.Grpc;

public sealed class Failures_of_methods
{
    private readonly LogLines _log = new();

    public static TheoryData<MethodType> Kinds { get; } = [MethodType.Unary, MethodType.ClientStreaming, MethodType.ServerStreaming, MethodType.DuplexStreaming];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_a_method_answers_is_passed_on(MethodType kind)
    {
        var ran = false;

        await CallAsync(kind, () => ran = true);

        ran.ShouldBeTrue();
        _log.Lines.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_status_that_a_method_chose_is_passed_on(MethodType kind)
    {
        var chosen = GrpcErrors.NotFound("entry", "e-1");

        (await FailAsync(kind, chosen)).ShouldBeSameAs(chosen);
        _log.Lines.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_no_one_foresaw_is_told_by_a_number_and_logged_with_it(MethodType kind)
    {
        var error = await FailAsync(kind, new InvalidOperationException("a secret"));

        error.StatusCode.ShouldBe(StatusCode.Internal);
        error.Status.Detail.ShouldNotContain("secret");
        var line = _log.Lines.ShouldHaveSingleItem();
        line.Level.ShouldBe(LogLevel.Error);
        line.Text.ShouldBe($"/platform.tests.NoteBook/Take failed, error {Detail<RequestInfo>(error).RequestId}");
        line.Exception.ShouldBeOfType<InvalidOperationException>();
    }

    [Fact]
    public async Task Two_failures_have_two_numbers()
    {
        var first = await FailAsync(MethodType.Unary, new InvalidOperationException());
        var second = await FailAsync(MethodType.Unary, new InvalidOperationException());

        Detail<RequestInfo>(first).RequestId.ShouldNotBe(Detail<RequestInfo>(second).RequestId);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_server_that_is_away_makes_the_method_unavailable_for_a_while(MethodType kind)
    {
        var error = await FailAsync(kind, new NpgsqlException("gone", new IOException()));

        error.StatusCode.ShouldBe(StatusCode.Unavailable);
        Detail<RetryInfo>(error).RetryDelay.ToTimeSpan().ShouldBe(TimeSpan.FromSeconds(1));
        _log.Lines.ShouldHaveSingleItem().ShouldBe(new(LogLevel.Warning, "/platform.tests.NoteBook/Take is unavailable: gone", null));
    }

    [Fact]
    public async Task A_character_that_the_database_does_not_take_is_the_callers_error()
    {
        var error = await FailAsync(MethodType.Unary, new PostgresException("invalid byte sequence", "ERROR", "ERROR", PostgresErrorCodes.CharacterNotInRepertoire));

        (error.StatusCode, error.Status.Detail).ShouldBe((StatusCode.InvalidArgument, "a text of the request has a NUL character"));
        _log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_fails_because_the_call_was_cancelled_is_cancelled()
    {
        var error = await FailAsync(MethodType.Unary, new InvalidOperationException(), new CancellationToken(canceled: true));

        error.StatusCode.ShouldBe(StatusCode.Cancelled);
        _log.Lines.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_caller_who_went_away_is_no_error_of_the_service(MethodType kind)
    {
        (await FailAsync(kind, new IOException("The client reset the request stream."))).StatusCode.ShouldBe(StatusCode.Cancelled);
        (await FailAsync(kind, new ConnectionAbortedException())).StatusCode.ShouldBe(StatusCode.Cancelled);
        _log.Lines.ShouldBeEmpty();
    }

    private Task<RpcException> FailAsync(MethodType kind, Exception failure, CancellationToken cancellation = default) =>
        Should.ThrowAsync<RpcException>(() => CallAsync(kind, () => throw failure, cancellation));

    private Task CallAsync(MethodType kind, Action method, CancellationToken cancellation = default)
    {
        var interceptor = new ErrorInterceptor(_log);
        var context = new CallContext(cancellation);
        return kind switch
        {
            MethodType.Unary => interceptor.UnaryServerHandler<string, string>("", context, (_, _) => AnswerAsync()),
            MethodType.ClientStreaming => interceptor.ClientStreamingServerHandler<string, string>(null!, context, (_, _) => AnswerAsync()),
            MethodType.ServerStreaming => interceptor.ServerStreamingServerHandler<string, string>("", null!, context, (_, _, _) => AnswerAsync()),
            _ => interceptor.DuplexStreamingServerHandler<string, string>(null!, null!, context, (_, _, _) => AnswerAsync()),
        };

        Task<string> AnswerAsync()
        {
            method();
            return Task.FromResult("");
        }
    }

    private static T Detail<T>(RpcException error)
        where T : Google.Protobuf.IMessage<T>, new() =>
        GrpcErrors.Details(error)!.Details.Single(d => d.Is(new T().Descriptor)).Unpack<T>();

    private sealed record LogLine(LogLevel Level, string Text, Exception? Exception);

    private sealed class LogLines : ILogger<ErrorInterceptor>
    {
        public List<LogLine> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(new(logLevel, formatter(state, exception), exception));
    }
}
