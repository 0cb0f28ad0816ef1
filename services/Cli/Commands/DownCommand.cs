using System.CommandLine;
using Parley.Cli.Running;

namespace Parley.Cli.Commands;

/// <summary><c>parley down</c>: stops what <c>parley up</c> started.</summary>
internal static class DownCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Command Create()
    {
        var command = new ParleyCommand("down", CommandGroup.Running, "Stops the services, and the private servers with them. The data stays.")
        {
            Examples = [new("./parley down", "stop"), new("./parley down && ./parley up", "start anew, with the same data")],
        };
        command.SetAction((_, cancellation) => RunAsync(cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (RunningSystem.Find()?.Supervisor() is not { } supervisor)
        {
            await Console.Out.WriteLineAsync("No Parley runs on this machine.");
            return 0;
        }

        using (supervisor)
        {
            ProcessSignal.Terminate(supervisor.Id);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(Patience);
            try
            {
                await supervisor.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                throw new UsageException($"Process {supervisor.Id} has not ended after {Patience.TotalSeconds:0} s. Its log is {ParleyHome.Logs}/supervise.log");
            }
        }

        await Console.Out.WriteLineAsync("Parley is down.");
        return 0;
    }
}
