using System.Diagnostics;
using Parley.Alerting.Delivery;
using Parley.Alerting.Matching;
using Parley.Alerting.Storage;
using Parley.Contracts;
using Parley.Platform.Messaging;
using Parley.Platform.Storage;

namespace Parley.Alerting.Consumers;

/// <summary>
/// Puts changes that are news into the log, from which streams read, and onto the topic exchange, each once. Those of one entry go in the order of its
/// versions: whoever trusts the last alert must not be told "postponed" and then "planned".
/// </summary>
internal sealed class AlertRaiser(AlertingDatabase database, BusOptions bus, LinkMaker links, TimeProvider time)
{
    /// <summary>Takes changes that have arrived; one that came before its turn waits for those that precede it.</summary>
    public async Task RaiseAsync(
        UnitOfWork work, IReadOnlyList<(LedgerChange Change, ActivityContext Trace)> arrived, CancellationToken cancellation)
    {
        var (passed, early) = await StepTable.LockAsync(work, arrived.Select(a => a.Change.EntryId), cancellation);
        var order = StepOrder.Of(arrived.Select(a => a.Change).Concat(early), passed);
        StepTable.Record(work, order, time.GetUtcNow());
        // One that has waited goes out in the trace of the change that it waited for.
        var traces = arrived.GroupBy(a => (a.Change.EntryId, a.Change.Version)).ToDictionary(g => g.Key, g => g.First().Trace);
        await LogAsync(work, order.Due, traces, cancellation);
    }

    /// <summary>Gives up what changes have waited for since before a time: late and in the wrong order is better than never.</summary>
    /// <returns>How many entries had such changes.</returns>
    public async Task<int> GiveUpWaitingAsync(UnitOfWork work, DateTimeOffset since, CancellationToken cancellation)
    {
        var entries = await StepTable.WaitingSinceAsync(work, since, cancellation);
        if (entries.Count == 0)
            return 0;
        var (_, early) = await StepTable.LockAsync(work, entries, cancellation);
        var order = StepOrder.Of(early, early.GroupBy(c => c.EntryId).ToDictionary(g => g.Key, g => g.Max(c => c.Version)));
        StepTable.Record(work, order, time.GetUtcNow());
        await LogAsync(work, order.Due, new Dictionary<(string, int), ActivityContext>(), cancellation);
        return entries.Count;
    }

    private async Task LogAsync(
        UnitOfWork work, IReadOnlyList<LedgerChange> due, Dictionary<(string, int), ActivityContext> traces, CancellationToken cancellation)
    {
        // Further sources of what is known are told to those who ask for them, or who wait for a second one.
        var told = due.Where(c => c.News || new ChangeFacts(c).Confirms).ToList();
        if (told.Count == 0)
            return;
        var now = time.GetUtcNow();
        var added = await ChangeLog.AppendAsync(work, told, now, cancellation);
        // Without a broker there is no exchange to publish on; streams are there all the same.
        if (bus.Transport == BusTransport.RabbitMq)
        {
            foreach (var change in added.Where(c => c.News))
                work.Publish(new TopicAlert(CloudEvents.Of(change, now, links), TopicAlert.KeysOf(change)), traces.GetValueOrDefault((change.EntryId, change.Version)));
        }

        work.AfterCommit(() => database.Recent.Add(added));
        work.AfterCommit(database.LogWritten.Set);
    }
}
