using System.Globalization;
using Parley.Alerting.Matching;
using Parley.Contracts;

namespace Parley.Alerting.Delivery;

/// <summary>When, where and who, as far as it is known, and what each was before where the change moved it.</summary>
internal static class AlertDetails
{
    /// <summary>Such as <c>("When", "Saturday, 28 November 2026 (before: Friday, 27 November 2026)")</c>.</summary>
    public static IEnumerable<(string Label, string Text)> Of(LedgerChange change) =>
        from line in new (string Label, Func<Entry, string> Of, bool IsToldAlways)[] { ("Form", Form, false), (DayLabel(change), When, true), ("Where", Where, true), ("Who", Who, true) }
        let now = line.Of(change.After)
        let before = change.Before is { } was ? line.Of(was) : now
        where now != before || (line.IsToldAlways && now.Length > 0)
        select (line.Label, now == before ? now : $"{Known(now)} (before: {Known(before)})");

    /// <summary>
    /// What is cancelled will not be on its day, nor what is put off, where it is told no new one. Of what had been put off before, the day that it has may be the old one
    /// or the new one: it is only what was told.
    /// </summary>
    private static string DayLabel(LedgerChange change) => (change.After.Status, change.Before) switch
    {
        (EntryStatus.Cancelled, _) or (EntryStatus.Postponed, null) => "Was set for",
        (EntryStatus.Postponed, { } before) when before.Start == change.After.Start => before.Status == EntryStatus.Postponed ? "Day told" : "Was set for",
        _ => "When",
    };

    private static string Known(string text) => text.Length > 0 ? text : "not known";

    private static string Form(Entry entry) => WireWord.Of(entry.Kind).Replace('_', ' ');

    private static string When(Entry entry) => entry switch
    {
        { Start: { } start, StartPrecision: DatePrecision.Week } => $"in the week of {Day(start)}",
        { Start: { } start, StartPrecision: DatePrecision.Month } => start.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        { Start: { } start, StartPrecision: DatePrecision.Year } => start.ToString("yyyy", CultureInfo.InvariantCulture),
        { Start: { } start, End: { } end } when end != start => $"{Day(start)}, to {Day(end)}",
        { Start: { } start } => Day(start),
        { End: { } end } => $"until {Day(end)}",
        _ => "",
    };

    private static string Where(Entry entry) => entry.Place is { } place ? AlertWords.OneLine(PlaceNames.Full(place)) : "";

    private static string Who(Entry entry) => string.Join("; ", entry.Participants.GroupBy(p => p.Role).OrderBy(g => g.Key)
        .Select(g => Role(g.Key) + string.Join(", ", g.Select(p => AlertWords.OneLine(p.Persons.Count > 0 ? $"{p.Name} ({string.Join(", ", p.Persons)})" : p.Name)))));

    private static string Role(ParticipantRole role) => role switch
    {
        ParticipantRole.Mediator => "mediated by ",
        ParticipantRole.Host => "hosted by ",
        ParticipantRole.Caller => "called for by ",
        ParticipantRole.Guarantor => "guaranteed by ",
        _ => "",
    };

    private static string Day(DateOnly day) => day.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture);
}
