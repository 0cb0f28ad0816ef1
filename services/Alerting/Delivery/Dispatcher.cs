using Parley.Alerting.Matching;
using Parley.Alerting.Pacing;
using Parley.Alerting.Storage;
using Parley.Alerting.Subscriptions;
using Parley.Platform.Storage;

namespace Parley.Alerting.Delivery;

/// <summary>
/// Reads the log of changes behind the horizon, as a stream does, and writes down what is pushed to whom. The place reached and what was written commit
/// together, so that each change is dispatched once, whatever dies when.
/// </summary>
internal sealed class Dispatcher(AlertingDatabase database, ISubscribers subscribers, TimeProvider time)
{
    private const int PageSize = 200;

    /// <summary>How long a committed row may be hidden by an older transaction before it is looked for again.</summary>
    private static readonly TimeSpan HorizonWait = TimeSpan.FromMilliseconds(5);

    /// <summary>Dispatches a page of the log.</summary>
    /// <returns>True where there may be more.</returns>
    public async Task<bool> DispatchAsync(CancellationToken cancellation)
    {
        var (full, hidden) = await DispatchPageAsync(cancellation);
        if (hidden)
            await Task.Delay(HorizonWait, time, cancellation);
        return full || hidden;
    }

    /// <returns>Whether the page was full, and whether there is something behind it that the horizon still hides.</returns>
    private async Task<(bool Full, bool Hidden)> DispatchPageAsync(CancellationToken cancellation)
    {
        await using var work = await database.BeginAsync(cancellation);
        var (place, hidden) = await DispatchTable.LockAsync(work, cancellation);
        if (place is not { } reached)
        {
            await work.CommitAsync(cancellation);
            return (false, hidden);
        }

        var (rows, moreHidden) = await ChangeLog.ReadAsync(work.Connection, database.Recent, reached, PageSize, cancellation);
        if (rows.Count > 0)
        {
            // Whoever subscribed before a change, on whichever copy of the service, is told of it.
            await subscribers.FollowAsync(cancellation);
            await PushAsync(work, rows, cancellation);
            DispatchTable.Move(work, rows[^1].Position);
        }

        await work.CommitAsync(cancellation);
        return (rows.Count == PageSize, moreHidden);
    }

    private async Task PushAsync(UnitOfWork work, IReadOnlyList<LoggedChange> rows, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var told = await ToldLast.BeforeAsync(work, rows, cancellation);
        var alerts = new List<(LoggedChange Row, Subscription Subscription)>();
        var raised = new List<RaisedAlert>();
        foreach (var row in rows)
        {
            foreach (var subscription in ToWhom(row, told))
            {
                // One that is made behind the change has not asked for it.
                if (subscription.Paused || subscription.WasPaused(row.RaisedAt) || subscription.Channels.All(c => c.Disabled is not null) || row.RaisedAt < subscription.CreatedAt)
                    continue;
                var silenced = subscription.SilencedUntil > row.RaisedAt;
                raised.Add(new RaisedAlert(subscription.Id, row.Change.EntryId, row.Change.Version, row.RaisedAt, silenced));
                if (silenced)
                    continue;
                alerts.Add((row, subscription));
                told.Add(subscription.Id, row.Change.EntryId, row.Change.Version);
            }
        }

        if (raised.Count == 0)
            return;
        await AlertTable.InsertAsync(work, raised, cancellation);
        await BatchAsync(work, alerts, now, cancellation);
        work.AfterCommit(database.DeliveriesWritten.Set);
    }

    /// <summary>Those who asked for it; where it takes something back, of those who were told of the entry each to whom it tells otherwise, whatever he asked for.</summary>
    private IEnumerable<Subscription> ToWhom(LoggedChange row, ToldLast told)
    {
        var asked = subscribers.Matching(row.Facts);
        if (!row.Facts.TakesBack)
            return asked;
        var last = told.Of(row);
        return asked.Where(s => !last.ContainsKey(s.Id))
            .Concat(last.Where(l => Belief.IsWrong(l.Value, row.Change)).Select(l => subscribers.Find(l.Key)).OfType<Subscription>());
    }

    private static async Task BatchAsync(
        UnitOfWork work, IReadOnlyList<(LoggedChange Row, Subscription Subscription)> alerts, DateTimeOffset now, CancellationToken cancellation)
    {
        var limited = alerts.Where(a => a.Subscription.Calm.MaxPerHour > 0).Select(a => a.Subscription.Id).Distinct().ToList();
        var since = limited.Count == 0 ? null : await BatchTable.DueSinceAsync(work, limited, now.AddHours(-1), cancellation);
        var recent = limited.ToDictionary(id => id, id => since![id].ToList(), StringComparer.Ordinal);

        var closed = new List<(Batch Batch, LoggedChange Row, Subscription Subscription)>();
        var open = new List<(Slot Slot, LoggedChange Row, Subscription Subscription)>();
        var opened = new HashSet<(string, BatchKind, string)>();
        foreach (var (row, subscription) in alerts)
        {
            var sent = recent.GetValueOrDefault(subscription.Id);
            var slot = Pace.Of(subscription.Calm, row.Facts, row.RaisedAt, sent ?? []);
            if (slot.Kind == BatchKind.Single)
                closed.Add((new Batch(Guid.CreateVersion7(), subscription.Id, slot.Kind, slot.Key, slot.DueAt), row, subscription));
            else
                open.Add((slot, row, subscription));
            if (slot.Kind == BatchKind.Single || opened.Add((subscription.Id, slot.Kind, slot.Key)))
                sent?.Add(slot.DueAt);
        }

        if (closed.Count > 0)
        {
            await BatchTable.InsertClosedAsync(work, [.. closed.Select(c => c.Batch)], cancellation);
            await BatchTable.AddAlertsAsync(work, [.. closed.Select(c => (c.Batch.Id, c.Row.Change.EntryId, c.Row.Change.Version))], cancellation);
            await DeliveryTable.InsertAsync(work, [.. closed.SelectMany(c => Deliveries(c.Batch, c.Subscription, c.Row.Change.EntryId))], now, cancellation);
        }

        if (open.Count > 0)
        {
            var wanted = open.GroupBy(o => (o.Subscription.Id, o.Slot.Kind, o.Slot.Key)).Select(g => new Batch(Guid.CreateVersion7(), g.Key.Id, g.Key.Kind, g.Key.Key, g.First().Slot.DueAt));
            var ids = await BatchTable.OpenAsync(work, [.. wanted], cancellation);
            await BatchTable.AddAlertsAsync(work, [.. open.Select(o => (ids[(o.Subscription.Id, o.Slot.Kind, o.Slot.Key)], o.Row.Change.EntryId, o.Row.Change.Version))], cancellation);
        }
    }

    /// <summary>One for each channel in use.</summary>
    internal static IEnumerable<NewDelivery> Deliveries(Batch batch, Subscription subscription, string orderKey) => subscription.Channels
        .Where(c => c.Disabled is null)
        .Select(c => new NewDelivery(batch.Id, subscription.Id, c.Id, orderKey, batch.Kind == BatchKind.Replay));
}
