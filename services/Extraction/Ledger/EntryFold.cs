using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>Folds mentions of one matter into its entry.</summary>
public static class EntryFold
{
    /// <summary>
    /// The entry that the mentions of one cluster add up to, whatever the order they come in. The cluster must not be empty, and all of
    /// one type.
    /// </summary>
    public static Entry Fold(IEnumerable<LedgerMention> cluster) => FoldWithMentions(cluster).Entry;

    internal static FoldedEntry FoldWithMentions(IEnumerable<LedgerMention> cluster)
    {
        var sorted = FoldOrder.Sort(cluster);
        var draft = new EntryDraft(new Telling(sorted[0]));
        foreach (var mention in sorted.AsSpan(1)) draft.Add(new Telling(mention));
        return draft.ToEntry();
    }
}
