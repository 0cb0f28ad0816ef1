using System.Globalization;
using Parley.Contracts;
using Spectre.Console;

namespace Parley.Cli.Output;

/// <summary>One entry for people, with its whole history.</summary>
internal static class EntryView
{
    /// <summary>Shows it; its steps are numbered, as <c>parley verdict --step</c> wants them.</summary>
    public static void Show(IAnsiConsole console, Entry entry)
    {
        var disputed = entry.Disputed ? " [red](disputed)[/]" : "";
        console.MarkupLine($"[{AlertView.Colour(entry.Status)}]●[/] [bold]{AlertView.Words(entry.Type).ToUpperInvariant()}[/] {AlertView.Words(entry.Status)}{disputed}  [grey]{Markup.Escape(entry.Id)}[/]");
        AlertView.ShowWhat(console, entry, null);
        if (entry.Pinned.Count > 0)
            console.MarkupLine($"  [grey]pinned by an analyst: {Markup.Escape(string.Join(", ", entry.Pinned))}[/]");
        var steps = Tables.Of("Step", "Published", "Status", "Article", "Sentence");
        foreach (var (index, step) in entry.History.Index())
        {
            steps.AddRow(
                (index + 1).ToString(CultureInfo.InvariantCulture),
                step.PublishedAt.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture),
                $"[{AlertView.Colour(step.Status)}]{AlertView.Words(step.Status)}[/]{(step.Background ? " [grey](background)[/]" : "")}",
                Markup.Escape(step.Outlet is { } outlet ? $"{outlet} {step.Article}" : step.Article),
                Markup.Escape(string.Join(' ', step.Evidence.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        }

        console.Write(steps);
    }
}
