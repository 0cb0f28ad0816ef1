using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
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

        output.Write(Library(parseResult));
        if (command is ParleyCommand parley)
            Write(parley, output);
        return 0;
    }

    /// <summary>
    /// The library's page names a command around another by its first name and with its arguments, though these cannot be given to that one: what it has
    /// as <c>parley watch [&lt;subscription&gt;] list</c> is <c>parley alerts list</c>.
    /// </summary>
    private string Library(ParseResult parseResult)
    {
        var configuration = parseResult.InvocationConfiguration;
        if (parseResult.CommandResult.Parent is not CommandResult { Parent: CommandResult { Command: RootCommand root } } around)
            return Page(parseResult, configuration);
        foreach (var argument in around.Command.Arguments)
            argument.Hidden = true;
        return Page(parseResult, configuration).Replace($"  {root.Name} {around.Command.Name} ", $"  {root.Name} {around.IdentifierToken.Value} ", StringComparison.Ordinal);
    }

    private string Page(ParseResult parseResult, InvocationConfiguration configuration)
    {
        var output = configuration.Output;
        using var written = new StringWriter { NewLine = output.NewLine };
        configuration.Output = written;
        try
        {
            help.Invoke(parseResult);
        }
        finally
        {
            configuration.Output = output;
        }

        return written.ToString();
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
