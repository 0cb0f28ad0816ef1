using Parley.Contracts;
using Parley.Extraction.Analysis;
using Parley.Extraction.Ledger;
using Parley.Platform.Storage;

namespace Parley.Extraction.Storage;

/// <summary>
/// Keeps the stored ledger that of the readings of articles: takes new readings in, folds the part of the ledger that they reach again, and records
/// what is different.
/// </summary>
internal sealed class LedgerStore(ExtractionDatabase database, LedgerOptions options, TimeProvider time)
{
    private readonly FreshnessOptions _freshness = new()
    {
        EventWindow = TimeSpan.FromDays(options.EventWindowDays),
        ArrivalWindow = TimeSpan.FromDays(options.ArrivalWindowDays),
    };

    /// <summary>From so many articles on, the database writes some of it while the rest is still made ready: more is gained than the round trips cost.</summary>
    private const int Large = 16;

    private readonly PartHandover _handover = new();

    /// <summary>
    /// Takes new versions of articles in, one after the other in the order given, so that each step is a change of its own. It is the last that asks the
    /// database before the commit.
    /// </summary>
    /// <returns>The changes, in order.</returns>
    public async Task<IReadOnlyList<LedgerChange>> ApplyAsync(UnitOfWork work, IReadOnlyList<ReadArticle> arrived, CancellationToken cancellation)
    {
        var known = await ReadingTable.LockAsync(work, arrived.Select(a => a.Reading.ArticleId), cancellation);
        var plan = new ReadingPlan(known, time.GetUtcNow());
        foreach (var article in arrived)
            plan.Add(article);
        return await CarryOutAsync(work, plan, null, cancellation);
    }

    /// <summary>Puts what better rules read in articles in place of what was read before. Nothing of it is news.</summary>
    /// <returns>The changes, in order.</returns>
    public async Task<IReadOnlyList<LedgerChange>> ReplaceAsync(
        UnitOfWork work, IReadOnlyList<ReadArticle> again, long reprocessing, CancellationToken cancellation)
    {
        var known = await ReadingTable.LockAsync(work, again.Select(a => a.Reading.ArticleId), cancellation);
        var plan = new ReadingPlan(known, time.GetUtcNow());
        foreach (var article in again)
            plan.Replace(article);
        return await CarryOutAsync(work, plan, reprocessing, cancellation);
    }

    private async Task<IReadOnlyList<LedgerChange>> CarryOutAsync(
        UnitOfWork work, ReadingPlan plan, long? reprocessing, CancellationToken cancellation)
    {
        var came = plan.Arrivals.SelectMany(a => a.Came).ToList();
        var loader = new PartLoader(work, _freshness, came, [.. plan.Gone.Select(m => m.Id)], plan.Heirs, _handover);
        var changes = new List<LedgerChange>();
        var part = await FoldAsync(loader, plan, changes, cancellation);
        var moved = part?.Moved ?? new Dictionary<string, string>();
        var announced = changes.Select(c => c.EntryId).Where(id => part!.IsAnnounced(id)).ToHashSet(StringComparer.Ordinal);
        if (part is not null)
            loader.HandOn(part);
        work.Decide();
        ReadingTable.Save(work, plan.Readings, Analyzer.RulesVersion);
        MentionTable.Delete(work, plan.Vanished);
        MentionTable.Save(work, plan.Mentions, plan.ReadBefore, moved, Analyzer.RulesVersion);
        var isLarge = reprocessing is null && plan.Readings.Count >= Large;
        if (isLarge)
            work.BeginWriting(cancellation);
        MentionTable.Assign(work, moved, changes);
        EntryTable.Record(work, changes, announced.Contains, reprocessing);
        if (isLarge)
            work.BeginWriting(cancellation);
        if (changes.Count > 0)
            work.AfterCommit(database.LogWritten.Set);
        return changes;
    }

    private static async Task<LedgerPart?> FoldAsync(
        PartLoader loader, ReadingPlan plan, List<LedgerChange> changes, CancellationToken cancellation)
    {
        if (plan.Arrivals.Count == 0)
            return null;
        return await loader.WithAsync(
            plan.Reached,
            [],
            loaded =>
            {
                changes.Clear();
                var isEnough = true;
                foreach (var arrival in plan.Arrivals)
                {
                    // Where the part is too small for one, the rest is tried all the same, so that what all of them lack is loaded together.
                    isEnough &= loaded.TryApply(arrival, out var further);
                    changes.AddRange(further);
                }

                return isEnough;
            },
            cancellation);
    }
}
