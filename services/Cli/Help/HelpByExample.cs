using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Parley.Cli.Commands;

namespace Parley.Cli.Help;

/// <summary>The library's help of a command, with its examples behind it; and for <c>parley --help</c> an overview in groups.</summary>
internal sealed class HelpByExample(HelpAction help) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => help.ClearsParseErrors;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        if (command is RootCommand root)
        {
            Overview.Write(root, output);
            return 0;
        }

        help.Invoke(parseResult);
        if (command is ParleyCommand parley)
            Write(parley, output);
        return 0;
    }

    private static void Write(ParleyCommand command, TextWriter output)
    {
        if (command.Details is { } details)
        {
            output.WriteLine("Details:");
            foreach (var line in details.ReplaceLineEndings("\n").Split('\n'))
                output.WriteLine("  " + line);
            output.WriteLine();
        }

        if (command.Examples.Count == 0)
            return;
        output.WriteLine("Examples:");
        foreach (var example in command.Examples)
        {
            output.WriteLine($"  # {example.Does}");
            output.WriteLine($"  {example.Line}");
        }

        output.WriteLine();
    }
}
