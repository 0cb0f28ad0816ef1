using System.Globalization;
using Parley.Contracts;
using Spectre.Console;

namespace Parley.Cli.Output;

/// <summary>Dossiers for people: many as a table, one as a page with the sentence that proves each statement.</summary>
internal static class DossierPage
{
    public static Table Table(IEnumerable<Dossier> dossiers)
    {
        var table = Tables.Of("Dossier", "Where the talks stand", "Entries", "Last heard");
        foreach (var dossier in dossiers)
        {
            table.AddRow(
                $"{Markup.Escape(dossier.Title)}\n[grey]{Markup.Escape(dossier.Id)}[/]",
                Markup.Escape(dossier.Summary),
                dossier.EntryCount.ToString(CultureInfo.InvariantCulture),
                Day(dossier.LastActivity));
        }

        return table;
    }

    public static void Show(IAnsiConsole console, Dossier dossier)
    {
        console.MarkupLine($"[bold underline]{Markup.Escape(dossier.Title)}[/]  [grey]{Markup.Escape(dossier.Id)}, as of {Day(dossier.AsOf)}[/]");
        console.MarkupLine($"[bold]{Markup.Escape(dossier.Summary)}[/]");
        Part(console, "Ceasefire", dossier.Ceasefire);
        Part(console, "Further ceasefires", dossier.FurtherCeasefires);
        Part(console, "For a ceasefire", dossier.CeasefireEfforts);
        Part(console, "Under way", dossier.Running);
        Part(console, "Ahead", dossier.Planned);
        Part(console, "Nothing heard of", dossier.Overdue);
        Part(console, "Last talks", dossier.LastTalks);
        Part(console, "Last talks of others", dossier.LastOutsideTalks);
        Part(console, "Put off, called off, broken off, refused", dossier.Disrupted);
        Part(console, "Former ceasefires", dossier.FormerCeasefires);
        Part(console, "Parties", dossier.Parties);
        Part(console, "Others", dossier.Others);
        console.WriteLine();
        console.MarkupLine(string.Create(
            CultureInfo.InvariantCulture,
            $"[grey]{Count(dossier.EntryCount, "entry", "entries")} from {Count(dossier.ArticleCount, "article", "articles")} of {Count(dossier.OutletCount, "outlet", "outlets")}, {Day(dossier.FirstActivity)} to {Day(dossier.LastActivity)}[/]"));
    }

    private static void Part(IAnsiConsole console, string heading, DossierStatement? statement) => Part(console, heading, statement is null ? [] : [statement]);

    private static void Part(IAnsiConsole console, string heading, IReadOnlyList<DossierStatement> statements)
    {
        if (statements.Count == 0)
            return;
        console.WriteLine();
        AlertView.Heading(console, heading);
        foreach (var statement in statements)
        {
            var source = string.Join(", ", new[] { statement.Step.Outlet ?? statement.Step.Article, Day(statement.Step.PublishedAt), statement.Step.Url, statement.EntryId }.OfType<string>());
            console.MarkupLine($"[{AlertView.Colour(statement.Status)}]●[/] {Markup.Escape(Capital(statement.Text))}");
            console.MarkupLine($"  [italic]“{Markup.Escape(OneLine(statement.Step.Evidence.Text))}”[/]");
            console.MarkupLine($"  [grey]{Markup.Escape(source)}[/]");
        }
    }

    private static void Part(IAnsiConsole console, string heading, IReadOnlyList<DossierActor> actors)
    {
        if (actors.Count == 0)
            return;
        console.WriteLine();
        AlertView.Heading(console, heading);
        foreach (var actor in actors)
        {
            var role = actor.Role == ParticipantRole.Party ? "" : $"{AlertView.Words(actor.Role)}, ";
            var persons = actor.Persons.Count == 0 ? "" : $" [grey]({Markup.Escape(string.Join(", ", actor.Persons))})[/]";
            console.MarkupLine($"  {Markup.Escape(actor.Name)}{persons}  [grey]{role}{Count(actor.Entries, "entry", "entries")}[/]");
        }
    }

    private static string Count(int number, string one, string more) => string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : more)}");

    private static string Day(DateTimeOffset time) => time.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
