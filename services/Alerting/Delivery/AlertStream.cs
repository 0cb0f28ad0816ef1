using System.Runtime.CompilerServices;
using Parley.Alerting.Matching;
using Parley.Alerting.Storage;

namespace Parley.Alerting.Delivery;

/// <summary>What a stream gives: a change that matches, or none with a position that has been passed.</summary>
internal sealed record StreamItem(LoggedChange? Logged, LogPosition Position);

/// <summary>Reads the log of changes for one watcher: from a position on, without gap or repeat, for as long as he watches.</summary>
internal sealed class AlertStream(ChangeLog log, AlertFeed feed)
{
    private const int PageSize = 200;

    /// <summary>A watcher hears at least this often, so that he can tell a quiet stream from a dead one.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>How long a committed change may be hidden by an older transaction before it is looked for again.</summary>
    private static readonly TimeSpan HorizonWait = TimeSpan.FromMilliseconds(5);

    /// <summary>Goes on until cancelled. The first item is a sign of life: from its position on nothing is missed.</summary>
    public async IAsyncEnumerable<StreamItem> WatchAsync(
        SubscriptionFilter filter, LogPosition? from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var position = from ?? await log.EndAsync(cancellation);
        yield return new StreamItem(null, position);
        while (true)
        {
            var grown = feed.Grown;
            var (rows, moreHidden) = await log.ReadAsync(position, PageSize, cancellation);
            foreach (var row in rows)
            {
                position = row.Position;
                if (filter.Matches(row.Change))
                    yield return new StreamItem(row, position);
            }

            if (moreHidden)
                await Task.Delay(HorizonWait, cancellation);
            else if (rows.Count < PageSize && !await GrewAsync(grown, cancellation))
                yield return new StreamItem(null, position);
        }
    }

    /// <returns>False where the time for a sign of life came first.</returns>
    private static async Task<bool> GrewAsync(Task grown, CancellationToken cancellation)
    {
        try
        {
            await grown.WaitAsync(Heartbeat, cancellation);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
