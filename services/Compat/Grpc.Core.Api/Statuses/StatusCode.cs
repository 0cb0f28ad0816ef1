namespace Grpc.Core;

/// <summary>How a call ended, by the numbers of the gRPC protocol (grpc.github.io/grpc/core/md_doc_statuscodes.html).</summary>
public enum StatusCode
{
    /// <summary>The call succeeded.</summary>
    OK = 0,

    /// <summary>The call was cancelled, typically by its caller.</summary>
    Cancelled = 1,

    /// <summary>An error that carries no better code.</summary>
    Unknown = 2,

    /// <summary>The argument is wrong whatever the state of the server.</summary>
    InvalidArgument = 3,

    /// <summary>The deadline passed before the call completed.</summary>
    DeadlineExceeded = 4,

    /// <summary>What was asked for does not exist.</summary>
    NotFound = 5,

    /// <summary>What was to be created exists.</summary>
    AlreadyExists = 6,

    /// <summary>The caller is known and may not do this.</summary>
    PermissionDenied = 7,

    /// <summary>A quota, a limit or the space is used up.</summary>
    ResourceExhausted = 8,

    /// <summary>The server is not in the state that the call needs; a retry does not help until that is changed.</summary>
    FailedPrecondition = 9,

    /// <summary>The call lost a race with another one; the caller may start over.</summary>
    Aborted = 10,

    /// <summary>The call reached beyond the valid range, such as the end of a file.</summary>
    OutOfRange = 11,

    /// <summary>The server does not have or does not support the method.</summary>
    Unimplemented = 12,

    /// <summary>An invariant of the server broke.</summary>
    Internal = 13,

    /// <summary>The server cannot be reached or cannot serve now; a retry may help.</summary>
    Unavailable = 14,

    /// <summary>Data is lost or corrupt beyond repair.</summary>
    DataLoss = 15,

    /// <summary>The call carries no valid credentials.</summary>
    Unauthenticated = 16,
}
