using Parley.Extraction.Analysis;
using Spectre.Console;

namespace Parley.Cli.Output;

/// <summary>What each stage of the analysis made of a text, for people.</summary>
internal static class ExplanationView
{
    public static void Show(IAnsiConsole console, string id, Explanation explanation)
    {
        console.MarkupLineInterpolated($"[bold]{id}[/]");
        foreach (var sentence in explanation.Sentences)
        {
            console.MarkupLineInterpolated($"[dim]{sentence.Start}-{sentence.End}[/] {sentence.Text}");
            Line(console, "words", string.Join(' ', sentence.Tags));
            Line(console, "names", string.Join("; ", sentence.Names));
            Line(console, "phrases", string.Join(" · ", sentence.Chunks));
            Line(console, "dates", string.Join("; ", sentence.Dates.Select(d => $"{d.Text} = {d.From:yyyy-MM-dd}..{d.To:yyyy-MM-dd}")));
            foreach (var trigger in sentence.Triggers)
                console.MarkupLineInterpolated($"  [{(trigger.Mentioned ? "green" : "yellow")}]{(trigger.Mentioned ? "+" : "-")} {trigger.Text}[/]: {string.Join("; ", trigger.Reasons)}");
        }
    }

    private static void Line(IAnsiConsole console, string stage, string words)
    {
        if (words.Length > 0)
            console.MarkupLineInterpolated($"  [dim]{stage,-7}[/] {words}");
    }
}
