using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Parley.Platform.Grpc;

/// <summary>
/// Has streams end, and their last words sent, before the server closes its connections. Without it a caller whose own half of a stream is still open may
/// see the connection close before it sees why, and takes that for an error of the service's (INTERNAL) where it was told to come again (UNAVAILABLE).
/// </summary>
internal sealed class StreamsEndFirst(IHostApplicationLifetime lifetime) : IHostedLifecycleService
{
    /// <summary>For what is answered before it ends; who does not read by then is cut off.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The server writes the last words of a stream behind its end, and tells nobody when they are out.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromMilliseconds(100);

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How many streams run, and one for the host itself until it stops.</summary>
    private int _running = 1;

    /// <summary>Counts a call, if it is a stream, to the end of its answer.</summary>
    public void Count(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.Type is not (MethodType.DuplexStreaming or MethodType.ServerStreaming or MethodType.ClientStreaming))
            return;
        Interlocked.Increment(ref _running);
        context.Response.OnCompleted(() =>
        {
            End();
            return Task.CompletedTask;
        });
    }

    /// <inheritdoc/>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        // This is what streams end by, which otherwise comes behind this step.
        lifetime.StopApplication();
        End();
        if (_ended.Task.IsCompleted)
            return;
        await Task.WhenAny(_ended.Task, Task.Delay(Patience, cancellationToken));
        await Task.Delay(LastWords, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void End()
    {
        if (Interlocked.Decrement(ref _running) == 0)
            _ended.TrySetResult();
    }
}
