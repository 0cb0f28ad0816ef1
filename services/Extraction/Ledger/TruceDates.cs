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
            ({ } x, null) => Mixed(a, x, b),
            (null, { } y) => Mixed(b, y, a),
            _ => Undated(a, b),
        };
    }

    private static bool IsInTheMaking(EntryStatus status) => Stages.IsWish(status) || status == EntryStatus.Agreed;

    private static double? Dated(Telling a, DaySpan x, Telling b, DaySpan y)
    {
        if (x.Overlaps(y)) return Dates.Overlap(x, y);
        if (x.Gap(y) <= LinkWindows.TruceSlip) return Weights.DateWeek;
        if (TakesEffect(a, x, b, y) || TakesEffect(b, y, a, x)) return Weights.DateRun;
        if (IsSignedLater(a, x, b, y) || IsSignedLater(b, y, a, x)) return Weights.DateSlip;
        if (Renews(a, x, y) || Renews(b, y, x)) return Weights.DateSlip;
        // The day of a breach or of the end stands where that of the truce should.
        return (IsOfItsStep(a, x), IsOfItsStep(b, y)) switch
        {
            (true, true) => Undated(a, b),
            (true, false) => Mixed(b, y, a),
            (false, true) => Mixed(a, x, b),
            _ => null,
        };
    }

    /// <summary>Agreed on one day, to begin on another: told by the day between which and the first it was signed, or of which it has been in force since.</summary>
    internal static bool TakesEffect(Telling agreed, DaySpan first, Telling other, DaySpan day) =>
        agreed is { Status: EntryStatus.Agreed } && first.Precision == DatePrecision.Day
        && ((first.First > agreed.PublishedOn && day.Precision == DatePrecision.Day && day.First < first.First && day.First.DayNumber >= agreed.PublishedOn.DayNumber - LinkWindows.TruceSlip)
            || (first.First > agreed.PublishedOn && other is { Status: EntryStatus.Agreed, Mention.Background: false } && day.Precision == DatePrecision.Day && day.First < first.First && first.Gap(day) <= LinkWindows.Begins && other.PublishedOn <= agreed.PublishedOn)
            || (other.Status == EntryStatus.InForce && day.First > first.Last && first.Gap(day) <= LinkWindows.Effect));

    /// <summary>Accepted or begun on one day, and signed some days after: each side puts its name to it on a day of its own.</summary>
    private static bool IsSignedLater(Telling first, DaySpan day, Telling signed, DaySpan later) =>
        signed is { Status: EntryStatus.Agreed, Mention.Background: false } && first is { Status: EntryStatus.Agreed or EntryStatus.InForce, Mention.Background: false } && day.Precision == DatePrecision.Day && later.Precision == DatePrecision.Day
        && day.Last < later.First && day.Gap(later) <= LinkWindows.Signed && later.First <= signed.PublishedOn && first.PublishedOn < signed.PublishedOn && Array.Exists(first.Parties.Ids, id => Array.BinarySearch(signed.Parties.Ids, id, StringComparer.Ordinal) >= 0);

    private static bool Renews(Telling renewal, DaySpan to, DaySpan from) =>
        renewal.Status == EntryStatus.Extended && to.First > from.Last && to.First.DayNumber - from.Last.DayNumber <= LinkWindows.Renewed;

    /// <summary>It stands by the day of a breach, of its end or of its renewal, and not by its own.</summary>
    internal static bool IsOfItsStep(Telling telling, DaySpan span) =>
        (telling.Status is EntryStatus.Violated or EntryStatus.Collapsed or EntryStatus.Suspended or EntryStatus.Extended || telling.Status == EntryStatus.InForce && span.Precision == DatePrecision.Week)
        && Math.Abs(telling.PublishedOn.DayNumber - span.First.DayNumber) <= LinkWindows.Context;

    private static double? Mixed(Telling dated, DaySpan span, Telling undated)
    {
        var told = undated.AsOf;
        if (Outlives(dated, undated)) return null;
        if (undated.Year is { } year) return span.First.Year <= year && year <= span.Last.Year ? Weights.DateMonth : null;
        var ahead = span.First.DayNumber - told.DayNumber;
        var behind = told.DayNumber - span.Last.DayNumber;
        if (Stages.IsWish(undated.Status)) return Dates.Near(Math.Max(Math.Max(ahead, behind), 0), LinkWindows.Running, true);
        if (undated.Status == EntryStatus.Agreed && !undated.Mention.Background)
            return Dates.Near(Math.Max(Math.Max(ahead, behind), 0), LinkWindows.Effect, true);
        // A truce that is still told of stands still.
        var since = Math.Max(behind, 0);
        if (dated.Status is EntryStatus.InForce or EntryStatus.Violated or EntryStatus.Extended)
            since = Math.Min(since, Math.Abs(told.DayNumber - dated.PublishedOn.DayNumber));
        return Dates.Near(since, LinkWindows.Standing, ahead <= 1);
    }

    /// <summary>A truce remembered by its year, or as one that is over, is not the one that is spoken of today.</summary>
    private static bool IsLongPast(Telling remembered, Telling news) =>
        remembered.Year is { } year && (remembered.Mention.Background || remembered.Status is EntryStatus.Collapsed or EntryStatus.Suspended) && news is { Year: null, Mention.Background: false } && year < news.PublishedOn.AddDays(-LinkWindows.Standing).Year;

    /// <summary>It is told as standing, long after the other was over.</summary>
    private static bool Outlives(Telling standing, Telling over) =>
        over.Ended is { } end && standing is { Ended: null, Status: EntryStatus.Agreed or EntryStatus.InForce or EntryStatus.Extended or EntryStatus.Violated, Mention.Background: false } && standing.PublishedOn.DayNumber - end.DayNumber > LinkWindows.Context;

    /// <summary>Told when it was made.</summary>
    private static bool Began(Telling telling) => telling is { Status: EntryStatus.Agreed, Mention.Background: false };

    private static double? Undated(Telling a, Telling b)
    {
        if (a.Year is { } year && b.Year is { } other) return year == other ? Weights.DateMonth : null;
        if (IsLongPast(a, b) || IsLongPast(b, a)) return null;
        if (a.Year is { } x && Began(b)) return x == b.PublishedOn.Year ? Weights.DateMonth : null;
        if (b.Year is { } y && Began(a)) return y == a.PublishedOn.Year ? Weights.DateMonth : null;
        if (Outlives(a, b) || Outlives(b, a)) return null;
        var window = Stages.IsWish(a.Status) && Stages.IsWish(b.Status) ? LinkWindows.Wished : Stages.IsWish(a.Status) || Stages.IsWish(b.Status) ? LinkWindows.Running : LinkWindows.Standing;
        return Dates.Near(Math.Abs(a.AsOf.DayNumber - b.AsOf.DayNumber), window, true);
    }
}
