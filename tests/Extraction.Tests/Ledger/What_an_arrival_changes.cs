using Parley.Contracts;
using Parley.Extraction.Ledger;
using static Parley.Contracts.EntryKind;
using static Parley.Contracts.EntryStatus;

namespace Parley.Extraction.Tests.Ledger;

public sealed class What_an_arrival_changes
{
    private static readonly DateTimeOffset Now = new(2020, 6, 20, 12, 0, 0, TimeSpan.Zero);

    private static readonly Told Announced =
        Told.Talks(Planned, "RUS", "TUR").A(Visit).On("2020-06-14").At("Ankara", "TUR").In("afp-1", "2020-06-13T09:00:00Z");

    private static readonly Told PutOff = Told.Talks(Postponed, "RUS", "TUR").On("2020-06-14").In("aa-2", "2020-06-14T15:00:00Z");

    private static readonly Told Truce = Told.Truce(Agreed, "GNA", "LNA").At("Libya", "LBY").On("2020-06-14");

    [Fact]
    public void The_first_report_of_a_plan_is_a_new_entry_and_news()
    {
        var change = Arrive([], Announced).Single();
        change.Kind.ShouldBe(ChangeKind.New);
        change.Version.ShouldBe(1);
        change.Before.ShouldBeNull();
        change.Cause!.Article.ShouldBe("afp-1");
        change.News.ShouldBeTrue();
    }

    [Fact]
    public void A_put_off_is_a_change_of_status_and_news()
    {
        var change = Arrive([Announced], PutOff).Single();
        (change.Kind, change.Version, change.After.Status, change.News).ShouldBe((ChangeKind.Status, 2, Postponed, true));
        change.Cause!.Status.ShouldBe(Postponed);
        change.ReceivedAt.ShouldBe(((LedgerMention)PutOff).ReceivedAt);
    }

    [Fact]
    public void A_second_source_of_the_same_is_no_news_but_it_is_fresh()
    {
        var change = Arrive([Announced], Announced.In("ap-3", "2020-06-13T10:00:00Z")).Single();
        (change.Kind, change.News, change.Fresh).ShouldBe((ChangeKind.Sources, false, true));
    }

    [Fact]
    public void A_second_source_from_an_archive_is_not_even_fresh() =>
        Arrive([Announced], Announced.In("ap-3", "2020-06-13T10:00:00Z").Received("2020-06-13T10:00:01Z", Intake.Backfill)).Single().Fresh.ShouldBe(false);

    [Fact]
    public void The_same_mention_again_changes_nothing() => Arrive([Announced], Announced).ShouldBeEmpty();

    [Fact]
    public void A_plan_that_moves_to_another_day_is_news()
    {
        var change = Arrive([Announced], Announced.On("2020-06-15").In("ap-3", "2020-06-13T12:00:00Z")).Single();
        (change.Kind, change.News).ShouldBe((ChangeKind.Details, true));
    }

    [Fact]
    public void A_city_for_a_plan_that_had_its_country_has_not_moved_it_but_another_country_has()
    {
        var inTurkey = Told.Talks(Planned, "RUS", "TUR").A(Visit).On("2020-06-14").At("Turkey", "TUR").In("afp-1", "2020-06-13T09:00:00Z");
        var inAnkara = inTurkey.At("Ankara", "TUR").In("ap-3", "2020-06-13T10:00:00Z");
        var inGeneva = inTurkey.At("Geneva", "CHE").In("ap-3", "2020-06-13T10:00:00Z");
        Arrive([inTurkey], inAnkara).Single().News.ShouldBeFalse();
        Arrive([inTurkey], inGeneva).ShouldContain(c => c.News);
    }

    [Fact]
    public void A_place_for_a_plan_that_had_none_is_a_detail_and_no_news()
    {
        var nowhere = Told.Talks(Planned, "RUS", "TUR").A(Visit).On("2020-06-14").In("afp-1", "2020-06-13T09:00:00Z");
        var change = Arrive([nowhere], Announced.In("ap-3", "2020-06-13T10:00:00Z")).Single();
        (change.Kind, change.News).ShouldBe((ChangeKind.Details, false));
    }

