using Parley.Contracts;
using Parley.Extraction.Ledger;
using static Parley.Contracts.EntryKind;
using static Parley.Contracts.EntryStatus;

namespace Parley.Extraction.Tests.Ledger;

/// <summary>Outlets name other parties, other days and other forms of the same talks; other talks stay apart all the same.</summary>
public sealed class Talks_told_in_part
{
    private static readonly Told Plan = Told.Talks(Planned, "KEN", "UGA").On("2011-05-09").About("Somalia").In("a", "2011-05-05T09:00:00Z");

    [Theory]
    [InlineData("1997-01-01", 2)]
    [InlineData("2011-01-01", 1)]
    public void Talks_of_a_year_long_past_are_not_those_of_todays_news(string year, int entries) =>
        Fold(
            Told.Talks(Held, "KEN", "UGA").A(Negotiation).On(year, precision: DatePrecision.Year).Background().In("a", "2011-05-05T09:00:00Z"),
            Told.Talks(UnderWay, "KEN", "UGA").A(Negotiation).In("b", "2011-05-06T20:00:00Z")).Count.ShouldBe(entries);

    [Fact]
    public void A_step_told_again_without_a_day_is_of_the_talks_that_took_it() =>
        Fold(
            Told.Talks(Suspended, "KEN", "UGA").A(Negotiation).In("a", "2011-05-02T09:00:00Z"),
            Told.Talks(Rejected, "KEN", "UGA").A(Negotiation).On("2011-05-14").In("b", "2011-05-15T20:00:00Z"),
            Told.Talks(Suspended, "KEN", "UGA").A(Negotiation).Background().In("c", "2011-05-22T20:00:00Z")).Select(e => e.History.Count).ShouldBe([2, 1]);

    [Fact]
    public void A_party_without_a_name_may_be_the_one_that_another_report_names() =>
        Fold(Plan, Told.Talks(Held, "minister", "UGA").On("2011-05-09").In("b", "2011-05-09T20:00:00Z")).Count.ShouldBe(1);

    [Fact]
    public void Without_a_day_or_a_place_a_party_without_a_name_tells_nothing() =>
        Fold(Plan, Told.Talks(Planned, "minister", "UGA").In("b", "2011-05-06T20:00:00Z")).Count.ShouldBe(2);

    [Fact]
    public void A_report_that_names_one_side_joins_by_the_day_and_the_subject() =>
        Fold(Plan, Told.Talks(Held, "UGA").On("2011-05-09").About("Somalia").In("b", "2011-05-09T20:00:00Z")).Count.ShouldBe(1);

    [Fact]
    public void One_side_alone_is_not_enough_on_another_subject() =>
        Fold(Plan, Told.Talks(Held, "UGA").On("2011-05-09").About("Sudan").In("b", "2011-05-09T20:00:00Z")).Count.ShouldBe(2);

    [Theory]
    [InlineData("USA", "2011-05-09", 1)]
    [InlineData("USA", "2011-05-10", 2)]
    public void Who_fixes_the_day_of_negotiations_tells_of_those_who_will_hold_them(string author, string day, int entries) => Fold(
        Told.Talks(Planned, "SDN", "SSD").On("2011-05-09").In("a", "2011-05-02T09:00:00Z"),
        Told.Talks(Planned, author).A(Negotiation).On(day).About("Sudan").In("b", "2011-05-04T09:00:00Z")).Count.ShouldBe(entries);

    [Fact]
    public void A_day_fixed_for_talks_of_another_land_is_another_matter() => Fold(
        Told.Talks(Planned, "SDN", "SSD").On("2011-05-09").In("a", "2011-05-02T09:00:00Z"),
        Told.Talks(Planned, "USA").A(Negotiation).On("2011-05-09").About("Colombia").In("b", "2011-05-04T09:00:00Z")).Count.ShouldBe(2);

