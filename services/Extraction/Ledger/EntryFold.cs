using Parley.Contracts;
using Parley.Extraction.Ledger.Verdicts;

namespace Parley.Extraction.Ledger;

/// <summary>Folds mentions of one matter into its entry.</summary>
public static class EntryFold
{
    /// <summary>
    /// The entry that the mentions of one cluster add up to, whatever the order they come in. The cluster must not be empty, and all of
    /// one type.
    /// </summary>
    public static Entry Fold(IEnumerable<LedgerMention> cluster) => FoldWithMentions(cluster).Entry;

    /// <summary>The same with what analysts have pinned.</summary>
    public static Entry Fold(IEnumerable<LedgerMention> cluster, VerdictSet verdicts) => FoldWithMentions(cluster, verdicts).Entry;

    internal static FoldedEntry FoldWithMentions(IEnumerable<LedgerMention> cluster) => FoldWithMentions(cluster, VerdictSet.None);

    internal static FoldedEntry FoldWithMentions(IEnumerable<LedgerMention> cluster, VerdictSet verdicts) =>
        FoldSorted([.. FoldOrder.Sort(cluster).Select(m => m.Telling)], verdicts);

    /// <summary>The same of a cluster, whose mentions have been compared already.</summary>
    internal static FoldedEntry FoldWithMentions(Cluster cluster, VerdictSet verdicts)
    {
        var sorted = cluster.Members.ToArray();
        Array.Sort(sorted, (a, b) => FoldOrder.Instance.Compare(a.Source, b.Source));
        return FoldSorted(sorted, verdicts);
    }

    private static FoldedEntry FoldSorted(Telling[] sorted, VerdictSet verdicts)
    {
        var draft = new EntryDraft(sorted[0]);
        foreach (var telling in sorted.AsSpan(1)) draft.Add(telling);
        var folded = draft.ToEntry();
        return verdicts.IsEmpty ? folded : folded with { Entry = Pins.Apply(folded.Entry, sorted.SelectMany(t => verdicts.Pins(t.Source.Id))) };
    }
}
