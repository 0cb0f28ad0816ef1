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
        while (true)
        {
            await work.Transaction.SaveAsync(Savepoint, cancellation);
            if (await LockAsync(cancellation) is { } held && await TryAsync(held, attempt, cancellation) is { } part)
            {
                await work.Transaction.ReleaseAsync(Savepoint, cancellation);
                return part;
            }

            // Rolling back to the savepoint releases the locks that were taken behind it: one who keeps some while he waits for others waits in a circle.
            await work.Transaction.RollbackAsync(Savepoint, cancellation);
        }
    }

    /// <summary>
    /// The locks are those of every key of every mention in the part. Which these are is looked up first, then they are taken, always in one order, then
    /// the part is loaded.
    /// </summary>
    /// <returns>The mentions; null where others have added to the part meanwhile, and there is more to lock.</returns>
    private async Task<IReadOnlyList<HeldMention>?> LockAsync(CancellationToken cancellation)
    {
        var keys = await MentionTable.KeysAsync(work, extent, cancellation);
        locks = [.. locks.Union(LedgerLocks.Of(keys.Concat(extent.Whole).Concat(extent.Later))).Order()];
        await LedgerLocks.TakeAsync(work, locks, cancellation);
        var held = await MentionTable.PartAsync(work.Connection, work.Transaction, extent, cancellation);
        if (LedgerLocks.Of(held.SelectMany(h => Links.BlockingKeys(h.Mention))).Except(locks).Any()) return null;
        // Not before the locks: a verdict on a mention that goes may be given until then.
        await VerdictTable.FollowAsync(work, heirs, cancellation);
        return held;
    }

    /// <returns>The part; null where it takes more mentions. Entries are read under the locks that are held already.</returns>
    private async Task<LedgerPart?> TryAsync(IReadOnlyList<HeldMention> held, Func<LedgerPart, bool> attempt, CancellationToken cancellation)
    {
        while (true)
        {
            var part = await FillAsync(held, cancellation);
            if (attempt(part)) return part;
            extent.Add(part.Lacking, part.Lacking.From);
            if (part.Lacking.Whole.Count > 0 || part.Lacking.Later.Count > 0) return null;
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
