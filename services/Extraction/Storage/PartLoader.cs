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
/// <param name="handover">Those of this copy that write one after the other; null for one who stands by himself and begins anew each time.</param>
internal sealed class PartLoader(
    UnitOfWork work, FreshnessOptions freshness, IReadOnlyCollection<LedgerMention> came, IReadOnlyCollection<string> gone, IReadOnlyCollection<Heir> heirs,
    PartHandover? handover = null)
{
    private const string Savepoint = "before_locks";

    private readonly string[] _came = [.. came.Select(m => m.Id)];
    private readonly HashSet<string> _unasked = [.. came.Select(m => m.Id)];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private long[] _locks = [];
    private bool _areJudged;
    private LedgerWriter? _self;
    private long? _turn;

    /// <summary>Does something with the part that holds what mentions may link to, and with a larger one for as long as it is not enough.</summary>
    /// <param name="around">Where to begin: the mentions that may link to these.</param>
    /// <param name="further">Further keys of these.</param>
    /// <param name="attempt">
    /// What to do with the part; false where <see cref="LedgerPart.Lacking"/> says that more is needed. Its last call is the one that counts.
    /// </param>
    /// <param name="cancellation">Ends the waiting for locks.</param>
    /// <returns>The part that was enough.</returns>
    public async Task<LedgerPart> WithAsync(
        IEnumerable<LedgerMention> around, IReadOnlyCollection<string> further, Func<LedgerPart, bool> attempt, CancellationToken cancellation)
    {
        var tellings = around.Select(m => m.Telling).ToList();
        var before = LedgerWriter.None;
        if (handover is not null)
            (before, _self) = handover.Join(work);
        // While the one before still writes. Verdicts that follow a passage are written before the part is read, and nobody can write before his turn.
        var ahead = before.Outcome.IsCompleted || heirs.Count > 0 ? null : before.Take();
        var isFolded = ahead is not null && await TryFoldAheadAsync(ahead, tellings, further, attempt, cancellation);

        await before.Outcome.WaitAsync(cancellation);
        (_turn, var areJudged) = await LedgerLocks.TryTakeWholeAsync(work, _came, cancellation);
        var handed = ahead ?? before.Take();
        var holds = await before.Outcome && handed is not null && handed.Turn + 1 == _turn;
        if (isFolded && holds)
            return ahead!.Part;

        _areJudged |= areJudged;
        // Verdicts may be given until the ledger is taken; and those that follow a passage speak of what comes only once they have.
        if (_turn is null || heirs.Count > 0)
            _unasked.UnionWith(_came);
        else
            _unasked.ExceptWith(_came);
        if (_turn is null)
            return await WithKeysAsync(Foreseen(Nothing(), tellings, further), attempt, cancellation);
        await VerdictTable.FollowAsync(work, heirs, cancellation);
        var part = holds && ahead is null ? handed!.Part : Nothing();
        return await SurveyAsync(part, Foreseen(part, tellings, further), attempt, cancellation);
    }

    /// <summary>Hands the part on to whoever writes next, to whom it then belongs.</summary>
    public void HandOn(LedgerPart part)
    {
        if (_turn is { } turn)
            _self?.HandOn(part, turn);
    }

    /// <summary>
    /// Does it with the part that the one before hands on, before that one is committed. While it has the whole ledger nobody else writes, so that the
    /// database holds what it held before that one; what that one has done is in the part.
    /// </summary>
    /// <returns>Whether that was enough; false where verdicts are to be heeded, which is not done in advance.</returns>
    private async Task<bool> TryFoldAheadAsync(
        HandedPart ahead, IReadOnlyList<Telling> around, IReadOnlyCollection<string> further, Func<LedgerPart, bool> attempt, CancellationToken cancellation)
    {
        var part = ahead.Part;
        var wanted = Foreseen(part, around, further);
        while (true)
        {
            await ReadAsync(part, wanted, ahead.Disturbed, cancellation);
            if (_areJudged)
                return false;
            if (attempt(part))
                return true;
            wanted = part.Lacking;
            part.TakeBack();
        }
    }

    private PartCoverage Foreseen(LedgerPart part, IReadOnlyList<Telling> around, IReadOnlyCollection<string> further)
    {
        var wanted = part.Foreseen(around);
        foreach (var telling in around)
            foreach (var key in further) wanted.Add(key, telling.Near);
        foreach (var mention in came) wanted.AddEntry(mention.Telling.OwnEntryId);
        return wanted;
    }

    /// <summary>While others write: finds out which keys are needed, and does it again once they are locked.</summary>
    private async Task<LedgerPart> WithKeysAsync(PartCoverage wanted, Func<LedgerPart, bool> attempt, CancellationToken cancellation)
    {
        var surveyed = await SurveyAsync(Nothing(), wanted, attempt, cancellation);
        var extent = surveyed.Coverage!;
        while (true)
        {
            await work.Transaction.SaveAsync(Savepoint, cancellation);
            await LockAsync(extent, cancellation);
            if (await TryLockedAsync(extent, attempt, cancellation) is { } part)
            {
                await work.Transaction.ReleaseAsync(Savepoint, cancellation);
                return part;
            }

            // Rolling back to the savepoint releases the locks that were taken behind it: one who keeps some while he waits for others waits in a circle.
            await work.Transaction.RollbackAsync(Savepoint, cancellation);
        }
    }

    /// <summary>Adds to a part until it is enough: each attempt shows what the next one must have as well, and only that is loaded.</summary>
    private async Task<LedgerPart> SurveyAsync(LedgerPart part, PartCoverage wanted, Func<LedgerPart, bool> attempt, CancellationToken cancellation)
    {
        while (true)
        {
            await ReadAsync(part, wanted, [], cancellation);
            part = await HeedVerdictsAsync(part, cancellation);
            if (attempt(part))
                return part;
            wanted = part.Lacking;
            part.TakeBack();
        }
    }

    /// <summary>Takes the locks of every key of every mention in the part, always in one order.</summary>
    private async Task LockAsync(PartCoverage extent, CancellationToken cancellation)
    {
        _keys.UnionWith(extent.Near);
        _keys.UnionWith(extent.Later);
        _locks = [.. _locks.Union(LedgerLocks.Of(_keys)).Order()];
        await LedgerLocks.TakeAsync(work, _locks, cancellation);
    }

    /// <returns>The part; null where others have added to it before it was locked, so that there is more to lock or more to load.</returns>
    private async Task<LedgerPart?> TryLockedAsync(PartCoverage extent, Func<LedgerPart, bool> attempt, CancellationToken cancellation)
    {
        var (part, locked) = (Nothing(), _keys.Count);
        await ReadAsync(part, extent, [], cancellation);
        if (_keys.Count > locked)
            return null;

        // Not before the locks: a verdict on a mention that goes may be given until then, and with it on the one that comes in its place.
        await VerdictTable.FollowAsync(work, heirs, cancellation);
        _areJudged |= await VerdictTable.AreJudgedAsync(work, _came, cancellation);
        while (true)
        {
            part = await HeedVerdictsAsync(part, cancellation);
            if (attempt(part))
                return part;
            var lacking = part.Lacking;
            part.TakeBack();
            extent.Add(lacking);
            if (lacking.HasKeys)
                return null;
            await ReadAsync(part, lacking, [], cancellation);
        }
    }

    /// <summary>Adds what a part lacks of an extent, and the entries that hold its mentions.</summary>
    /// <param name="part">The part.</param>
    /// <param name="wanted">The extent.</param>
    /// <param name="disturbed">Further entries that need not be read: all that is to be known of them is in the part.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    private async Task ReadAsync(LedgerPart part, PartCoverage wanted, IReadOnlyCollection<string> disturbed, CancellationToken cancellation)
    {
        var missing = part.Coverage!.Missing(wanted);
        var stored = await PartQuery.ReadAsync(work.Connection, work.Transaction, missing, part.HoldersAt(missing.Near.Concat(missing.Later)).Concat(disturbed), cancellation);
        foreach (var mention in stored)
        {
            _keys.UnionWith(mention.Keys);
            _unasked.Add(mention.Held.Mention.Id);
        }

        var holding = stored.Select(s => s.Held.EntryId).ToHashSet(StringComparer.Ordinal);
        foreach (var id in holding) missing.AddEntry(id);
        var unread = missing.Entries.Where(id => !part.Coverage.HoldsEntry(id)).ToList();
        var (rows, areJudged) = unread.Count + _unasked.Count == 0 ? ([], false) : await EntryTable.FindAsync(work, unread, _unasked, cancellation);
        _unasked.Clear();
        _areJudged |= areJudged;
        part.Coverage.Add(missing);
        part.Add(
            stored.Select(s => s.Held),
            rows.Where(r => r.Listed).Select(r => r.Entry),
            rows.Select(r => KeyValuePair.Create(r.Entry.Entry.Id, new FormerEntry(r.Entry.Version, r.Entry.Announced))));
    }

    /// <summary>The part, going by what analysts say of its mentions and of those that come. As a rule they say nothing.</summary>
    private async Task<LedgerPart> HeedVerdictsAsync(LedgerPart part, CancellationToken cancellation) =>
        _areJudged ? part.With(await VerdictTable.OfAsync(work, [.. part.MentionIds.Union(_came)], gone, _came, cancellation)) : part;

    private LedgerPart Nothing() => new(freshness, VerdictSet.None, new PartCoverage(), [], [], []);
}
