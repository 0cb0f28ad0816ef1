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
    private readonly string[] cameIds = [.. came.Select(m => m.Id)];
    private long[] locks = [];

    /// <summary>Does something with the part that holds what mentions may link to, and with a larger one for as long as it is not enough.</summary>
    /// <param name="around">Where to begin: the mentions that may link to these.</param>
    /// <param name="further">Further keys.</param>
    /// <param name="attempt">
    /// What to do with the part; false where <see cref="LedgerPart.Lacking"/> says that more is needed. Its last call is the one that counts.
    /// </param>
    /// <param name="cancellation">Ends the waiting for locks.</param>
    /// <returns>The part that was enough.</returns>
    public async Task<LedgerPart> WithAsync(
        IEnumerable<LedgerMention> around, IEnumerable<string> further, Func<LedgerPart, bool> attempt, CancellationToken cancellation)
    {
        foreach (var mention in around) extent.Add(new Telling(mention));
        foreach (var key in further) extent.Add(key);
        foreach (var mention in came) extent.AddEntry(EntryId.Of(mention));
        var alone = await LedgerLocks.TryTakeWholeAsync(work, cancellation);
        if (alone)
            await VerdictTable.FollowAsync(work, heirs, cancellation);
        var (surveyed, keys) = await SurveyAsync(attempt, cancellation);
        while (!alone)
        {
            await work.Transaction.SaveAsync(Savepoint, cancellation);
            keys = await LockAsync(keys, cancellation);
            if (await TryLockedAsync(attempt, keys, cancellation) is { } part)
            {
                await work.Transaction.ReleaseAsync(Savepoint, cancellation);
                return part;
            }

            // Rolling back to the savepoint releases the locks that were taken behind it: one who keeps some while he waits for others waits in a circle.
            await work.Transaction.RollbackAsync(Savepoint, cancellation);
        }

        return surveyed;
    }

    /// <summary>Finds out how much is needed, before keys are locked: each look shows what the next one must load as well, and only that is loaded.</summary>
    /// <returns>The part, and its keys.</returns>
    private async Task<(LedgerPart Part, HashSet<string> Keys)> SurveyAsync(Func<LedgerPart, bool> attempt, CancellationToken cancellation)
    {
        var stored = new Dictionary<string, StoredMention>(StringComparer.Ordinal);
        var entries = new Dictionary<string, StoredEntry?>(StringComparer.Ordinal);
        var more = extent;
        while (true)
        {
            foreach (var mention in await PartQuery.ReadAsync(work.Connection, work.Transaction, more, stored.Keys, cancellation)) stored[mention.Held.Mention.Id] = mention;
            var part = await FillAsync(stored.Values, entries, cancellation);
            if (attempt(part)) return (part, Keys(stored.Values));
            more = extent.Add(part.Lacking, part.Lacking.From);
        }
    }

    /// <summary>Takes the locks of every key of every mention in the part, always in one order.</summary>
    /// <returns>The keys.</returns>
    private async Task<HashSet<string>> LockAsync(HashSet<string> keys, CancellationToken cancellation)
    {
        keys.UnionWith(extent.Whole);
        keys.UnionWith(extent.Later);
        locks = [.. locks.Union(LedgerLocks.Of(keys)).Order()];
        await LedgerLocks.TakeAsync(work, locks, cancellation);
        return keys;
    }

    /// <returns>The part; null where others have added to it before it was locked, so that there is more to lock or more to load.</returns>
    private async Task<LedgerPart?> TryLockedAsync(Func<LedgerPart, bool> attempt, HashSet<string> keys, CancellationToken cancellation)
    {
        var stored = await PartQuery.ReadAsync(work.Connection, work.Transaction, extent, [], cancellation);
        if (!keys.IsSupersetOf(Keys(stored)))
        {
            keys.UnionWith(Keys(stored));
            return null;
        }

        // Not before the locks: a verdict on a mention that goes may be given until then.
        await VerdictTable.FollowAsync(work, heirs, cancellation);
        var entries = new Dictionary<string, StoredEntry?>(StringComparer.Ordinal);
        while (true)
        {
            var part = await FillAsync(stored, entries, cancellation);
            if (attempt(part)) return part;
            extent.Add(part.Lacking, part.Lacking.From);
            if (part.Lacking.Whole.Count > 0 || part.Lacking.Later.Count > 0) return null;
        }
    }

    /// <summary>Makes the part, with the entries that hold its mentions; those that have been read before are not read again.</summary>
    private async Task<LedgerPart> FillAsync(IReadOnlyCollection<StoredMention> stored, Dictionary<string, StoredEntry?> entries, CancellationToken cancellation)
    {
        var holding = stored.Select(s => s.Held.EntryId).ToHashSet(StringComparer.Ordinal);
        foreach (var id in holding) extent.AddEntry(id);
        var unread = extent.Entries.Where(id => !entries.ContainsKey(id)).ToList();
        foreach (var id in unread) entries[id] = null;
        if (unread.Count > 0)
        {
            foreach (var row in await EntryTable.FindAsync(work, unread, cancellation)) entries[row.Entry.Entry.Id] = row;
        }

        var verdicts = await VerdictTable.OfAsync(work, [.. stored.Select(s => s.Held.Mention.Id).Union(cameIds)], gone, cameIds, cancellation);
        var rows = entries.Values.OfType<StoredEntry>().ToList();
        return new LedgerPart(
            freshness,
            verdicts,
            extent,
            stored.Select(s => s.Held),
            rows.Where(r => r.Listed && holding.Contains(r.Entry.Entry.Id)).Select(r => r.Entry),
            rows.Select(r => KeyValuePair.Create(r.Entry.Entry.Id, new FormerEntry(r.Entry.Version, r.Entry.Announced))));
    }

    private static HashSet<string> Keys(IEnumerable<StoredMention> stored) => stored.SelectMany(s => s.Keys).ToHashSet(StringComparer.Ordinal);
}
