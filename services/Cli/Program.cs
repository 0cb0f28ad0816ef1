using Grpc.Core;
using Parley.Cli;
using Parley.Cli.Commands;
using Parley.Cli.Output;
using Parley.LocalServers;
using Parley.Platform.Hosting;

try
{
    return await CommandTree.RunAsync(args);
}
catch (OperationCanceledException)
{
    return 130;
}
catch (Exception e) when (e is UsageException or ConfigurationException or ServerMissingException or ServerStartException)
{
    await Console.Error.WriteLineAsync($"parley: {e.Message}");
    return CommandTree.WrongCall;
}
catch (RpcException e)
{
    var refusal = Refusal.Of(e);
    await Console.Error.WriteLineAsync($"parley: {refusal.Message}");
    return refusal.ExitStatus;
}
