using System.Globalization;
using Parley.Contracts;
using Spectre.Console;

namespace Parley.Cli.Output;

/// <summary>Entries of the ledger for people, a row each: short enough that a row is a line on most screens.</summary>
internal static class EntryTable
{
    public static Table Of(IEnumerable<Entry> entries)
    {
        var table = Tables.Of("When", "What", "Status", "Who", "Where", "Steps");
        foreach (var entry in entries)
        {
            table.AddRow(
                When(entry),
                AlertView.Words(entry.Kind),
                Status(entry),
                Who(entry),
                Markup.Escape(entry.Place?.Name ?? ""),
                entry.History.Count.ToString(CultureInfo.InvariantCulture));
        }

        return table;
    }

    /// <summary>Its day or days, with the month in three letters.</summary>
    public static string When(Entry entry) => entry.Start is not { } start ? "[grey]-[/]" : entry.StartPrecision switch
    {
        DatePrecision.Week => "week of " + Day(start),
        DatePrecision.Month => start.ToString("MMM yyyy", CultureInfo.InvariantCulture),
        DatePrecision.Year => start.ToString("yyyy", CultureInfo.InvariantCulture),
        _ when entry.End is not { } end || end == start => Day(start),
        _ when entry.End is { } end && (end.Year, end.Month) == (start.Year, start.Month) => string.Create(CultureInfo.InvariantCulture, $"{start.Day}–{Day(end)}"),
        _ => $"{Day(start)} – {Day(entry.End!.Value)}",
    };

    /// <summary>The parties by name; of the others their roles too.</summary>
    private static string Who(Entry entry)
    {
        var parties = string.Join(" · ", entry.Participants.Where(p => p.Role == ParticipantRole.Party).Select(p => Markup.Escape(p.Name)));
        var others = string.Join(", ", entry.Participants.Where(p => p.Role != ParticipantRole.Party).Select(p => Markup.Escape($"{WireWord.Of(p.Role)} {p.Name}")));
        return others.Length == 0 ? parties : $"{parties} [grey]({others})[/]".TrimStart();
    }

    private static string Status(Entry entry)
    {
        var status = $"[{AlertView.Colour(entry.Status)}]{AlertView.Words(entry.Status)}[/]";
        return entry.Disputed ? status + " [red](disputed)[/]" : status;
    }

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
