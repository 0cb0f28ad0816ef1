using Parley.Contracts;
using Parley.Extraction.Ledger;

namespace Parley.Extraction.Storage;

/// <summary>The state of some blocks of the ledger while articles are added to them one by one.</summary>
internal sealed class IncrementalFold
{
    private readonly DateTimeOffset _now;
    private readonly FreshnessOptions _freshness;
    private readonly List<LedgerMention> _mentions;
    private readonly Dictionary<string, VersionedEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lastVersions = new(StringComparer.Ordinal);
    private IReadOnlyList<FoldedEntry> _folded = [];

    /// <param name="stored">The mentions of the blocks so far.</param>
    /// <param name="rows">The entries that hold them, and what other ids were once entries.</param>
    /// <param name="now">The time that the changes carry.</param>
    /// <param name="freshness">What counts as news.</param>
    public IncrementalFold(
        IReadOnlyList<StoredMention> stored, IReadOnlyList<StoredEntry> rows, DateTimeOffset now, FreshnessOptions freshness)
    {
        _now = now;
        _freshness = freshness;
        _mentions = [.. stored.Select(s => s.Mention)];
        var holding = stored.Select(s => s.EntryId).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            _lastVersions[row.Entry.Entry.Id] = row.Entry.Version;
            if (row.Listed && holding.Contains(row.Entry.Entry.Id))
                _entries[row.Entry.Entry.Id] = row.Entry;
        }
    }

    /// <summary>Which entry holds which mention now.</summary>
    public IReadOnlyCollection<(string MentionId, string EntryId)> Holders =>
        [.. _folded.SelectMany(f => f.Mentions.Select(m => (m.Id, f.Entry.Id)))];

    /// <summary>Adds the mentions of one article.</summary>
    /// <returns>What changed.</returns>
    public IReadOnlyList<LedgerChange> Add(IReadOnlyList<LedgerMention> article)
    {
        _mentions.AddRange(article);
        _folded = LedgerFold.FoldWithMentions(_mentions);
        var changes = LedgerDiff.Between(_entries.Values, _folded, article, _now, _freshness, _lastVersions);
        foreach (var change in changes)
        {
            _lastVersions[change.EntryId] = change.Version;
            if (change.Kind is ChangeKind.Retracted or ChangeKind.Merged)
                _entries.Remove(change.EntryId);
            else
                _entries[change.EntryId] = new VersionedEntry(change.After, change.Version, change.News || (_entries.GetValueOrDefault(change.EntryId)?.Announced ?? false));
        }

        return changes;
    }
}
