using Parley.Tests;

namespace Parley.Reliability.Tests.Running;

/// <summary>Lets the seeds in until a service is in the middle of them, and there lets something happen to it.</summary>
/// <param name="parley">The system.</param>
/// <param name="ingest">What brings the seeds.</param>
/// <param name="service">The service whose work tells the moment.</param>
/// <param name="undisturbed">The whole of the work.</param>
/// <param name="random">Which moment.</param>
internal sealed class Fault(RunningParley parley, Ingest ingest, string service, Undisturbed undisturbed, Random random)
{
    private readonly string _database = service.ToLowerInvariant();

    /// <summary>While it works at full speed, with a good part of the seeds still to come.</summary>
    public async Task AtWorkAsync(Func<Task> happen)
    {
        var before = await CommittedAsync();
        var moment = before + random.Next(1, Math.Max(2, undisturbed.Committed[service] / 8));
        ingest.LetThrough(0.25);
        await ReachAsync(moment);
        await happen();
        await IsInTheMiddleAsync();
    }

    /// <summary>
    /// After it has committed, and before the broker hears a word of it: neither the acknowledgement of what was handled has got through, nor
    /// the messages that were caused.
    /// </summary>
    public async Task AfterCommitAsync(Func<Task> happen)
    {
        var before = await CommittedAsync();
        ingest.LetThrough(0.1);
        await ReachAsync(before + 1);
        parley.GateOf(service).Hold();
        var held = await CommittedAsync();
        ingest.LetThrough(0.2);
        await ReachAsync(held + random.Next(2, 5));
        await happen();
        await IsInTheMiddleAsync();
        parley.GateOf(service).Cut();
        parley.GateOf(service).Open();
    }

    private Task<int> CommittedAsync() => parley.Site.CommittedAsync(_database);

    private Task ReachAsync(int committed) =>
        Eventually.SeeAsync($"{service} has committed {committed}", CommittedAsync, seen => seen >= committed);

    private async Task IsInTheMiddleAsync()
    {
        ingest.Runs.ShouldBeTrue();
        (await CommittedAsync()).ShouldBeInRange(1, undisturbed.Committed[service] - 1);
    }
}
