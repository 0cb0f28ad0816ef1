using FsCheck;
using FsCheck.Fluent;
using Parley.Contracts;
using Parley.Extraction.Ledger;
using static Parley.Contracts.EntryStatus;

namespace Parley.Extraction.Tests.Ledger;

public sealed class The_ledger_is_a_function_of_its_mentions
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(20200614, 7);

    [Fact]
    public void Neither_order_nor_repetition_changes_a_byte() => Check.One(Runs, Prop.ForAll(StoryGen.Stories, story =>
    {
        var expected = Shuffling.Json(LedgerFold.Fold(story));
        var again = Shuffling.Shuffled([.. story, .. story.Take(story.Length / 2)], story.Length);
        return Shuffling.Json(LedgerFold.Fold(again)) == expected;
    }));

    [Fact]
    public void However_it_arrives_the_ledger_that_grew_is_the_ledger_of_the_whole() => Check.One(Runs, Prop.ForAll(StoryGen.Stories, story =>
    {
        var part = new LedgerPart(new FreshnessOptions());
        foreach (var together in Shuffling.InParts(Shuffling.Shuffled(story, story.Length), story.Length)) Apply(part, together);
        return Grown(part) == Shuffling.Json(LedgerFold.Fold(story));
    }));

    [Fact]
    public void What_goes_again_leaves_no_trace() => Check.One(Runs, Prop.ForAll(StoryGen.Stories, story =>
    {
        var shuffled = Shuffling.Shuffled(story, story.Length);
        var part = new LedgerPart(new FreshnessOptions());
        foreach (var mention in shuffled) Apply(part, [mention]);
        var gone = shuffled.Where((_, i) => i % 3 == 0).ToArray();
        foreach (var mention in gone)
            part.TryApply(new Arrival { Went = [mention.Id], RecordedAt = default }, out _).ShouldBeTrue();
        return Grown(part) == Shuffling.Json(LedgerFold.Fold(shuffled.Except(gone)));
    }));

    [Fact]
    public void A_part_that_holds_too_little_says_so_until_it_holds_enough() => Check.One(Runs, Prop.ForAll(StoryGen.Stories, story =>
        GrownOfParts(Shuffling.Shuffled(story, story.Length)) == Shuffling.Json(LedgerFold.Fold(story))));

    [Fact]
    public void What_was_put_off_without_a_day_reaches_no_further_than_it_is_looked_for()
    {
        LedgerMention[] story =
        [
            Told.Talks(Postponed, "KEN", "UGA").A(EntryKind.Summit).On("2011-06-01", precision: DatePrecision.Month).In("a", "2011-06-21T00:00:00Z"),
            Told.Talks(Postponed, "KEN").A(EntryKind.Summit).At("Kampala", "UGA").Background().In("b", "2011-06-22T06:00:00Z"),
            Told.Talks(Planned).A(EntryKind.Summit).At("Kampala", "UGA").On("2011-01-01", precision: DatePrecision.Year).Background().In("c", "2011-07-28T00:00:00Z"),
        ];

        GrownOfParts(story).ShouldBe(Shuffling.Json(LedgerFold.Fold(story)));
    }

    [Fact]
    public void What_comes_later_changes_nothing_of_what_was_before() => Check.One(Runs, Prop.ForAll(StoryGen.Stories, story =>
    {
        var sorted = story.OrderBy(m => m.PublishedAt).ToArray();
        var moment = sorted[sorted.Length / 2].PublishedAt;
        var then = story.Where(m => m.PublishedAt <= moment).ToArray();
        var cut = LedgerFold.FoldWithMentions(story).Select(f => f.Mentions.Where(m => m.PublishedAt <= moment).ToArray()).Where(m => m.Length > 0)
            .SelectMany(LedgerFold.Fold).OrderBy(e => e.Id, StringComparer.Ordinal);
        return Shuffling.Json(cut) == Shuffling.Json(LedgerFold.Fold(then).OrderBy(e => e.Id, StringComparer.Ordinal));
    }));

    [Fact]
    public void Mentions_that_may_link_share_a_key_and_links_have_no_direction() => Check.One(Runs, Prop.ForAll(StoryGen.Stories, story =>
        story.All(a => story.All(b =>
            Links.MayLink(a, b) == Links.MayLink(b, a)
            && (!Links.MayLink(a, b) || (Links.BlockingKeys(a).Intersect(Links.BlockingKeys(b)).Any() && Links.Near(a).Any(x => Links.Near(b).Any(x.Overlaps))))))));

    [Fact]
    public void Every_mention_is_a_step_of_one_entry() => Check.One(Runs, Prop.ForAll(StoryGen.Stories, story =>
    {
        var ids = LedgerFold.FoldWithMentions(story).SelectMany(f => f.Mentions).Select(m => m.Id);
        return ids.Order(StringComparer.Ordinal).SequenceEqual(story.Select(m => m.Id).Order(StringComparer.Ordinal));
    }));

    [Fact]
    public void A_history_is_in_order_of_publication_and_the_id_is_that_of_its_first_mention() => Check.One(Runs, Prop.ForAll(StoryGen.Stories, story =>
        LedgerFold.FoldWithMentions(story).All(f =>
            f.Entry.Id == EntryId.Of(f.Mentions[0])
            && f.Entry.History.Count == f.Mentions.Count
            && f.Entry.History.Zip(f.Entry.History.Skip(1)).All(p => p.First.PublishedAt <= p.Second.PublishedAt))));

    [Fact]
    public void The_ids_of_the_five_articles_do_not_depend_on_their_order()
    {
        var expected = Shuffling.Json(LedgerFold.Fold(SeedStory.Mentions));
        for (var seed = 0; seed < 20; seed++) Shuffling.Json(LedgerFold.Fold(Shuffling.Shuffled(SeedStory.Mentions, seed))).ShouldBe(expected);
    }

    /// <summary>The ledger of mentions that come one after another, each to as much of it as it turns out to need.</summary>
    private static string GrownOfParts(IEnumerable<LedgerMention> story)
    {
        var store = new LedgerPart(new FreshnessOptions());
        foreach (var mention in story)
        {
            var arrival = new Arrival { Came = [mention], RecordedAt = default };
            var coverage = new PartCoverage();
            coverage.Add(new Telling(mention));
            var part = store.Cut(coverage);
            while (!part.TryApply(arrival, out _))
            {
                coverage.Add(part.Lacking);
                part = store.Cut(coverage);
            }

            store.TryApply(arrival, out _);
            foreach (var (id, entry) in part.Moved) store.HolderOf(id).ShouldBe(entry);
        }

        return Grown(store);
    }

    private static void Apply(LedgerPart part, IReadOnlyCollection<LedgerMention> came) =>
        part.TryApply(new Arrival { Came = came, RecordedAt = default }, out _).ShouldBeTrue();

    private static string Grown(LedgerPart part) => Shuffling.Json(LedgerFold.InOrder(part.Entries.Select(e => e.Entry)));
}
