using Parley.EndToEnd.Tests;
using Parley.Reliability.Tests.Running;

namespace Parley.Reliability.Tests;

[Collection(nameof(ReliabilityCollection))]
public sealed class The_undisturbed_run(Undisturbed undisturbed)
{
    [Fact]
    public async Task Gives_the_ledger_of_a_replay()
    {
        var replay = await new CommandLine().RunAsync(["replay", "seeds"]);

        replay.ExitCode.ShouldBe(0, replay.Errors);
        undisturbed.Outcome.Ledger.ShouldBe(replay.Output.TrimEnd());
    }

    [Fact]
    public void Keeps_the_promises_itself()
    {
        undisturbed.Outcome.News.Count.ShouldBeGreaterThan(50);
        undisturbed.Outcome.ShouldKeepThePromises(undisturbed.Outcome);
        undisturbed.Outcome.OnExchange!.Count.ShouldBe(undisturbed.Outcome.News.Count);
    }
}
