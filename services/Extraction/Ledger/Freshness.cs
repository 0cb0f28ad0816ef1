using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>Whether a change is news. See <see cref="FreshnessOptions"/>.</summary>
internal static class Freshness
{
    /// <summary>
    /// The step that caused the change is fresh, and either gives the entry a status that it did not have, or moves the date or place of
    /// what is still ahead, or begins a dispute. More sources of the same are never news, nor are older steps told late.
    /// </summary>
    public static bool IsNews(Entry? before, FoldedEntry after, LedgerMention? cause, FreshnessOptions options)
    {
        if (cause is null || !IsFresh(before, cause, options)) return false;
        if (before is { Disputed: false } && after.Entry.Disputed) return true;
        if (cause.Id != after.Current.Id) return false;
        return before is null || before.Status != after.Entry.Status || HasMoved(before, after.Entry);
    }

    /// <summary>What the step tells happened not long before its article was published, and a live article not long before it arrived.</summary>
    public static bool IsFresh(Entry? before, LedgerMention cause, FreshnessOptions options) => IsFresh(cause.Telling, isNew: before is null, options);

    private static bool IsFresh(Telling cause, bool isNew, FreshnessOptions options)
    {
        var source = cause.Source;
        if (cause.Mention.Background || source.Intake == Intake.Backfill) return false;
        if (source.Intake == Intake.Live && source.ReceivedAt - source.PublishedAt > options.ArrivalWindow) return false;
        return Days(cause.PublishedOn, EventDay(cause, isNew)) <= options.EventWindow;
    }

    /// <summary>
    /// That a truce of old holds is no news where it is all that is known of it. Other steps of a ceasefire are taken when they are told;
    /// its start is not theirs.
    /// </summary>
    private static DateOnly EventDay(Telling cause, bool isNew) =>
        isNew && cause is { Status: EntryStatus.InForce, Span: { } span } && span.Last < cause.OwnDay ? span.Last : cause.OwnDay;

    private static TimeSpan Days(DateOnly later, DateOnly earlier) => TimeSpan.FromDays(later.DayNumber - earlier.DayNumber);

    private static bool HasMoved(Entry before, Entry after) =>
        after.Type == EntryType.Talks
        && after.Status is EntryStatus.Proposed or EntryStatus.Planned or EntryStatus.Postponed
        && ((before.Start is { } start && start != after.Start && before.StartPrecision == after.StartPrecision)
            || (before.Place is { } place && place.Name != after.Place?.Name && !IsIn(after.Place, place)));

    /// <summary>A city named after its country tells where, not that it has moved.</summary>
    private static bool IsIn(Place? place, Place country) =>
        place?.Country is { } code && Countries.Code(Telling.Fold(country.Name)) == code;
}
