using System.Text.Json;
using Parley.Cli.Commands;

namespace Parley.Cli.Tests.Commands;

[Collection(ConsoleCollection.Name)]
public sealed class Analyzing_lines
{
    private const string Text = "The foreign ministers of Chad and Sudan met in Doha on Monday.";

    [Fact]
    public async Task Each_line_gives_a_line_in_the_same_order()
    {
        var (status, lines, errors) = await RunAsync(Article("b"), "", Article("a"), "{\"id\":\"c\",\"text\":\"\"}");

        status.ShouldBe(0);
        errors.ShouldBeEmpty();
        lines.Select(l => l.GetProperty("id").GetString()).ShouldBe(["b", "a", "c"]);
        lines[2].GetProperty("mentions").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_mention_has_the_members_that_scripts_rely_on()
    {
        var (_, lines, _) = await RunAsync(Article("1"));

        var mention = lines.ShouldHaveSingleItem().GetProperty("mentions").EnumerateArray().ShouldHaveSingleItem();
        var members = mention.EnumerateObject().Select(p => p.Name).ToList();
        string[] relied =
        [
            "type", "kind", "status", "participants", "place", "start", "start_precision", "end", "topics", "confidence", "background", "cameo", "plover",
            "evidence",
        ];
        relied.Except(members).ShouldBeEmpty();
    }

    [Fact]
    public async Task Evidence_counts_in_the_text_as_given()
    {
        const string before = "🕊 “Peace,” he said.\n\n";
        var (_, lines, _) = await RunAsync(Article("1", before + Text));

        var evidence = lines[0].GetProperty("mentions")[0].GetProperty("evidence");
        (before + Text)[evidence.GetProperty("start").GetInt32()..evidence.GetProperty("end").GetInt32()].ShouldBe(evidence.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("{\"id\":\"x\"}")]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("{\"id\":\"x\",\"text\":\"T\",\"published_at\":\"soon\"}")]
    [InlineData("""{"id":"x","text":"\ud83d"}""")]
    public async Task A_bad_line_is_told_with_its_number_and_the_run_goes_on(string bad)
    {
        var (status, lines, errors) = await RunAsync(Article("1"), bad, Article("3"));

        status.ShouldBe(1);
        lines.Select(l => l.GetProperty("id").GetString()).ShouldBe(["1", "3"]);
        errors.ShouldStartWith("parley: line 2: ");
        errors.TrimEnd().ShouldNotContain("\n");
    }

    [Fact]
    public async Task A_text_that_is_read_in_part_is_warned_of_and_no_failure()
    {
        var (status, lines, errors) = await RunAsync(Article("1", Text + new string(' ', 200_000 - Text.Length)), Article("2", Text + new string(' ', 200_000)));

        status.ShouldBe(0);
        lines.Select(l => l.GetProperty("mentions").GetArrayLength()).ShouldBe([1, 1]);
        errors.TrimEnd().ShouldBe($"parley: line 2: only the first 200,000 of 200,0{Text.Length} characters are read");
    }

    [Fact]
    public async Task Dates_are_printed_where_they_are_asked_for()
    {
        var output = new StringWriter();

        var status = await AnalyzeCommand.RunAsync(new StringReader(Article("1")), output, AnalyzeReply.Dates, CancellationToken.None);

        status.ShouldBe(0);
        JsonSerializer.Deserialize<JsonElement>(output.ToString()).GetProperty("dates").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Each_stage_is_printed_where_it_is_asked_for()
    {
        var (status, lines, errors) = await RunAsync(AnalyzeReply.Explanation, Article("1"), Article("2", Text + new string(' ', 20_000)));

        status.ShouldBe(0);
        errors.TrimEnd().ShouldBe($"parley: line 2: only the first 20,000 of 20,0{Text.Length} characters are explained");
        lines.Select(l => l.GetProperty("id").GetString()).ShouldBe(["1", "2"]);
        lines.Select(l => l.GetProperty("partial").GetBoolean()).ShouldBe([false, true]);
        var sentence = lines[0].GetProperty("sentences").EnumerateArray().ShouldHaveSingleItem();
        sentence.EnumerateObject().Select(m => m.Name).ShouldBe(["start", "end", "text", "subject", "words", "names", "phrases", "descriptions", "dates", "triggers"]);
        var trigger = sentence.GetProperty("triggers").EnumerateArray().ShouldHaveSingleItem();
        (trigger.GetProperty("text").GetString(), trigger.GetProperty("outcome").GetString()).ShouldBe(("met", "mentioned"));
        trigger.GetProperty("steps")[0].GetProperty("stage").GetString().ShouldBe("status");
        var told = trigger.GetProperty("events")[0];
        (told.GetProperty("status").GetString(), told.GetProperty("mention").GetInt32(), told.GetProperty("force").GetString()).ShouldBe(("held", 0, "told as done"));
        lines[0].GetProperty("mentions").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public void Dates_and_an_explanation_at_once_are_refused()
    {
        var errors = AnalyzeCommand.Create().Parse(["--dates", "--explain"]).Errors;

        errors.ShouldHaveSingleItem().Message.ShouldBe("--dates and --explain each print something of their own; give one of them.");
        AnalyzeCommand.Create().Parse(["--explain"]).Errors.ShouldBeEmpty();
    }

    private static string Article(string id, string text = Text) => JsonSerializer.Serialize(new { id, text, published_at = "2031-03-05" });

    private static Task<(int Status, IReadOnlyList<JsonElement> Lines, string Errors)> RunAsync(params string[] lines) => RunAsync(AnalyzeReply.Mentions, lines);

    private static async Task<(int Status, IReadOnlyList<JsonElement> Lines, string Errors)> RunAsync(AnalyzeReply reply, params string[] lines)
    {
        var (output, errors, before) = (new StringWriter(), new StringWriter(), Console.Error);
        Console.SetError(errors);
        try
        {
            var status = await AnalyzeCommand.RunAsync(new StringReader(string.Join('\n', lines)), output, reply, CancellationToken.None);
            return (status, [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonSerializer.Deserialize<JsonElement>(l))], errors.ToString());
        }
        finally
        {
            Console.SetError(before);
        }
    }
}
