namespace Grpc.Core;

/// <summary>Messages that arrive one after another. One <see cref="MoveNext"/> at a time.</summary>
/// <typeparam name="T">The message.</typeparam>
public interface IAsyncStreamReader<out T>
{
    /// <summary>The message that the last <see cref="MoveNext"/> found.</summary>
    T Current { get; }

    /// <summary>Waits for the next message; false at the end of the stream. A failed call throws an <see cref="RpcException"/>.</summary>
    Task<bool> MoveNext(CancellationToken cancellationToken);
}
