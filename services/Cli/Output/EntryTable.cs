using System.Globalization;
using Parley.Contracts;
using Spectre.Console;

namespace Parley.Cli.Output;

/// <summary>Entries of the ledger for people, a row each.</summary>
internal static class EntryTable
{
    public static Table Of(IEnumerable<Entry> entries)
    {
        var table = Tables.Of("When", "What", "Status", "Who", "Where", "Steps");
        foreach (var entry in entries)
        {
            table.AddRow(
                AlertView.When(entry),
                AlertView.Words(entry.Kind),
                Status(entry),
                AlertView.Who(entry),
                Markup.Escape(entry.Place?.Name ?? ""),
                entry.History.Count.ToString(CultureInfo.InvariantCulture));
        }

        return table;
    }

    private static string Status(Entry entry)
    {
        var status = $"[{AlertView.Colour(entry.Status)}]{AlertView.Words(entry.Status)}[/]";
        return entry.Disputed ? status + " [red](disputed)[/]" : status;
    }
}
