using Parley.Alerting.Storage;
using Parley.Contracts;
using Parley.Platform.Storage;

namespace Parley.Alerting.Delivery;

/// <summary>Of the entries of which something is taken back: which subscriptions were told of them, and what last.</summary>
internal sealed class ToldLast
{
    private readonly Dictionary<string, Dictionary<string, int>> _versions;

    private ToldLast(IEnumerable<string> entries) =>
        _versions = entries.Distinct(StringComparer.Ordinal).ToDictionary(e => e, _ => new Dictionary<string, int>(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>As it stands before some rows of the log are dispatched.</summary>
    public static async Task<ToldLast> BeforeAsync(UnitOfWork work, IReadOnlyList<LoggedChange> rows, CancellationToken cancellation)
    {
        var told = new ToldLast(rows.Where(r => r.Facts.TakesBack).SelectMany(ChangeLog.Ids));
        if (told._versions.Count == 0)
            return told;
        foreach (var (entry, subscription, version) in await AlertTable.ToldAsync(work, [.. told._versions.Keys], cancellation))
            told.Add(subscription, entry, version);
        return told;
    }

    /// <summary>Notes that a subscription is told: what is taken back may stand right behind.</summary>
    public void Add(string subscription, string entry, int version)
    {
        if (_versions.TryGetValue(entry, out var versions))
            versions[subscription] = version;
    }

    /// <summary>For each subscription that was told of the entry of a change, what it was told last.</summary>
    public IReadOnlyDictionary<string, LedgerChange> Of(LoggedChange row)
    {
        var last = new Dictionary<string, LedgerChange>(StringComparer.Ordinal);
        foreach (var earlier in row.Earlier)
        {
            foreach (var (subscription, version) in _versions[earlier.Change.EntryId])
            {
                if (version == earlier.Change.Version)
                    last[subscription] = earlier.Change;
            }
        }

        return last;
    }
}
