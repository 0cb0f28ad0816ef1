using Parley.Contracts;
using Parley.Extraction.Ledger.Verdicts;

namespace Parley.Extraction.Ledger;

/// <summary>
/// A part of the ledger in memory: mentions, and the entries that hold them. Mentions come and go, and the part tells what that changes. It
/// may be the whole ledger, or as much of it as the change needs: then <see cref="TryApply"/> says what is missing, and more can be added to it.
/// </summary>
internal sealed class LedgerPart
{
    private readonly FreshnessOptions freshness;
    private readonly VerdictSet verdicts;
    private readonly PartCoverage? coverage;
    private readonly MentionIndex mentions = new();
    private readonly Dictionary<string, VersionedEntry> entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, VersionedEntry> unheld = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FormerEntry> former = new(StringComparer.Ordinal);
    private readonly PartJournal journal;
    private readonly Trials trials = new();

    /// <summary>An empty ledger.</summary>
    public LedgerPart(FreshnessOptions freshness)
        : this(freshness, VerdictSet.None, (PartCoverage?)null, [], [], [])
    {
    }

    /// <param name="freshness">What counts as news.</param>
    /// <param name="verdicts">What analysts say.</param>
    /// <param name="coverage">What the part holds; null where it is the whole.</param>
    /// <param name="held">Its mentions.</param>
    /// <param name="listed">Entries as last recorded, those that hold its mentions and maybe others.</param>
    /// <param name="former">What is known of ids that are no entries now and may become entries again.</param>
    public LedgerPart(
        FreshnessOptions freshness,
        VerdictSet verdicts,
        PartCoverage? coverage,
        IEnumerable<HeldMention> held,
        IEnumerable<VersionedEntry> listed,
        IEnumerable<KeyValuePair<string, FormerEntry>> former)
    {
        this.freshness = freshness;
        this.verdicts = verdicts;
        this.coverage = coverage;
        // The whole is never taken back.
        journal = new PartJournal(canTakeBack: coverage is not null);
        Add(held, listed, former);
    }

    /// <summary>What analysts say of its mentions.</summary>
    public VerdictSet Verdicts => verdicts;

    /// <summary>The entries as recorded, in no order.</summary>
    public IReadOnlyCollection<VersionedEntry> Entries => entries.Values;

    /// <summary>The mentions that are held by another entry than at first, or that are new, with the entry.</summary>
    public IReadOnlyDictionary<string, string> Moved => journal.Moved;

    /// <summary>The entries that hold other mentions than at first, or hold some no more.</summary>
    public IReadOnlyCollection<string> Disturbed => journal.Disturbed;

    /// <summary>Whether some change of the entry of that id was news.</summary>
    public bool IsAnnounced(string entryId) => former.GetValueOrDefault(entryId).Announced;

    /// <summary>What <see cref="TryApply"/> lacked.</summary>
    public PartCoverage Lacking { get; private set; } = new();

    /// <summary>What it holds; null where it is the whole.</summary>
    public PartCoverage? Coverage => coverage;

    /// <summary>How many mentions it holds.</summary>
    public int Size => mentions.Count;

    /// <summary>The ids of its mentions.</summary>
    public IEnumerable<string> MentionIds => mentions.Ids;

    /// <summary>The entry that holds the mention; null where the part lacks it.</summary>
    public string? HolderOf(string mentionId) => mentions.HolderOf(mentionId);

    /// <summary>The entries that hold a mention of one of the keys.</summary>
    public IReadOnlyCollection<string> HoldersAt(IEnumerable<string> keys) => mentions.HoldersAt(keys);

    /// <summary>Adds more of the ledger, as it is recorded; the caller tells the <see cref="Coverage"/>.</summary>
    public void Add(IEnumerable<HeldMention> held, IEnumerable<VersionedEntry> listed, IEnumerable<KeyValuePair<string, FormerEntry>> further)
    {
        foreach (var (id, was) in further) former[id] = was;
        foreach (var entry in listed) unheld[entry.Entry.Id] = entry;
        foreach (var mention in held)
        {
            mentions.Add(TellingOf(mention.Mention), mention.EntryId);
            if (unheld.Remove(mention.EntryId, out var entry)) Record(entry);
        }

        Begin();
    }

    /// <summary>What has been applied is recorded: nothing is taken back beyond this. What was read of <see cref="Moved"/> and <see cref="Disturbed"/> stays as it was.</summary>
    public void Settle()
    {
        Begin();
        trials.Clear();
    }

    /// <summary>Takes back whatever has been applied since it was last settled.</summary>
    public void TakeBack()
    {
        journal.TakeBack();
        trials.Repeat();
        Begin();
    }

