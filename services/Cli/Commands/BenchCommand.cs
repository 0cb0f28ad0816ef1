using System.CommandLine;

namespace Parley.Cli.Commands;

/// <summary><c>parley bench</c>, as far as the program knows it: help and completion. The script ./parley runs the benches, which are no part of the program.</summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        var names = new Argument<string[]>("name") { Description = "Which benches; all by default.", Arity = ArgumentArity.ZeroOrMore };
        var isShort = new Option<bool>("--short") { Description = "Within a minute each, and less exactly." };
        var command = new ParleyCommand("bench", CommandGroup.Alone, "Measures how fast Parley is here, a JSON line a figure (by the script ./parley alone).")
        {
            Examples =
            [
                new("./parley bench", "every bench; exit status 1 where a figure misses its goal"),
                new("./parley bench analysis --short", "how fast texts become mentions"),
            ],
        };
        command.Add(names);
        command.Add(isShort);
        command.SetAction(Refuse);
        return command;
    }

    private static void Refuse(ParseResult parse) =>
        throw new UsageException("the benches are no part of the installed program; run ./parley bench in a checkout of the repository");
}
