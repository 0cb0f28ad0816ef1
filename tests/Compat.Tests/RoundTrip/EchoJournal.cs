using System.Collections.Concurrent;
using Grpc.Core;

namespace Parley.Compat.Tests.RoundTrip;

/// <summary>What the server saw, for tests to look at.</summary>
internal sealed class EchoJournal
{
    public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource<SeenCall> Seen { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<string> Steps { get; } = new();

    public void Record(ServerCallContext context)
    {
        context.CancellationToken.Register(() => Cancelled.TrySetResult());
        Seen.TrySetResult(new SeenCall(
            context.Method, context.Host, context.Peer, context.Deadline, [.. context.RequestHeaders], context.AuthContext));
    }

    internal sealed record SeenCall(
        string Method,
        string Host,
        string Peer,
        DateTime Deadline,
        IReadOnlyList<Metadata.Entry> Headers,
        AuthContext AuthContext);
}
