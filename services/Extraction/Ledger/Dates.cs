using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>Whether the dates of two mentions let them speak of one matter, and how well they fit; null where they do not. Symmetric.</summary>
internal static class Dates
{
    public static double? Closeness(Telling a, Telling b)
    {
        if (!a.MayReach(b) || !b.MayReach(a)) return null;
        if (a.Mention.Type == EntryType.Ceasefire) return TruceDates.Closeness(a, b);
        return (a.Span, b.Span) switch
        {
            ({ } x, { } y) => Dated(a, x, b, y),
            ({ } x, null) => Mixed(a, x, b),
            (null, { } y) => Mixed(b, y, a),
            _ => Undated(a, b),
        };
    }

    public static double Overlap(DaySpan x, DaySpan y) => (DatePrecision)Math.Max((int)x.Precision, (int)y.Precision) switch
    {
        DatePrecision.Day => x.First == y.First ? Weights.DateDay : Weights.DateDays,
        DatePrecision.Week => Weights.DateWeek,
        _ => Weights.DateMonth,
    };

    public static bool YearFits(Telling undated, DateOnly day) => undated.Year is not { } year || year == day.Year;

    private static double? Dated(Telling a, DaySpan x, Telling b, DaySpan y)
    {
        if (x.Overlaps(y)) return Overlap(x, y);
        if (x.Gap(y) <= LinkWindows.Slip && (x.Precision, y.Precision) is not (DatePrecision.Day, DatePrecision.Day)) return Weights.DateSlip;
        if (x.Gap(y) <= LinkWindows.Slip && (MaySlip(a, b, y) || MaySlip(b, a, x))) return Weights.DateSlip;
        if (OpensLate(a, x, b, y) || OpensLate(b, y, a, x)) return Weights.DateShift;
        if (x.Gap(y) <= LinkWindows.Lasting && (Ends(a, x, b, y) || Ends(b, y, a, x))) return Weights.DateRun;
        if (AreOneRound(a, x, b, y) || Continues(a, x, b, y) || Continues(b, y, a, x)) return Weights.DateRun;
        if (Slipped(a, x, b, y) || Slipped(b, y, a, x)) return Weights.DateDays;
        return Replanned(a, x, b, y) ?? Replanned(b, y, a, x);
    }

    /// <summary>"It should have begun on Monday, but was put back by rain": the day that the article's event was to have had.</summary>
    private static bool Slipped(Telling plan, DaySpan from, Telling other, DaySpan to) =>
        HasSlipped(plan, other) && !Stages.IsAhead(other.Status) && from.First < to.First && to.First.DayNumber - from.First.DayNumber <= LinkWindows.Slipped;

    /// <summary>A plan that went by, told beside what came of it, be it that it is planned still.</summary>
    internal static bool HasSlipped(Telling plan, Telling other) =>
        MayHaveSlipped(plan) && other is { Status: EntryStatus.Held or EntryStatus.UnderWay or EntryStatus.Suspended or EntryStatus.Planned or EntryStatus.Proposed, Mention.Background: false } && IsOfOneArticle(plan, other);

    /// <summary>A plan that went by.</summary>
    internal static bool MayHaveSlipped(Telling plan) => plan is { Status: EntryStatus.Postponed, Mention: { Type: EntryType.Talks, Background: true } };

    private static bool IsOfOneArticle(Telling a, Telling b) => a.Source.ArticleId == b.Source.ArticleId && a.Source.PublishedAt == b.Source.PublishedAt;

    /// <summary>"The talks collapsed on Friday. They had opened on the Saturday before": the first and the last day of one round, as one article tells them.</summary>
    internal static bool AreOneRound(Telling a, DaySpan x, Telling b, DaySpan y) =>
        IsOfOneArticle(a, b) && x.Precision == DatePrecision.Day && y.Precision == DatePrecision.Day
        && x.Gap(y) <= LinkWindows.LongRound && (Ends(a, x, b, y) || Ends(b, y, a, x) || (a.Status == EntryStatus.UnderWay && b.Status == EntryStatus.UnderWay));

    /// <summary>A round of several days, told on one of the first and on a later one.</summary>
    internal static bool Continues(Telling earlier, DaySpan from, Telling later, DaySpan to) =>
        earlier is { IsLong: true, Status: EntryStatus.Planned or EntryStatus.UnderWay or EntryStatus.Held } && later is { IsLong: true, Status: EntryStatus.UnderWay or EntryStatus.Held or EntryStatus.Suspended }
        && from.Precision == DatePrecision.Day && to.Precision == DatePrecision.Day && from.Last < to.First && from.Gap(to) <= (earlier.Status == EntryStatus.Held ? LinkWindows.Lasting : LinkWindows.LongRound)
        && earlier.PublishedOn <= later.PublishedOn && Areas.Between(earlier, later) is not (AreaRelation.SameCountry or AreaRelation.Elsewhere);

    /// <summary>A plan may be carried out a day early or late, if it was still a plan on that day; what breaks up does so after its day, and not before.</summary>
    private static bool MaySlip(Telling plan, Telling other, DaySpan day) =>
        Stages.IsAhead(plan.Status) && (Stages.IsAhead(other.Status) || (plan.PublishedOn <= day.Last && (other.Status != EntryStatus.Suspended || plan.Span is { } set && set.Last < day.First)));

