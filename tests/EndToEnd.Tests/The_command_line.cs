using System.Text.Json;
using Parley.Tests;

namespace Parley.EndToEnd.Tests;

public sealed class The_command_line
{
    private readonly CommandLine _parley = new();

    [Fact]
    public async Task Replays_the_good_lines_of_a_file_and_reports_the_bad()
    {
        var file = Path.Combine(Path.GetTempPath(), $"parley-test-{Guid.NewGuid():N}.jsonl");
        await File.WriteAllLinesAsync(file, [Line("a", Dispatches.Announced.Text), "{\"id\":", Line("c", Dispatches.PutOff.Text)]);
        try
        {
            var ran = await _parley.RunAsync(["replay", file]);

            ran.ExitCode.ShouldBe(1);
            ran.Errors.ShouldContain($"{file}:2");
            ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldContain("postponed");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Shows_in_its_demo_each_alert_and_a_summary()
    {
        var ran = await _parley.RunAsync(["demo", "--exit"]);

        ran.ExitCode.ShouldBe(0, ran.Errors);
        ran.Output.ShouldContain("TALKS");
        ran.Output.ShouldContain($"{Seeds.Submissions.Count} dispatches");
    }

    [Fact]
    public async Task Analyses_every_good_line_and_names_the_number_of_a_bad_one()
    {
        var ran = await _parley.RunAsync(["analyze"], $"{Line("a", Dispatches.Announced.Text)}\nnot JSON\n\n{Line("d", Dispatches.Truce.Text)}\n{{\"id\":\"e\"}}\n");

        ran.ExitCode.ShouldBe(1);
        ran.Errors.ShouldContain("line 2:");
        ran.Errors.ShouldContain("line 5:");
        var lines = ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        lines.Select(l => l.GetProperty("id").GetString()).ShouldBe(["a", "d"]);
        lines.Select(l => l.GetProperty("mentions")[0].GetProperty("status").GetString()).ShouldBe(["planned", "agreed"]);
    }

    [Fact]
    public async Task Says_how_to_start_a_system_where_none_runs()
    {
        var ran = await new CommandLine(Path.Combine(Path.GetTempPath(), $"parley-none-{Guid.NewGuid():N}")).RunAsync(["ledger"]);

        ran.ExitCode.ShouldBe(2);
        ran.Errors.ShouldContain("./parley up");
    }

    private static string Line(string id, string text) => JsonSerializer.Serialize(new { id, text, published_at = "2024-03-04T09:00:00+01:00" });
}
