namespace Grpc.Core;

/// <summary>A call that ended in anything but OK. A service throws it to choose the status; a client catches it.</summary>
public class RpcException : Exception
{
    /// <summary>A failure with a status and no trailers.</summary>
    public RpcException(Status status)
        : this(status, Metadata.Empty)
    {
    }

    /// <summary>A failure with a message of its own in place of the status's text form.</summary>
    public RpcException(Status status, string message)
        : this(status, Metadata.Empty, message)
    {
    }

    /// <summary>A failure with trailers, which reach the caller with the status.</summary>
    public RpcException(Status status, Metadata trailers)
        : this(status, trailers, status.ToString())
    {
    }

    /// <summary>A failure with trailers and a message of its own.</summary>
    public RpcException(Status status, Metadata trailers, string message)
        : base(message, status.DebugException)
    {
        ArgumentNullException.ThrowIfNull(trailers);
        Status = status;
        Trailers = trailers;
    }

    /// <summary>How the call ended.</summary>
    public Status Status { get; }

    /// <summary>The code of <see cref="Status"/>, short enough for an exception filter.</summary>
    public StatusCode StatusCode => Status.StatusCode;

    /// <summary>What came with the status; empty if nothing did.</summary>
    public Metadata Trailers { get; }
}
