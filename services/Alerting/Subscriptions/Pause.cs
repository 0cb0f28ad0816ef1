namespace Parley.Alerting.Subscriptions;

/// <summary>A time in which a subscription was paused.</summary>
/// <param name="From">When it began.</param>
/// <param name="To">When it ended; null while it lasts.</param>
public sealed record Pause(DateTimeOffset From, DateTimeOffset? To)
{
    /// <summary>So many are kept of a subscription; of the oldest beyond, lists tell what happened in them.</summary>
    public const int Most = 100;

    /// <summary>Whether it lasted at that moment.</summary>
    public bool Holds(DateTimeOffset at) => From <= at && (To is null || at < To);
}
