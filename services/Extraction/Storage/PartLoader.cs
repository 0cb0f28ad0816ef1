using Parley.Extraction.Ledger;
using Parley.Platform.Storage;

namespace Parley.Extraction.Storage;

/// <summary>Locks and loads the part of the ledger that a change needs.</summary>
/// <param name="work">The transaction.</param>
/// <param name="freshness">What counts as news.</param>
/// <param name="came">The mentions that are about to come.</param>
/// <param name="gone">The ids of those that are about to go for good.</param>
internal sealed class PartLoader(
    UnitOfWork work, FreshnessOptions freshness, IReadOnlyCollection<LedgerMention> came, IReadOnlyCollection<string> gone)
{
    private const string Savepoint = "before_locks";

    private readonly PartExtent extent = new();
    private long[] locks = [];

    /// <summary>Does something with the part that holds what mentions may link to, and with a larger one for as long as it is not enough.</summary>
    /// <param name="around">Where to begin: the mentions that may link to these.</param>
    /// <param name="further">Further keys.</param>
    /// <param name="attempt">What to do with the part; false where <see cref="LedgerPart.Lacking"/> says that more is needed.</param>
    /// <param name="cancellation">Ends the waiting for locks.</param>
    /// <returns>The part that was enough.</returns>
    public async Task<LedgerPart> WithAsync(
        IEnumerable<LedgerMention> around, IEnumerable<string> further, Func<LedgerPart, bool> attempt, CancellationToken cancellation)
    {
        foreach (var mention in around) extent.Add(new Telling(mention));
        foreach (var key in further) extent.Add(key);
        var held = await LockAsync(cancellation);
        while (true)
        {
            var part = await FillAsync(held, cancellation);
            if (attempt(part)) return part;
            var mentions = part.Lacking.Whole.Count > 0 || part.Lacking.Later.Count > 0;
            extent.Add(part.Lacking, part.Lacking.From);
            // Entries are read under the locks that are held already: only mentions bring further ones.
            if (mentions) held = await LockAsync(cancellation);
        }
    }

    /// <summary>
    /// The locks are those of every key of every mention in the part. Which these are is looked up first, then they are taken, always in one order, so that
    /// nobody waits in a circle, then the part is loaded; where others have added to it meanwhile all is let go and begun again.
    /// </summary>
    private async Task<IReadOnlyList<HeldMention>> LockAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var keys = await MentionTable.KeysAsync(work, extent, cancellation);
            locks = [.. locks.Union(LedgerLocks.Of(keys.Concat(extent.Whole).Concat(extent.Later))).Order()];
            await work.Transaction.SaveAsync(Savepoint, cancellation);
            await LedgerLocks.TakeAsync(work, locks, cancellation);
            var held = await MentionTable.PartAsync(work.Connection, work.Transaction, extent, cancellation);
            if (LedgerLocks.Of(held.SelectMany(h => Links.BlockingKeys(h.Mention))).Except(locks).Any())
            {
                // Rolling back to the savepoint releases the locks that were taken behind it.
                await work.Transaction.RollbackAsync(Savepoint, cancellation);
                continue;
            }

            await work.Transaction.ReleaseAsync(Savepoint, cancellation);
            return held;
        }
    }

    private async Task<LedgerPart> FillAsync(IReadOnlyList<HeldMention> held, CancellationToken cancellation)
    {
        var rows = extent.Entries.Count == 0 ? [] : await EntryTable.FindAsync(work, extent.Entries, cancellation);
        string[] cameIds = [.. came.Select(m => m.Id)];
        var verdicts = await VerdictTable.OfAsync(work, [.. held.Select(h => h.Mention.Id).Union(cameIds)], gone, cameIds, cancellation);
        var holding = held.Select(h => h.EntryId).ToHashSet(StringComparer.Ordinal);
        return new LedgerPart(
            freshness,
            verdicts,
            extent,
            held,
            rows.Where(r => r.Listed && holding.Contains(r.Entry.Entry.Id)).Select(r => r.Entry),
            rows.Select(r => KeyValuePair.Create(r.Entry.Entry.Id, new FormerEntry(r.Entry.Version, r.Entry.Announced))));
    }
}
