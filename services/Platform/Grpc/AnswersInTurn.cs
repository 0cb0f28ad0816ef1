using System.Threading.Channels;
using Grpc.Core;

namespace Parley.Platform.Grpc;

/// <summary>Answers a stream of requests in the order in which they came, several of them at work at once.</summary>
public static class AnswersInTurn
{
    /// <summary>Answers each request until the caller completes the stream.</summary>
    /// <param name="requests">The stream.</param>
    /// <param name="responses">Takes the answers.</param>
    /// <param name="window">Requests that may be at work or wait for their answer to be taken; the rest stays with the caller.</param>
    /// <param name="answer">The answer to the request at an index, from 0.</param>
    /// <param name="refuse">The answer to a request at an index that cannot be read.</param>
    /// <param name="stopping">The host stops: what was read is answered, what was not is the caller's to send again.</param>
    /// <param name="cancellation">The caller is gone.</param>
    /// <exception cref="RpcException">UNAVAILABLE: the host stops. RESOURCE_EXHAUSTED: a request is over the size limit.</exception>
    public static async Task AnswerInTurnAsync<TRequest, TResponse>(
        this IAsyncStreamReader<TRequest> requests,
        IServerStreamWriter<TResponse> responses,
        int window,
        Func<long, TRequest, Task<TResponse>> answer,
        Func<long, RpcException, TResponse> refuse,
        CancellationToken stopping,
        CancellationToken cancellation)
    {
        var answers = Channel.CreateBounded<Task<TResponse>>(window);
        var reading = ReadAsync();
        await foreach (var next in answers.Reader.ReadAllAsync(cancellation))
            await responses.WriteAsync(await next, cancellation);
        await reading;

        async Task ReadAsync()
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation, stopping);
            try
            {
                for (var index = 0L; await NextAsync(index, ending.Token) is { } next; index++)
                    await answers.Writer.WriteAsync(next, cancellation);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                throw GrpcErrors.Unavailable("The service is stopping; send again what has no answer.", TimeSpan.FromSeconds(1));
            }
            finally
            {
                answers.Writer.TryComplete();
            }
        }

        // A message that cannot be read is one bad request; the stream goes on behind it.
        async Task<Task<TResponse>?> NextAsync(long index, CancellationToken ending)
        {
            try
            {
                return await requests.MoveNext(ending) ? answer(index, requests.Current) : null;
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.InvalidArgument)
            {
                return Task.FromResult(refuse(index, e));
            }
        }
    }
}
