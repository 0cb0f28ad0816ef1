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

    internal static FoldedEntry FoldWithMentions(IEnumerable<LedgerMention> cluster, VerdictSet verdicts)
    {
        var sorted = FoldOrder.Sort(cluster);
        var draft = new EntryDraft(new Telling(sorted[0]));
        foreach (var mention in sorted.AsSpan(1)) draft.Add(new Telling(mention));
        var folded = draft.ToEntry();
        return folded with { Entry = Pins.Apply(folded.Entry, sorted.SelectMany(m => verdicts.Pins(m.Id))) };
    }
}
