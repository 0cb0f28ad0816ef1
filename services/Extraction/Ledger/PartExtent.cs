namespace Parley.Extraction.Ledger;

/// <summary>What a part of the ledger holds: of some keys every mention, of others those published from a moment on; always whole entries.</summary>
internal sealed class PartExtent
{
    private readonly HashSet<string> whole = new(StringComparer.Ordinal);
    private readonly HashSet<string> later = new(StringComparer.Ordinal);

    /// <summary>The keys of which it holds every mention.</summary>
    public IReadOnlyCollection<string> Whole => whole;

    /// <summary>The keys of which it holds the mentions published since <see cref="From"/>.</summary>
    public IReadOnlyCollection<string> Later => later;

    /// <summary>The moment; the end of time where there is none.</summary>
    public DateTimeOffset From { get; private set; } = DateTimeOffset.MaxValue;

    /// <summary>Every mention of the key.</summary>
    /// <returns>Whether that is more than before.</returns>
    public bool Add(string key)
    {
        later.Remove(key);
        return whole.Add(key);
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

    /// <summary>All that the other holds, its later keys from that moment on.</summary>
    public void Add(PartExtent other, DateTimeOffset from)
    {
        foreach (var key in other.whole) Add(key);
        foreach (var key in other.later) Add(key, from);
    }

    /// <summary>Whether it holds all that the other does, whose later keys count from that moment on.</summary>
    public bool Covers(PartExtent other, DateTimeOffset from) =>
        whole.IsSupersetOf(other.whole) && other.later.All(key => whole.Contains(key) || (later.Contains(key) && From <= from));
}
