using System.CommandLine;
using System.Text.RegularExpressions;
using Parley.Cli.Commands;

namespace Parley.Cli.Tests.Help;

public sealed partial class Help_by_example
{
    private static readonly RootCommand Root = CommandTree.Create();

    public static TheoryData<string> Commands() => [.. Root.Subcommands.Select(c => c.Name)];

    /// <summary>Each example that calls parley, with the part of the line that is parley's.</summary>
    public static TheoryData<string> Lines() =>
    [
        .. Root.Subcommands.Concat(Root.Subcommands.SelectMany(c => c.Subcommands)).OfType<ParleyCommand>()
            .SelectMany(c => c.Examples).SelectMany(e => Call().Matches(e.Line)).Select(m => m.Groups["arguments"].Value).Distinct(),
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_has_two_to_four_examples(string name) =>
        Root.Subcommands.Single(c => c.Name == name).ShouldBeOfType<ParleyCommand>().Examples.Count.ShouldBeInRange(2, 4);

    [Theory]
    [MemberData(nameof(Lines))]
    public void Every_example_is_a_call_that_parley_takes(string line) =>
        Root.Parse([.. Word().Matches(line).Select(m => m.Groups["quoted"].Success ? m.Groups["quoted"].Value : m.Value.Trim('"'))]).Errors.ShouldBeEmpty();

    [Fact]
    public void The_help_of_a_command_ends_with_its_examples()
    {
        var help = Shown("ledger", "--help");

        help.ShouldContain("--as-of <time>");
        help.ShouldContain("Examples:\n  # a table\n  ./parley ledger\n");
    }

    [Theory]
    [InlineData("alerts list", "alerts list <subscription> [options]")]
    [InlineData("watch show", "watch show <alert> [options]")]
    [InlineData("watch", "watch [<subscription>] [command] [options]")]
    [InlineData("subscribe change", "subscribe change <subscription> [options]")]
    public void The_usage_is_a_line_that_can_be_typed(string line, string usage)
    {
        var help = Shown([.. line.Split(' '), "--help"]);

        help.ShouldContain($"\n  {Root.Name} {usage}\n");
        Regex.Count(help, "^  <.*>  ", RegexOptions.Multiline).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void What_a_command_takes_is_named_and_not_enumerated(string name)
    {
        var command = Root.Subcommands.Single(c => c.Name == name);
        var helps = command.Subcommands.Select(c => Shown(name, c.Name, "--help")).Append(Shown(name, "--help"));

        helps.SelectMany(h => h.Split('\n')).ShouldAllBe(l => l.IndexOf('>', StringComparison.Ordinal) < 80);
    }

    [Fact]
    public void The_overview_begins_with_what_a_newcomer_needs_and_names_every_command()
    {
        var overview = Shown("--help");

        var begin = overview.IndexOf("Begin here:\n  demo ", StringComparison.Ordinal);
        begin.ShouldBeGreaterThan(0);
        overview[begin..].Split('\n')[2].ShouldStartWith("  up ");
        foreach (var command in Root.Subcommands)
            overview.ShouldContain($"\n  {command.Name} ");
        overview.Split('\n').ShouldAllBe(l => l.Length <= 140);
    }

    private static string Shown(params string[] args)
    {
        var output = new StringWriter { NewLine = "\n" };
        CommandTree.Create().Parse(args).Invoke(new InvocationConfiguration { Output = output }).ShouldBe(0);
        return output.ToString();
    }

    [GeneratedRegex(@"\./parley (?<arguments>.*?)(?= \||\)| [0-9]?[<>]| &&|;|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Call();

    [GeneratedRegex(@"'(?<quoted>[^']*)'|""[^""]*""|\S+", RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}
