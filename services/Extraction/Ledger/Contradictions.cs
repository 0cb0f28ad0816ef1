using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>Reports that cannot both be true, nor follow one another.</summary>
internal static class Contradictions
{
    /// <summary>Whether two reports contradict one another; the earlier published comes first.</summary>
    public static bool Between(Telling earlier, Telling later) => earlier.Mention.Type == EntryType.Talks
        ? OfTalks(earlier, later)
        : OfCeasefire(earlier, later);

    /// <summary>What an outlet says may be set against what another says of it.</summary>
    public static bool IsClaim(Telling telling) => !telling.Mention.Background && (TookPlace(telling) || DidNot(telling) || Stands(telling) || IsOver(telling));

    public static bool TookPlace(Telling telling) => telling.Status is EntryStatus.Held or EntryStatus.UnderWay;

    /// <summary>
    /// That talks took place, and that they did not on that day. Before the day a put-off may still be revoked; and talks under way may
    /// afterwards be put off.
    /// </summary>
    private static bool OfTalks(Telling earlier, Telling later)
    {
        var (yes, no) = TookPlace(earlier) ? (earlier, later) : (later, earlier);
        if (!TookPlace(yes) || !DidNot(no)) return false;
        if (yes == earlier && yes.Status == EntryStatus.UnderWay) return false;
        if (no.PublishedOn < yes.OwnDay) return false;
        return no.Span is not { } day || yes.Span is not { } held || day.Overlaps(held);
    }

    /// <summary>A truce that one announces and another denies, or that holds after it was declared dead, within a day.</summary>
    private static bool OfCeasefire(Telling earlier, Telling later) =>
        Math.Abs(earlier.OwnDay.DayNumber - later.OwnDay.DayNumber) <= 1
        && ((Stands(earlier) && later.Status == EntryStatus.Rejected) || (earlier.Status == EntryStatus.Collapsed && Stands(later)));

    private static bool DidNot(Telling telling) =>
        telling.Status is EntryStatus.Cancelled or EntryStatus.Postponed or EntryStatus.Rejected;

    private static bool Stands(Telling telling) =>
        telling.Status is EntryStatus.Agreed or EntryStatus.InForce or EntryStatus.Extended;

    private static bool IsOver(Telling telling) => telling.Status is EntryStatus.Collapsed or EntryStatus.Rejected;
}