    [Fact]
    public void An_older_step_that_comes_late_moves_the_id_and_is_no_news()
    {
        var changes = Arrive([PutOff], Announced);
        changes.Select(c => (c.Kind, c.News)).ShouldBe([(ChangeKind.Details, false), (ChangeKind.Merged, false)]);
        changes[0].EntryId.ShouldBe(EntryId.Of(Announced));
        changes[0].Before!.Id.ShouldBe(EntryId.Of(PutOff));
        changes[1].EntryId.ShouldBe(EntryId.Of(PutOff));
        changes[1].MergedInto.ShouldBe(EntryId.Of(Announced));
        changes[1].Version.ShouldBe(2);
    }

    [Fact]
    public void An_id_that_comes_back_goes_on_counting_its_versions()
    {
        var after = LedgerFold.FoldWithMentions([Announced]);
        var change = LedgerDiff.Between([], after, Arrived(Announced), new FreshnessOptions(), new Dictionary<string, FormerEntry> { [after[0].Entry.Id] = new(3, false) }).Single();
        change.Version.ShouldBe(4);
    }

    [Fact]
    public void Background_is_no_news() => Arrive([], Announced.Background()).Single().News.ShouldBeFalse();

    [Fact]
    public void A_backfill_is_no_news() => Arrive([], Announced.Received("2020-06-13T09:00:01Z", Intake.Backfill)).Single().News.ShouldBeFalse();

    [Theory]
    [InlineData("2020-06-14T09:00:00Z", Intake.Live, true)]
    [InlineData("2020-06-14T09:00:01Z", Intake.Live, false)]
    [InlineData("2026-01-01T00:00:00Z", Intake.Import, true)]
    public void A_live_article_must_not_be_older_than_a_day_on_arrival(string received, Intake how, bool news) =>
        Arrive([], Announced.Received(received, how)).Single().News.ShouldBe(news);

    [Theory]
    [InlineData("2020-06-13", true)]
    [InlineData("2020-06-12", false)]
    public void An_event_must_not_be_older_than_a_week_when_it_is_told(string day, bool news) =>
        Arrive([], Told.Talks(Held, "RUS", "TUR").On(day).In("afp-1", "2020-06-20T23:00:00Z")).Single().News.ShouldBe(news);

    [Fact]
    public void A_breach_is_news_however_old_the_truce()
    {
        var breach = Told.Truce(Violated, "GNA", "LNA").At("Libya", "LBY").On("2020-03-01").In("afp-1", "2020-06-20T23:00:00Z");
        Arrive([], breach).Single().News.ShouldBeTrue();
    }

    [Fact]
    public void That_talks_are_broken_off_is_news_however_long_ago_they_opened()
    {
        var opened = Told.Talks(UnderWay, "RUS", "TUR").A(Negotiation).On("2020-05-04").In("afp-1", "2020-05-04T20:00:00Z");
        var broken = Told.Talks(Suspended, "RUS", "TUR").A(Negotiation).On("2020-05-04").In("afp-2", "2020-06-20T23:00:00Z");
        var change = Arrive([opened], broken).Single();
        (change.After.Status, change.News).ShouldBe((Suspended, true));
    }

    [Fact]
    public void That_an_old_truce_holds_is_none()
    {
        var holds = Told.Truce(InForce, "GNA", "LNA").At("Libya", "LBY").On("2020-03-01").In("afp-1", "2020-06-20T23:00:00Z");
        Arrive([], holds).Single().News.ShouldBeFalse();
    }

