using System.Diagnostics;
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
    /// <summary>Of the seeds, so little at a time that what is on its way does not matter.</summary>
    private const double Sip = 0.02;

    private static readonly TimeSpan Digestion = TimeSpan.FromMilliseconds(200);

    private readonly string _database = service.ToLowerInvariant();

    /// <summary>While it works at full speed, with a good part of the seeds still to come.</summary>
    public async Task AtWorkAsync(Func<Task> happen)
    {
        var moment = await CommittedAsync() + random.Next(1, undisturbed.Committed[service] / 8);
        await ReachAsync(moment, 0.2);
        await happen();
        await IsInTheMiddleAsync();
    }

    /// <summary>
    /// After it has committed, and before the broker hears a word of it: neither the acknowledgement of what was handled has got through, nor
    /// the messages that were caused.
    /// </summary>
    public async Task AfterCommitAsync(Func<Task> happen)
    {
        await ReachAsync(await CommittedAsync() + 1, 0.08);
        parley.GateOf(service).Hold();
        await ReachAsync(await CommittedAsync() + random.Next(2, 5), 0.15);
        await happen();
        await IsInTheMiddleAsync();
        parley.GateOf(service).Cut();
        parley.GateOf(service).Open();
    }

    private Task<int> CommittedAsync() => parley.Site.CommittedAsync(_database);

    /// <summary>
    /// Lets in at most a share of the seeds, sip by sip: how much is sent again after a cut is not known. The next sip comes when the last was
    /// committed, or nothing came of it for a while: what it held was there already.
    /// </summary>
    private async Task ReachAsync(int committed, double share)
    {
        var enough = await parley.Site.CommittedAsync("ingestion") + (int)(share * Seeds.Submissions.Count);
        var (taken, sipped) = (-1, Stopwatch.StartNew());
        await Eventually.SeeAsync($"{service} has committed {committed}", LookAsync, seen => seen >= committed);
        ingest.LetThrough(0);

        async Task<int> LookAsync()
        {
            var articles = await parley.Site.CommittedAsync("ingestion");
            if (articles < enough && (articles != taken || sipped.Elapsed > Digestion))
            {
                ingest.LetThrough(Sip);
                sipped.Restart();
                taken = articles;
            }

            return await CommittedAsync();
        }
    }

    private async Task IsInTheMiddleAsync()
    {
        await ingest.ShouldRunAsync();
        (await CommittedAsync()).ShouldBeInRange(1, undisturbed.Committed[service] - 1);
    }
}
