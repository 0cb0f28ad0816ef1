using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Parley.Contracts;
using Parley.Extraction.Ledger;
using Parley.Extraction.Ledger.Verdicts;

namespace Parley.Extraction.Tests.Ledger;

public sealed class What_a_part_must_hold
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(20200614, 7);
    private static readonly DateTimeOffset Monday = new(2024, 3, 4, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Lacks_the_keys_that_are_new()
    {
        var missing = Of(["a", "b"], days: Week(1)).Missing(Of(["b", "c"], ["d"], Week(1)));

        (Sorted(missing.Near), Sorted(missing.Later), missing.From).ShouldBe(("c", "d", Monday));
        missing.Days.ShouldBe([Week(1)]);
    }

    [Fact]
    public void Lacks_of_a_key_the_days_that_it_was_not_asked_for()
    {
        var coverage = Of(["a", "b"], ["d"], Week(1));

        var missing = coverage.Missing(Of(["a"], days: Week(5)));

        (Sorted(missing.Near), Sorted(missing.Later)).ShouldBe(("a", ""));
        missing.Days.ShouldBe([Week(5)]);
        coverage.Add(missing);
        coverage.Covers(Reached("a", Week(5))).ShouldBeTrue();
        coverage.Covers(Reached("a", Week(1))).ShouldBeTrue();
        coverage.Covers(Reached("b", Week(5))).ShouldBeFalse();
    }

    [Fact]
    public void Lacks_of_a_key_what_was_published_before_it_was_asked_for()
    {
        var coverage = Of([], ["d", "e"]);
        var earlier = new PartCoverage();
        earlier.Add("d", Monday.AddDays(-9));

        Sorted(coverage.Missing(earlier).Later).ShouldBe("d");
        coverage.Add(earlier);
        Sorted(coverage.Missing(earlier).Later).ShouldBe("");
        Sorted(coverage.Missing(Of([], ["d", "e"])).Later).ShouldBe("");
    }

    [Fact]
    public void Lacks_what_was_published_later_of_a_key_of_which_it_has_some_days()
    {
        var extent = Since(Monday, "a");
        var coverage = Of(["a"], days: Week(1));

        coverage.Covers(extent).ShouldBeFalse();
        Sorted(coverage.Missing(Of([], ["a"])).Later).ShouldBe("a");
        coverage.Add(extent);
        coverage.Covers(extent).ShouldBeTrue();
        coverage.Covers(Since(Monday.AddDays(-1), "a")).ShouldBeFalse();
    }

    [Fact]
    public void Lacks_nothing_that_it_has()
    {
        var coverage = Of(["a", "b"], ["d"], Week(1));
        coverage.AddEntry("e1");
        var wanted = Of(["b"], ["d"], Week(1));
        wanted.AddEntry("e1");

        var missing = coverage.Missing(wanted);

        (missing.HasKeys, missing.Entries.Count).ShouldBe((false, 0));
    }

    [Fact]
    public void What_joins_an_entry_needs_no_more_than_is_foreseen()
    {
        LedgerMention[] told =
        [
            Told.Talks(EntryStatus.Planned, "KEN", "UGA").On("2011-05-09").In("a", "2011-05-05T09:00:00Z"),
            Told.Talks(EntryStatus.Planned, "KEN", "UGA").On("2011-05-09").At("Kampala", "UGA").In("b", "2011-05-06T09:00:00Z"),
        ];
        var whole = new LedgerPart(new FreshnessOptions());
        foreach (var mention in told) whole.TryApply(new Arrival { Came = [mention], RecordedAt = default }, out _);
        LedgerMention comes = Told.Talks(EntryStatus.Held, "KEN", "UGA").On("2011-05-09").In("c", "2011-05-09T20:00:00Z");
        var itself = new PartCoverage();
        itself.Add(comes.Telling);

        var arrival = new Arrival { Came = [comes], RecordedAt = default };
        whole.Cut(itself).TryApply(arrival, out _).ShouldBeFalse("the entry has keys of a place that the mention does not name");
        whole.Cut(whole.Foreseen([comes.Telling])).TryApply(arrival, out var changes).ShouldBeTrue();

        changes.Single().Kind.ShouldBe(ChangeKind.Status);
    }

    [Fact]
    public void What_was_applied_to_a_part_and_taken_back_leaves_no_trace() => Check.One(Runs, Prop.ForAll(StoryGen.Stories, story =>
    {
        var shuffled = Shuffling.Shuffled(story, story.Length);
        var (part, never) = (Everything(shuffled), Everything(shuffled));
        var half = shuffled.Length / 2;
        foreach (var mention in shuffled.Take(half))
        {
            var arrival = new Arrival { Came = [mention], RecordedAt = default };
            part.TryApply(arrival, out _).ShouldBeTrue();
            never.TryApply(arrival, out _).ShouldBeTrue();
        }

        part.Settle();
        never.Settle();
        foreach (var mention in shuffled.Skip(half)) part.TryApply(new Arrival { Came = [mention], RecordedAt = default }, out _).ShouldBeTrue();
        foreach (var mention in shuffled.Where((_, i) => i % 3 == 0)) part.TryApply(new Arrival { Went = [mention.Id], RecordedAt = default }, out _).ShouldBeTrue();
        part.TakeBack();

        part.Moved.ShouldBeEmpty();
        (part.Size, string.Join(' ', part.MentionIds.Order(StringComparer.Ordinal))).ShouldBe((half, string.Join(' ', never.MentionIds.Order(StringComparer.Ordinal))));
        foreach (var mention in shuffled)
        {
            var arrival = new Arrival { Came = [mention], RecordedAt = default };
            part.TryApply(arrival, out var changes).ShouldBeTrue();
            never.TryApply(arrival, out var expected).ShouldBeTrue();
            if (JsonSerializer.Serialize(changes, ParleyJson.Line) != JsonSerializer.Serialize(expected, ParleyJson.Line)) return false;
        }

        return part.Moved.OrderBy(m => m.Key, StringComparer.Ordinal).SequenceEqual(never.Moved.OrderBy(m => m.Key, StringComparer.Ordinal));
    }));

    [Fact]
    public void What_is_tried_again_with_more_of_the_ledger_comes_to_what_the_whole_ledger_gives() => Check.One(Runs, Prop.ForAll(StoryGen.Stories, story =>
    {
        var mentions = story.ToDictionary(m => m.Id, StringComparer.Ordinal);
        var whole = new LedgerPart(new FreshnessOptions());
        foreach (var group in Shuffling.Shuffled(story, story.Length).Chunk(5))
        {
            var arrivals = group.Select(m => new Arrival { Came = [m], RecordedAt = default }).ToList();
            var wanted = new PartCoverage();
            foreach (var telling in group.Select(m => new Telling(m)).Take(1)) wanted.Add(telling);
            var part = whole.Cut(wanted);
            List<LedgerChange> changes;
            while (!TryAll(part, arrivals, out changes))
            {
                var missing = part.Coverage!.Missing(part.Lacking);
                part.TakeBack();
                var more = whole.Cut(missing);
                part.Coverage.Add(missing);
                part.Add(more.MentionIds.Except(part.MentionIds).Select(id => new HeldMention(mentions[id], more.HolderOf(id)!)).ToList(), [], []);
            }

            TryAll(whole, arrivals, out var expected).ShouldBeTrue();
            if (JsonSerializer.Serialize(changes, ParleyJson.Line) != JsonSerializer.Serialize(expected, ParleyJson.Line)) return false;
            foreach (var (id, entry) in part.Moved) whole.HolderOf(id).ShouldBe(entry);
        }

        return true;
    }));

    [Fact]
    public void What_is_handed_on_and_what_was_stored_before_come_to_what_the_whole_ledger_gives() => Check.One(Runs, Prop.ForAll(StoryGen.Stories, story =>
    {
        var mentions = story.ToDictionary(m => m.Id, StringComparer.Ordinal);
        // Of what is stored the last arrivals are missing: they are in the part that was handed on, and nowhere else.
        var (whole, stored, part) = (new LedgerPart(new FreshnessOptions()), new LedgerPart(new FreshnessOptions()), Nothing());
        var (last, told) = ((IReadOnlyList<Arrival>)[], new Queue<LedgerMention>());
        foreach (var group in Shuffling.Shuffled(story, story.Length).Chunk(3))
        {
            // Now and then a passage that was told earlier is taken back.
            LedgerMention[] went = told.Count > 4 ? [told.Dequeue()] : [];
            List<Arrival> arrivals = [.. group.Select(m => new Arrival { Came = [m], RecordedAt = default }), new Arrival { Went = [.. went.Select(m => m.Id)], RecordedAt = default }];
            foreach (var mention in group) told.Enqueue(mention);
            var disturbed = part.Disturbed;
            part.Settle();
            var wanted = part.Foreseen(group.Concat(went).Select(m => m.Telling));
            while (true)
            {
                Load(part, stored, wanted, disturbed, mentions);
                if (TryAll(part, arrivals, out _)) break;
                wanted = part.Lacking;
                part.TakeBack();
            }

            TryAll(whole, arrivals, out _).ShouldBeTrue();
            foreach (var id in part.MentionIds) part.HolderOf(id).ShouldBe(whole.HolderOf(id));
            var entries = whole.Entries.ToDictionary(e => e.Entry.Id, e => JsonSerializer.Serialize(e.Entry, ParleyJson.Line), StringComparer.Ordinal);
            foreach (var entry in part.Entries) JsonSerializer.Serialize(entry.Entry, ParleyJson.Line).ShouldBe(entries[entry.Entry.Id]);
            TryAll(stored, last, out _).ShouldBeTrue();
            last = arrivals;
        }
    }));

    /// <summary>Adds to a part what it lacks of what is stored, as whole entries.</summary>
    private static void Load(
        LedgerPart part, LedgerPart stored, PartCoverage wanted, IReadOnlyCollection<string> disturbed, IReadOnlyDictionary<string, LedgerMention> mentions)
    {
        var missing = part.Coverage!.Missing(wanted);
        var known = part.HoldersAt(missing.Near.Concat(missing.Later)).Concat(disturbed).ToHashSet(StringComparer.Ordinal);
        var more = stored.Cut(missing);
        var entries = more.Entries.Where(e => missing.HoldsEntry(e.Entry.Id) && !part.Coverage.HoldsEntry(e.Entry.Id)).ToList();
        part.Coverage.Add(missing);
        part.Add(
            more.MentionIds.Where(id => !known.Contains(more.HolderOf(id)!)).Select(id => new HeldMention(mentions[id], more.HolderOf(id)!)),
            entries,
            entries.Select(e => KeyValuePair.Create(e.Entry.Id, new FormerEntry(e.Version, e.Announced))));
    }

    private static LedgerPart Nothing() => new(new FreshnessOptions(), VerdictSet.None, new PartCoverage(), [], [], []);

    private static bool TryAll(LedgerPart part, IReadOnlyList<Arrival> arrivals, out List<LedgerChange> found)
    {
        var isEnough = true;
        found = [];
        foreach (var arrival in arrivals)
        {
            isEnough &= part.TryApply(arrival, out var changes);
            found.AddRange(changes);
        }

        return isEnough;
    }

    /// <summary>A part of nothing that lacks nothing which these mentions need.</summary>
    private static LedgerPart Everything(IReadOnlyCollection<LedgerMention> mentions)
    {
        var coverage = new PartCoverage();
        foreach (var telling in mentions.Select(m => new Telling(m)))
        {
            coverage.AddEntry(telling.OwnEntryId);
            foreach (var key in telling.Keys)
            {
                coverage.Add(key, [new DayRange(DateOnly.MinValue, DateOnly.MaxValue)]);
                coverage.Add(key, DateTimeOffset.MinValue);
            }
        }

        return new LedgerPart(new FreshnessOptions(), VerdictSet.None, coverage, [], [], []);
    }

    private static PartCoverage Of(string[] near, string[]? later = null, DayRange? days = null)
    {
        var coverage = new PartCoverage();
        foreach (var key in near) coverage.Add(key, [days!.Value]);
        foreach (var key in later ?? []) coverage.Add(key, Monday);
        return coverage;
    }

    private static PartExtent Since(DateTimeOffset moment, string key)
    {
        var extent = new PartExtent(moment);
        extent.AddLater(key);
        return extent;
    }

    private static PartExtent Reached(string key, DayRange days)
    {
        var extent = new PartExtent(DateTimeOffset.MaxValue);
        extent.Add(key);
        extent.Add(days);
        return extent;
    }

    private static DayRange Week(int number)
    {
        var middle = new DateOnly(2024, 1, 1).AddDays(7 * number);
        return DayRange.Around(middle, middle, 3, 3);
    }

    private static string Sorted(IEnumerable<string> keys) => string.Join(' ', keys.Order(StringComparer.Ordinal));
}
