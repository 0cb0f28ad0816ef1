namespace Parley.Extraction.Ledger;

/// <summary>Days from the one to the other, both inclusive.</summary>
internal readonly record struct DayRange(DateOnly From, DateOnly Until)
{
    public bool Overlaps(DayRange other) => From <= other.Until && other.From <= Until;

    public bool Contains(DayRange other) => From <= other.From && other.Until <= Until;

    /// <summary>The days of both, and those between.</summary>
    public DayRange With(DayRange other) => new(From < other.From ? From : other.From, Until > other.Until ? Until : other.Until);
}
