using Parley.Extraction.Ledger.Verdicts;

namespace Parley.Extraction.Ledger;

/// <summary>Mentions with the entries that hold them, found by id, by key and by entry.</summary>
internal sealed class MentionIndex
{
    private readonly Dictionary<string, (Telling Telling, string EntryId)> mentions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> byEntry = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> united = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Cluster> clusters = new(StringComparer.Ordinal);

    /// <summary>How many there are.</summary>
    public int Count => mentions.Count;

    /// <summary>Their ids.</summary>
    public IEnumerable<string> Ids => mentions.Keys;

    /// <summary>All of them, with the entries that hold them; an entry without an id holds those that have just come.</summary>
    public IEnumerable<(Telling Telling, string EntryId)> All => mentions.Values;

    /// <summary>The mention of that id, which is there.</summary>
    public (Telling Telling, string EntryId) this[string id] => mentions[id];

    /// <summary>Whether the mention of that id is there.</summary>
    public bool Contains(string id) => mentions.ContainsKey(id);

    /// <summary>The entry that holds a mention; null where the mention is not there.</summary>
    public string? HolderOf(string id) => mentions.TryGetValue(id, out var held) ? held.EntryId : null;

    /// <summary>The mentions that an entry holds.</summary>
    public IEnumerable<(Telling Telling, string EntryId)> OfEntry(string entry) => byEntry.GetValueOrDefault(entry, []).Select(id => mentions[id]);

    /// <summary>Whether an entry was united of several clusters.</summary>
    public bool IsUnited(string entry, VerdictSet verdicts)
    {
        if (!united.TryGetValue(entry, out var isUnited)) united[entry] = isUnited = Refold.IsUnited(OfEntry(entry).Select(m => m.Telling), verdicts);
        return isUnited;
    }

    /// <summary>All that an entry holds as one cluster, where no verdict speaks of it: to be looked at, not to be added to. It holds something.</summary>
    public Cluster ClusterOf(string entry)
    {
        if (!clusters.TryGetValue(entry, out var cluster)) clusters[entry] = cluster = Cluster.Of(OfEntry(entry).Select(m => m.Telling));
        return cluster;
    }

    /// <summary>The entries that hold a mention of one of the keys.</summary>
    public HashSet<string> HoldersAt(IEnumerable<string> keys)
    {
        var holders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in keys)
            foreach (var id in byKey.GetValueOrDefault(key, [])) holders.Add(mentions[id].EntryId);
        return holders;
    }

    /// <summary>The entries that an extent reaches.</summary>
    public HashSet<string> EntriesOf(PartExtent wanted)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in wanted.Whole)
            foreach (var id in byKey.GetValueOrDefault(key, []))
                if (wanted.IsNear(mentions[id].Telling)) reached.Add(mentions[id].EntryId);
        foreach (var key in wanted.Later)
            foreach (var id in byKey.GetValueOrDefault(key, []))
                if (wanted.IsLater(mentions[id].Telling)) reached.Add(mentions[id].EntryId);
        return reached;
    }

    /// <summary>Adds a mention, which an entry holds.</summary>
    public void Add(Telling telling, string entry)
    {
        mentions[telling.Source.Id] = (telling, entry);
        foreach (var key in telling.Keys) Of(byKey, key).Add(telling.Source.Id);
        if (entry.Length > 0) Held(entry).Add(telling.Source.Id);
    }

    /// <summary>Takes a mention out.</summary>
    public void Remove(string id)
    {
        mentions.Remove(id, out var held);
        foreach (var key in held.Telling.Keys) byKey[key].Remove(id);
        if (held.EntryId.Length > 0) Held(held.EntryId).Remove(id);
    }

    /// <summary>Another entry holds a mention from now on.</summary>
    public void Move(string id, string entry)
    {
        var (telling, from) = mentions[id];
        if (from.Length > 0) Held(from).Remove(id);
        if (entry.Length > 0) Held(entry).Add(id);
        mentions[id] = (telling, entry);
    }

    /// <summary>The mentions of an entry, which are about to change.</summary>
    private HashSet<string> Held(string entry)
    {
        united.Remove(entry);
        clusters.Remove(entry);
        return Of(byEntry, entry);
    }

    private static HashSet<string> Of(Dictionary<string, HashSet<string>> sets, string key)
    {
        if (!sets.TryGetValue(key, out var set)) sets[key] = set = new HashSet<string>(StringComparer.Ordinal);
        return set;
    }
}
