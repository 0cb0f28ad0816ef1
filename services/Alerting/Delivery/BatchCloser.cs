using Parley.Alerting.Storage;
using Parley.Alerting.Subscriptions;

namespace Parley.Alerting.Delivery;

/// <summary>Sends off the batches whose time has come.</summary>
internal sealed class BatchCloser(AlertingDatabase database, ISubscribers subscribers, TimeProvider time)
{
    private const int PageSize = 200;

    /// <summary>Closes a page of them.</summary>
    /// <returns>True where there may be more.</returns>
    public async Task<bool> CloseAsync(CancellationToken cancellation)
    {
        await using var work = await database.BeginAsync(cancellation);
        var now = time.GetUtcNow();
        var due = await BatchTable.CloseDueAsync(work, now, PageSize, cancellation);
        if (due.Count > 0)
            await subscribers.FollowAsync(cancellation);
        var deliveries = due
            .SelectMany(b => subscribers.Find(b.SubscriptionId) is { } subscription ? Dispatcher.Deliveries(b, subscription, $"{b.Kind} {b.Key}") : [])
            .ToList();
        if (deliveries.Count > 0)
        {
            await DeliveryTable.InsertAsync(work, deliveries, now, cancellation);
            work.AfterCommit(database.DeliveriesWritten.Set);
        }

        await work.CommitAsync(cancellation);
        return due.Count == PageSize;
    }
}
