using System.Globalization;
using Parley.Contracts;

namespace Parley.Alerting.Matching;

/// <summary>What is said of a change to people, besides its headline.</summary>
public static class AlertText
{
    /// <summary>Such as <c>Talks postponed: Russia and Turkey, visit, 14 June 2020 (planned → postponed)</c>.</summary>
    public static string Summary(LedgerChange change)
    {
        var entry = change.After;
        var what = entry.Type == EntryType.Talks ? "Talks" : "Ceasefire";
        var parts = new List<string> { Parties(entry), Words(WireWord.Of(entry.Kind)) };
        if (entry.Place is { } place)
            parts.Add(place.Name);
        if (Date(entry) is { } date)
            parts.Add(date);
        return $"{what} {Words(WireWord.Of(entry.Status))}: {string.Join(", ", parts.Where(p => p.Length > 0))}{Step(change)}";
    }

    /// <summary>A few lines: the headline, the sentence that proves it with whose it is, and who else says so.</summary>
    public static string Text(LedgerChange change)
    {
        var lines = new List<string> { Headline.Of(change) + "." };
        if (change.Cause is { } cause)
        {
            lines.Add($"“{string.Join(' ', cause.Evidence.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}”");
            lines.Add($"{cause.Outlet ?? cause.Article}, {cause.PublishedAt.ToString("d MMMM yyyy HH:mm zzz", CultureInfo.InvariantCulture)}{(cause.Url is { } url ? $", {url}" : "")}");
            var others = Sources.Of(change.After).Where(s => s.Article != cause.Article).Select(s => s.Outlet ?? s.Article).Where(o => o != cause.Outlet).ToList();
            if (others.Count > 0)
                lines.Add($"Told by {string.Join(", ", others)} too.");
        }

        return string.Join('\n', lines);
    }

    private static string Step(LedgerChange change) => change switch
    {
        { Kind: ChangeKind.New } => " (new)",
        { Kind: ChangeKind.Retracted } => " (retracted)",
        { Before: { } before } when before.Status != change.After.Status => $" ({Words(WireWord.Of(before.Status))} → {Words(WireWord.Of(change.After.Status))})",
        _ => $" ({Words(WireWord.Of(change.Kind))})",
    };

    private static string Parties(Entry entry) => NameList.Of([.. entry.Participants.Where(p => p.Role == ParticipantRole.Party).Select(p => p.Name)]);

    private static string? Date(Entry entry) => entry.Start is not { } start ? null : entry.StartPrecision switch
    {
        DatePrecision.Week => "week of " + Day(start),
        DatePrecision.Month => start.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        DatePrecision.Year => start.ToString("yyyy", CultureInfo.InvariantCulture),
        _ => entry.End is { } end && end != start ? $"{Day(start)} to {Day(end)}" : Day(start),
    };

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Words(string word) => word.Replace('_', ' ');
}
