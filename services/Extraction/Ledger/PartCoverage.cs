namespace Parley.Extraction.Ledger;

/// <summary>
/// As much of the ledger as a part holds, or lacks: of each key the mentions that reach into some days, or those published from a moment on, and of some
/// entries what was last recorded.
/// </summary>
internal sealed class PartCoverage
{
    private readonly Dictionary<string, List<DayRange>> near = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> later = new(StringComparer.Ordinal);
    private readonly HashSet<string> entries = new(StringComparer.Ordinal);

    /// <summary>The keys of which it is about the mentions that reach into some days.</summary>
    public IReadOnlyCollection<string> Near => near.Keys;

    /// <summary>The keys of which it is about the mentions published from a moment on.</summary>
    public IReadOnlyCollection<string> Later => later.Keys;

    /// <summary>The ids of the entries that it is about, as last recorded where they are, or were, entries; others are known by their mentions only.</summary>
    public IReadOnlyCollection<string> Entries => entries;

    /// <summary>Whether it is about mentions.</summary>
    public bool HasKeys => near.Count + later.Count > 0;

    /// <summary>All days of all keys, in spells that do not overlap.</summary>
    public IReadOnlyList<DayRange> Days
    {
        get
        {
            var all = new List<DayRange>();
            foreach (var spell in near.Values.SelectMany(s => s).Distinct()) DayRange.Add(all, spell);
            return all;
        }
    }

    /// <summary>The earliest moment of any key; the end of time where there is none.</summary>
    public DateTimeOffset From => later.Count == 0 ? DateTimeOffset.MaxValue : later.Values.Min();

    /// <summary>What a telling may link to.</summary>
    public void Add(Telling telling)
    {
        foreach (var key in telling.Keys) Add(key, telling.Near);
    }

    /// <summary>A key's mentions near some days.</summary>
    public void Add(string key, IReadOnlyList<DayRange> spells)
    {
        if (!near.TryGetValue(key, out var known)) near[key] = known = [];
        foreach (var spell in spells) DayRange.Add(known, spell);
    }

    /// <summary>A key's mentions published since then.</summary>
    public void Add(string key, DateTimeOffset from)
    {
        if (!later.TryGetValue(key, out var since) || from < since) later[key] = from;
    }

    /// <summary>All that a change reaches.</summary>
    public void Add(PartExtent extent)
    {
        foreach (var key in extent.Whole) Add(key, extent.Days);
        foreach (var key in extent.Later) Add(key, extent.From);
    }

    /// <summary>All that another is about.</summary>
    public void Add(PartCoverage other)
    {
        foreach (var (key, spells) in other.near) Add(key, spells);
        foreach (var (key, from) in other.later) Add(key, from);
        entries.UnionWith(other.entries);
    }

    /// <summary>The entry of that id, as last recorded.</summary>
    public void AddEntry(string id) => entries.Add(id);

    /// <summary>Whether it is about the entry of that id.</summary>
    public bool HoldsEntry(string id) => entries.Contains(id);

    /// <summary>Whether it is about all that a change reaches.</summary>
    public bool Covers(PartExtent extent)
    {
        foreach (var key in extent.Whole)
            if (!IsNear(key, extent.Days)) return false;
        foreach (var key in extent.Later)
            if (!IsSince(key, extent.From)) return false;
        return true;
    }

    /// <summary>Whether it is about a mention, going by one of the mention's keys.</summary>
    public bool Reaches(string key, Telling telling) =>
        (near.TryGetValue(key, out var spells) && telling.Near.Any(n => spells.Exists(n.Overlaps))) || IsSince(key, telling.Source.PublishedAt);

    /// <summary>What of another it is not about.</summary>
    public PartCoverage Missing(PartCoverage wanted)
    {
        var missing = new PartCoverage();
        foreach (var (key, spells) in wanted.near)
            if (!IsNear(key, spells)) missing.Add(key, spells);
        foreach (var (key, from) in wanted.later)
            if (!IsSince(key, from)) missing.Add(key, from);
        foreach (var id in wanted.entries)
            if (!HoldsEntry(id)) missing.AddEntry(id);
        return missing;
    }

    private bool IsNear(string key, IReadOnlyList<DayRange> wanted)
    {
        if (!near.TryGetValue(key, out var spells)) return false;
        foreach (var spell in wanted)
            if (!spells.Exists(s => s.Contains(spell))) return false;
        return true;
    }

    private bool IsSince(string key, DateTimeOffset from) => later.TryGetValue(key, out var since) && since <= from;
}
