using Parley.Reliability.Tests.Running;
using Xunit.Abstractions;

namespace Parley.Reliability.Tests;

/// <summary>
/// Three times in one run of the seeds, and started again each time: by SIGKILL at work, by SIGKILL between its commits and the broker's hearing of
/// them, and by SIGTERM at work.
/// </summary>
[Collection(nameof(ReliabilityCollection))]
public sealed class When_a_service_ends_in_the_middle(Undisturbed undisturbed, ITestOutputHelper output)
{
    [Theory]
    [InlineData("Ingestion")]
    [InlineData("Extraction")]
    [InlineData("Search")]
    [InlineData("Alerting")]
    public async Task The_ledger_and_the_alerts_are_those_of_an_undisturbed_run_and_no_stop_takes_five_seconds(string service)
    {
        foreach (var seed in FaultRounds.Seeds)
        {
            await using var parley = await RunningParley.StartFourAsync(undisturbed.Servers);
            await using var ingest = Ingest.Start(parley.Service("Ingestion"));
            var fault = new Fault(parley, ingest, service, undisturbed, new Random(seed));
            var process = parley.Service(service);

            await fault.AtWorkAsync(process.KillAsync);
            await process.StartAsync();
            await fault.AfterCommitAsync(process.KillAsync);
            await process.StartAsync();
            var stop = (Took: TimeSpan.Zero, ExitCode: -1);
            await fault.AtWorkAsync(async () => stop = await process.TerminateAsync());
            await process.StartAsync();
            await ingest.FinishAsync();

            var outcome = await parley.SettleAsync();
            output.WriteLine($"{service}, moments from {seed}: {outcome.Summary}, stream cut {parley.StreamCuts} times, stopped in {stop.Took.TotalSeconds:0.00} s");
            outcome.ShouldKeepThePromises(undisturbed.Outcome);
            stop.ExitCode.ShouldBe(0);
            stop.Took.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        }
    }
}
