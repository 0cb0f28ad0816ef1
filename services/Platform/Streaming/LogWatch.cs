using System.Runtime.CompilerServices;
using Parley.Platform.Storage;

namespace Parley.Platform.Streaming;

/// <summary>What a stream gives: a row that matches, or none with a position that has been passed.</summary>
/// <typeparam name="TRow">The log's rows.</typeparam>
/// <param name="Row">The row; null for a sign of life.</param>
/// <param name="Position">Where to go on from.</param>
public sealed record StreamItem<TRow>(TRow? Row, LogPosition Position)
    where TRow : class, ILogRow;

/// <summary>
/// Gives one watcher a log: from a position on, without gap or repeat, for as long as he watches. What is new he shares with all others of this copy; what
/// lies further back he reads for himself.
/// </summary>
/// <typeparam name="TRow">The log's rows.</typeparam>
/// <typeparam name="TDatabase">The log's database.</typeparam>
public sealed class LogWatch<TRow, TDatabase>(ILog<TRow> log, LogTail<TRow, TDatabase> tail)
    where TRow : class, ILogRow
    where TDatabase : ServiceDatabase
{
    private const int PageSize = 200;

    /// <summary>A watcher hears at least this often, so that he can tell a quiet stream from a dead one.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>How long a committed row may be hidden by an older transaction before it is looked for again.</summary>
    private static readonly TimeSpan HorizonWait = TimeSpan.FromMilliseconds(5);

    /// <summary>Goes on until cancelled. The first item is a sign of life: from its position on nothing is missed.</summary>
    public async IAsyncEnumerable<StreamItem<TRow>> WatchAsync(
        Func<TRow, bool> matches, LogPosition? from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var watching = tail.Watch();
        var position = from ?? await log.EndAsync(cancellation);
        yield return new StreamItem<TRow>(null, position);
        while (true)
        {
            var (rows, grown) = tail.After(position);
            var moreHidden = false;
            if (rows is null)
                (rows, moreHidden) = await log.ReadAsync(position, PageSize, cancellation);
            foreach (var row in rows)
            {
                position = row.Position;
                if (matches(row))
                    yield return new StreamItem<TRow>(row, position);
            }

            if (moreHidden)
                await Task.Delay(HorizonWait, cancellation);
            else if (rows.Count == 0 && !await GrewAsync(grown, cancellation))
                yield return new StreamItem<TRow>(null, position);
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
