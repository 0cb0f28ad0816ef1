using Parley.Contracts;
using Parley.Extraction.Ledger.Verdicts;

namespace Parley.Extraction.Ledger;

/// <summary>
/// A part of the ledger in memory: mentions, and the entries that hold them. Mentions come and go, and the part tells what that changes. It
/// may be the whole ledger, or as much of it as the change needs: then <see cref="TryApply"/> says what is missing.
/// </summary>
internal sealed class LedgerPart
{
    private readonly FreshnessOptions freshness;
    private readonly VerdictSet verdicts;
    private readonly PartExtent? extent;
    private readonly Dictionary<string, (Telling Telling, string EntryId)> mentions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> byEntry = new(StringComparer.Ordinal);
    private readonly Dictionary<string, VersionedEntry> entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FormerEntry> former = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> moved = new(StringComparer.Ordinal);

    /// <summary>An empty ledger.</summary>
    public LedgerPart(FreshnessOptions freshness)
        : this(freshness, VerdictSet.None, null, [], [], [])
    {
    }

    /// <param name="freshness">What counts as news.</param>
    /// <param name="verdicts">What analysts say.</param>
    /// <param name="extent">What the part holds; null where it is the whole.</param>
    /// <param name="held">Its mentions.</param>
    /// <param name="entries">The entries that hold them, as last recorded.</param>
    /// <param name="former">What is known of ids that are no entries now and may become entries again.</param>
    public LedgerPart(
        FreshnessOptions freshness,
        VerdictSet verdicts,
        PartExtent? extent,
        IEnumerable<HeldMention> held,
        IEnumerable<VersionedEntry> entries,
        IEnumerable<KeyValuePair<string, FormerEntry>> former)
    {
        this.freshness = freshness;
        this.verdicts = verdicts;
        this.extent = extent;
        foreach (var mention in held) Hold(verdicts.IsEmpty ? mention.Telling : new Telling(mention.Mention, verdicts), mention.EntryId);
        foreach (var (id, was) in former) this.former[id] = was;
        foreach (var entry in entries) Record(entry);
    }

    /// <summary>What analysts say of its mentions.</summary>
    public VerdictSet Verdicts => verdicts;

    /// <summary>The entries as recorded, in no order.</summary>
    public IReadOnlyCollection<VersionedEntry> Entries => entries.Values;

    /// <summary>The mentions that are held by another entry than at first, or that are new, with the entry.</summary>
    public IReadOnlyDictionary<string, string> Moved => moved;

    /// <summary>Whether some change of the entry of that id was news.</summary>
    public bool IsAnnounced(string entryId) => former.GetValueOrDefault(entryId).Announced;

    /// <summary>What <see cref="TryApply"/> lacked.</summary>
    public PartExtent Lacking { get; } = new();

    /// <summary>The entry that holds the mention; null where the part lacks it.</summary>
    public string? HolderOf(string mentionId) => mentions.TryGetValue(mentionId, out var held) ? held.EntryId : null;

    /// <summary>As much of it as the extent says.</summary>
    public LedgerPart Cut(PartExtent wanted)
    {
        var reached = Reach(wanted, wanted.From);
        return new LedgerPart(
            freshness,
            verdicts,
            wanted,
            reached.Select(r => new HeldMention(r.Telling.Source, r.EntryId)),
            reached.Select(r => r.EntryId).Distinct(StringComparer.Ordinal).Where(entries.ContainsKey).Select(id => entries[id]),
            former);
    }

    /// <summary>The same part, going by other verdicts; what they change shows when <see cref="Weighed"/> is applied.</summary>
    public LedgerPart With(VerdictSet others) => new(
        freshness, others, extent, mentions.Values.Select(m => new HeldMention(m.Telling.Source, m.EntryId)), entries.Values, former);

    /// <summary>What has all mentions of some entries weighed again: those that hold one of these mentions, and these.</summary>
    /// <param name="told">The mentions that verdicts speak of.</param>
    /// <param name="recordedAt">The time that the changes carry.</param>
    public Arrival Weighed(IEnumerable<LedgerMention> told, DateTimeOffset recordedAt)
    {
        var held = told.Where(m => mentions.ContainsKey(m.Id)).Select(m => mentions[m.Id].EntryId).Distinct(StringComparer.Ordinal)
            .SelectMany(e => byEntry[e]).Select(id => mentions[id].Telling.Source);
        LedgerMention[] all = [.. held.Concat(told).DistinctBy(m => m.Id, StringComparer.Ordinal)];
        return new Arrival { Came = all, Went = [.. all.Select(m => m.Id)], Reason = ChangeReason.Verdict, RecordedAt = recordedAt };
    }

