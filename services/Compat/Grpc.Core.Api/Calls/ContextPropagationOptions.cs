namespace Grpc.Core;

/// <summary>Which parts of a served call go on to the calls that it causes.</summary>
public class ContextPropagationOptions
{
    /// <summary>Deadline and cancellation both.</summary>
    public static readonly ContextPropagationOptions Default = new();

    /// <summary>Options; both parts go on unless told otherwise.</summary>
    public ContextPropagationOptions(bool propagateDeadline = true, bool propagateCancellation = true)
    {
        IsPropagateDeadline = propagateDeadline;
        IsPropagateCancellation = propagateCancellation;
    }

    /// <summary>Whether the deadline goes on.</summary>
    public bool IsPropagateDeadline { get; }

    /// <summary>Whether cancellation goes on.</summary>
    public bool IsPropagateCancellation { get; }
}
