using System.Globalization;

namespace Parley.Extraction.Ledger;

/// <summary>Days from the one to the other, both inclusive.</summary>
internal readonly record struct DayRange(DateOnly From, DateOnly Until)
{
    /// <summary>From some days before the first to some after the last, as far as the calendar goes.</summary>
    public static DayRange Around(DateOnly first, DateOnly last, int before, int after) => new(
        DateOnly.FromDayNumber(Math.Max(first.DayNumber - before, 0)),
        DateOnly.FromDayNumber(Math.Min(last.DayNumber + after, DateOnly.MaxValue.DayNumber - 1)));

    public bool Overlaps(DayRange other) => From <= other.Until && other.From <= Until;

    public bool Contains(DayRange other) => From <= other.From && other.Until <= Until;

    /// <summary>The days of both, and those between.</summary>
    public DayRange With(DayRange other) => new(From < other.From ? From : other.From, Until > other.Until ? Until : other.Until);

    /// <summary>Adds a spell to some that do not overlap; nor do they then.</summary>
    /// <returns>Whether they have more days than before.</returns>
    public static bool Add(List<DayRange> spells, DayRange spell)
    {
        foreach (var known in spells)
            if (known.Contains(spell)) return false;
        foreach (var known in spells)
            if (known.Overlaps(spell)) spell = spell.With(known);
        spells.RemoveAll(spell.Overlaps);
        spells.Add(spell);
        return true;
    }

    /// <summary>As PostgreSQL writes a datemultirange.</summary>
    public static string Sql(IEnumerable<DayRange> ranges) =>
        $"{{{string.Join(',', ranges.Select(r => string.Create(CultureInfo.InvariantCulture, $"[{r.From:yyyy-MM-dd},{r.Until:yyyy-MM-dd}]")))}}}";
}
