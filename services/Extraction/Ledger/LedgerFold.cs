using Parley.Contracts;
using Parley.Extraction.Ledger.Verdicts;

namespace Parley.Extraction.Ledger;

/// <summary>Mentions to the ledger: the matters that they speak of, then the entry of each matter.</summary>
public static class LedgerFold
{
    /// <summary>The ledger of all these mentions, a function of the set of them. Ordered by start, else first publication, then id.</summary>
    public static IReadOnlyList<Entry> Fold(IEnumerable<LedgerMention> all) => [.. FoldWithMentions(all).Select(f => f.Entry)];

    /// <summary>As <see cref="Fold"/>, with the mentions of each entry.</summary>
    public static IReadOnlyList<FoldedEntry> FoldWithMentions(IEnumerable<LedgerMention> all) => FoldWithMentions(all, VerdictSet.None);

    /// <summary>The same with what analysts say.</summary>
    public static IReadOnlyList<FoldedEntry> FoldWithMentions(IEnumerable<LedgerMention> all, VerdictSet verdicts)
    {
        var tellings = FoldOrder.Sort(all).Where(m => !verdicts.IsFalseStep(m.Id)).Select(m => new Telling(m, verdicts));
        var refold = new Refold(new MentionIndex(), [], [.. tellings], new HashSet<string>(), verdicts);
        return [.. refold.Changed.Where(c => !c.IsFalse(verdicts)).Select(c => EntryFold.FoldWithMentions(c, verdicts))
            .OrderBy(f => ListedOn(f.Entry)).ThenBy(f => f.Entry.Id, StringComparer.Ordinal)];
    }

    /// <summary>The order of a ledger: by start, else first publication, then id.</summary>
    internal static IEnumerable<Entry> InOrder(IEnumerable<Entry> entries) => entries.OrderBy(ListedOn).ThenBy(e => e.Id, StringComparer.Ordinal);

    /// <summary>The day that an entry is listed under: its first, else that of its first publication.</summary>
    internal static DateOnly ListedOn(Entry entry) => entry.Start ?? DateOnly.FromDateTime(entry.History[0].PublishedAt.UtcDateTime);
}
