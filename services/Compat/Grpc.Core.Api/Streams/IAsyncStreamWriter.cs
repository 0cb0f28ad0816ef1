namespace Grpc.Core;

/// <summary>Messages to be sent one after another. One write at a time; the task of a write is the flow control.</summary>
/// <typeparam name="T">The message.</typeparam>
public interface IAsyncStreamWriter<in T>
{
    /// <summary>Options for the writes that follow; null for the call's own.</summary>
    WriteOptions? WriteOptions { get; set; }

    /// <summary>Sends a message.</summary>
    Task WriteAsync(T message);

    /// <summary>Sends a message; a writer that cannot cancel a write refuses a token that can be cancelled.</summary>
    Task WriteAsync(T message, CancellationToken cancellationToken) => cancellationToken.CanBeCanceled
        ? throw new NotSupportedException("This stream writer cannot cancel a write.")
        : WriteAsync(message);
}