    /// <summary>A round set for one day and place, of which the next that is told is that it opens there some days after.</summary>
    internal static bool OpensLate(Telling plan, DaySpan from, Telling opening, DaySpan to) =>
        plan is { Status: EntryStatus.Planned, IsRounds: true } && opening is { Status: EntryStatus.UnderWay, IsRounds: true }
        && from is { Precision: DatePrecision.Day } && to is { Precision: DatePrecision.Day } && from.Last < to.First && from.Gap(to) <= LinkWindows.RoundSlip
        && plan.PublishedOn < opening.PublishedOn && Areas.Between(plan, opening) == AreaRelation.Same;

    /// <summary>What was under way is told as over, on a later day.</summary>
    private static bool Ends(Telling running, DaySpan from, Telling over, DaySpan to) =>
        running.Status == EntryStatus.UnderWay
        && over.Status is EntryStatus.Held or EntryStatus.Suspended
        && from.Last < to.First
        && running.PublishedOn <= over.PublishedOn;

    /// <summary>
    /// Talks put off, and a later day stated for them: by the put-off itself, by a later plan, or, where something else speaks for it too,
    /// by their taking place soon.
    /// </summary>
    private static double? Replanned(Telling old, DaySpan from, Telling renewed, DaySpan to)
    {
        if (to.First <= from.Last || renewed.PublishedOn < old.PublishedOn) return null;
        var days = to.First.DayNumber - from.Last.DayNumber;
        var wasPutOff = old.Status is EntryStatus.Postponed or EntryStatus.Cancelled;
        return renewed.Status switch
        {
            EntryStatus.Postponed when Stages.IsAhead(old.Status) && renewed.PublishedOn <= Later(from.Last, LinkWindows.Retold) =>
                days <= 2 * LinkWindows.Replanned ? Weights.DateSlip : null,
            // What was called off is seldom taken up again: here, too, something else must speak for it.
            EntryStatus.Planned when wasPutOff && days <= LinkWindows.Replanned => old.Status == EntryStatus.Postponed ? Weights.DateShift : 0,
            // What was called off, and took place on another day with no word of a new plan, is another meeting.
            EntryStatus.UnderWay or EntryStatus.Held when old.Status == EntryStatus.Postponed && days <= LinkWindows.TookPlace => 0,
            _ => null,
        };
    }

    private static double? Mixed(Telling dated, DaySpan span, Telling undated)
    {
        var told = undated.AsOf;
        if (!YearFits(undated, span.First)) return null;
        if (HasSlipped(dated, undated) && span.First <= told) return Weights.DateSlip;
        if (undated.IsProcess && !dated.IsRounds && Areas.Between(dated, undated) != AreaRelation.Same) return null;
        var ahead = span.First.DayNumber - told.DayNumber;
        var behind = told.DayNumber - span.Last.DayNumber;
        return undated.Status switch
        {
            // A cancellation told as context may be that of a day to come.
            EntryStatus.Cancelled or EntryStatus.Postponed when undated.Mention.Background && ahead > 0 => Near(ahead, LinkWindows.Announced, true),
            // An invitation or a plan told as context may be to a day to come.
            EntryStatus.Planned or EntryStatus.Proposed when undated.Mention.Background && ahead > 0 => Near(ahead, LinkWindows.Announced, true),
            _ when undated.Mention.Background && undated.Ended is null => Near(Math.Max(behind, 0), LinkWindows.Recalled, ahead <= 0),
            EntryStatus.Planned or EntryStatus.Proposed => Near(Math.Max(ahead, 0), LinkWindows.Announced, behind <= 0),
            EntryStatus.UnderWay => Near(Math.Max(Math.Max(ahead, behind), 0), LinkWindows.Slip, true),
            EntryStatus.Held or EntryStatus.Suspended => Near(Math.Max(behind, 0), dated.Status == EntryStatus.UnderWay ? LinkWindows.Lasting : LinkWindows.Retold, ahead <= 0),
            _ => Near(Math.Max(Math.Max(ahead, behind), 0), LinkWindows.Announced, true),
        };
    }

    private static double? Undated(Telling a, Telling b)
    {
        if (a.Year is { } year && b.Year is { } other && year != other) return null;
        if (IsLongPast(a, b) || IsLongPast(b, a)) return null;
        if ((a.IsProcess && !b.IsRounds) || (b.IsProcess && !a.IsRounds)) return null;
        var window = a.IsRounds && b.IsRounds ? LinkWindows.Running : IsOpen(a) && IsOpen(b) ? LinkWindows.Open : LinkWindows.Undated;
        return Near(Math.Abs(a.AsOf.DayNumber - b.AsOf.DayNumber), window, true);
    }

    /// <summary>"Talks in 1997 dealt with seating": not those of which today's news tells without a day.</summary>
    private static bool IsLongPast(Telling remembered, Telling news) =>
        remembered.Year is { } year && news is { Year: null, Mention.Background: false } && year < news.PublishedOn.AddDays(-LinkWindows.Running).Year;

    private static bool IsOpen(Telling telling) => telling.Status is EntryStatus.Proposed or EntryStatus.Rejected or EntryStatus.Planned;

    /// <summary>Half as much again on the day as at the far end of the window.</summary>
    public static double? Near(int days, int window, bool fits) => fits && days <= window ? Weights.DateOpen * (1 + (0.5 * (window - days) / window)) : null;

    private static DateOnly Later(DateOnly day, int days) => DateOnly.FromDayNumber(Math.Min(day.DayNumber + days, DateOnly.MaxValue.DayNumber));
}
