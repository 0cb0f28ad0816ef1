using Parley.Reliability.Tests.Running;
using Xunit.Abstractions;

namespace Parley.Reliability.Tests;

/// <summary>With SIGKILL, while each of its modules is in the middle of the seeds, and started again on the same data: what its memory held is gone.</summary>
[Collection(nameof(ReliabilityCollection))]
public sealed class When_Standalone_is_killed(Undisturbed undisturbed, ITestOutputHelper output)
{
    [Fact]
    public async Task The_ledger_and_the_alerts_are_those_of_an_undisturbed_run()
    {
        foreach (var seed in FaultRounds.Seeds)
        {
            await using var parley = await RunningParley.StartStandaloneAsync(undisturbed.Servers);
            await using var ingest = Ingest.Start(parley.Service("Ingestion"));
            var (standalone, random) = (parley.Services.Single(), new Random(seed));

            foreach (var module in new[] { "Ingestion", "Extraction", "Alerting" })
            {
                await new Fault(parley, ingest, module, undisturbed, random).AtWorkAsync(standalone.KillAsync);
                await standalone.StartAsync();
            }

            await ingest.FinishAsync();

            var outcome = await parley.SettleAsync();
            output.WriteLine($"Standalone, moments from {seed}: {outcome.Summary}, stream cut {parley.StreamCuts} times");
            outcome.ShouldKeepThePromises(undisturbed.Outcome);
        }
    }
}
