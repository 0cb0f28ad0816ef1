using FsCheck;
using FsCheck.Fluent;
using Parley.Contracts;
using Parley.Extraction.Ledger;
using static Parley.Contracts.EntryStatus;

namespace Parley.Extraction.Tests.Ledger;

public sealed class Articles_that_are_corrected
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(20200615, 7);

    private static readonly Told Plan = Told.Talks(Planned, "RUS", "TUR").On("2020-06-14");

    [Fact]
    public void What_a_later_version_says_again_goes_on_as_it_was_wherever_it_stands()
    {
        var first = Version("v1", "2020-06-12T09:00:00Z", Plan);
        var moved = first.Mentions[0] with { Mention = first.Mentions[0].Mention with { Evidence = new Evidence(300, 350, first.Mentions[0].Mention.Evidence.Text) } };
        var second = Version("v2", "2020-06-12T11:00:00Z") with { Mentions = [moved] };

        ArticleReadings.Mentions([second, first]).ShouldBe([first.Mentions[0]]);
    }

    [Fact]
    public void What_it_says_no_more_ends_when_it_came_and_what_it_says_anew_began_then()
    {
        var first = Version("v1", "2020-06-12T09:00:00Z", Plan);
        var second = Version("v2", "2020-06-12T11:00:00Z", Plan.On("2020-06-15"));

        var all = ArticleReadings.Mentions([second, first]);

        all.Count.ShouldBe(2);
        var (gone, stands) = (all.Single(m => m.Until is not null), all.Single(m => m.Until is null));
        (gone.Mention.Start, gone.Until, gone.UntilReceivedAt).ShouldBe((new DateOnly(2020, 6, 14), second.StandsFrom, second.ReceivedAt));
        (stands.Mention.Start, stands.PublishedAt).ShouldBe((new DateOnly(2020, 6, 15), second.StandsFrom));
        stands.Id.ShouldNotBe(gone.Id);
    }

    [Fact]
    public void A_withdrawal_ends_all_and_a_later_version_may_bring_it_back()
    {
        var first = Version("v1", "2020-06-12T09:00:00Z", Plan);
        var withdrawn = Version("v2", "2020-06-12T11:00:00Z");
        var again = Version("v3", "2020-06-13T08:00:00Z", Plan);

        ArticleReadings.Mentions([first, withdrawn]).ShouldAllBe(m => m.Until == withdrawn.StandsFrom);
        ArticleReadings.Mentions([first, withdrawn, again]).Single(m => m.Until is null).PublishedAt.ShouldBe(again.StandsFrom);
    }

    [Fact]
    public void Whoever_was_told_of_talks_that_an_outlet_takes_back_is_told_so()
    {
        var part = new LedgerPart(new FreshnessOptions());
        var first = Version("v1", "2020-06-12T09:00:00Z", Plan);
        Apply(part, [], [first]).Single().News.ShouldBeTrue();

        var change = Apply(part, [first], [first, Version("v2", "2020-06-12T11:00:00Z")]).Single();

        (change.Kind, change.News, change.Reason).ShouldBe((ChangeKind.Retracted, true, ChangeReason.Correction));
        part.Entries.ShouldBeEmpty();
    }

    [Fact]
    public void Whoever_was_told_a_status_that_an_outlet_takes_back_is_told_the_one_that_stands()
    {
        var part = new LedgerPart(new FreshnessOptions());
        var plan = Version("v1", "2020-06-12T09:00:00Z", Plan);
        var put = Version("v1", "2020-06-13T09:00:00Z", Told.Talks(Postponed, "RUS", "TUR").On("2020-06-14")) with { ArticleId = "b" };
        Apply(part, [], [plan]);
        put = put with { Mentions = [.. put.Mentions.Select(m => m with { ArticleId = "b", Id = LedgerMention.IdOf("b", m.Mention.Evidence, EntryType.Talks, 0) })] };
        Apply(part, [], [put]).Single().After.Status.ShouldBe(Postponed);

        var change = Apply(part, [put], [put, put with { VersionId = "v2", StandsFrom = put.StandsFrom.AddHours(2), Mentions = [] }]).Single();

        (change.Kind, change.News, change.Before!.Status, change.After.Status).ShouldBe((ChangeKind.Status, true, Postponed, Planned));
    }

    [Fact]
    public void Versions_may_arrive_in_any_order_and_between_those_of_other_articles() => Check.One(Runs, Prop.ForAll(StoryGen.Stories, story =>
    {
        // Every article of the story becomes three versions: it says its mentions, then every other one of them, then a third of the next article's.
        var articles = story.GroupBy(m => m.ArticleId).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.ToArray()).ToArray();
        var versions = articles.SelectMany((mentions, i) => new[]
        {
            Of(mentions, 0, mentions),
            Of(mentions, 1, [.. mentions.Where((_, n) => n % 2 == 0)]),
            Of(mentions, 2, [.. articles[(i + 1) % articles.Length].Where((_, n) => n % 3 == 0)]),
        }).ToArray();
        var shuffled = versions.ToArray();
        new Random(story.Length).Shuffle(shuffled);

        var part = new LedgerPart(new FreshnessOptions());
        var known = new Dictionary<string, List<Reading>>(StringComparer.Ordinal);
        foreach (var version in shuffled)
        {
            if (!known.TryGetValue(version.ArticleId, out var of)) known[version.ArticleId] = of = [];
            Apply(part, of, [.. of, version]);
            of.Add(version);
        }

        var all = versions.GroupBy(v => v.ArticleId).SelectMany(ArticleReadings.Mentions).Where(m => m.Until is null);
        return Shuffling.Json(LedgerFold.InOrder(part.Entries.Select(e => e.Entry))) == Shuffling.Json(LedgerFold.Fold(all));
    }));

    private static Reading Of(LedgerMention[] article, int number, LedgerMention[] says) => new()
    {
        ArticleId = article[0].ArticleId,
        VersionId = $"v{number}",
        StandsFrom = article[0].PublishedAt.AddHours(number * 5),
        ReceivedAt = article[0].PublishedAt.AddHours(number * 5),
        Mentions = [.. says.Select(m => m with
        {
            ArticleId = article[0].ArticleId,
            PublishedAt = article[0].PublishedAt.AddHours(number * 5),
            Id = LedgerMention.IdOf(article[0].ArticleId, m.Mention.Evidence, m.Mention.Type, Array.IndexOf(says, m)),
        })],
    };

    private static Reading Version(string id, string time, params Told[] told)
    {
        var mentions = told.Select(t => t.In("a", time).Build()).ToArray();
        var stands = DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
        return new Reading { ArticleId = "a", VersionId = id, StandsFrom = stands, ReceivedAt = stands.AddMinutes(1), Mentions = mentions };
    }

    private static IReadOnlyList<LedgerChange> Apply(LedgerPart part, IReadOnlyList<Reading> before, IReadOnlyList<Reading> after)
    {
        var arrival = Arrival.Between(ArticleReadings.Mentions(before), ArticleReadings.Mentions(after), default) with
        {
            Reason = before.Count == 0 ? ChangeReason.Article : ChangeReason.Correction,
        };
        part.TryApply(arrival, out var changes).ShouldBeTrue();
        return changes;
    }
}
