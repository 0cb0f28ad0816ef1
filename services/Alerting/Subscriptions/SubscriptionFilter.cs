using Parley.Alerting.Matching;
using Parley.Contracts;

namespace Parley.Alerting.Subscriptions;

/// <summary>What a subscriber wants to be alerted to. A list that is empty allows everything; of each other, one value must fit.</summary>
public sealed record SubscriptionFilter
{
    /// <summary>Lets everything through that is news.</summary>
    public static SubscriptionFilter Everything { get; } = new();

    /// <summary>Participants of which at least one takes part, by id.</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];

    /// <summary>Pairs of participants of which both take part.</summary>
    public IReadOnlyList<ActorPair> Pairs { get; init; } = [];

    /// <summary>Where: countries by ISO 3166-1 alpha-3 code, other places by name, whatever their case and accents.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>The conflicts and countries that it is about, by name, whatever their case and accents.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Talks, ceasefires or both.</summary>
    public IReadOnlyList<EntryType> Types { get; init; } = [];

    /// <summary>Forms of talks and of ceasefires.</summary>
    public IReadOnlyList<EntryKind> Kinds { get; init; } = [];

    /// <summary>Statuses that the change has brought the entry to.</summary>
    public IReadOnlyList<EntryStatus> Statuses { get; init; } = [];

    /// <summary>Moves from one status to another.</summary>
    public IReadOnlyList<StatusMove> Moves { get; init; } = [];

    /// <summary>Words and phrases of which one stands in the sentence that proves the change, whatever their case and accents.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The least confidence of the entry, 0 to 1.</summary>
    public double MinConfidence { get; init; }

    /// <summary>How many outlets must have told the status; with 2, the alert waits for a second source. 0 and 1 ask for none.</summary>
    public int MinOutlets { get; init; }

    /// <summary>The least severity.</summary>
    public Severity MinSeverity { get; init; }

    /// <summary>Also when a further article tells what is known already, or details of it change.</summary>
    public bool FurtherSources { get; init; }
}
