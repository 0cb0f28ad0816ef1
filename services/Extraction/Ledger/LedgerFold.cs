using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>Mentions to the ledger: blocks, then the matters in each block, then the entry of each matter.</summary>
public static class LedgerFold
{
    /// <summary>The ledger of all these mentions, a function of the set of them. Ordered by start, else first publication, then id.</summary>
    public static IReadOnlyList<Entry> Fold(IEnumerable<LedgerMention> all) => [.. FoldWithMentions(all).Select(f => f.Entry)];

    /// <summary>As <see cref="Fold"/>, with the mentions of each entry.</summary>
    public static IReadOnlyList<FoldedEntry> FoldWithMentions(IEnumerable<LedgerMention> all) => InOrder(Blocks.Of(all).SelectMany(FoldBlock));

    /// <summary>The entries of one block. The mentions must be a whole block, or several, else links across are not seen.</summary>
    public static IReadOnlyList<FoldedEntry> FoldBlock(IEnumerable<LedgerMention> block) =>
        InOrder(Resolution.Resolve(block).Select(EntryFold.FoldWithMentions));

    private static IReadOnlyList<FoldedEntry> InOrder(IEnumerable<FoldedEntry> entries) =>
        [.. entries.OrderBy(e => e.Entry.Start ?? DateOnly.FromDateTime(e.Mentions[0].PublishedAt.UtcDateTime)).ThenBy(e => e.Entry.Id, StringComparer.Ordinal)];
}
