using System.CommandLine;
using Parley.Cli.Commands;

namespace Parley.Cli.Help;

/// <summary>What <c>parley --help</c> shows: the commands by what one wants to do, those that a newcomer needs first.</summary>
internal static class Overview
{
    private const int Column = 12;

    private static readonly (CommandGroup Group, string Heading)[] Headings =
    [
        (CommandGroup.Begin, "Begin here"),
        (CommandGroup.Running, "With a system that runs (./parley up)"),
        (CommandGroup.Alone, "Without one"),
        (CommandGroup.More, "More"),
    ];

    public static void Write(RootCommand root, TextWriter output)
    {
        output.WriteLine(root.Description);
        var commands = root.Subcommands.Where(c => !c.Hidden).ToLookup(c => c is ParleyCommand parley ? parley.Group : CommandGroup.More);
        foreach (var (group, heading) in Headings)
        {
            output.WriteLine();
            output.WriteLine($"{heading}:");
            foreach (var command in commands[group])
                Write(output, command.Name, (command.Description ?? "").Split('\n')[0]);
            if (group == CommandGroup.More)
                Write(output, "test", "Builds everything and runs every test (by the script ./parley alone).");
        }

        output.WriteLine();
        output.WriteLine(
            """
            ./parley COMMAND --help has the options and examples. On a terminal you see tables and colours (NO_COLOR turns them off); in a pipe, or
            with --json, JSON lines. Logs and remarks go to standard error.
            Exit status: 0 done, 1 some part failed, 2 the call is wrong, 3 no service answers.
            """);
    }

    private static void Write(TextWriter output, string name, string summary) => output.WriteLine($"  {name.PadRight(Column)}{summary}");
}
