namespace Parley.Extraction.Ledger;

/// <summary>
/// What a part of the ledger holds: of some keys every mention that reaches into some days, of others those published from a moment on; always whole
/// entries.
/// </summary>
internal sealed class PartExtent
{
    private readonly HashSet<string> whole = new(StringComparer.Ordinal);
    private readonly HashSet<string> later = new(StringComparer.Ordinal);
    private readonly List<DayRange> days = [];
    private readonly HashSet<string> entries = new(StringComparer.Ordinal);

    /// <summary>The keys of which it holds every mention near <see cref="Days"/>.</summary>
    public IReadOnlyCollection<string> Whole => whole;

    /// <summary>The keys of which it holds the mentions published since <see cref="From"/>.</summary>
    public IReadOnlyCollection<string> Later => later;

    /// <summary>The ids of the entries that it holds as last recorded, where they are, or were, entries; others are known by their mentions only.</summary>
    public IReadOnlyCollection<string> Entries => entries;

    /// <summary>The moment; the end of time where there is none.</summary>
    public DateTimeOffset From { get; private set; } = DateTimeOffset.MaxValue;

    /// <summary>The days, in spells that do not overlap.</summary>
    public IReadOnlyList<DayRange> Days => days;

    /// <summary>Every mention of the key near the days.</summary>
    public void Add(string key)
    {
        later.Remove(key);
        whole.Add(key);
    }

    /// <summary>Every mention of the telling's keys that is near it.</summary>
    /// <returns>Whether that is more than before.</returns>
    public bool Add(Telling telling)
    {
        var more = false;
        foreach (var spell in telling.Near) more |= Add(spell);
        foreach (var key in telling.Keys)
        {
            more |= !whole.Contains(key);
            Add(key);
        }

        return more;
    }

    /// <summary>Further days.</summary>
    /// <returns>Whether they are more than before.</returns>
    public bool Add(DayRange spell)
    {
        if (days.Exists(d => d.Contains(spell))) return false;
        foreach (var known in days.Where(d => d.Overlaps(spell))) spell = spell.With(known);
        days.RemoveAll(d => d.Overlaps(spell));
        days.Add(spell);
        return true;
    }

    /// <summary>Whether one of the spells is one of its days, at least in part.</summary>
    public bool IsNear(IReadOnlyList<DayRange> spells) => spells.Any(s => days.Exists(d => d.Overlaps(s)));

    /// <summary>The mentions of the key published since then.</summary>
    /// <returns>Whether that is more than before.</returns>
    public bool Add(string key, DateTimeOffset from)
    {
        if (whole.Contains(key)) return false;
        var more = later.Add(key) || from < From;
        if (from < From) From = from;
        return more;
    }

    /// <summary>The entry of that id, as last recorded.</summary>
    public void AddEntry(string id) => entries.Add(id);

    /// <summary>Whether it holds the entry of that id, as last recorded.</summary>
    public bool HoldsEntry(string id) => entries.Contains(id);

    /// <summary>All that the other holds, its later keys from that moment on.</summary>
    /// <returns>What is more than before: where the days or the moment reach further, all keys with them.</returns>
    public PartExtent Add(PartExtent other, DateTimeOffset from)
    {
        var reachesFurther = (later.Count > 0 && other.later.Count > 0 && from < From) | other.days.Aggregate(false, (further, spell) => Add(spell) | further);
        var more = new PartExtent();
        foreach (var key in other.whole.Where(k => !whole.Contains(k))) more.whole.Add(key);
        foreach (var key in other.later.Where(k => !whole.Contains(k) && !later.Contains(k))) more.later.Add(key);
        foreach (var key in other.whole) Add(key);
        foreach (var key in other.later) Add(key, from);
        entries.UnionWith(other.entries);
        if (reachesFurther)
        {
            more.whole.UnionWith(whole);
            more.later.UnionWith(later);
        }

        more.days.AddRange(days);
        more.From = From;
        return more;
    }

    /// <summary>Whether it holds all that the other does, whose later keys count from that moment on.</summary>
    public bool Covers(PartExtent other, DateTimeOffset from) =>
        whole.IsSupersetOf(other.whole) && other.days.TrueForAll(spell => days.Exists(d => d.Contains(spell))) && other.later.All(key => whole.Contains(key) || (later.Contains(key) && From <= from));
}
