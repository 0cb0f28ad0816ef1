namespace Parley.Alerting.Delivery;

/// <summary>How an attempt ended.</summary>
/// <param name="Delivered">The receiver has taken it.</param>
/// <param name="Text">What the receiver, or the way to him, said: <c>204 No Content</c>, <c>connection refused</c>.</param>
internal sealed record Outcome(bool Delivered, string Text)
{
    /// <summary>The receiver wants nothing more, ever.</summary>
    public bool Gone { get; init; }

    /// <summary>No further attempt can end otherwise.</summary>
    public bool Final { get; init; }

    /// <summary>How long the receiver asks to be left alone; null where he does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
