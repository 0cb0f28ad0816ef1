namespace Parley.Alerting.Subscriptions;

/// <summary>What a subscriber wants to be alerted to, how it reaches him, and when he wants to be left alone.</summary>
public sealed record Subscription
{
    /// <summary>Given by the service.</summary>
    public required string Id { get; init; }

    /// <summary>What the subscriber calls it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whose it is; empty where nobody said.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The owner's own notes, to find it by.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>What he asks for.</summary>
    public SubscriptionFilter Filter { get; init; } = SubscriptionFilter.Everything;

    /// <summary>Where alerts are pushed to; streams and lists are there without.</summary>
    public IReadOnlyList<Channel> Channels { get; init; } = [];

    /// <summary>How much at a time, and when, is pushed.</summary>
    public Calm Calm { get; init; } = Calm.None;

    /// <summary>It raises nothing; what happens in the meantime is not made up for.</summary>
    public bool Paused { get; init; }

    /// <summary>When it was paused, the oldest first: nothing that happened then is listed, or replayed, later.</summary>
    public IReadOnlyList<Pause> Pauses { get; init; } = [];

    /// <summary>Until then alerts are raised and listed, and not pushed; null where it is not silenced.</summary>
    public DateTimeOffset? SilencedUntil { get; init; }

    /// <summary>Since when it has had a feed at its present address; null where it has none.</summary>
    public DateTimeOffset? FeedSince { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was changed last.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether it was paused at that moment.</summary>
    public bool WasPaused(DateTimeOffset at) => Pauses.Any(p => p.Holds(at));
}
