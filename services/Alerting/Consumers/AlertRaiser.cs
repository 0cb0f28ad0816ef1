using System.Diagnostics;
using Parley.Alerting.Delivery;
using Parley.Alerting.Storage;
using Parley.Contracts;
using Parley.Platform.Messaging;
using Parley.Platform.Storage;

namespace Parley.Alerting.Consumers;

/// <summary>Puts changes that are news into the log, from which streams read, and onto the topic exchange, each once.</summary>
internal sealed class AlertRaiser(AlertingDatabase database, BusOptions bus, TimeProvider time)
{
    public async Task RaiseAsync(
        UnitOfWork work, IReadOnlyList<(LedgerChange Change, ActivityContext Trace)> changes, CancellationToken cancellation)
    {
        // Of one entry in the order of its versions, whatever order the queue gave them in.
        var news = changes.Where(c => c.Change.News).OrderBy(c => c.Change.EntryId, StringComparer.Ordinal).ThenBy(c => c.Change.Version).ToList();
        if (news.Count == 0)
            return;
        var now = time.GetUtcNow();
        var added = await ChangeLog.AppendAsync(work, news.ConvertAll(c => c.Change), now, cancellation);
        // Without a broker there is no exchange to publish on; streams are there all the same.
        if (bus.Transport == BusTransport.RabbitMq)
        {
            foreach (var (change, trace) in news.Where(c => added.Contains(c.Change)))
                work.Publish(new TopicAlert(CloudEvent.Of(change, now), CloudEvent.RoutingKeys(change)), trace);
        }

        work.AfterCommit(database.ChangesWritten.Set);
    }
}
