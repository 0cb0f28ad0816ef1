using Parley.Extraction.Ledger.Verdicts;

namespace Parley.Extraction.Ledger;

/// <summary>
/// What one change reaches of the ledger: of some keys every mention that reaches into some days, of others those published from a moment on; always whole
/// entries.
/// </summary>
/// <param name="from">The moment.</param>
internal sealed class PartExtent(DateTimeOffset from)
{
    private readonly HashSet<string> whole = new(StringComparer.Ordinal);
    private readonly HashSet<string> later = new(StringComparer.Ordinal);
    private readonly List<DayRange> days = [];

    /// <summary>The keys of which it reaches every mention near <see cref="Days"/>.</summary>
    public IReadOnlyCollection<string> Whole => whole;

    /// <summary>The keys of which it reaches the mentions published since <see cref="From"/>.</summary>
    public IReadOnlyCollection<string> Later => later;

    /// <summary>The moment.</summary>
    public DateTimeOffset From => from;

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
            // What an analyst calls the same may lie years apart.
            if (VerdictSet.IsKey(key))
            {
                more |= later.Add(key);
                continue;
            }

            more |= !whole.Contains(key);
            Add(key);
        }

        return more;
    }

    /// <summary>Further days.</summary>
    /// <returns>Whether they are more than before.</returns>
    public bool Add(DayRange spell) => DayRange.Add(days, spell);

    /// <summary>The mentions of the key published since the moment.</summary>
    /// <returns>Whether that is more than before.</returns>
    public bool AddLater(string key) => !whole.Contains(key) && later.Add(key);

    /// <summary>Whether a mention reaches into its days.</summary>
    public bool IsNear(Telling telling)
    {
        foreach (var spell in telling.Near)
            foreach (var day in days)
                if (day.Overlaps(spell)) return true;
        return false;
    }

    /// <summary>Whether a mention was published since the moment.</summary>
    public bool IsLater(Telling telling) => telling.Source.PublishedAt >= from;
}
