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
        var fold = new IncrementalFold(block.Stored, rows, time.GetUtcNow(), _freshness);
        var changes = new List<LedgerChange>();
        foreach (var article in block.Incoming.GroupBy(m => m.ArticleId))
            changes.AddRange(fold.Add([.. article]));

        await MentionTable.InsertAsync(work, block.Incoming, Analyzer.RulesVersion, cancellation);
        await MentionTable.AssignAsync(work, fold.Holders, cancellation);
        await EntryTable.RecordAsync(work, changes, cancellation);
        return changes;
    }
}
