using Parley.Extraction.Ledger.Verdicts;

namespace Parley.Extraction.Ledger;

/// <summary>
/// Folds a part of the ledger again, around mentions that came or went. All of the part is gone through in its order; mentions that nothing
/// changed for keep their place without being weighed again. A mention is weighed again where a cluster that shares a key with it, at that
/// point, is another than it was: the change spreads forward in time, by shared keys, for as long as it makes a difference. The outcome is
/// that of a fold of the whole ledger. An entry that was united of several clusters is several until the mention that showed them to be one: its mentions are
/// told apart again by comparing them with one another alone, since none of them fitted any other entry better.
/// </summary>
internal sealed class Refold
{
    private readonly Resolution resolution;
    private readonly MentionIndex held;
    private readonly VerdictSet verdicts;
    private readonly HashSet<Cluster> shared = [];
    private readonly Dictionary<string, List<Cluster>> byEntry = new(StringComparer.Ordinal);
    private readonly Dictionary<Cluster, IReadOnlyList<string>> entriesOf = [];
    private readonly HashSet<Cluster> changed = [];
    private readonly HashSet<string> changedKeys = new(StringComparer.Ordinal);
    private readonly HashSet<string> changedEntries = new(StringComparer.Ordinal);
    private readonly HashSet<string> united = new(StringComparer.Ordinal);
    private readonly List<Telling> weighed = [];

