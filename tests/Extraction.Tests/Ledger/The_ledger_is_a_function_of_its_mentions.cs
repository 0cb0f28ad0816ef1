using FsCheck;
using FsCheck.Fluent;
using Parley.Extraction.Ledger;

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
    public void Whatever_arrives_later_the_ledger_of_the_blocks_is_the_ledger_of_the_whole() => Check.One(Runs, Prop.ForAll(StoryGen.Stories, story =>
    {
        var store = new BlockStore();
        foreach (var mention in Shuffling.Shuffled(story, story.Length)) store.Take(mention);
        return Shuffling.Json(store.Ledger()) == Shuffling.Json(LedgerFold.Fold(story));
    }));

    [Fact]
    public void Mentions_that_may_link_share_a_key_and_links_have_no_direction() => Check.One(Runs, Prop.ForAll(StoryGen.Stories, story =>
        story.All(a => story.All(b =>
            Links.MayLink(a, b) == Links.MayLink(b, a)
            && (!Links.MayLink(a, b) || Links.BlockingKeys(a).Intersect(Links.BlockingKeys(b)).Any())))));

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

    /// <summary>As storage does it: a mention joins the blocks that hold what it may link to, and only they are folded again.</summary>
    private sealed class BlockStore
    {
        private readonly Dictionary<string, HashSet<int>> blocksByKey = new(StringComparer.Ordinal);
        private readonly Dictionary<int, List<LedgerMention>> blocks = [];
        private readonly Dictionary<int, IReadOnlyList<FoldedEntry>> entries = [];
        private int next;

        public void Take(LedgerMention mention)
        {
            var keys = Links.BlockingKeys(mention);
            var touched = keys.SelectMany(k => blocksByKey.GetValueOrDefault(k, [])).Distinct()
                .Where(b => blocks[b].Exists(m => Links.MayLink(m, mention))).ToArray();
            var joined = touched.SelectMany(b => blocks[b]).Append(mention).ToList();
            var id = next++;
            foreach (var old in touched)
            {
                blocks.Remove(old);
                entries.Remove(old);
                foreach (var holders in blocksByKey.Values) holders.Remove(old);
            }

            blocks[id] = joined;
            entries[id] = LedgerFold.FoldBlock(joined);
            foreach (var key in joined.SelectMany(Links.BlockingKeys))
            {
                if (!blocksByKey.TryGetValue(key, out var holders)) blocksByKey[key] = holders = [];
                holders.Add(id);
            }
        }

        public IEnumerable<Contracts.Entry> Ledger() => entries.Values.SelectMany(e => e)
            .OrderBy(e => e.Entry.Start ?? DateOnly.FromDateTime(e.Mentions[0].PublishedAt.UtcDateTime)).ThenBy(e => e.Entry.Id, StringComparer.Ordinal)
            .Select(e => e.Entry);
    }
}