    [Fact]
    public void Rebels_without_a_name_are_the_group_of_the_same_day_and_land() => Fold(
        Told.Talks(Held, "COL", "ELN").On("2011-05-04").In("a", "2011-05-04T09:00:00Z"),
        Told.Talks(Held, "COL", "COL.REB").On("2011-05-04").In("b", "2011-05-05T09:00:00Z")).Count.ShouldBe(1);

    [Theory]
    [InlineData("2011-04-22", 1)]
    [InlineData("2011-04-15", 2)]
    public void Three_weeks_ago_is_counted_roughly(string counted, int entries) => Fold(
        Told.Talks(UnderWay, "SDN", "SSD").A(Negotiation).On("2011-04-20").In("a", "2011-04-20T09:00:00Z"),
        Told.Talks(UnderWay, "SDN", "SSD").A(Negotiation).On(counted, precision: DatePrecision.Week).In("b", "2011-05-13T09:00:00Z")).Count.ShouldBe(entries);

    [Fact]
    public void A_mediation_is_one_whether_both_sides_are_named_or_one()
    {
        var mediation = Told.Talks(UnderWay, "QAT", "TCD").A(Mediation).About("Sudan").In("a", "2010-02-02T09:00:00Z");
        Fold(mediation, Told.Talks(Suspended, "QAT", "SDN", "TCD").A(Mediation).About("Sudan").In("b", "2010-02-09T09:00:00Z")).Count.ShouldBe(1);
    }

    [Fact]
    public void A_meeting_of_two_is_not_the_undated_meeting_of_three() => Fold(
        Told.Talks(Planned, "QAT", "TCD").About("Sudan").In("a", "2010-02-02T09:00:00Z"),
        Told.Talks(Held, "QAT", "SDN", "TCD").About("Sudan").In("b", "2010-02-04T09:00:00Z")).Count.ShouldBe(2);

    [Fact]
    public void What_was_held_was_not_held_on_a_day_still_to_come()
    {
        var entry = Fold(Plan, Told.Talks(Held, "KEN", "UGA").On("2011-05-16").In("b", "2011-05-10T08:00:00Z")).Single();
        (entry.Status, entry.Start).ShouldBe((Held, new DateOnly(2011, 5, 9)));
    }

    [Fact]
    public void Talks_under_way_are_told_as_over_a_few_days_later()
    {
        var round = Told.Talks(UnderWay, "KEN", "UGA").A(Negotiation);
        var entry = Fold(round.On("2011-05-09").In("a", "2011-05-09T20:00:00Z"), round.As(Held).On("2011-05-12").In("b", "2011-05-12T20:00:00Z")).Single();
        (entry.Status, entry.Start).ShouldBe((Held, new DateOnly(2011, 5, 9)));
        Fold(round.On("2011-05-09").In("a", "2011-05-09T20:00:00Z"), round.As(Held).On("2011-05-25").In("b", "2011-05-25T20:00:00Z")).Count.ShouldBe(2);
    }

    [Fact]
    public void A_summit_is_known_by_its_organisation() => Fold(
        Told.Talks(UnderWay, "AU", "ERI", "ETH").A(Summit).On("2011-06-30").About("Africa").In("a", "2011-06-30T20:00:00Z"),
        Told.Talks(Held, "AU").A(Summit).On("2011-07-02").About("Africa").In("b", "2011-07-02T20:00:00Z")).Count.ShouldBe(1);

    [Fact]
    public void A_summit_and_a_meeting_beside_it_are_two() => Fold(
        Told.Talks(UnderWay, "AU", "ERI").A(Summit).On("2011-06-30").In("a", "2011-06-30T20:00:00Z"),
        Told.Talks(Held, "AU", "ERI").On("2011-06-30").In("a", "2011-06-30T20:00:00Z", 500)).Count.ShouldBe(2);

    [Fact]
    public void Of_two_places_told_in_one_article_each_has_its_meeting() => Fold(
        Told.Talks(Held, "KEN", "UGA").On("2011-05-09").At("Kampala", "UGA").In("a", "2011-05-09T20:00:00Z"),
        Told.Talks(Held, "KEN", "UGA").On("2011-05-09").At("Nairobi", "KEN").In("a", "2011-05-09T20:00:00Z", 500)).Count.ShouldBe(2);

