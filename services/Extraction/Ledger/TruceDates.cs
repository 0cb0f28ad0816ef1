using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>Dates of ceasefires. Their start is the truce's own: a breach or a call carries the truce's start or none.</summary>
internal static class TruceDates
{
    public static double? Closeness(Telling a, Telling b)
    {
        // One side's own truce is not the one that both are asked for or agree to; how it fares is told without saying whose it is.
        if (a.Mention.Unilateral != b.Mention.Unilateral && IsInTheMaking(a.Status) && IsInTheMaking(b.Status)) return null;
        return (a.Span, b.Span) switch
        {
            ({ } x, { } y) => Dated(a, x, b, y),
            ({ } x, null) => Mixed(x, b),
            (null, { } y) => Mixed(y, a),
            _ => Undated(a, b),
        };
    }

    private static bool IsInTheMaking(EntryStatus status) => Stages.IsWish(status) || status == EntryStatus.Agreed;

    private static double? Dated(Telling a, DaySpan x, Telling b, DaySpan y)
    {
        if (x.Overlaps(y)) return Dates.Overlap(x, y);
        if (x.Gap(y) <= LinkWindows.TruceSlip) return 2;
        return Renews(a, x, y) || Renews(b, y, x) ? 1 : null;
    }

    private static bool Renews(Telling renewal, DaySpan to, DaySpan from) =>
        renewal.Status == EntryStatus.Extended && to.First > from.Last && to.First.DayNumber - from.Last.DayNumber <= LinkWindows.Renewed;

    private static double? Mixed(DaySpan span, Telling undated)
    {
        var told = undated.PublishedOn;
        if (!Dates.YearFits(undated, span.First)) return null;
        var ahead = span.First.DayNumber - told.DayNumber;
        var behind = told.DayNumber - span.Last.DayNumber;
        if (Stages.IsWish(undated.Status)) return Dates.Near(Math.Max(Math.Max(ahead, behind), 0), LinkWindows.Running, true);
        if (undated.Status == EntryStatus.Agreed && !undated.Mention.Background)
            return Dates.Near(Math.Max(Math.Max(ahead, behind), 0), LinkWindows.Context, true);
        return Dates.Near(Math.Max(behind, 0), LinkWindows.Standing, ahead <= 1);
    }

    private static double? Undated(Telling a, Telling b)
    {
        if (a.Year is { } year && b.Year is { } other && year != other) return null;
        return Dates.Near(Math.Abs(a.PublishedOn.DayNumber - b.PublishedOn.DayNumber), LinkWindows.Running, true);
    }
}
