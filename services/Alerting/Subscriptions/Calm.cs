using Parley.Alerting.Matching;

namespace Parley.Alerting.Subscriptions;

/// <summary>How much at a time, and when, a subscription's alerts are pushed. Streams and lists have each alert all the same.</summary>
public sealed record Calm
{
    /// <summary>Each alert by itself and at once.</summary>
    public static Calm None { get; } = new();

    /// <summary>Everything in one message at set times; null to have alerts as they come.</summary>
    public DigestSchedule? Digest { get; init; }

    /// <summary>At most this many messages in an hour, the rest in one digest at its end; 0 for no limit.</summary>
    public int MaxPerHour { get; init; }

    /// <summary>What is sent together.</summary>
    public Grouping GroupBy { get; init; }

    /// <summary>How long the first of a group waits for others.</summary>
    public TimeSpan GroupWait { get; init; }

    /// <summary>When nothing is sent; null for never.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>Alerts of this severity and above do not wait: neither for a digest nor for a group nor for the end of quiet hours, and no limit holds them; null where all wait.</summary>
    public Severity? Urgent { get; init; }
}
