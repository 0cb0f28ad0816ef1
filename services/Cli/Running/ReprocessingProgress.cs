using System.Globalization;
using Grpc.Core;
using Parley.Protocol.Extraction.V1;
using Spectre.Console;

namespace Parley.Cli.Running;

/// <summary>Follows a run of reading articles again to its end: with a bar on a terminal, else a line for each tenth of it.</summary>
/// <param name="runs">The service.</param>
/// <param name="say">Takes remarks for people.</param>
internal sealed class ReprocessingProgress(ReprocessingService.ReprocessingServiceClient runs, Action<string> say)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);

    /// <summary>Waits until it has ended. A service that goes away meanwhile is waited for.</summary>
    /// <returns>The run as it ended.</returns>
    public async Task<ReprocessingRun> FollowAsync(ReprocessingRun run, CancellationToken cancellation)
    {
        if (run.State != ReprocessingState.UnderWay)
            return run;
        if (Console.IsErrorRedirected)
            return await FollowAsync(run, Lines(), cancellation);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        var bar = console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn());
        return await bar.StartAsync(context =>
        {
            var task = context.AddTask("reading again", maxValue: run.Total);
            return FollowAsync(run, now => task.Description(Markup.Escape(Words(now))).Value(now.Done), cancellation);
        });
    }

    private async Task<ReprocessingRun> FollowAsync(ReprocessingRun run, Action<ReprocessingRun> show, CancellationToken cancellation)
    {
        var away = false;
        while (run.State == ReprocessingState.UnderWay)
        {
            show(run);
            await Task.Delay(Interval, cancellation);
            try
            {
                run = (await runs.GetReprocessingAsync(new() { Number = run.Number }, cancellationToken: cancellation)).Run;
                away = false;
            }
            catch (RpcException e) when (e.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded)
            {
                if (!away)
                    say($"the service does not answer ({e.Status.Detail}); the run goes on where it was as soon as it does");
                away = true;
            }
        }

        show(run);
        return run;
    }

    private Action<ReprocessingRun> Lines()
    {
        var shown = -1L;
        return run =>
        {
            var tenth = run.Total == 0 ? 10 : 10 * run.Done / run.Total;
            if (tenth > shown)
                say(Words(run));
            shown = Math.Max(shown, tenth);
        };
    }

    private static string Words(ReprocessingRun run) => string.Create(CultureInfo.InvariantCulture,
        $"{run.Done:N0} of {run.Total:N0} articles read again, {run.ChangedEntries:N0} entries changed{(run.Failed > 0 ? $", {run.Failed:N0} failed" : "")}");
}
