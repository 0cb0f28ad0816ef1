namespace Parley.Extraction.Ledger;

/// <summary>
/// What arrivals were found to change, while a part of the ledger is gone through again and again, each time with more of it there. An arrival need not be
/// folded again where nothing has changed for it: the part held already all that it reaches, and so no more of that has come, and of the arrivals before it
/// none that touches anything there has another outcome than the last time. One that the part held too little for goes on from where it was.
/// </summary>
internal sealed class Trials
{
    private readonly Dictionary<Arrival, ArrivalOutcome> outcomes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Arrival, UnfinishedFold> unfinished = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, List<Telling>> touched = new(StringComparer.Ordinal);

    /// <summary>What the arrival changed the last time, where that holds; null where it must be folded.</summary>
    public ArrivalOutcome? Find(Arrival arrival) => outcomes.TryGetValue(arrival, out var known) && !IsTouched(known.Reach) ? known : null;

    /// <summary>How far its fold came the last time, where that holds; null where it must be begun anew.</summary>
    public UnfinishedFold? FindUnfinished(Arrival arrival) => unfinished.Remove(arrival, out var known) && !IsTouched(known.Reach) ? known : null;

    /// <summary>Remembers how far the fold of an arrival has come.</summary>
    public void Remember(Arrival arrival, UnfinishedFold fold) => unfinished[arrival] = fold;

    /// <summary>Remembers what an arrival was found to change; null where it changes nothing, or where the part held too little to tell.</summary>
    public void Remember(Arrival arrival, ArrivalOutcome? outcome)
    {
        if (outcomes.Remove(arrival, out var last))
        {
            if (outcome?.LeavesTheSameAs(last) == true)
            {
                outcomes[arrival] = outcome;
                return;
            }

            Touch(last);
        }

        if (outcome is null) return;
        outcomes[arrival] = outcome;
        Touch(outcome);
    }

    /// <summary>All arrivals are gone through once more.</summary>
    public void Repeat() => touched.Clear();

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        outcomes.Clear();
        unfinished.Clear();
        touched.Clear();
    }

    private void Touch(ArrivalOutcome outcome)
    {
        foreach (var telling in outcome.Touched)
        {
            foreach (var key in telling.Keys)
            {
                if (!touched.TryGetValue(key, out var tellings)) touched[key] = tellings = [];
                tellings.Add(telling);
            }
        }
    }

    private bool IsTouched(PartExtent reach)
    {
        if (touched.Count == 0) return false;
        foreach (var key in reach.Whole)
            if (touched.TryGetValue(key, out var tellings) && tellings.Exists(reach.IsNear)) return true;
        foreach (var key in reach.Later)
            if (touched.TryGetValue(key, out var tellings) && tellings.Exists(reach.IsLater)) return true;
        return false;
    }
}
