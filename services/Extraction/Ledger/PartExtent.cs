namespace Parley.Extraction.Ledger;

/// <summary>
/// What a part of the ledger holds: of some keys every mention that reaches into some days, of others those published from a moment on; always whole
/// entries.
/// </summary>
internal sealed class PartExtent
{
    private readonly HashSet<string> whole = new(StringComparer.Ordinal);
    private readonly HashSet<string> later = new(StringComparer.Ordinal);
    private readonly HashSet<string> entries = new(StringComparer.Ordinal);

    /// <summary>The keys of which it holds every mention near <see cref="Days"/>.</summary>
    public IReadOnlyCollection<string> Whole => whole;

    /// <summary>The keys of which it holds the mentions published since <see cref="From"/>.</summary>
    public IReadOnlyCollection<string> Later => later;

    /// <summary>The ids of the entries that it holds as last recorded, where they are, or were, entries; others are known by their mentions only.</summary>
    public IReadOnlyCollection<string> Entries => entries;

    /// <summary>The moment; the end of time where there is none.</summary>
    public DateTimeOffset From { get; private set; } = DateTimeOffset.MaxValue;

    /// <summary>The days; null where there are none.</summary>
    public DayRange? Days { get; private set; }

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
        var more = Add(Links.Near(telling));
        foreach (var key in telling.Keys)
        {
            more |= !whole.Contains(key);
            Add(key);
        }

        return more;
    }

    /// <summary>Further days.</summary>
    /// <returns>Whether they are more than before.</returns>
    public bool Add(DayRange days)
    {
        if (Days is { } known && known.Contains(days)) return false;
        Days = Days?.With(days) ?? days;
        return true;
    }

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
    public void Add(PartExtent other, DateTimeOffset from)
    {
        foreach (var key in other.whole) Add(key);
        entries.UnionWith(other.entries);
        if (other.Days is { } days) Add(days);
        foreach (var key in other.later) Add(key, from);
    }

    /// <summary>Whether it holds all that the other does, whose later keys count from that moment on.</summary>
    public bool Covers(PartExtent other, DateTimeOffset from) =>
        whole.IsSupersetOf(other.whole) && (other.Days is not { } days || Days?.Contains(days) == true) && other.later.All(key => whole.Contains(key) || (later.Contains(key) && From <= from));
}