    [Fact]
    public void A_late_report_of_an_earlier_stage_is_a_source_only()
    {
        var held = Told.Talks(Held, "RUS", "TUR").A(Visit).On("2020-06-14").At("Ankara", "TUR").In("afp-2", "2020-06-14T15:00:00Z");
        var change = Arrive([Announced, held], Announced.In("slow-3", "2020-06-15T08:00:00Z")).Single();
        (change.Kind, change.After.Status, change.News).ShouldBe((ChangeKind.Sources, Held, false));
    }

    [Fact]
    public void A_contradiction_is_news_once()
    {
        var held = Told.Talks(Held, "RUS", "TUR").On("2020-06-14").In("afp-2", "2020-06-14T18:00:00Z");
        var denial = Told.Talks(Cancelled, "RUS", "TUR").On("2020-06-14").In("tass-3", "2020-06-14T19:00:00Z");
        var first = Arrive([held], denial).Single();
        (first.After.Disputed, first.News).ShouldBe((true, true));
        Arrive([held, denial], denial.In("tass-4", "2020-06-14T20:00:00Z")).Single().News.ShouldBeFalse();
    }

    [Fact]
    public void A_report_that_joins_two_entries_ends_the_younger()
    {
        // The state alone and one of two sides do not match; the report that names both sides matches both.
        var undated = Told.Talks(Planned, "RUS", "TUR").In("afp-1", "2020-06-01T09:00:00Z");
        var dated = Told.Talks(Planned, "RUS", "TUR").On("2020-06-25").In("afp-2", "2020-06-09T09:00:00Z");
        var entries = LedgerFold.FoldWithMentions([undated, dated]);
        entries.Count.ShouldBe(2);
        var merged = EntryFold.FoldWithMentions([undated, dated]);
        var changes = LedgerDiff.Between([.. entries.Select(e => new VersionedEntry(e.Entry, 4, true))], [merged], Arrived(), new FreshnessOptions());
        changes.Select(c => (c.EntryId, c.Kind, c.Version, c.News)).ShouldBe(
            [(EntryId.Of(undated), ChangeKind.Details, 5, false), (EntryId.Of(dated), ChangeKind.Merged, 5, false)]);
    }

    [Fact]
    public void An_entry_that_loses_a_part_is_split_and_the_part_is_new()
    {
        var whole = EntryFold.FoldWithMentions([Announced, PutOff]);
        var parts = new[] { EntryFold.FoldWithMentions([Announced]), EntryFold.FoldWithMentions([PutOff]) };
        var changes = LedgerDiff.Between([new VersionedEntry(whole.Entry, 2)], parts, Arrived(), new FreshnessOptions());
        changes.Select(c => (c.EntryId, c.Kind, c.Version, c.News)).ShouldBe(
            [(EntryId.Of(Announced), ChangeKind.Split, 3, false), (EntryId.Of(PutOff), ChangeKind.New, 1, false)]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_nothing_supports_any_more_is_retracted_and_those_who_knew_are_told(bool announced)
    {
        var entry = EntryFold.Fold([Announced]);
        var change = LedgerDiff.Between([new VersionedEntry(entry, 1, announced)], [], Arrived(), new FreshnessOptions()).Single();
        (change.Kind, change.Version, change.Cause, change.News).ShouldBe((ChangeKind.Retracted, 2, null, announced));
    }

    [Fact]
    public void A_new_ceasefire_in_its_first_hours_is_news() => Arrive([], Truce.In("afp-1", "2020-06-14T20:00:00Z")).Single().News.ShouldBeTrue();

    private static IReadOnlyList<LedgerChange> Arrive(LedgerMention[] known, LedgerMention arriving)
    {
        var before = known.Length == 0 ? [] : LedgerFold.Fold(known).Select(e => new VersionedEntry(e, 1)).ToArray();
        return LedgerDiff.Between(before, LedgerFold.FoldWithMentions([.. known, arriving]), Arrived(arriving), new FreshnessOptions());
    }

    private static Arrival Arrived(params LedgerMention[] came) => new() { Came = came, RecordedAt = Now };
}