    [Theory]
    [InlineData("2011-05-12", 1)]
    [InlineData("2011-05-25", 2)]
    public void A_round_told_as_begun_on_its_day_is_the_one_that_ends_days_after(string end, int entries) => Fold(
        Told.Talks(Planned, "KEN", "UGA").A(Negotiation).On("2011-05-09").In("a", "2011-05-02T09:00:00Z"),
        Told.Talks(UnderWay, "KEN", "UGA").A(Negotiation).In("b", "2011-05-09T20:00:00Z"),
        Told.Talks(Held, "KEN", "UGA").A(Negotiation).On(end).In("c", end + "T20:00:00Z")).Count.ShouldBe(entries);

    [Fact]
    public void An_offer_stands_until_it_is_refused() => Fold(
        Told.Talks(Proposed, "KEN", "UGA").In("a", "2011-05-01T09:00:00Z"),
        Told.Talks(Rejected, "KEN", "UGA").In("b", "2011-05-20T09:00:00Z")).Single().Status.ShouldBe(Rejected);

    [Fact]
    public void Talks_broken_off_the_day_before_a_session_are_not_that_session() => Fold(
        Plan, Told.Talks(Suspended, "KEN", "UGA").A(Negotiation).On("2011-05-08").In("b", "2011-05-08T20:00:00Z")).Count.ShouldBe(2);

    [Fact]
    public void What_is_remembered_as_broken_off_was_not_called_off() => Fold(
        Plan.As(Cancelled), Told.Talks(Suspended, "KEN", "UGA").Background().In("b", "2011-05-12T20:00:00Z")).Count.ShouldBe(2);

    [Fact]
    public void A_negotiation_is_known_by_its_place_where_no_party_is_named()
    {
        var running = Told.Talks(UnderWay, "KEN", "UGA", "TZA").A(Negotiation).At("Arusha", "TZA");
        Fold(running.In("a", "2011-05-01T09:00:00Z"), Told.Talks(UnderWay).A(Negotiation).At("Arusha", "TZA").In("b", "2011-05-12T09:00:00Z")).Count.ShouldBe(1);
        Fold(running.In("a", "2011-05-01T09:00:00Z"), Told.Talks(UnderWay).A(Negotiation).At("Nairobi", "KEN").In("b", "2011-05-12T09:00:00Z")).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("2011-05-09", 1)]
    [InlineData("2011-05-02", 2)]
    public void One_article_tells_the_first_and_the_last_day_of_a_round(string opened, int entries) => Fold(
        Told.Talks(Suspended, "KEN", "UGA").A(Negotiation).On("2011-05-20").In("a", "2011-05-20T20:00:00Z"),
        Told.Talks(UnderWay, "KEN", "UGA").A(Negotiation).On(opened).In("a", "2011-05-20T20:00:00Z", 500)).Count.ShouldBe(entries);

    [Fact]
    public void A_round_told_as_over_keeps_its_first_day() => Fold(
        Told.Talks(Suspended, "KEN", "UGA").A(Negotiation).On("2011-05-20").In("a", "2011-05-20T20:00:00Z"),
        Told.Talks(UnderWay, "KEN", "UGA").A(Negotiation).On("2011-05-09").Background().In("a", "2011-05-20T20:00:00Z", 500)).Single()
        .ShouldSatisfyAllConditions(e => e.Start.ShouldBe(new DateOnly(2011, 5, 9)), e => e.Status.ShouldBe(Suspended));

    [Fact]
    public void A_plan_that_slipped_is_that_of_the_talks_that_came_about() => Fold(
        Told.Talks(Held, "KEN", "UGA").On("2011-05-09").In("a", "2011-05-10T20:00:00Z"),
        Told.Talks(Postponed, "KEN", "UGA").On("2011-04-20").Background().In("a", "2011-05-10T20:00:00Z", 500)).Single().Status.ShouldBe(Held);

