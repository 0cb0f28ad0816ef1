using Parley.Tests;

namespace Parley.EndToEnd.Tests;

[Collection(DeskCollection.Name)]
public sealed class The_command_line_at_a_terminal(Desk desk)
{
    /// <summary>What begins a colour, bold and the like.</summary>
    private const string Escape = "\u001b[";

    /// <summary>The runtime tells every terminal so, whatever is printed: cursor keys of applications.</summary>
    private const string CursorKeys = "\u001b[?1h\u001b=";

    [Fact]
    public async Task The_ledger_is_a_table_with_colours()
    {
        var ran = await desk.Parley.RunAtTerminalAsync("ledger");

        ran.ExitCode.ShouldBe(0, ran.Output);
        ran.Output.ShouldContain(Escape + "1mStatus");
        ran.Output.ShouldContain("m" + "postponed" + Escape + "0m");
        ran.Output.ShouldContain("Finland · Norway");
        ran.Output.ShouldNotContain("{\"id\"");
    }

    [Fact]
    public async Task In_a_pipe_it_is_JSON_without_colours_and_the_same_bytes_that_json_forces_on_a_terminal()
    {
        var piped = await desk.Parley.RunAsync(["ledger"]);
        piped.Output.ShouldStartWith("{\"id\"");
        piped.Output.ShouldNotContain("\u001b");

        var forced = await desk.Parley.RunAtTerminalAsync("ledger --json");
        Bare(forced.Output).Replace("\r\n", "\n", StringComparison.Ordinal).ShouldBe(piped.Output);
    }

    [Fact]
    public async Task NO_COLOR_leaves_the_table_and_takes_the_colours()
    {
        var ran = await desk.Parley.RunAtTerminalAsync("ledger", new Dictionary<string, string> { ["NO_COLOR"] = "1" });

        ran.Output.ShouldContain("Finland · Norway");
        Bare(ran.Output).ShouldNotContain("\u001b");
    }

    [Fact]
    public async Task A_search_shows_what_it_found_in_bold()
    {
        var ran = await desk.Parley.RunAtTerminalAsync("search bread");

        ran.ExitCode.ShouldBe(0, ran.Output);
        ran.Output.ShouldMatch("price of \u001b\\[1;[0-9;]*mbread\u001b\\[0m rose");
        ran.Output.ShouldNotContain("«");
    }

    [Fact]
    public async Task The_status_is_a_table()
    {
        var ran = await desk.Parley.RunAtTerminalAsync("status");

        ran.ExitCode.ShouldBe(0, ran.Output);
        ran.Output.ShouldContain("ingestion");
        ran.Output.ShouldContain("mserving" + Escape + "0m");
    }

    [Fact]
    public async Task A_text_is_shown_with_what_it_says()
    {
        var file = Path.Combine(Path.GetTempPath(), $"parley-test-{Guid.NewGuid():N}.jsonl");
        await File.WriteAllTextAsync(file, System.Text.Json.JsonSerializer.Serialize(new { id = "a", text = Dispatches.Truce.Text }) + "\n");
        try
        {
            var ran = await desk.Parley.RunAtTerminalAsync($"analyze < '{file}'");

            ran.ExitCode.ShouldBe(0, ran.Output);
            ran.Output.ShouldContain("mCEASEFIRE" + Escape);
            ran.Output.ShouldContain("“" + Dispatches.Truce.Text);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Bare(string output) => output.Replace(CursorKeys, "", StringComparison.Ordinal).Replace("\u001b[?1h", "", StringComparison.Ordinal);
}
