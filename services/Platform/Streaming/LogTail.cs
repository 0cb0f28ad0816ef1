using Microsoft.Extensions.Hosting;
using Parley.Platform.Storage;

namespace Parley.Platform.Streaming;

/// <summary>
/// The newest rows of a log, read once for all who watch it on this copy. It keeps a fixed number of them: a watcher that has fallen behind these reads the
/// log itself, and harms no other.
/// </summary>
/// <typeparam name="TRow">The log's rows.</typeparam>
/// <typeparam name="TDatabase">The log's database.</typeparam>
public sealed class LogTail<TRow, TDatabase>(ILog<TRow> log, LogFeed<TDatabase> feed, TimeProvider time) : BackgroundService
    where TRow : class, ILogRow
    where TDatabase : ServiceDatabase
{
    private const int Kept = 2_048;
    private const int PageSize = 500;

    /// <summary>How long a committed row may be hidden by an older transaction before it is looked for again.</summary>
    private static readonly TimeSpan HorizonWait = TimeSpan.FromMilliseconds(5);

    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly TRow[] _rows = new TRow[Kept];
    private readonly SemaphoreSlim _wanted = new(0);
    private long _count;
    private long _first;
    private LogPosition _before;
    private bool _reading;
    private int _watchers;
    private TaskCompletionSource _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How many watch.</summary>
    public int Watchers => Volatile.Read(ref _watchers);

    /// <summary>Begins to watch; the log is read for as long as anybody does. Dispose it at the end.</summary>
    public IDisposable Watch()
    {
        lock (_gate)
        {
            if (_watchers++ == 0)
                _wanted.Release();
        }

        return new Watcher(this);
    }

    /// <summary>The rows behind a position, as far as they are kept.</summary>
    /// <returns>
    /// The rows, none where there are no newer ones, and a task that ends when there may be, or fails where the log cannot be read. The rows are null where
    /// they are no longer kept, or not yet: read the log itself.
    /// </returns>
    public (IReadOnlyList<TRow>? Rows, Task Grown) After(LogPosition position)
    {
        lock (_gate)
        {
            if (!_reading || Compare(position, _before) < 0)
                return (null, Volatile.Read(ref _grown).Task);
            var (from, to) = (_first, _count);
            while (from < to)
            {
                var middle = (from + to) / 2;
                if (Compare(_rows[middle % Kept].Position, position) <= 0)
                    from = middle + 1;
                else
                    to = middle;
            }

            var rows = new TRow[_count - from];
            for (var i = 0; i < rows.Length; i++)
                rows[i] = _rows[(from + i) % Kept];
            return (rows, Volatile.Read(ref _grown).Task);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _wanted.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await _wanted.WaitAsync(stoppingToken);
                await ReadAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The streams end by the same signal.
                return;
            }
            catch (Exception e)
            {
                Stop(e);
                await Task.Delay(RetryInterval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                Resume();
            }
        }
    }

    /// <summary>Reads until nobody watches any more.</summary>
    private async Task ReadAsync(CancellationToken cancellation)
    {
        var position = await log.EndAsync(cancellation);
        Start(position);
        while (true)
        {
            var grown = feed.Grown;
            var (rows, moreHidden) = await log.ReadAsync(position, PageSize, cancellation);
            if (rows.Count > 0)
            {
                position = rows[^1].Position;
                Add(rows);
            }

            if (moreHidden)
                await Task.Delay(HorizonWait, time, cancellation);
            else if (rows.Count < PageSize)
                await grown.WaitAsync(cancellation);
            if (!IsWatched())
                return;
        }
    }

    private void Start(LogPosition position)
    {
        lock (_gate)
            (_reading, _before, _first, _count) = (true, position, 0, 0);
        Wake();
    }

    private void Add(IReadOnlyList<TRow> rows)
    {
        lock (_gate)
        {
            foreach (var row in rows)
            {
                if (_count - _first == Kept)
                    _before = _rows[_first++ % Kept].Position;
                _rows[_count++ % Kept] = row;
            }
        }

        Wake();
    }

    private bool IsWatched()
    {
        lock (_gate)
        {
            if (_watchers > 0)
                return true;
            _reading = false;
            Array.Clear(_rows);
            return false;
        }
    }

    private void Wake() => Interlocked.Exchange(ref _grown, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Whoever waits for rows hears why there are none.</summary>
    private void Stop(Exception reason)
    {
        lock (_gate)
            _reading = false;
        var grown = Interlocked.Exchange(ref _grown, new(TaskCreationOptions.RunContinuationsAsynchronously));
        grown.TrySetException(reason);
        // Looked at here, for there may be nobody who waits.
        _ = grown.Task.Exception;
    }

    private void Resume()
    {
        lock (_gate)
        {
            if (_watchers > 0)
                _wanted.Release();
        }
    }

    private void End()
    {
        lock (_gate)
            _watchers--;
    }

    private static int Compare(LogPosition one, LogPosition other) =>
        one.Transaction != other.Transaction ? one.Transaction.CompareTo(other.Transaction) : one.Position.CompareTo(other.Position);

    private sealed class Watcher(LogTail<TRow, TDatabase> tail) : IDisposable
    {
        private int _ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _ended, 1) == 0)
                tail.End();
        }
    }
}
