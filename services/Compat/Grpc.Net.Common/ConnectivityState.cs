namespace Grpc.Core;

/// <summary>Where a channel stands with its connection.</summary>
public enum ConnectivityState
{
    /// <summary>No connection, and none is being made until a call asks for it.</summary>
    Idle,

    /// <summary>A connection is being made.</summary>
    Connecting,

    /// <summary>Calls can go out.</summary>
    Ready,

    /// <summary>The last attempt failed; another follows after a pause.</summary>
    TransientFailure,

    /// <summary>The channel was ended.</summary>
    Shutdown,
}
