using Parley.Contracts;
using Parley.Extraction.Ledger;
using Parley.Extraction.Ledger.Verdicts;
using Parley.Platform.Storage;

namespace Parley.Extraction.Storage;

/// <summary>A verdict with the mentions that it speaks of, as they are found at this moment.</summary>
/// <param name="Given">The verdict.</param>
/// <param name="Subjects">The mentions that it speaks of: of an entry all, in the order of the fold.</param>
/// <param name="Others">Those of the other side; empty where there is none.</param>
internal sealed record VerdictOnMentions(GivenVerdict Given, IReadOnlyList<LedgerMention> Subjects, IReadOnlyList<LedgerMention> Others)
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<LedgerMention> Told => [.. Subjects, .. Others];
}

/// <summary>Takes verdicts of analysts, and folds the entries that they speak of again.</summary>
internal sealed class VerdictStore(ExtractionDatabase database, LedgerOptions options, TimeProvider time)
{
    private const string Savepoint = "before_verdict";

    private readonly FreshnessOptions _freshness = new()
    {
        EventWindow = TimeSpan.FromDays(options.EventWindowDays),
        ArrivalWindow = TimeSpan.FromDays(options.ArrivalWindowDays),
    };

    /// <summary>The mentions of the entry of that id, or of an id that it had before, in the order of the fold; none where there is no such entry.</summary>
    public static async Task<IReadOnlyList<LedgerMention>> MentionsOfAsync(UnitOfWork work, string entryId, CancellationToken cancellation) =>
        [.. (await MentionTable.OfEntryAsync(work, entryId, cancellation)).Order(FoldOrder.Instance)];

    /// <summary>Gives a verdict.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="look">Finds the mentions that it speaks of; asked again where they have changed before they were locked.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>The verdict, and what it changes.</returns>
    public Task<(GivenVerdict Given, IReadOnlyList<LedgerChange> Changes)> GiveAsync(
        UnitOfWork work, Func<Task<VerdictOnMentions>> look, CancellationToken cancellation) => WeighAsync(
        work,
        look,
        found => VerdictTable.InsertAsync(work, found.Given, [.. found.Subjects.Select(m => m.Id)], [.. found.Others.Select(m => m.Id)], cancellation),
        (given, changes) => VerdictTable.KeepChangesAsync(work, given.Verdict.Id, changes, cancellation),
        cancellation);

    /// <summary>Withdraws a verdict.</summary>
    /// <returns>What that changes.</returns>
    public async Task<IReadOnlyList<LedgerChange>> WithdrawAsync(UnitOfWork work, GivenVerdict given, string by, CancellationToken cancellation)
    {
        var (_, changes) = await WeighAsync(
            work,
            async () => new VerdictOnMentions(given, await MentionTable.OfVerdictAsync(work, given.Verdict.Id, cancellation), []),
            _ => VerdictTable.WithdrawAsync(work, given.Verdict.Id, by, Now(), cancellation),
            (_, _) => Task.CompletedTask,
            cancellation);
        return changes;
    }

    /// <summary>The time that a verdict given now carries: to the microsecond, as the database keeps it.</summary>
    public DateTimeOffset Now()
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    /// <summary>
    /// Which keys to lock shows only from the mentions, and until they are locked others may change them: so look, write, lock, and look again; where
    /// something has changed in between, take all of it back and begin anew.
    /// </summary>
    private async Task<(GivenVerdict Given, IReadOnlyList<LedgerChange> Changes)> WeighAsync(
        UnitOfWork work, Func<Task<VerdictOnMentions>> look, Func<VerdictOnMentions, Task> write,
        Func<GivenVerdict, IReadOnlyList<LedgerChange>, Task> keep, CancellationToken cancellation)
    {
        while (true)
        {
            await work.Transaction.SaveAsync(Savepoint, cancellation);
            var found = await look();
            var told = found.Told;
            await write(found);
            IReadOnlyList<LedgerChange> changes = [];
            var loader = new PartLoader(work, _freshness, told, [], []);
            string[] keys = [VerdictSet.Key(found.Given.Verdict.Id)];
            var part = await loader.WithAsync(told, keys, loaded => loaded.TryApply(loaded.Weighed(told, Now()), out changes), cancellation);
            if (!(await look()).Told.SequenceEqual(told, SameMention.Instance))
            {
                await work.Transaction.RollbackAsync(Savepoint, cancellation);
                continue;
            }

            await MentionTable.HeedVerdictsAsync(work, told.Select(m => m.Id), cancellation);
            MentionTable.Assign(work, part.Moved, changes);
            EntryTable.Record(work, changes, part.IsAnnounced, null);
            await keep(found.Given, changes);
            if (changes.Count > 0)
                work.AfterCommit(database.LogWritten.Set);
            return (found.Given, changes);
        }
    }

    private sealed class SameMention : EqualityComparer<LedgerMention>
    {
        public static SameMention Instance { get; } = new();

        public override bool Equals(LedgerMention? x, LedgerMention? y) => x is not null && y is not null && FoldOrder.AreAlike(x, y);

        public override int GetHashCode(LedgerMention obj) => StringComparer.Ordinal.GetHashCode(obj.Id);
    }
}
