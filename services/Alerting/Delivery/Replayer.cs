using Parley.Alerting.Matching;
using Parley.Alerting.Pacing;
using Parley.Alerting.Storage;
using Parley.Alerting.Subscriptions;

namespace Parley.Alerting.Delivery;

/// <summary>Pushes the alerts of a period once more, each by itself and under the id that it had.</summary>
internal sealed class Replayer(AlertingDatabase database, ChangeLog log, TimeProvider time)
{
    /// <summary>More than that at a time would be a flood.</summary>
    public const int Most = 10_000;

    private const int Chunk = 500;

    /// <summary>Writes down what is to be pushed.</summary>
    /// <returns>How many alerts; null where there are more than <see cref="Most"/>, and nothing is pushed.</returns>
    public async Task<int?> ReplayAsync(Subscription subscription, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        if (await FindAsync(new Request(subscription with { Paused = false }), from, to, cancellation) is not { } rows)
            return null;
        if (rows.Count == 0)
            return 0;
        await using var work = await database.BeginAsync(cancellation);
        var now = time.GetUtcNow();
        // The oldest first, as they were raised.
        var batches = rows.AsEnumerable().Reverse()
            .Select(row => (Row: row, Batch: new Batch(Guid.CreateVersion7(), subscription.Id, BatchKind.Replay, $"{row.Change.EntryId}/{row.Change.Version}", now))).ToList();
        await BatchTable.InsertClosedAsync(work, [.. batches.Select(b => b.Batch)], cancellation);
        await BatchTable.AddAlertsAsync(work, [.. batches.Select(b => (b.Batch.Id, b.Row.Change.EntryId, b.Row.Change.Version))], cancellation);
        await DeliveryTable.InsertAsync(work, [.. batches.SelectMany(b => Dispatcher.Deliveries(b.Batch, subscription, b.Row.Change.EntryId))], now, cancellation);
        work.AfterCommit(database.DeliveriesWritten.Set);
        await work.CommitAsync(cancellation);
        return rows.Count;
    }

    private async Task<IReadOnlyList<LoggedChange>?> FindAsync(Request request, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        var found = new List<LoggedChange>();
        (DateTimeOffset, long)? position = null;
        while (true)
        {
            var chunk = await log.ListAsync(from, to, position, Chunk, cancellation);
            found.AddRange(chunk.Where(request.Wants));
            if (found.Count > Most)
                return null;
            if (chunk.Count < Chunk)
                return found;
            position = (chunk[^1].RaisedAt, chunk[^1].Position.Position);
        }
    }
}
