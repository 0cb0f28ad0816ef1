using Grpc.Core;

namespace Parley.Compat.Tests.Contracts;

/// <summary>Writes down the calls that reach it and answers each with "reply".</summary>
internal sealed class RecordingInvoker : CallInvoker
{
    public List<Call> Calls { get; } = [];

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        Calls.Add(new Call("blocking", host, options, request));
        return Reply<TResponse>();
    }

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        Calls.Add(new Call("unary", host, options, request));
        return new(Task.FromResult(Reply<TResponse>()), Task.FromResult(Metadata.Empty), NoStatus, NoTrailers, NoDisposal);
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        Calls.Add(new Call("server", host, options, request));
        return new(null!, Task.FromResult(Metadata.Empty), NoStatus, NoTrailers, NoDisposal);
    }

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        Calls.Add(new Call("client", host, options, null));
        return new(
            null!, Task.FromResult(Reply<TResponse>()), Task.FromResult(Metadata.Empty), NoStatus, NoTrailers, NoDisposal);
    }

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        Calls.Add(new Call("duplex", host, options, null));
        return new(null!, null!, Task.FromResult(Metadata.Empty), NoStatus, NoTrailers, NoDisposal);
    }

    private static T Reply<T>() => (T)(object)"reply";

    private static Status NoStatus() => Status.DefaultSuccess;

    private static Metadata NoTrailers() => Metadata.Empty;

    private static void NoDisposal()
    {
    }

    internal sealed record Call(string Form, string? Host, CallOptions Options, object? Request);
}
