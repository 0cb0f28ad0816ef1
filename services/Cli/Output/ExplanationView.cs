using System.Globalization;
using Parley.Contracts;
using Parley.Extraction.Analysis;
using Spectre.Console;

namespace Parley.Cli.Output;

/// <summary>What each stage of the analysis made of a text, for people: what was dropped, then each sentence, then the mentions.</summary>
internal static class ExplanationView
{
    private const int LabelWidth = 11;

    public static void Show(IAnsiConsole console, string id, Explanation explanation)
    {
        AlertView.Heading(console, id);
        if (explanation.Partial)
            console.MarkupLine(string.Create(CultureInfo.InvariantCulture, $"[yellow]only the sentences that begin in the first {Analyzer.MaxExplained:N0} characters are explained; the mentions are those of the whole text[/]"));
        if (!explanation.Passed)
            console.MarkupLine("[yellow]no word names talks, a ceasefire or anyone who could hold them: no mention is looked for[/]");
        foreach (var dropped in explanation.Dropped)
            Line(console, "not read", $"“{Words(dropped.Text)}” [dim]{Words(dropped.Reason)}[/]");
        if (explanation.Dateline is { } dateline)
            Line(console, "dateline", $"{Words(dateline.Place)}{(dateline.Country is { } country ? $" [cyan]{Words(country)}[/]" : "")}{(dateline.Day is { } day ? $", “today” is {Day(day)}" : "")}");
        if (explanation.Sides.Count > 0)
            Line(console, "both sides", Parties(explanation.Sides));
        foreach (var sentence in explanation.Sentences)
            Show(console, sentence);
        console.WriteLine();
        MentionView.Show(console, $"{id}: what it says", explanation.Mentions);
    }

    private static void Show(IAnsiConsole console, ExplainedSentence sentence)
    {
        console.WriteLine();
        console.MarkupLine(string.Create(CultureInfo.InvariantCulture, $"[dim]{sentence.Start}-{sentence.End}[/] [bold]{Words(sentence.Text)}[/]"));
        if (sentence.Subject is { } subject)
            Line(console, "about", $"[yellow]{Words(subject)}[/]");
        Line(console, "words", string.Join(' ', sentence.Words.Select(Word)));
        Line(console, "names", string.Join("; ", sentence.Names.Select(n => $"{Words(n.Text)} = [cyan]{Words(n.Party)}[/] [dim]{n.Kind}[/]")));
        Line(console, "phrases", string.Join(" [dim]|[/] ", sentence.Phrases.Select(Phrase)));
        foreach (var description in sentence.Descriptions)
            Line(console, "stands for", $"{Words(description.Text)} = {Parties(description.Parties)} [dim]{Words(description.Reason)}[/]");
        Line(console, "days", string.Join("; ", sentence.Dates.Select(d => $"[magenta]{Words(d.Text)}[/] {Days(d)}")));
        foreach (var trigger in sentence.Triggers)
            Show(console, trigger);
    }

    private static void Show(IAnsiConsole console, ExplainedTrigger trigger)
    {
        var (mark, colour, outcome) = trigger.Outcome switch
        {
            TriggerOutcome.Mentioned => ("+", "green", "a mention"),
            TriggerOutcome.Joined => ("=", "green", "told with another"),
            _ => ("-", "yellow", "no mention"),
        };
        console.MarkupLine($"  [{colour}]{mark} {Words(trigger.Text)}[/] [dim]{outcome}[/]");
        foreach (var told in trigger.Events)
            Show(console, told);
        foreach (var step in trigger.Steps)
            Line(console, WireWord.Of(step.Stage), Words(step.Reason), indent: 4);
    }

    private static void Show(IAnsiConsole console, ExplainedEvent told)
    {
        var verbs = told.Verbs.Count == 0 ? "" : $"  “{Words(string.Join(" … ", told.Verbs))}” [dim]{Words(told.Force ?? "")}[/]";
        console.MarkupLine($"    [{AlertView.Colour(told.Status)}]●[/] {AlertView.Words(told.Type)}, {AlertView.Words(told.Kind)}: [{AlertView.Colour(told.Status)}]{AlertView.Words(told.Status)}[/]{(told.Background ? ", background" : "")}{verbs}");
        var who = told.Participants.Select(p => $"[cyan]{Words(p.Id)}[/]{(p.Role == ParticipantRole.Party ? "" : " " + WireWord.Of(p.Role))} “{Words(p.Text ?? p.Name)}”");
        Line(console, "who", string.Join(" · ", who), indent: 4);
        Line(console, "when", told.Start is { } start ? $"{Day(start)}{(told.Date is { } date ? $" [magenta]{Words(date.Text)}[/]" : "")}" : "", indent: 4);
        Line(console, "where", Words(told.Place ?? ""), indent: 4);
        Line(console, "about", Words(string.Join(", ", told.Topics)), indent: 4);
        var steps = string.Join(", ", told.ConfidenceSteps.Select((s, i) => s.Change.ToString(i == 0 ? "0.00" : "+0.00;-0.00", CultureInfo.InvariantCulture) + " " + Words(s.Reason)));
        Line(console, "confidence", string.Create(CultureInfo.InvariantCulture, $"{told.Confidence:0.00} [dim]= {steps}[/]"), indent: 4);
    }

    private static string Word(ExplainedWord word)
    {
        var colour = word.Tag switch
        {
            "name" => "cyan",
            "verb" or "auxiliary" or "to" => "blue",
            "negation" => "red",
            "noun" => "default",
            "number" => "magenta",
            "pronoun" or "possessive" => "darkcyan",
            _ => "grey",
        };
        return word.Tag is "punctuation" or "none" ? $"[grey]{Words(word.Text)}[/]" : $"[{colour}]{Words(word.Text)}[/][dim]/{word.Tag}[/]";
    }

    private static string Phrase(ExplainedPhrase phrase)
    {
        var of = phrase.Kind == "verb" ? $" [dim]{Words(string.Join(' ', phrase.Forms.Prepend(phrase.Lemma ?? "")))}[/]" : "";
        var role = phrase.Role switch { "event" => $" [green]{AlertView.Words(phrase.Event!.Value)}[/]", "nobody" => " [dim]no party[/]", "time" => " [magenta]time[/]", _ => "" };
        return $"{Words(phrase.Text)}{of}{role}{(phrase.Parties.Count > 0 ? " " + Parties(phrase.Parties) : "")}";
    }

    private static string Parties(IReadOnlyList<string> ids) => ids.Count == 0 ? "[dim]nobody[/]" : $"[cyan]{Words(string.Join(" + ", ids))}[/]";

    private static string Days(DateExpression date) => date.From is not { } from ? "[dim]open: the text has no date[/]" : date.To is { } to && to != from ? $"{Day(from)} to {Day(to)}" : Day(from);

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Words(string text) => Markup.Escape(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static void Line(IAnsiConsole console, string label, string markup, int indent = 2)
    {
        if (markup.Length > 0)
            console.MarkupLine($"{new string(' ', indent)}[dim]{label.PadRight(LabelWidth)}[/]{markup}");
    }
}