    /// <param name="held">What the ledger, or a part of it, holds.</param>
    /// <param name="entries">The entries of it that are gone through.</param>
    /// <param name="came">Mentions that are new.</param>
    /// <param name="went">Ids of mentions of those entries that are no more.</param>
    /// <param name="verdicts">What analysts say.</param>
    public Refold(MentionIndex held, IReadOnlyCollection<string> entries, IReadOnlyCollection<Telling> came, IReadOnlySet<string> went, VerdictSet verdicts)
    {
        (this.held, this.verdicts) = (held, verdicts);
        resolution = new Resolution(verdicts);
        var first = came.Concat(went.Select(id => held[id].Telling)).Min(Sequence.Instance);
        var all = came.Select(t => (Telling: t, Entry: (string?)null)).ToList();
        foreach (var entry in entries)
        {
            // Most news is newer than all that is known: what was told before the first of it stands as it is.
            if (verdicts.IsEmpty && held.ClusterOf(entry) is var known && Sequence.Instance.Compare(known.Members[^1], first) < 0) Take(known, entry);
            else all.AddRange(held.OfEntry(entry).Select(m => (m.Telling, (string?)entry)));
        }

        // An entry that a verdict made of two was two until then: what it was at each point shows only when it is weighed again.
        foreach (var (telling, entry) in all)
            if (entry is not null && verdicts.KeysOf(telling.Source.Id).Any()) united.Add(entry);
        changedEntries.UnionWith(united);

        all.Sort((a, b) => Sequence.Instance.Compare(a.Telling, b.Telling) is var order and not 0 ? order : (a.Entry is null).CompareTo(b.Entry is null));
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

    /// <summary>Whether the mentions of one entry, in their order, began more than one cluster.</summary>
    public static bool IsUnited(IEnumerable<Telling> entry, VerdictSet verdicts)
    {
        var tellings = entry.ToArray();
        if (tellings.Length < 2) return false;
        Array.Sort(tellings, Sequence.Instance);
        var alone = new Resolution(verdicts);
        var first = alone.Begin(tellings[0]);
        foreach (var telling in tellings.AsSpan(1))
        {
            if (alone.BestFor(telling) is null) return true;
            alone.Join(first, telling);
        }

        return false;
    }

    private bool IsUnited(string entry) => held.IsUnited(entry, verdicts);

    /// <summary>An entry that holds what it held, until something joins it.</summary>
    private void Take(Cluster known, string entry)
    {
        resolution.Take(known);
        shared.Add(known);
        PartsOf(entry).Add(known);
        entriesOf[known] = [entry];
    }

    private List<Cluster> PartsOf(string entry)
    {
        if (!byEntry.TryGetValue(entry, out var parts)) byEntry[entry] = parts = [];
        return parts;
    }

    private void Keep(Telling telling, string entry)
    {
        var parts = PartsOf(entry);
        if (!IsUnited(entry))
        {
            Put(telling, entry, parts.FirstOrDefault());
            return;
        }

        var own = Put(telling, entry, resolution.BestFor(telling, parts));
        if (changedEntries.Contains(entry)) Change(own);
        while (resolution.TwinOf(own, telling, parts) is { } twin) own = UniteParts(own, twin);
    }

    /// <summary>Where it was: in a cluster of its entry, or at the beginning of one.</summary>
    private Cluster Put(Telling telling, string entry, Cluster? cluster)
    {
        if (cluster is not null)
        {
            resolution.Join(cluster, telling);
            return cluster;
        }

        var begun = resolution.Begin(telling);
        PartsOf(entry).Add(begun);
        entriesOf[begun] = [entry];
        return begun;
    }

    private void Lose(Telling telling, string entry)
    {
        changedKeys.UnionWith(telling.Keys);
        Mark(entry);
    }

    private void Weigh(Telling telling, string? entry)
    {
        weighed.Add(telling);
        var (parts, wasUnited) = entry is null ? ([], false) : (PartsOf(entry), IsUnited(entry));
        var held = wasUnited ? resolution.BestFor(telling, parts) : parts.FirstOrDefault();
        var best = resolution.BestFor(telling);
        if (entry is not null && best == held && !(changedEntries.Contains(entry) && (best is null || wasUnited)))
        {
            var own = Put(telling, entry, best);
            if (changed.Contains(own)) changedKeys.UnionWith(telling.Keys);
            UniteTwins(own, telling, wasUnited ? entry : null);
            return;
        }

        if (best is null) best = resolution.Begin(telling);
        else resolution.Join(best = Own(best), telling);
        if (changed.Contains(best)) changedKeys.UnionWith(telling.Keys);
        else Change(best);

        foreach (var same in resolution.SameAs(telling)) best = Unite(best, same);
        UniteTwins(best, telling, null);
        if (entry is not null) Mark(entry);
    }

    /// <param name="own">The mention's cluster.</param>
    /// <param name="telling">The mention.</param>
    /// <param name="entry">The entry of which it may have united parts before; null for none.</param>
    private void UniteTwins(Cluster own, Telling telling, string? entry)
    {
        while (resolution.TwinOf(own, telling) is { } twin)
        {
            var asBefore = entry is not null && !changedEntries.Contains(entry) && PartsOf(entry).Contains(own) && PartsOf(entry).Contains(twin);
            own = asBefore ? UniteParts(own, twin) : Unite(own, twin);
        }
    }

    /// <summary>As it was: nothing changes by it.</summary>
    private Cluster UniteParts(Cluster one, Cluster other)
    {
        var isChanged = changed.Remove(one) | changed.Remove(other);
        var both = Replace(resolution.Unite(one, other), one, other);
        if (isChanged) changed.Add(both);
        return both;
    }

    private Cluster Unite(Cluster one, Cluster other)
    {
        changed.Remove(one);
        changed.Remove(other);
        var both = Replace(resolution.Unite(one, other), one, other);
        Change(both);
        return both;
    }

    /// <summary>What is added to a cluster that other folds look at too is added to a copy.</summary>
    private Cluster Own(Cluster cluster) => shared.Contains(cluster) ? Replace(resolution.Copy(cluster), cluster, cluster) : cluster;

    private Cluster Replace(Cluster cluster, Cluster one, Cluster other)
    {
        string[] entries = [.. entriesOf.GetValueOrDefault(one, []).Union(entriesOf.GetValueOrDefault(other, []), StringComparer.Ordinal)];
        entriesOf.Remove(one);
        entriesOf.Remove(other);
        if (entries.Length > 0) entriesOf[cluster] = entries;
        foreach (var entry in entries)
        {
            var parts = PartsOf(entry);
            parts.RemoveAll(p => p == one || p == other);
            parts.Add(cluster);
        }

        return cluster;
    }

    /// <summary>The cluster is not what the part held, nor is any entry that it is of.</summary>
    private void Change(Cluster cluster)
    {
        changed.Add(cluster);
        changedKeys.UnionWith(cluster.Keys);
        foreach (var entry in entriesOf.GetValueOrDefault(cluster, []))
            if (!changedEntries.Contains(entry)) Mark(entry);
    }

    /// <summary>The entry has lost a mention or won one: whatever there is of it is another cluster than it was.</summary>
    private void Mark(string entry)
    {
        changedEntries.Add(entry);
        foreach (var cluster in PartsOf(entry))
        {
            changed.Add(cluster);
            changedKeys.UnionWith(cluster.Keys);
        }
    }
}
