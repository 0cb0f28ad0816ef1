using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>The days that a date with its precision covers, both inclusive.</summary>
internal readonly record struct DaySpan(DateOnly First, DateOnly Last, DatePrecision Precision)
{
    /// <summary>Days after which an end is taken for a slip of the text: no talks last longer, and a truce is told by its beginning.</summary>
    private const int Longest = 366;

    private const int HalfAWeek = 3;

    /// <summary>Null where there is no date.</summary>
    public static DaySpan? Of(DateOnly? start, DateOnly? end, DatePrecision? precision)
    {
        if (start is not { } first) return null;
        var exact = precision ?? DatePrecision.Day;
        var last = exact switch
        {
            DatePrecision.Week => Saturating(first, 6),
            DatePrecision.Month => new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month)),
            DatePrecision.Year => new DateOnly(first.Year, 12, 31),
            _ => first,
        };
        // "three weeks ago" is counted roughly, where "last week" is a week of the calendar.
        if (exact == DatePrecision.Week && first.DayOfWeek != DayOfWeek.Monday && end is null && first.DayNumber > HalfAWeek)
            (first, last) = (first.AddDays(-HalfAWeek), first.AddDays(HalfAWeek));
        if (end > last) last = end.Value < Saturating(first, Longest) ? end.Value : Saturating(first, Longest);
        return new DaySpan(first, last, exact);
    }

    public bool Overlaps(DaySpan other) => First <= other.Last && other.First <= Last;

    public bool Contains(DaySpan other) => First <= other.First && other.Last <= Last;

    /// <summary>Exact enough, and short enough, to tell one event from the next.</summary>
    public bool IsNear => Precision <= DatePrecision.Week && Last.DayNumber - First.DayNumber <= 31;

    /// <summary>Days from the end of the one to the beginning of the other; 0 where they overlap, 1 for neighbours.</summary>
    public int Gap(DaySpan other) =>
        Overlaps(other) ? 0 : First > other.Last ? First.DayNumber - other.Last.DayNumber : other.First.DayNumber - Last.DayNumber;

    private static DateOnly Saturating(DateOnly day, int days) =>
        day.DayNumber + days > DateOnly.MaxValue.DayNumber ? DateOnly.MaxValue : day.AddDays(days);
}
