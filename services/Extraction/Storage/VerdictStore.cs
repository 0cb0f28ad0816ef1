using Parley.Contracts;
using Parley.Extraction.Ledger;
using Parley.Extraction.Ledger.Verdicts;
using Parley.Platform.Storage;

namespace Parley.Extraction.Storage;

/// <summary>Takes verdicts of analysts, and folds the entries that they speak of again.</summary>
internal sealed class VerdictStore(ExtractionDatabase database, LedgerOptions options, TimeProvider time)
{
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
    /// <param name="given">What is said.</param>
    /// <param name="subjects">The mentions that it speaks of: of an entry all, the first first.</param>
    /// <param name="others">Those of the other entry.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>What it changes.</returns>
    public async Task<IReadOnlyList<LedgerChange>> GiveAsync(
        UnitOfWork work, GivenVerdict given, IReadOnlyList<LedgerMention> subjects, IReadOnlyList<LedgerMention> others, CancellationToken cancellation)
    {
        await VerdictTable.InsertAsync(work, given, [.. subjects.Select(m => m.Id)], [.. others.Select(m => m.Id)], cancellation);
        return await WeighAsync(work, given.Verdict, [.. subjects, .. others], cancellation);
    }

    /// <summary>Withdraws a verdict.</summary>
    /// <returns>What that changes.</returns>
    public async Task<IReadOnlyList<LedgerChange>> WithdrawAsync(UnitOfWork work, GivenVerdict given, string by, CancellationToken cancellation)
    {
        await VerdictTable.WithdrawAsync(work, given.Verdict.Id, by, Now(), cancellation);
        var told = await MentionTable.OfVerdictAsync(work, given.Verdict.Id, cancellation);
        return await WeighAsync(work, given.Verdict, told, cancellation);
    }

    /// <summary>The time that a verdict given now carries: to the microsecond, as the database keeps it.</summary>
    public DateTimeOffset Now()
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private async Task<IReadOnlyList<LedgerChange>> WeighAsync(
        UnitOfWork work, Verdict verdict, IReadOnlyList<LedgerMention> told, CancellationToken cancellation)
    {
        IReadOnlyList<LedgerChange> changes = [];
        var loader = new PartLoader(work, _freshness, told, []);
        var part = await loader.WithAsync(told, [VerdictSet.Key(verdict.Id)], loaded => loaded.TryApply(loaded.Weighed(told, Now()), out changes), cancellation);
        await MentionTable.RefuteAsync(work, [.. told.Select(m => m.Id)], [.. told.Select(m => m.Id).Where(part.Verdicts.IsFalseStep)], cancellation);
        await MentionTable.AssignAsync(work, part.Moved, [], cancellation);
        await EntryTable.RecordAsync(work, changes, part.IsAnnounced, null, cancellation);
        if (changes.Count > 0)
            work.AfterCommit(database.LogWritten.Set);
        return changes;
    }
}
