using System.Collections.Frozen;
using System.Globalization;
using Parley.Contracts;

namespace Parley.Alerting.Matching;

/// <summary>A headline for people: what changed, in one sentence. How, headlines.tsv says.</summary>
public static class Headline
{
    /// <summary>A week ahead and back a weekday is understood without its date.</summary>
    private const int DaysOfWeekday = 6;

    private static readonly FrozenDictionary<(EntryType, EntryStatus), (string Several, string Fewer)> Templates = Read();

    /// <summary>Such as <c>Russia and Turkey put off Sunday's talks on Libya and Syria</c>.</summary>
    public static string Of(LedgerChange change) => change switch
    {
        { Kind: ChangeKind.Retracted } => $"Retracted: {Tell(change)}",
        { Kind: ChangeKind.Merged } => $"Told elsewhere in the ledger: {Tell(change)}",
        { Reason: ChangeReason.Correction or ChangeReason.Verdict, Before: not null } => $"Corrected: {Tell(change)}",
        { Kind: ChangeKind.Disputed, After.Disputed: true } => $"Sources disagree: {Tell(change)}",
        { News: false } => $"Confirmed: {Tell(change)}",
        _ => Tell(change),
    };

    private static string Tell(LedgerChange change)
    {
        var entry = change.After;
        var (several, fewer) = Templates[(entry.Type, entry.Status)];
        var parties = entry.Participants.Where(p => p.Role == ParticipantRole.Party).Select(p => p.Name).ToList();
        var template = parties.Count > 1 ? several : fewer;
        var (noun, article) = Noun(entry.Kind);
        var told = (change.Cause ?? entry.History[^1]).PublishedAt;
        // What was put off had the day that it was planned for.
        var day = entry.Status is EntryStatus.Postponed ? change.Before?.Start ?? entry.Start : entry.Start;
        var words = template
            .Replace("{parties}", List(parties), StringComparison.Ordinal)
            .Replace("{talks}", article + noun, StringComparison.Ordinal)
            .Replace("{Talks}", Capital(noun), StringComparison.Ordinal)
            .Replace("{day's talks}", DaysNoun(noun, article, entry, day, told), StringComparison.Ordinal)
            .Replace("{Day's talks}", Capital(DaysNoun(noun, "", entry, day, told)), StringComparison.Ordinal)
            .Replace("{when}", When(entry, told), StringComparison.Ordinal)
            .Replace("{where}", entry.Place is { } place ? $" in {place.Name}" : "", StringComparison.Ordinal)
            .Replace("{topics}", Topics(entry, parties), StringComparison.Ordinal)
            .Replace("{of}", parties.Count == 1 ? $" of {parties[0]}" : "", StringComparison.Ordinal);
        return Capital(words);
    }

    private static (string Noun, string Article) Noun(EntryKind kind) => kind switch
    {
        EntryKind.Meeting => ("talks", ""),
        EntryKind.Negotiation => ("negotiations", ""),
        EntryKind.Consultation => ("consultations", ""),
        EntryKind.Mediation => ("mediation", ""),
        EntryKind.CessationOfHostilities => ("cessation of hostilities", "a "),
        EntryKind.HumanitarianPause => ("humanitarian pause", "a "),
        EntryKind.Armistice => ("armistice", "an "),
        _ => (WireWord.Of(kind).Replace('_', ' '), "a "),
    };

    /// <summary>"Sunday's talks", "the visit of 3 August", "a summit".</summary>
    private static string DaysNoun(string noun, string article, Entry entry, DateOnly? day, DateTimeOffset told)
    {
        if (day is not { } known || entry.StartPrecision is { } precision and not DatePrecision.Day)
            return article + noun;
        return IsNear(known, told) ? $"{known.DayOfWeek}'s {noun}" : $"{(article.Length > 0 ? "the " : "")}{noun} of {Date(known, told)}";
    }

    private static string When(Entry entry, DateTimeOffset told) => entry.Start is not { } start ? "" : entry.StartPrecision switch
    {
        DatePrecision.Week => $" in the week of {Date(start, told)}",
        DatePrecision.Month => $" in {start.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}",
        DatePrecision.Year => $" in {start.ToString("yyyy", CultureInfo.InvariantCulture)}",
        _ => IsNear(start, told) ? $" on {start.DayOfWeek}" : $" on {Date(start, told)}",
    };

    private static string Topics(Entry entry, IReadOnlyList<string> parties)
    {
        // A party that is also the topic needs no second naming.
        var topics = entry.Topics.Where(t => !parties.Contains(t)).Take(3).ToList();
        return topics.Count == 0 ? "" : $" on {List(topics)}";
    }

    private static bool IsNear(DateOnly day, DateTimeOffset told) =>
        Math.Abs(day.DayNumber - DateOnly.FromDateTime(told.DateTime).DayNumber) <= DaysOfWeekday;

    private static string Date(DateOnly day, DateTimeOffset told) =>
        day.ToString(told.Year == day.Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string List(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "",
        1 => names[0],
        > 4 => $"{string.Join(", ", names.Take(3))} and {names.Count - 3} others",
        _ => $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}",
    };

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static FrozenDictionary<(EntryType, EntryStatus), (string Several, string Fewer)> Read() => TabbedFile.Rows("headlines.tsv")
        .ToFrozenDictionary(p => (WireWord.Parse<EntryType>(p[0]), WireWord.Parse<EntryStatus>(p[1])), p => (p[2], p[3]));
}
