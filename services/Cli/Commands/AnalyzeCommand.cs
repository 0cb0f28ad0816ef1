using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Parley.Cli.Articles;
using Parley.Cli.Output;
using Parley.Contracts;
using Parley.Extraction.Analysis;
using Parley.Protocol.Ingestion.V1;
using Spectre.Console;

namespace Parley.Cli.Commands;

/// <summary><c>parley analyze</c>: text to mentions, without a server.</summary>
internal static class AnalyzeCommand
{
    public static Command Create()
    {
        var dates = new Option<bool>("--dates") { Description = "Print the date expressions of each text instead: {\"id\",\"dates\":[…]}." };
        var explain = new Option<bool>("--explain") { Description = "Print what each stage made of each text instead, and why a trigger gave a mention or did not: {\"id\",\"sentences\":[…]}." };
        var json = JsonOption.Create("{\"id\",\"mentions\"} for each text");
        var command = new ParleyCommand("analyze", CommandGroup.Alone, "Reads texts and prints what they say of talks and ceasefires.")
        {
            Details =
                """
                In: JSON lines {"id","text","title"?,"published_at"?} on standard input. Out: {"id","mentions":[…]}, in the same order.
                A bad line is reported on standard error with its number, and the run goes on; so is one that is too long to be read to its end.
                """,
            Examples =
            [
                new("echo '{\"id\":\"1\",\"text\":\"The ministers of Chad and Sudan met in Doha on Monday.\",\"published_at\":\"2010-02-10\"}' | ./parley analyze", "one sentence"),
                new("./parley analyze < articles.jsonl > mentions.jsonl", "a file of them"),
                new("echo '{\"id\":\"1\",\"text\":\"Chad refused to meet the rebels of Sudan.\"}' | ./parley analyze --explain", "each stage of the reading, and why it gave what it gave"),
                new("./parley analyze --dates < articles.jsonl", "the expressions of days and periods instead"),
            ],
        };
        command.Add(dates);
        command.Add(explain);
        command.Add(json);
        command.Validators.Add(parse =>
        {
            if (parse.GetValue(dates) && parse.GetValue(explain))
                parse.AddError("--dates and --explain each print something of their own; give one of them.");
        });
        command.SetAction((parse, cancellation) => RunAsync(
            Console.In,
            Console.Out,
            parse.GetValue(dates) ? AnalyzeReply.Dates : parse.GetValue(explain) ? AnalyzeReply.Explanation : AnalyzeReply.Mentions,
            cancellation,
            JsonOption.ForPrograms(parse, json) || parse.GetValue(dates) ? null : Terminal.Out));
        return command;
    }

    /// <param name="input">JSON lines.</param>
    /// <param name="output">Takes JSON lines.</param>
    /// <param name="reply">What to print of each text.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="people">Takes what people read, instead of the lines; null where a program reads.</param>
    internal static async Task<int> RunAsync(
        TextReader input, TextWriter output, AnalyzeReply reply, CancellationToken cancellation, IAnsiConsole? people = null)
    {
        var failed = 0;
        var number = 0;
        while (await input.ReadLineAsync(cancellation) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                var article = ArticleJson.Read(line, defaultId: null);
                if (article.Text.Length > Analyzer.MaxLength)
                    await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"parley: line {number}: only the first {Analyzer.MaxLength:N0} of {article.Text.Length:N0} characters are read"));
                else if (reply == AnalyzeReply.Explanation && article.Text.Length > Analyzer.MaxExplained)
                    await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"parley: line {number}: only the first {Analyzer.MaxExplained:N0} of {article.Text.Length:N0} characters are explained"));
                if (people is not null && reply == AnalyzeReply.Explanation)
                    ExplanationView.Show(people, article.Id, Analyzer.Default.Explain(Text(article)));
                else if (people is not null)
                    MentionView.Show(people, article.Id, Analyzer.Default.Analyze(Text(article)).Mentions);
                else
                    await output.WriteLineAsync(reply switch { AnalyzeReply.Dates => Dates(article), AnalyzeReply.Explanation => Explained(article), _ => Mentions(article) });
            }
            catch (JsonException e)
            {
                failed++;
                await Console.Error.WriteLineAsync($"parley: line {number}: {e.Message}");
            }
            catch (Exception e) when (e is not (OperationCanceledException or IOException))
            {
                // One text that the rules stumble over must not cost the answers to the others.
                failed++;
                await Console.Error.WriteLineAsync($"parley: line {number}: the text could not be read, which is Parley's fault, not the text's: {e}");
            }
        }

        await output.FlushAsync(cancellation);
        return failed == 0 ? 0 : 1;
    }

    private static string Mentions(ArticleSubmission article) => JsonSerializer.Serialize(
        new { article.Id, Analyzer.Default.Analyze(Text(article)).Mentions }, ParleyJson.Line);

    private static string Explained(ArticleSubmission article)
    {
        var explanation = Analyzer.Default.Explain(Text(article));
        return JsonSerializer.Serialize(
            new { article.Id, explanation.Sentences, explanation.Mentions, explanation.Passed, explanation.Partial, explanation.Dateline, explanation.Dropped, explanation.Sides },
            ParleyJson.Line);
    }

    private static string Dates(ArticleSubmission article) => JsonSerializer.Serialize(
        new { article.Id, Dates = Analyzer.Default.Dates(Text(article)) }, ParleyJson.Line);

    private static ArticleText Text(ArticleSubmission article) => new(
        article.Text,
        article.Title.Length == 0 ? null : article.Title,
        article.PublishedAt.Length == 0 ? null : PublicationTime.Parse(article.PublishedAt)
            ?? throw new JsonException("the member \"published_at\" is neither RFC 3339 nor a day"));
}
