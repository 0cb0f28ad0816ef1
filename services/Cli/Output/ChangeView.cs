using System.Globalization;
using Parley.Contracts;
using Spectre.Console;

namespace Parley.Cli.Output;

/// <summary>Changes of the ledger for people, a line each: what happened, to whom, when, and why.</summary>
internal static class ChangeView
{
    /// <summary>Shows it.</summary>
    public static void Show(IAnsiConsole console, LedgerChange change) => console.MarkupLine(
        $"[{AlertView.Colour(change.After.Status)}]●[/] {AlertView.Words(change.After.Type)} {What(change)}  {AlertView.Who(change.After)}, " +
        $"{Markup.Escape(AlertView.When(change.After))}  [grey]{Markup.Escape(change.EntryId)}{Why(change)}[/]");

    /// <summary>What happened to it.</summary>
    private static string What(LedgerChange change) => change switch
    {
        { Kind: ChangeKind.New } => $"new: {Status(change.After)}",
        { Kind: ChangeKind.Retracted } => "no longer in the ledger",
        { Kind: ChangeKind.Merged, MergedInto: { } into } => $"is now {Markup.Escape(into)}",
        { Before: { } before } when before.Status != change.After.Status => $"{Parted(change)}{AlertView.Words(before.Status)} → {Status(change.After)}",
        { Kind: ChangeKind.Split } => $"{Parted(change)}{Status(change.After)}",
        { Kind: ChangeKind.Details, Before: { } before } => $"{Status(change.After)}, {string.Join(", ", Details(before, change.After))}",
        { Kind: ChangeKind.Disputed } => $"{Status(change.After)}, {(change.After.Disputed ? "disputed" : "disputed no more")}",
        _ => $"{Status(change.After)}, {Steps(change.After.History.Count)}",
    };

    private static string Steps(int count) => count == 1 ? "1 step" : string.Create(CultureInfo.InvariantCulture, $"{count} steps");

    private static string Parted(LedgerChange change) => change.Kind == ChangeKind.Split ? "parted: " : "";

    private static string Status(Entry entry) => $"[{AlertView.Colour(entry.Status)} bold]{AlertView.Words(entry.Status)}[/]";

    private static IEnumerable<string> Details(Entry before, Entry after)
    {
        if (AlertView.When(before) != AlertView.When(after))
            yield return Markup.Escape($"{AlertView.When(before)} → {AlertView.When(after)}");
        if (before.Kind != after.Kind)
            yield return $"{AlertView.Words(before.Kind)} → {AlertView.Words(after.Kind)}";
        if (before.Place?.Name != after.Place?.Name)
            yield return Markup.Escape($"{before.Place?.Name ?? "no place"} → {after.Place?.Name ?? "no place"}");
        if (AlertView.Who(before) != AlertView.Who(after))
            yield return $"was {AlertView.Who(before)}";
        if (!before.Topics.SequenceEqual(after.Topics))
            yield return Markup.Escape("about " + string.Join(", ", after.Topics));
        if (!before.Pinned.SequenceEqual(after.Pinned))
            yield return after.Pinned.Count == 0 ? "nothing pinned" : "pinned: " + string.Join(", ", after.Pinned);
    }

    private static string Why(LedgerChange change) => change.Reason == ChangeReason.Article ? "" : ", " + AlertView.Words(change.Reason);
}
