using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>What an arrival does to a part of the ledger.</summary>
/// <param name="Came">The mentions that come.</param>
/// <param name="Went">The ids of those that go.</param>
/// <param name="Holders">Each mention of the entries that are not what they were, with its entry.</param>
/// <param name="Changes">What is different, in order.</param>
/// <param name="Reach">What was looked at: what lies beyond it makes no difference.</param>
/// <param name="Touched">The mentions that go, and all of the entries that are not what they were.</param>
internal sealed record ArrivalOutcome(
    IReadOnlyList<Telling> Came,
    IReadOnlySet<string> Went,
    IReadOnlyList<(string Mention, string Entry)> Holders,
    IReadOnlyList<LedgerChange> Changes,
    PartExtent Reach,
    IReadOnlyList<Telling> Touched)
{
    /// <summary>Whether the ledger is the same after it as after another of the same arrival: what entries say is a function of the mentions that they hold.</summary>
    public bool LeavesTheSameAs(ArrivalOutcome other) => Holders.SequenceEqual(other.Holders) && Changes.Select(Recorded).SequenceEqual(other.Changes.Select(Recorded));

    private static (string, int, ChangeKind, bool, string?) Recorded(LedgerChange change) => (change.EntryId, change.Version, change.Kind, change.News, change.MergedInto);
}
