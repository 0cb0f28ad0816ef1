using Parley.Contracts;
using Parley.Extraction.Analysis;
using Parley.Extraction.Ledger;
using Parley.Platform.Storage;

namespace Parley.Extraction.Storage;

/// <summary>Folds new mentions into the stored ledger: lock their blocks, fold these again, record what is different.</summary>
internal sealed class LedgerStore(LedgerOptions options, TimeProvider time)
{
    private readonly FreshnessOptions _freshness = new()
    {
        EventWindow = TimeSpan.FromDays(options.EventWindowDays),
        ArrivalWindow = TimeSpan.FromDays(options.ArrivalWindowDays),
    };

    /// <summary>Takes the mentions of new articles in, an article after the other in the order given, so that each step is a change of its own.</summary>
    /// <returns>The changes, in order.</returns>
    public async Task<IReadOnlyList<LedgerChange>> ApplyAsync(
        UnitOfWork work, IReadOnlyList<LedgerMention> mentions, CancellationToken cancellation)
    {
        var block = await MentionBlock.LockAsync(work, mentions, cancellation);
        if (block.Incoming.Count == 0)
            return [];

        var ids = block.Stored.Select(s => s.EntryId).Concat(block.Incoming.Concat(block.Stored.Select(s => s.Mention)).Select(EntryId.Of));
        var rows = await EntryTable.FindAsync(work, ids.Distinct(StringComparer.Ordinal), cancellation);
        var (changes, holders) = Fold(block, rows);
        await MentionTable.InsertAsync(work, block.Incoming, Analyzer.RulesVersion, cancellation);
        await MentionTable.AssignAsync(work, holders, cancellation);
        await EntryTable.RecordAsync(work, changes, cancellation);
        return changes;
    }

    /// <summary>Block by block, so that one article's cost is that of its own blocks; the changes come in the order of the articles all the same.</summary>
    private (IReadOnlyList<LedgerChange> Changes, IReadOnlyCollection<(string MentionId, string EntryId)> Holders) Fold(
        MentionBlock loaded, IReadOnlyList<StoredEntry> rows)
    {
        var now = time.GetUtcNow();
        var stored = loaded.Stored.ToDictionary(s => s.Mention.Id, StringComparer.Ordinal);
        var order = loaded.Incoming.Select(m => m.ArticleId).Distinct(StringComparer.Ordinal)
            .Select((id, i) => (id, i)).ToDictionary(a => a.id, a => a.i, StringComparer.Ordinal);
        var changes = new List<(int Article, LedgerChange Change)>();
        var holders = new List<(string MentionId, string EntryId)>();
        foreach (var block in Blocks.Of(loaded.Incoming.Concat(loaded.Stored.Select(s => s.Mention))))
        {
            var known = block.Where(m => stored.ContainsKey(m.Id)).Select(m => stored[m.Id]).ToList();
            var fold = new IncrementalFold(known, rows, now, _freshness);
            var arrived = block.Where(m => !stored.ContainsKey(m.Id)).GroupBy(m => m.ArticleId).OrderBy(g => order[g.Key]);
            foreach (var article in arrived)
                changes.AddRange(fold.Add([.. article]).Select(c => (order[article.Key], c)));
            holders.AddRange(fold.Holders);
        }

        return ([.. changes.OrderBy(c => c.Article).Select(c => c.Change)], holders);
    }
}
