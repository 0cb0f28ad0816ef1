using Parley.Contracts;

namespace Parley.Alerting.Matching;

/// <summary>What a subscription lets through: an empty set allows everything; of each other, one value must fit.</summary>
/// <param name="Actors">Parties of which at least one takes part, by id.</param>
/// <param name="Types">Talks, ceasefires or both.</param>
/// <param name="Statuses">Statuses that the change has brought the entry to.</param>
public sealed record SubscriptionFilter(IReadOnlySet<string> Actors, IReadOnlySet<EntryType> Types, IReadOnlySet<EntryStatus> Statuses)
{
    /// <summary>Lets everything through.</summary>
    public static SubscriptionFilter Everything { get; } = new(new HashSet<string>(), new HashSet<EntryType>(), new HashSet<EntryStatus>());

    /// <summary>Whether a change is one that the subscriber asked for.</summary>
    public bool Matches(LedgerChange change)
    {
        var entry = change.After;
        return (Types.Count == 0 || Types.Contains(entry.Type))
            && (Statuses.Count == 0 || Statuses.Contains(entry.Status))
            && (Actors.Count == 0 || entry.Participants.Any(p => Actors.Contains(p.Id)));
    }
}