    /// <summary>As much of it as the extent says.</summary>
    public LedgerPart Cut(PartCoverage wanted)
    {
        var reached = mentions.All.Where(m => m.Telling.Keys.Any(key => wanted.Reaches(key, m.Telling))).Select(m => m.EntryId).ToHashSet(StringComparer.Ordinal);
        foreach (var id in reached) wanted.AddEntry(id);
        return new LedgerPart(
            freshness,
            verdicts,
            wanted,
            reached.SelectMany(mentions.OfEntry).Select(m => new HeldMention(m.Telling.Source, m.EntryId)),
            entries.Values,
            former);
    }

    /// <summary>The same part, going by other verdicts; what they change shows when <see cref="Weighed"/> is applied.</summary>
    public LedgerPart With(VerdictSet others) => new(
        freshness, others, coverage, mentions.All.Select(m => new HeldMention(m.Telling.Source, m.EntryId)), entries.Values.Concat(unheld.Values), former);

    /// <summary>What has all mentions of some entries weighed again: those that hold one of these mentions, and these.</summary>
    /// <param name="told">The mentions that verdicts speak of.</param>
    /// <param name="recordedAt">The time that the changes carry.</param>
    public Arrival Weighed(IEnumerable<LedgerMention> told, DateTimeOffset recordedAt)
    {
        var held = told.Select(m => mentions.HolderOf(m.Id)).OfType<string>().Distinct(StringComparer.Ordinal)
            .SelectMany(mentions.OfEntry).Select(m => m.Telling.Source);
        LedgerMention[] all = [.. held.Concat(told).DistinctBy(m => m.Id, StringComparer.Ordinal)];
        return new Arrival { Came = all, Went = [.. all.Select(m => m.Id)], Reason = ChangeReason.Verdict, RecordedAt = recordedAt };
    }

    /// <summary>
    /// What it must hold for a change around some mentions, as far as can be foreseen: what may link to them and, of their keys and those of the entries here that
    /// they may join, what was published since.
    /// </summary>
    public PartCoverage Foreseen(IEnumerable<Telling> around)
    {
        var wanted = new PartCoverage();
        foreach (var telling in around)
        {
            wanted.Add(telling);
            var reach = ReachOf([telling]);
            foreach (var entry in mentions.EntriesOf(reach))
                foreach (var key in mentions.ClusterOf(entry).Keys) wanted.Add(key, reach.From);
            foreach (var key in telling.Keys) wanted.Add(key, reach.From);
        }

        return wanted;
    }

    /// <summary>Lets mentions come and go.</summary>
    /// <param name="arrival">What comes and goes.</param>
    /// <param name="changes">What that changes.</param>
    /// <returns>False where the part holds too little to tell; then nothing is done, and <see cref="Lacking"/> says what is missing.</returns>
    public bool TryApply(Arrival arrival, out IReadOnlyList<LedgerChange> changes)
    {
        var outcome = trials.Find(arrival);
        if (outcome is null)
        {
            var isEnough = TryFold(arrival, out outcome);
            if (coverage is not null) trials.Remember(arrival, outcome);
            changes = outcome?.Changes ?? [];
            if (outcome is null) return isEnough;
        }

        Apply(outcome);
        changes = outcome.Changes;
        return true;
    }

    /// <param name="arrival">What comes and goes.</param>
    /// <param name="outcome">What it does; null where that is nothing.</param>
    /// <returns>False where the part holds too little to tell.</returns>
    private bool TryFold(Arrival arrival, out ArrivalOutcome? outcome)
    {
        outcome = null;
        var went = arrival.Went.Where(mentions.Contains).ToHashSet(StringComparer.Ordinal);
        var came = arrival.Came.DistinctBy(m => m.Id, StringComparer.Ordinal).Where(m => went.Contains(m.Id) || !mentions.Contains(m.Id))
            .Where(m => !verdicts.IsFalseStep(m.Id)).Select(TellingOf).ToList();
        if (came.Count == 0 && went.Count == 0) return true;
        IReadOnlyList<Telling> gone = [.. went.Select(id => mentions[id].Telling)];
        var fold = trials.FindUnfinished(arrival) ?? new UnfinishedFold(ReachOf([.. came, .. gone]), null, 0);
        if (!IsFolded(ref fold, came, went) || !IsKnown(fold.Refold!))
        {
            trials.Remember(arrival, fold);
            return false;
        }

        var refold = fold.Refold!;
        var before = refold.ChangedEntries.Where(entries.ContainsKey).Select(id => entries[id]).ToList();
        var after = refold.Changed.Select(c => (Cluster: c, Folded: EntryFold.FoldWithMentions(c, verdicts))).ToList();
        var listed = after.Where(a => !a.Cluster.IsFalse(verdicts)).Select(a => a.Folded).ToList();
        outcome = new ArrivalOutcome(
            came,
            went,
            [.. after.SelectMany(a => a.Folded.Mentions, (a, mention) => (mention.Id, a.Folded.Entry.Id))],
            LedgerDiff.Between(before, listed, arrival with { Came = [.. came.Select(t => t.Source)] }, freshness, former),
            fold.Reach,
            [.. refold.Changed.SelectMany(c => c.Members), .. gone]);
        return true;
    }

