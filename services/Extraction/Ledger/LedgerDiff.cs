using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>What the arrival of mentions changed.</summary>
internal static class LedgerDiff
{
    /// <summary>
    /// The changes between two states of the touched blocks: at most one for each entry, of the weightiest kind. Changes of the entries as
    /// they are come first, in the order given, then those of entries that are no more, by id.
    /// </summary>
    /// <param name="before">The entries of the touched part as last recorded.</param>
    /// <param name="after">The entries of the same mentions without those that went, and with those that came.</param>
    /// <param name="arrival">What came and went.</param>
    /// <param name="freshness">What counts as news.</param>
    /// <param name="former">What is known of ids that entries had once and may come to have again; null where there are none.</param>
    public static IReadOnlyList<LedgerChange> Between(
        IReadOnlyCollection<VersionedEntry> before,
        IReadOnlyCollection<FoldedEntry> after,
        Arrival arrival,
        FreshnessOptions freshness,
        IReadOnlyDictionary<string, FormerEntry>? former = null)
    {
        var lineage = new Lineage(before, after, arrival.Heirs);
        // What is only weighed again, or read again, tells nothing.
        var fresh = arrival.Reason is ChangeReason.Verdict or ChangeReason.Reprocess
            ? [] : arrival.Came.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        var changes = new List<LedgerChange>();
        var newsOf = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in after)
        {
            var from = lineage.PredecessorOf(entry);
            if (EntryDifference.Kind(from?.Entry, entry.Entry, lineage.HasLostSteps(entry)) is not { } kind) continue;
            var cause = fresh.Contains(entry.Current.Id) ? entry.Current : entry.Mentions.LastOrDefault(m => fresh.Contains(m.Id));
            var was = former?.GetValueOrDefault(entry.Entry.Id) ?? default;
            var news = arrival.Reason != ChangeReason.Reprocess
                && (Freshness.IsNews(from?.Entry, entry, cause, freshness) || TakesBack(arrival.Reason, from, was, entry.Entry));
            if (news) newsOf.Add(entry.Entry.Id);
            var last = from is not null && from.Entry.Id == entry.Entry.Id ? from.Version : was.Version;
            changes.Add(new LedgerChange
            {
                EntryId = entry.Entry.Id,
                Version = last + 1,
                Kind = kind,
                Reason = arrival.Reason,
                RecordedAt = arrival.RecordedAt,
                Before = from?.Entry,
                After = entry.Entry,
                Cause = cause is null ? null : HistorySteps.Of(cause),
                ReceivedAt = cause?.ReceivedAt ?? arrival.ReceivedAt,
                News = news,
                Fresh = cause is not null && Freshness.IsFresh(from?.Entry, cause, freshness),
            });
        }

        changes.AddRange(lineage.Gone.Select(gone => End(gone.Entry, gone.Into, arrival, newsOf)));
        return changes;
    }

    /// <summary>
    /// Those who know of the entry were told a status, or its end, that a correction or a verdict takes back; none of the mentions that are left tells them.
    /// </summary>
    private static bool TakesBack(ChangeReason reason, VersionedEntry? before, FormerEntry former, Entry after) =>
        reason != ChangeReason.Article && (before is null ? former.Announced : before.Announced && before.Entry.Status != after.Status);

    /// <summary>
    /// The end of an entry is news for those who know of it: that nothing supports it, or that it lives on under another id with a status
    /// that no other change tells them.
    /// </summary>
    private static LedgerChange End(VersionedEntry gone, Entry? into, Arrival arrival, HashSet<string> newsOf) => new()
    {
        EntryId = gone.Entry.Id,
        Version = gone.Version + 1,
        Kind = into is null ? ChangeKind.Retracted : ChangeKind.Merged,
        Reason = arrival.Reason,
        RecordedAt = arrival.RecordedAt,
        ReceivedAt = arrival.ReceivedAt,
        Before = gone.Entry,
        After = gone.Entry,
        News = gone.Announced && arrival.Reason != ChangeReason.Reprocess && (into is null || (into.Status != gone.Entry.Status && !newsOf.Contains(into.Id))),
        Fresh = false,
        MergedInto = into?.Id,
    };
}