    [Fact]
    public void A_plan_that_slipped_is_not_the_one_that_is_made_today() => Fold(
        Told.Talks(Postponed, "KEN", "UGA").On("2011-05-05").Background().In("a", "2011-05-10T20:00:00Z"),
        Told.Talks(Planned, "KEN", "UGA").On("2011-05-25").In("a", "2011-05-10T20:00:00Z", 500)).Count.ShouldBe(2);

    [Fact]
    public void A_plan_that_slipped_is_that_of_talks_told_without_a_day() => Fold(
        Told.Talks(Held, "KEN", "UGA").In("a", "2011-05-10T20:00:00Z"),
        Told.Talks(Postponed, "KEN", "UGA").On("2011-04-20").Background().In("a", "2011-05-10T20:00:00Z", 500)).Single().Status.ShouldBe(Held);

    [Fact]
    public void A_plan_that_slipped_is_that_of_talks_that_are_still_being_arranged() => Fold(
        Told.Talks(Planned, "KEN", "UGA").In("a", "2011-05-10T20:00:00Z"),
        Told.Talks(Postponed, "KEN", "UGA").On("2011-04-20").Background().In("a", "2011-05-10T20:00:00Z", 500)).Count.ShouldBe(1);

    [Theory]
    [InlineData(Held, 1)]
    [InlineData(Suspended, 1)]
    [InlineData(Planned, 2)]
    public void One_article_comes_back_to_its_talks_without_their_day(EntryStatus status, int entries) => Fold(
        Told.Talks(Held, "KEN", "UGA").On("2011-05-09").In("a", "2011-05-09T20:00:00Z"),
        Told.Talks(status, "KEN", "UGA").In("a", "2011-05-09T20:00:00Z", 500)).Count.ShouldBe(entries);

    [Fact]
    public void One_article_tells_when_talks_opened_that_go_on() => Fold(
        Told.Talks(UnderWay, "KEN", "UGA").A(Negotiation).On("2011-05-09").In("a", "2011-05-09T20:00:00Z"),
        Told.Talks(UnderWay, "KEN", "UGA").A(Negotiation).On("2011-05-04").In("a", "2011-05-09T20:00:00Z", 500)).Count.ShouldBe(1);

    [Fact]
    public void The_day_that_went_by_finds_the_plan_and_what_came_of_it_follows() => Fold(
        Told.Talks(Planned, "KEN", "UGA").On("2011-04-20").In("a", "2011-04-10T20:00:00Z"),
        Told.Talks(Held, "KEN", "UGA").On("2011-05-09").In("b", "2011-05-10T20:00:00Z"),
        Told.Talks(Postponed, "KEN", "UGA").On("2011-04-20").Background().In("b", "2011-05-10T20:00:00Z", 500)).Single().Status.ShouldBe(Held);

    [Fact]
    public void Talks_that_broke_up_the_day_after_the_one_set_for_them_are_those() => Fold(
        Plan, Told.Talks(Suspended, "KEN", "UGA").A(Negotiation).On("2011-05-10").In("b", "2011-05-10T20:00:00Z")).Single().Status.ShouldBe(Suspended);

    [Theory]
    [InlineData("2011-05-20", 1)]
    [InlineData("2011-08-20", 2)]
    public void An_invitation_told_as_context_may_be_to_a_day_to_come(string day, int entries) => Fold(
        Told.Talks(Proposed, "KEN", "UGA").A(Visit).At("Kampala", "UGA").Background().In("a", "2011-05-05T20:00:00Z"),
        Told.Talks(Planned, "KEN", "UGA").A(Visit).At("Kampala", "UGA").On(day).In("b", "2011-05-05T21:00:00Z")).Count.ShouldBe(entries);

    private static IReadOnlyList<Entry> Fold(params Told[] told) => LedgerFold.Fold(told.Select(t => t.Build()));
}
