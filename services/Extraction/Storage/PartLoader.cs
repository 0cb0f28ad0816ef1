using Parley.Extraction.Ledger;
using Parley.Extraction.Ledger.Verdicts;
using Parley.Platform.Storage;

namespace Parley.Extraction.Storage;

/// <summary>Locks and loads the part of the ledger that a change needs.</summary>
/// <param name="work">The transaction.</param>
/// <param name="freshness">What counts as news.</param>
/// <param name="came">The mentions that are about to come.</param>
/// <param name="gone">The ids of those that are about to go for good.</param>
/// <param name="heirs">Which of those come in the place of which.</param>
internal sealed class PartLoader(
    UnitOfWork work, FreshnessOptions freshness, IReadOnlyCollection<LedgerMention> came, IReadOnlyCollection<string> gone, IReadOnlyCollection<Heir> heirs)
{
    private const string Savepoint = "before_locks";

    private readonly PartExtent extent = new();
    private long[] locks = [];

    /// <summary>Does something with the part that holds every mention of the keys, and with a larger one for as long as it is not enough.</summary>
    /// <param name="keys">Where to begin.</param>
    /// <param name="attempt">What to do with the part; false where <see cref="LedgerPart.Lacking"/> says that more is needed.</param>
    /// <param name="cancellation">Ends the waiting for locks.</param>
    /// <returns>The part that was enough.</returns>
    public async Task<LedgerPart> WithAsync(IEnumerable<string> keys, Func<LedgerPart, bool> attempt, CancellationToken cancellation)
    {
        foreach (var key in keys) extent.Add(key);
        while (true)
        {
            locks = [.. locks.Union(LedgerLocks.Of(extent.Whole.Concat(extent.Later))).Order()];
            await work.Transaction.SaveAsync(Savepoint, cancellation);
            var part = await LockAsync(cancellation);
            if (part is not null && attempt(part))
            {
                await work.Transaction.ReleaseAsync(Savepoint, cancellation);
                return part;
            }

            // Rolling back to the savepoint releases the locks that were taken behind it: one who keeps some while he waits for others waits in a circle.
            await work.Transaction.RollbackAsync(Savepoint, cancellation);
            if (part is not null) extent.Add(part.Lacking, part.Lacking.From);
        }
    }

    /// <summary>
    /// The locks are those of every key of every mention in the part, and which these are shows only once it is loaded: so lock what is known, load,
    /// and where there is more to lock let go and begin again with all of it. Locks are always taken in one order, so nobody waits in a circle.
    /// </summary>
    /// <returns>The part; null where there is more to lock.</returns>
    private async Task<LedgerPart?> LockAsync(CancellationToken cancellation)
    {
        await LedgerLocks.TakeAsync(work, locks, cancellation);
        var held = await MentionTable.PartAsync(work.Connection, work.Transaction, extent, cancellation);
        var needed = LedgerLocks.Of(held.SelectMany(h => Links.BlockingKeys(h.Mention)));
        if (!needed.Except(locks).Any()) return await FillAsync(held, cancellation);
        locks = [.. needed.Union(locks).Order()];
        return null;
    }

    private async Task<LedgerPart> FillAsync(IReadOnlyList<HeldMention> held, CancellationToken cancellation)
    {
        var holding = held.Select(h => h.EntryId).ToHashSet(StringComparer.Ordinal);
        var rows = await EntryTable.OfPartAsync(work, holding, [.. came.Select(EntryId.Of)], cancellation);
        // Not before the locks: a verdict on a mention that goes may be given until then.
        await VerdictTable.FollowAsync(work, heirs, cancellation);
        string[] cameIds = [.. came.Select(m => m.Id)];
        var verdicts = await VerdictTable.OfAsync(work, [.. held.Select(h => h.Mention.Id).Union(cameIds)], gone, cameIds, cancellation);
        return new LedgerPart(
            freshness,
            verdicts,
            extent,
            held,
            rows.Where(r => r.Listed && holding.Contains(r.Entry.Entry.Id)).Select(r => r.Entry),
            rows.Select(r => KeyValuePair.Create(r.Entry.Entry.Id, new FormerEntry(r.Entry.Version, r.Entry.Announced))));
    }
}