    /// <summary>What mentions that come and go reach before anything else is known.</summary>
    private PartExtent ReachOf(IReadOnlyList<Telling> tellings)
    {
        var reach = new PartExtent(tellings.Min(t => verdicts.KeysOf(t.Source.Id).Any() ? DateTimeOffset.MinValue : t.Source.PublishedAt));
        foreach (var telling in tellings) reach.Add(telling);
        return reach;
    }

    private void Apply(ArrivalOutcome outcome)
    {
        foreach (var id in outcome.Went) Drop(id);
        foreach (var telling in outcome.Came)
        {
            mentions.Add(telling, "");
            journal.Did(() => mentions.Remove(telling.Source.Id));
        }

        foreach (var (mention, entry) in outcome.Holders) Move(mention, entry);
        foreach (var change in outcome.Changes) Record(change);
    }

    private void Begin()
    {
        journal.Begin();
        Lacking = new();
    }

    private Telling TellingOf(LedgerMention mention) => verdicts.IsEmpty ? mention.Telling : new Telling(mention, verdicts);

    /// <summary>Whether all entries that change are there as last recorded; those that are not are lacking.</summary>
    private bool IsKnown(Refold refold)
    {
        if (coverage is null) return true;
        var ids = refold.ChangedEntries.Concat(refold.Changed.Select(c => c.Members.MinBy(t => t.Source, FoldOrder.Instance)!.OwnEntryId));
        var isKnown = true;
        foreach (var id in ids)
        {
            if (coverage.HoldsEntry(id)) continue;
            Lacking.AddEntry(id);
            isKnown = false;
        }

        return isKnown;
    }

    /// <summary>Gathers what the change reaches until it reaches no further; false where that is more than there is.</summary>
    private bool IsFolded(ref UnfinishedFold fold, List<Telling> came, HashSet<string> went)
    {
        var reach = fold.Reach;
        while (true)
        {
            if (coverage?.Covers(reach) == false)
            {
                Lacking.Add(reach);
                return false;
            }

            // It is as a rule more keys and days of the same entries that are wanted: these have been folded.
            var reached = mentions.EntriesOf(reach);
            if (fold.Refold is not { } refold || reached.Count > fold.Entries)
                fold = new UnfinishedFold(reach, refold = new Refold(mentions, reached, came, went, verdicts), reached.Count);
            var more = false;
            foreach (var telling in refold.Weighed) more |= reach.Add(telling);
            foreach (var key in refold.ChangedKeys) more |= reach.AddLater(key);
            if (!more) return true;
        }
    }

    private void Drop(string id)
    {
        var (telling, entry) = mentions[id];
        mentions.Remove(id);
        journal.Dropped(entry, () => mentions.Add(telling, entry));
    }

    private void Move(string id, string entry)
    {
        var from = mentions[id].EntryId;
        if (from == entry) return;
        mentions.Move(id, entry);
        journal.Moves(id, from, entry, () => mentions.Move(id, from));
    }

    private void Record(LedgerChange change)
    {
        var (id, entry, was) = (change.EntryId, entries.GetValueOrDefault(change.EntryId), former.TryGetValue(change.EntryId, out var known) ? known : (FormerEntry?)null);
        journal.Did(() =>
        {
            if (entry is null) entries.Remove(id);
            else entries[id] = entry;
            if (was is null) former.Remove(id);
            else former[id] = was.Value;
        });
        // An entry that goes by another id now is known to whoever knew it before.
        var announced = change.News || IsAnnounced(change.EntryId) || (change.Before is { } before && IsAnnounced(before.Id));
        former[id] = new FormerEntry(change.Version, announced);
        if (change.Kind is ChangeKind.Retracted or ChangeKind.Merged) entries.Remove(id);
        else Record(new VersionedEntry(change.After, change.Version, announced));
    }

    private void Record(VersionedEntry entry)
    {
        entries[entry.Entry.Id] = entry;
        former[entry.Entry.Id] = new FormerEntry(entry.Version, entry.Announced);
    }
}
