namespace Parley.Extraction.Ledger;

/// <summary>
/// What arrivals were found to change, while a part of the ledger is gone through again and again, each time with more of it there. An arrival need not be
/// folded again where nothing has changed for it: the part held already all that it reaches, and so no more of that has come, and of the arrivals before it
/// none that reaches one of the same keys has another outcome than the last time.
/// </summary>
internal sealed class Trials
{
    private readonly Dictionary<string, Telling> tellings = new(StringComparer.Ordinal);
    private readonly Dictionary<Arrival, ArrivalOutcome> outcomes = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> changed = new(StringComparer.Ordinal);

    /// <summary>A mention as it was made ready the last time.</summary>
    public Telling? Find(LedgerMention mention) =>
        tellings.TryGetValue(mention.Id, out var known) && ReferenceEquals(known.Source, mention) ? known : null;

    /// <summary>Remembers a mention.</summary>
    public void Remember(Telling telling) => tellings[telling.Source.Id] = telling;

    /// <summary>What the arrival changed the last time, where that holds; null where it must be folded.</summary>
    public ArrivalOutcome? Find(Arrival arrival) => outcomes.TryGetValue(arrival, out var known) && !known.Keys.Overlaps(changed) ? known : null;

    /// <summary>Remembers what an arrival was found to change; null where it changes nothing, or where the part held too little to tell.</summary>
    public void Remember(Arrival arrival, ArrivalOutcome? outcome)
    {
        if (outcomes.Remove(arrival, out var last)) changed.UnionWith(last.Keys);
        if (outcome is null) return;
        outcomes[arrival] = outcome;
        changed.UnionWith(outcome.Keys);
    }

    /// <summary>All arrivals are gone through once more.</summary>
    public void Repeat() => changed.Clear();

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        tellings.Clear();
        outcomes.Clear();
        changed.Clear();
    }
}
