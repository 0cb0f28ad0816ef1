using System.Collections.Concurrent;

namespace Parley.Platform.Messaging;

/// <summary>
/// Rows of the outbox on the short way from the transaction that committed them to the relay in the same process, which then need not read them. The table
/// stays what counts: a row is relayed from here only where it stands directly behind the last one that was, so that nothing is overtaken and nothing is
/// relayed twice; otherwise the relay looks into the table.
/// </summary>
internal sealed class OutboxHandover
{
    /// <summary>Rows that may wait here; the rest is read from the table.</summary>
    private const int Most = 2_000;

    private readonly ConcurrentQueue<IReadOnlyList<OutboxRow>> _committed = new();
    private int _waiting;

    private volatile bool _isOpen;

    /// <summary>Whether nothing waits.</summary>
    public bool IsEmpty => _committed.IsEmpty;

    /// <summary>A relay runs in this process that takes what is handed over.</summary>
    public void Open() => _isOpen = true;

    /// <summary>Hands over the rows that one transaction has committed.</summary>
    public void Add(IReadOnlyList<OutboxRow> rows)
    {
        if (!_isOpen || Volatile.Read(ref _waiting) + rows.Count > Most)
            return;
        Interlocked.Add(ref _waiting, rows.Count);
        _committed.Enqueue(rows);
    }

    /// <summary>Takes rows that stand directly behind a position.</summary>
    /// <param name="last">The position of the last row that was relayed; null where that is not known.</param>
    /// <param name="limit">Roughly how many.</param>
    /// <returns>The rows, in order; none where the table must be asked.</returns>
    public IReadOnlyList<OutboxRow> Take(long? last, int limit)
    {
        var rows = new List<OutboxRow>();
        while (rows.Count < limit && _committed.TryPeek(out var next))
        {
            var follows = Follows(next, rows.Count > 0 ? rows[^1].Position : last);
            // Those that do not follow are in the table; a later look may find that they follow what was read from it.
            if (!follows && rows.Count > 0)
                break;
            _committed.TryDequeue(out _);
            Interlocked.Add(ref _waiting, -next.Count);
            if (!follows)
                break;
            rows.AddRange(next);
        }

        return rows;
    }

    /// <summary>No relay runs here for now. What waits is in the table.</summary>
    public void Close()
    {
        _isOpen = false;
        while (_committed.TryDequeue(out var rows))
            Interlocked.Add(ref _waiting, -rows.Count);
    }

    private static bool Follows(IReadOnlyList<OutboxRow> rows, long? last)
    {
        if (last is not { } position)
            return false;
        foreach (var row in rows)
            if (row.Position != ++position) return false;
        return true;
    }
}
