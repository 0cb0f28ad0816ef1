using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>The date of an entry as its mentions refine it. A put-off keeps the old day until a new one is stated.</summary>
internal sealed class DateFold
{
    private readonly List<DaySpan> former = [];
    private DaySpan? span;
    private DateOnly? year;
    private bool took;

    /// <summary>The days that stand; null where none do.</summary>
    public DaySpan? Now => span;

    /// <summary>It has been moved to other days before.</summary>
    public bool HasMoved => former.Count > 0;

    public DateOnly? Start => span?.First ?? year;

    public DateOnly? End => span is { Precision: DatePrecision.Day } s && s.Last > s.First ? s.Last : null;

    public DatePrecision? Precision => span?.Precision ?? (year is null ? null : DatePrecision.Year);

    /// <summary>The mention states a day after the one that stands.</summary>
    public bool IsMovedBy(Telling telling) => span is { } now && telling.Span is { } then && then.First > now.Last;

    /// <summary>The mention states a day that has been given up.</summary>
    public bool IsFormer(Telling telling) =>
        telling.Span is { } then && span is { } now && !then.Overlaps(now) && WasOn(then);

    /// <summary>It stands on these days, or once did.</summary>
    public bool IsOn(DaySpan days) => span?.Overlaps(days) == true || WasOn(days);

    /// <summary>It once stood on these days.</summary>
    public bool WasOn(DaySpan days) => former.Exists(f => f.Overlaps(days));

    public void Add(Telling telling, bool advances)
    {
        if (telling.Year is { } y) year ??= new DateOnly(y, 1, 1);
        if (telling.Span is not { } stated) return;
        if (span is not { } now) span = stated;
        else if (stated.Overlaps(now) && !(advances && (PutsOff(telling, now, stated) || Opens(telling, now, stated)))) span = Refined(now, stated);
        else if (advances && IsLaterDay(telling, now, stated)) span = new DaySpan(now.First, stated.Last, DatePrecision.Day);
        else if (advances && MayMove(telling)) Move(now, stated);
        else if (!advances && Opened(telling, now, stated)) span = new DaySpan(stated.First, now.Last, DatePrecision.Day);
        took |= advances && telling.Status is EntryStatus.Held or EntryStatus.UnderWay;
    }

    /// <summary>Only a plan moves; what has taken place keeps its day. A truce moves from the day it was agreed to the day it took effect.</summary>
    private bool MayMove(Telling telling) => telling.Mention.Type == EntryType.Talks ? !took : telling.Status == EntryStatus.InForce;

    /// <summary>Three days from the 12th, put off by one: from the 13th, though the days overlap.</summary>
    private static bool PutsOff(Telling telling, DaySpan now, DaySpan stated) =>
        telling is { Status: EntryStatus.Postponed, Mention.Type: EntryType.Talks } && stated.Precision == DatePrecision.Day && now.Precision == DatePrecision.Day && stated.First > now.First;

    /// <summary>"on the 10th or a few days later", and begun on the 13th. A summit or a visit has its length, and may be told of on any day of it.</summary>
    private bool Opens(Telling telling, DaySpan now, DaySpan stated) =>
        !took && telling is { Status: EntryStatus.UnderWay, Mention: { Type: EntryType.Talks, Kind: EntryKind.Meeting or EntryKind.Negotiation } } && stated is { Precision: DatePrecision.Day } && stated.First == stated.Last && now.Precision == DatePrecision.Day && stated.First > now.First;

    /// <summary>Told as over, and then since when it had gone on.</summary>
    private static bool Opened(Telling telling, DaySpan now, DaySpan stated) =>
        telling is { Status: EntryStatus.UnderWay, Mention.Type: EntryType.Talks } && stated is { Precision: DatePrecision.Day } && now is { Precision: DatePrecision.Day } && stated.Last < now.First;

    /// <summary>A long round is told on one of its later days, after it has begun, or so late that it must have.</summary>
    private bool IsLaterDay(Telling telling, DaySpan now, DaySpan stated) =>
        telling is { IsLong: true, Status: EntryStatus.UnderWay or EntryStatus.Held or EntryStatus.Suspended } && stated.Precision == DatePrecision.Day && now.Precision == DatePrecision.Day
        && stated.First > now.Last && now.Gap(stated) <= LinkWindows.LongRound && (took || now.Gap(stated) > LinkWindows.RoundSlip);

    private void Move(DaySpan now, DaySpan stated)
    {
        former.Add(now);
        span = stated;
    }

    /// <summary>The more exact of the two. Of two exact ones the first, which a later report may only prolong: a meeting within a visit.</summary>
    private static DaySpan Refined(DaySpan now, DaySpan stated)
    {
        if (stated.Precision != now.Precision) return stated.Precision < now.Precision ? stated : now;
        return stated.First == now.First && stated.Last > now.Last ? stated : now;
    }
}
