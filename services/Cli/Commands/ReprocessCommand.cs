using System.CommandLine;
using Grpc.Core;
using Parley.Cli.Output;
using Parley.Cli.Running;
using Parley.Protocol.Extraction.V1;

namespace Parley.Cli.Commands;

/// <summary><c>parley reprocess</c>: has stored articles read again by better rules, and prints what changed in the ledger.</summary>
internal static class ReprocessCommand
{
    /// <summary>Some articles could not be read, or the run was ended before its end.</summary>
    private const int Incomplete = 1;

    public static Command Create()
    {
        var all = new Option<bool>("--all") { Description = "Read also what these rules have read already." };
        var detach = new Option<bool>("--detach") { Description = "Start it and do not wait for its end." };
        var last = new Option<bool>("--last") { Description = "Start none: show the last run, whether it goes on or has ended." };
        var cancel = new Option<bool>("--cancel") { Description = "End the run where it is; what it has read stays so." };
        var address = Clients.AddressOption();
        var json = JsonOption.Create("{\"id\",\"kind\",\"merged_into\",\"before\",\"after\"} for each entry that changed; with --detach or --cancel the run");
        var command = new ParleyCommand("reprocess", CommandGroup.Running, "Reads stored articles again by better rules, alerts nobody, and prints what changed in the ledger.")
        {
            Details =
                """
                The services read in the background, beside the articles that come in, and go on where they were when one of them is started anew.
                One run goes on at a time: where one is under way, this shows that one. Ctrl-C ends the showing, not the run.
                Exit status 1 where some articles could not be read or the run was cancelled.
                """,
            Examples =
            [
                new("./parley reprocess", "after an update: all that older rules have read"),
                new("./parley reprocess --last", "how far the last run is, and what it changed"),
                new("./parley reprocess --all --detach", "everything, and do not wait"),
                new("./parley reprocess --last --json | jq -r 'select(.kind == \"status\") | [.id, .before.status, .after.status] | @tsv'", "for a spreadsheet"),
            ],
        };
        foreach (var option in new Option[] { all, detach, last, cancel, address, json })
            command.Add(option);
        command.Validators.Add(result =>
        {
            if (new[] { last, cancel }.Count(result.GetValue) + (result.GetValue(all) || result.GetValue(detach) ? 1 : 0) > 1)
                result.AddError("--last and --cancel start nothing, so they go with no other of --all, --detach, --last and --cancel.");
        });
        command.SetAction(async (parse, cancellation) =>
        {
            using var clients = Clients.Of(parse.GetValue(address));
            var forPrograms = JsonOption.ForPrograms(parse, json);
            var run = parse.GetValue(last) || parse.GetValue(cancel)
                ? (await clients.Reprocessing.GetReprocessingAsync(new(), cancellationToken: cancellation)).Run
                : await StartAsync(clients.Reprocessing, parse.GetValue(all), cancellation);
            if (run is null)
                return 0;
            if (parse.GetValue(cancel))
                run = (await clients.Reprocessing.CancelReprocessingAsync(new() { Number = run.Number }, cancellationToken: cancellation)).Run;
            else if (!parse.GetValue(detach))
                return await ShowAsync(clients.Reprocessing, run, forPrograms, cancellation);
            await Console.Out.WriteLineAsync(forPrograms ? ReprocessingLines.Of(run) : ReprocessingView.Words(run));
            return 0;
        });
        return command;
    }

    private static async Task<ReprocessingRun?> StartAsync(ReprocessingService.ReprocessingServiceClient runs, bool all, CancellationToken cancellation)
    {
        var request = new StartReprocessingRequest { All = all, RequestId = Guid.NewGuid().ToString() };
        var started = await runs.StartReprocessingAsync(request, cancellationToken: cancellation);
        if (started.Run is null)
            Say(all ? "no articles are stored whose text could be read again" : "the rules of this version have read all that is stored; to read it again all the same: ./parley reprocess --all");
        else if (started.Joined)
            Say($"run {started.Run.Number} is under way since {started.Run.StartedAt.ToDateTimeOffset():yyyy-MM-dd HH:mm} UTC{(all && !started.Run.All ? ", of what other rules have read; for everything start again behind it" : "")}");
        return started.Run;
    }

    private static async Task<int> ShowAsync(ReprocessingService.ReprocessingServiceClient runs, ReprocessingRun run, bool json, CancellationToken cancellation)
    {
        try
        {
            run = await new ReprocessingProgress(runs, Say).FollowAsync(run, cancellation);
            Say(ReprocessingView.Words(run));
            await ReprocessingLines.WriteAsync(ReprocessingLines.ReadAsync(runs, run.Number, cancellation), json);
        }
        catch (Exception e) when (cancellation.IsCancellationRequested && e is RpcException or OperationCanceledException)
        {
            Say($"run {run.Number} goes on without you; to see it again: ./parley reprocess --last; to end it: ./parley reprocess --cancel");
            throw new OperationCanceledException(cancellation);
        }

        return run.Failed > 0 || run.State == ReprocessingState.Cancelled ? Incomplete : 0;
    }

    private static void Say(string remark) => Console.Error.WriteLine($"parley: {remark}");
}
