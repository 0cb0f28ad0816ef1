namespace Grpc.Core;

/// <summary>Which sides of a call stream.</summary>
public enum MethodType
{
    /// <summary>One request, one response.</summary>
    Unary,

    /// <summary>Requests in a stream, one response.</summary>
    ClientStreaming,

    /// <summary>One request, responses in a stream.</summary>
    ServerStreaming,

    /// <summary>Streams both ways, independent of one another.</summary>
    DuplexStreaming,
}
