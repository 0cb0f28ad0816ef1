using Parley.Extraction.Ledger.Verdicts;

namespace Parley.Extraction.Ledger;

/// <summary>
/// Folds a part of the ledger again, around mentions that came or went. All of the part is gone through in its order; mentions that nothing
/// changed for keep their place without being weighed again. A mention is weighed again where a cluster that shares a key with it, at that
/// point, is another than it was: the change spreads forward in time, by shared keys, for as long as it makes a difference. The outcome is
/// that of a fold of the whole ledger.
/// </summary>
internal sealed class Refold
{
    private readonly Resolution resolution;
    private readonly Dictionary<string, Cluster> byEntry = new(StringComparer.Ordinal);
    private readonly Dictionary<Cluster, string> entryOf = [];
    private readonly HashSet<Cluster> changed = [];
    private readonly HashSet<string> changedKeys = new(StringComparer.Ordinal);
    private readonly HashSet<string> changedEntries = new(StringComparer.Ordinal);
    private readonly HashSet<string> united = new(StringComparer.Ordinal);
    private readonly List<Telling> weighed = [];

    /// <param name="part">Mentions of the ledger, whole entries of them.</param>
    /// <param name="came">Mentions that are new.</param>
    /// <param name="went">Ids of mentions of the part that are no more.</param>
    /// <param name="verdicts">What analysts say.</param>
    public Refold(IReadOnlyCollection<(Telling Telling, string EntryId)> part, IEnumerable<Telling> came, IReadOnlySet<string> went, VerdictSet verdicts)
    {
        resolution = new Resolution(verdicts);
        // An entry that a verdict made of two was two until then: what it was at each point shows only when it is weighed again.
        foreach (var (telling, entry) in part)
            if (verdicts.KeysOf(telling.Source.Id).Any()) united.Add(entry);
        changedEntries.UnionWith(united);

        var all = part.Select(p => (p.Telling, Entry: (string?)p.EntryId)).Concat(came.Select(t => (Telling: t, Entry: (string?)null))).ToArray();
        Array.Sort(all, (a, b) => Sequence.Instance.Compare(a.Telling, b.Telling) is var order and not 0 ? order : (a.Entry is null).CompareTo(b.Entry is null));
        foreach (var (telling, entry) in all)
        {
            if (entry is null) Weigh(telling, null);
            else if (went.Contains(telling.Source.Id)) Lose(telling, entry);
            else if (united.Contains(entry)) Weigh(telling, null);
            else if (telling.Keys.Any(changedKeys.Contains)) Weigh(telling, entry);
            else Keep(telling, entry);
        }
    }

    /// <summary>The clusters that are not what the part held.</summary>
    public IReadOnlyCollection<Cluster> Changed => changed;

    /// <summary>The entries of the part that changed or are no more.</summary>
    public IReadOnlyCollection<string> ChangedEntries => changedEntries;

    /// <summary>The part must hold every mention that may link to one of these, else the outcome is not that of the whole.</summary>
    public IReadOnlyCollection<Telling> Weighed => weighed;

    /// <summary>The part must hold every mention that has one of these keys and comes after the first that came or went.</summary>
    public IReadOnlyCollection<string> ChangedKeys => changedKeys;

    private void Keep(Telling telling, string entry)
    {
        if (byEntry.TryGetValue(entry, out var cluster)) resolution.Join(cluster, telling);
        else Begin(telling, entry);
    }

    private void Begin(Telling telling, string entry)
    {
        var cluster = resolution.Begin(telling);
        byEntry[entry] = cluster;
        entryOf[cluster] = entry;
    }

    private void Lose(Telling telling, string entry)
    {
        changedKeys.UnionWith(telling.Keys);
        Mark(entry);
    }

    private void Weigh(Telling telling, string? entry)
    {
        weighed.Add(telling);
        var held = entry is null ? null : byEntry.GetValueOrDefault(entry);
        var best = resolution.BestFor(telling);
        if (entry is not null && best == held && (best is not null || !changedEntries.Contains(entry)))
        {
            Keep(telling, entry);
            if (changed.Contains(byEntry[entry])) changedKeys.UnionWith(telling.Keys);
            return;
        }

        if (best is null) best = resolution.Begin(telling);
        else resolution.Join(best, telling);
        if (!changed.Add(best)) changedKeys.UnionWith(telling.Keys);
        else
        {
            changedKeys.UnionWith(best.Keys);
            if (entryOf.TryGetValue(best, out var joined)) changedEntries.Add(joined);
        }

        foreach (var same in resolution.SameAs(telling)) best = Unite(best, same);
        if (entry is not null) Mark(entry);
    }

    private Cluster Unite(Cluster one, Cluster other)
    {
        var both = resolution.Unite(one, other);
        foreach (var cluster in (Cluster[])[one, other])
        {
            changed.Remove(cluster);
            if (!entryOf.Remove(cluster, out var entry)) continue;
            changedEntries.Add(entry);
            byEntry[entry] = both;
        }

        changed.Add(both);
        changedKeys.UnionWith(both.Keys);
        return both;
    }

    /// <summary>The entry has lost a mention: whatever is left of it is another cluster than it was.</summary>
    private void Mark(string entry)
    {
        changedEntries.Add(entry);
        if (!byEntry.TryGetValue(entry, out var cluster)) return;
        changed.Add(cluster);
        changedKeys.UnionWith(cluster.Keys);
    }
}
