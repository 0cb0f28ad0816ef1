using System.Collections.Concurrent;
using Parley.Contracts;

namespace Parley.Alerting.Storage;

/// <summary>
/// The changes that this copy of the service logged last, so that whoever reads the log right behind need not have them sent, and parsed, again. A row of
/// the log never changes; what is not here is in the table.
/// </summary>
internal sealed class RecentChanges
{
    /// <summary>As many as a few batches log; with their entries some ten megabytes.</summary>
    private const int Most = 1_000;

    private readonly ConcurrentDictionary<(string Entry, int Version), LedgerChange> changes = new();
    private readonly ConcurrentQueue<(string Entry, int Version)> order = new();

    /// <summary>Remembers changes that are logged and committed.</summary>
    public void Add(IEnumerable<LedgerChange> logged)
    {
        foreach (var change in logged)
        {
            var key = (change.EntryId, change.Version);
            if (changes.TryAdd(key, change)) order.Enqueue(key);
        }

        while (order.Count > Most && order.TryDequeue(out var oldest)) changes.TryRemove(oldest, out _);
    }

    /// <summary>A change; null where it is to be read from the table.</summary>
    public LedgerChange? Find(string entry, int version) => changes.GetValueOrDefault((entry, version));
}
