using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;
using Npgsql;
using Parley.Platform.Storage;

namespace Parley.Platform.Grpc;

/// <summary>Gives every failure of a method its status: callers get what they can act on, operators one line in the log, nobody a stack trace.</summary>
internal sealed class ErrorInterceptor(ILogger<ErrorInterceptor> log) : Interceptor
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw Translate(e, context);
        }
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(requestStream, context);
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw Translate(e, context);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw Translate(e, context);
        }
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(requestStream, responseStream, context);
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw Translate(e, context);
        }
    }

    private RpcException Translate(Exception exception, ServerCallContext context)
    {
        // A caller that resets its stream is sometimes seen as a broken connection before it is seen as a cancellation.
        if (context.CancellationToken.IsCancellationRequested || exception is IOException or ConnectionAbortedException)
            return new RpcException(new Status(StatusCode.Cancelled, "The call was cancelled, or its deadline passed."));
        // No table of ours holds NUL, so nothing has such an id; whichever field it is, the caller can see it.
        if (exception is PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire })
            return GrpcErrors.Invalid("", "a text of the request has a NUL character");
        if (Transient.Is(exception))
        {
            log.LogWarning("{Method} is unavailable: {Reason}", context.Method, exception.Message);
            return GrpcErrors.Unavailable("A server that Parley needs does not answer; try again.", RetryAfter);
        }

        var errorId = Guid.CreateVersion7().ToString("N");
        log.LogError(exception, "{Method} failed, error {ErrorId}", context.Method, errorId);
        return GrpcErrors.Internal(errorId);
    }
}
