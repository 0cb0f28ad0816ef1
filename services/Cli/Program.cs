using System.CommandLine;
using Grpc.Core;
using Parley.Cli;
using Parley.Cli.Commands;
using Parley.LocalServers;
using Parley.Platform.Hosting;

var root = new RootCommand(
    """
    Parley watches the news for talks and ceasefires, keeps a ledger of them with the sentence that proves each step,
    and alerts you when new talks or a change of a ceasefire appear.

    Try:
      ./parley demo                        everything at once, on sample dispatches
      ./parley replay news/ > ledger.jsonl a ledger of your own files
      ./parley up                          the services, to call from your programs
    """)
{
    DemoCommand.Create(), AnalyzeCommand.Create(), ReplayCommand.Create(), UpCommand.Create(), DownCommand.Create(), IngestCommand.Create(),
    LedgerCommand.Create(), AlertsCommand.Create(), KeysCommand.Create(), SecretsCommand.Create(), SuperviseCommand.Create(),
};

try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (OperationCanceledException)
{
    return 130;
}
catch (Exception e) when (e is UsageException or ConfigurationException or ServerMissingException or ServerStartException)
{
    await Console.Error.WriteLineAsync($"parley: {e.Message}");
    return 2;
}
catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable)
{
    await Console.Error.WriteLineAsync($"parley: the service does not answer ({e.Status.Detail}). Start it with: ./parley up");
    return 3;
}
catch (RpcException e)
{
    await Console.Error.WriteLineAsync($"parley: {e.StatusCode}: {e.Status.Detail}");
    return 1;
}