    /// <summary>Lets mentions come and go.</summary>
    /// <param name="arrival">What comes and goes.</param>
    /// <param name="changes">What that changes.</param>
    /// <returns>False where the part holds too little to tell; then nothing is done, and <see cref="Lacking"/> says what is missing.</returns>
    public bool TryApply(Arrival arrival, out IReadOnlyList<LedgerChange> changes)
    {
        var went = arrival.Went.Where(mentions.ContainsKey).ToHashSet(StringComparer.Ordinal);
        var came = arrival.Came.DistinctBy(m => m.Id, StringComparer.Ordinal).Where(m => went.Contains(m.Id) || !mentions.ContainsKey(m.Id))
            .Where(m => !verdicts.IsFalseStep(m.Id)).Select(m => new Telling(m, verdicts)).ToList();
        changes = [];
        if (came.Count == 0 && went.Count == 0) return true;
        if (Fold(came, went) is not { } refold || !IsKnown(refold)) return false;

        var before = refold.ChangedEntries.Where(entries.ContainsKey).Select(id => entries[id]).ToList();
        var after = refold.Changed.Select(c => (Cluster: c, Folded: EntryFold.FoldWithMentions(c.Members.Select(t => t.Source), verdicts))).ToList();
        var listed = after.Where(a => !a.Cluster.IsFalse(verdicts)).Select(a => a.Folded).ToList();
        changes = LedgerDiff.Between(before, listed, arrival with { Came = [.. came.Select(t => t.Source)] }, freshness, former);
        foreach (var id in went) Drop(id);
        foreach (var telling in came) Hold(telling, "");
        foreach (var (_, folded) in after)
            foreach (var mention in folded.Mentions) Move(mention.Id, folded.Entry.Id);
        foreach (var change in changes) Record(change);
        return true;
    }

    /// <summary>Whether all entries that change are there as last recorded; those that are not are lacking.</summary>
    private bool IsKnown(Refold refold)
    {
        if (extent is null) return true;
        var ids = refold.ChangedEntries.Concat(refold.Changed.Select(c => EntryId.Of(c.Members.Select(t => t.Source).Min(FoldOrder.Instance)!)));
        foreach (var id in ids)
            if (!extent.HoldsEntry(id)) Lacking.AddEntry(id);
        return Lacking.Entries.Count == 0;
    }

    /// <summary>Gathers what the change reaches until it reaches no further; null where that is more than there is.</summary>
    private Refold? Fold(List<Telling> came, HashSet<string> went)
    {
        var first = came.Concat(went.Select(id => mentions[id].Telling)).Min(t => t.Source.PublishedAt);
        var wanted = new PartExtent();
        foreach (var telling in came.Concat(went.Select(id => mentions[id].Telling))) wanted.Add(telling);
        while (true)
        {
            if (extent is not null && !extent.Covers(wanted, first))
            {
                Lacking.Add(wanted, first);
                return null;
            }

            var refold = new Refold(Reach(wanted, first), came, went, verdicts);
            var more = false;
            foreach (var telling in refold.Weighed) more |= wanted.Add(telling);
            foreach (var key in refold.ChangedKeys) more |= wanted.Add(key, first);
            if (!more) return refold;
        }
    }

    private List<(Telling Telling, string EntryId)> Reach(PartExtent wanted, DateTimeOffset first)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in wanted.Whole)
            foreach (var id in byKey.GetValueOrDefault(key, []))
                if (wanted.IsNear(mentions[id].Telling.Near)) reached.Add(mentions[id].EntryId);
        foreach (var key in wanted.Later)
            foreach (var id in byKey.GetValueOrDefault(key, []))
                if (mentions[id].Telling.Source.PublishedAt >= first) reached.Add(mentions[id].EntryId);
        return [.. reached.SelectMany(e => byEntry[e]).Select(id => mentions[id])];
    }

    private void Hold(Telling telling, string entry)
    {
        mentions[telling.Source.Id] = (telling, entry);
        foreach (var key in telling.Keys) Of(byKey, key).Add(telling.Source.Id);
        if (entry.Length > 0) Of(byEntry, entry).Add(telling.Source.Id);
    }

    private void Drop(string id)
    {
        var (telling, entry) = mentions[id];
        mentions.Remove(id);
        foreach (var key in telling.Keys) byKey[key].Remove(id);
        byEntry[entry].Remove(id);
    }

    private void Move(string id, string entry)
    {
        var (telling, from) = mentions[id];
        if (from == entry) return;
        if (from.Length > 0) byEntry[from].Remove(id);
        mentions[id] = (telling, entry);
        moved[id] = entry;
        Of(byEntry, entry).Add(id);
    }

    private void Record(LedgerChange change)
    {
        // An entry that goes by another id now is known to whoever knew it before.
        var announced = change.News || IsAnnounced(change.EntryId) || (change.Before is { } before && IsAnnounced(before.Id));
        former[change.EntryId] = new FormerEntry(change.Version, announced);
        if (change.Kind is ChangeKind.Retracted or ChangeKind.Merged) entries.Remove(change.EntryId);
        else Record(new VersionedEntry(change.After, change.Version, former[change.EntryId].Announced));
    }

    private void Record(VersionedEntry entry)
    {
        entries[entry.Entry.Id] = entry;
        former[entry.Entry.Id] = new FormerEntry(entry.Version, entry.Announced);
    }

    private static HashSet<string> Of(Dictionary<string, HashSet<string>> sets, string key)
    {
        if (!sets.TryGetValue(key, out var set)) sets[key] = set = new HashSet<string>(StringComparer.Ordinal);
        return set;
    }
}
