using System.CommandLine;
using System.CommandLine.Parsing;

namespace Parley.Cli.Commands;

/// <summary>An id that may be left out.</summary>
internal static class IdArgument
{
    /// <summary>Makes one; a mistyped option, which would be taken for an id, is answered by the options that there are.</summary>
    public static Argument<string?> Optional(string name, string description)
    {
        var argument = new Argument<string?>(name) { Description = description, Arity = ArgumentArity.ZeroOrOne };
        argument.Validators.Add((ArgumentResult result) =>
        {
            if (result.Tokens.Count > 0 && result.Tokens[0].Value is ['-', ..] typed && result.Parent is CommandResult command)
                result.AddError($"{typed} is no option; there are {string.Join(", ", command.Command.Options.Select(o => o.Name))}.");
        });
        return argument;
    }
}
