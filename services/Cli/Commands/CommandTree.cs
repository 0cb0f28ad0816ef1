using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Parley.Cli.Help;

namespace Parley.Cli.Commands;

/// <summary>Every command, and how a line is run.</summary>
internal static class CommandTree
{
    /// <summary>The call is wrong.</summary>
    public const int WrongCall = 2;

    public static RootCommand Create()
    {
        var root = new RootCommand(
            """
            Parley watches the news for talks and ceasefires, keeps a ledger of them with the sentence that proves each step,
            and alerts you when new talks or a change of a ceasefire appear.
            """)
        {
            DemoCommand.Create(), UpCommand.Create(),
            StatusCommand.Create(), IngestCommand.Create(), WithdrawCommand.Create(), WatchCommand.Create(), SubscribeCommand.Create(), SearchCommand.Create(),
            LedgerCommand.Create(), DossierCommand.Create(), VerdictCommand.Create(), ReprocessCommand.Create(), DownCommand.Create(),
            ReplayCommand.Create(), AnalyzeCommand.Create(), BenchCommand.Create(),
            CompletionCommand.Create(), KeysCommand.Create(), SecretsCommand.Create(), SuperviseCommand.Create(),
        };
        foreach (var option in root.Options.OfType<HelpOption>())
            option.Action = new HelpByExample((HelpAction)option.Action!);
        return root;
    }

    /// <summary>Runs a line.</summary>
    /// <returns>The exit status.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var parse = Create().Parse(args.Length == 0 ? ["--help"] : args);
        if (parse.Action is not ParseErrorAction error)
            return await parse.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });

        // A whole page of help would hide the line that says what is wrong. What the library has to say of it belongs to standard error.
        error.ShowHelp = false;
        await parse.InvokeAsync(new InvocationConfiguration { Output = Console.Error });
        var names = string.Concat(parse.CommandResult.Command.Parents.OfType<Command>().Append(parse.CommandResult.Command).Where(c => c is not RootCommand).Select(c => c.Name + " "));
        await Console.Error.WriteLineAsync($"What there is: ./parley {names}--help");
        return WrongCall;
    }
}
