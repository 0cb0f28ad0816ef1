using Parley.Contracts;
using Parley.Extraction.Ledger;
using static Parley.Contracts.EntryKind;
using static Parley.Contracts.EntryStatus;

namespace Parley.Extraction.Tests.Ledger;

/// <summary>A truce is told of for years, by other names and at other places; another truce stays apart all the same.</summary>
public sealed class Truces_told_in_part
{
    [Fact]
    public void A_group_s_truce_is_one_wherever_it_is_told_of() => Fold(
        Told.Truce(InForce, "GAM").At("Aceh", "IDN").In("a", "2003-01-10T09:00:00Z"),
        Told.Truce(Violated, "GAM").At("Geneva", "CHE").In("b", "2003-02-20T09:00:00Z")).Count.ShouldBe(1);

    [Fact]
    public void Each_group_that_fights_one_state_has_its_own_truce() => Fold(
        Told.Truce(InForce, "MILF", "PHL").About("Philippines").In("a", "2003-07-20T09:00:00Z"),
        Told.Truce(InForce, "MNLF").About("Philippines").In("b", "2003-07-21T09:00:00Z")).Count.ShouldBe(2);

    [Fact]
    public void A_truce_stands_for_years()
    {
        var entry = Fold(
            Told.Truce(Agreed, "IDN", "GAM").In("a", "2002-12-09T09:00:00Z"),
            Told.Truce(Violated, "IDN", "GAM").On("2002-01-01", precision: DatePrecision.Year).In("b", "2006-04-18T09:00:00Z"),
            Told.Truce(Violated, "IDN", "GAM").In("c", "2006-06-02T09:00:00Z")).Single();
        (entry.Status, entry.History.Count).ShouldBe((Violated, 3));
    }

    [Fact]
    public void Where_a_truce_was_made_abroad_is_not_where_it_applies() => Fold(
        Told.Truce(Agreed, "LKA", "LTTE").On("2002-02-22").At("Oslo", "NOR").In("a", "2002-02-22T09:00:00Z"),
        Told.Truce(InForce, "LKA").On("2002-02-22").At("Tokyo", "JPN").In("b", "2002-03-05T09:00:00Z")).Count.ShouldBe(1);

    [Fact]
    public void One_that_each_side_signs_on_a_day_of_its_own_is_one() => Fold(
        Told.Truce(Agreed, "ERI").On("2000-06-12").About("Eritrea").In("a", "2000-06-12T20:00:00Z"),
        Told.Truce(Agreed, "ERI", "ETH").On("2000-06-16").About("Eritrea").In("b", "2000-06-16T20:00:00Z")).Count.ShouldBe(1);

    [Fact]
    public void One_that_is_signed_after_a_collapse_is_another() => Fold(
        Told.Truce(Agreed, "ERI", "ETH").On("2000-06-12").About("Eritrea").In("a", "2000-06-12T20:00:00Z"),
        Told.Truce(Collapsed, "ERI", "ETH").On("2000-06-12").About("Eritrea").In("b", "2000-06-14T20:00:00Z"),
        Told.Truce(Agreed, "ERI", "ETH").On("2000-06-16").About("Eritrea").In("c", "2000-06-16T20:00:00Z")).Count.ShouldBe(2);

    [Fact]
    public void One_that_is_to_begin_days_after_it_was_agreed_on_is_one() => Fold(
        Told.Truce(Agreed, "ERI", "ETH").On("2000-06-07").About("Eritrea").In("a", "2000-06-07T20:00:00Z"),
        Told.Truce(Agreed, "ERI", "ETH").On("2000-06-11").About("Eritrea").In("b", "2000-06-10T20:00:00Z")).Count.ShouldBe(1);

    [Fact]
    public void One_that_a_state_and_two_groups_signed_on_one_day_is_one() => Fold(
        Told.Truce(Agreed, "COD", "RCD").On("2003-01-13").About("Democratic Republic of the Congo").In("a", "2003-01-13T20:00:00Z"),
        Told.Truce(Violated, "COD", "MLC").On("2003-01-13").About("Democratic Republic of the Congo").In("b", "2003-01-18T20:00:00Z")).Count.ShouldBe(1);

    [Fact]
    public void A_truce_of_another_year_is_another() => Fold(
        Told.Truce(Agreed, "IDN", "GAM").In("a", "2002-12-09T09:00:00Z"),
        Told.Truce(Violated, "IDN", "GAM").On("2000-01-01", precision: DatePrecision.Year).In("b", "2003-01-18T09:00:00Z")).Count.ShouldBe(2);

    [Fact]
    public void The_day_of_its_end_is_not_that_of_the_truce()
    {
        var truce = Told.Truce(InForce, "ARM", "AZE").On("2020-10-10").In("a", "2020-10-10T20:00:00Z");
        var entry = Fold(truce, truce.As(Collapsed).On("2020-11-20").In("b", "2020-11-20T20:00:00Z")).Single();
        (entry.Status, entry.Start).ShouldBe((Collapsed, new DateOnly(2020, 10, 10)));
    }

    [Fact]
    public void Who_brokered_it_is_no_side_of_it_though_one_telling_has_it_so() => Fold(
        Told.Truce(Agreed, "LKA", "LTTE").With(ParticipantRole.Mediator, "NOR").On("2002-02-22").In("a", "2002-02-22T09:00:00Z"),
        Told.Truce(Violated, "LTTE", "NOR").In("b", "2002-05-10T09:00:00Z")).Count.ShouldBe(1);

    [Fact]
    public void One_that_is_over_is_remembered_by_its_year() => Fold(
        Told.Truce(Collapsed, "LKA", "LTTE").On("1995-01-01", precision: DatePrecision.Month).In("a", "2002-02-22T09:00:00Z"),
        Told.Truce(InForce, "LKA", "LTTE").On("1995-01-01", precision: DatePrecision.Year).Background().In("b", "2002-05-10T09:00:00Z")).Count.ShouldBe(1);

    [Fact]
    public void One_that_ran_out_and_was_prolonged_is_one() => Fold(
        Told.Truce(InForce, "ESP", "ETA").On("1999-04-01", precision: DatePrecision.Month).In("a", "1999-05-20T09:00:00Z"),
        Told.Truce(Extended, "ESP", "ETA").On("1999-04-01", precision: DatePrecision.Month).In("b", "1999-07-28T09:00:00Z"),
        Told.Truce(Collapsed, "ESP", "ETA").On("1999-04-01", precision: DatePrecision.Month).Background().In("b", "1999-07-28T09:00:00Z", 200)).Single().Status.ShouldBe(Extended);

    [Fact]
    public void A_truce_is_one_by_whatever_name() => Fold(
        Told.Truce(Agreed, "TCD").A(Truce).At("Chad", "TCD").In("a", "2007-10-25T09:00:00Z"),
        Told.Truce(InForce).A(CessationOfHostilities).At("Chad", "TCD").In("b", "2007-10-27T09:00:00Z")).Count.ShouldBe(1);

    [Fact]
    public void A_pause_for_those_in_need_is_not_the_truce_that_is_asked_for() => Fold(
        Told.Truce(CalledFor, "ARM", "AZE").About("Azerbaijan").In("a", "2020-10-02T09:00:00Z"),
        Told.Truce(InForce).A(HumanitarianPause).On("2020-10-04").At("Ganja", "AZE").In("b", "2020-10-04T20:00:00Z")).Count.ShouldBe(2);

    [Fact]
    public void A_truce_that_stands_and_one_that_is_worked_for_are_two_in_one_article() => Fold(
        Told.Truce(InForce, "ARM", "AZE").On("2020-10-10").Background().In("a", "2020-10-14T09:00:00Z"),
        Told.Truce(UnderNegotiation, "ARM", "AZE").In("a", "2020-10-14T09:00:00Z", 500)).Count.ShouldBe(2);

    [Fact]
    public void A_truce_remembered_as_broken_is_not_the_one_that_is_breached_today() => Fold(
        Told.Truce(Collapsed, "GAM").On("2000-06-01", precision: DatePrecision.Month).Background().In("a", "2003-02-10T09:00:00Z"),
        Told.Truce(Violated, "GAM").In("a", "2003-02-10T09:00:00Z", 500)).Count.ShouldBe(2);

    [Fact]
    public void The_day_of_a_breach_does_not_part_it_from_the_truce_of_its_article() => Fold(
        Told.Truce(InForce, "ARM", "AZE").On("2020-10-10").In("a", "2020-10-10T20:00:00Z"),
        Told.Truce(Violated, "ARM", "AZE").On("2020-11-30").In("b", "2020-11-30T20:00:00Z"),
        Told.Truce(InForce, "ARM", "AZE").On("2020-10-10").Background().In("b", "2020-11-30T20:00:00Z", 500)).Count.ShouldBe(1);

    [Fact]
    public void A_truce_remembered_by_its_year_is_not_the_one_of_today() => Fold(
        Told.Truce(InForce, "IDN", "GAM").On("2000-01-01", precision: DatePrecision.Year).Background().In("a", "2003-01-10T09:00:00Z"),
        Told.Truce(InForce, "IDN", "GAM").In("b", "2003-01-18T09:00:00Z")).Count.ShouldBe(2);

    [Fact]
    public void A_truce_remembered_by_its_end_is_the_one_that_ended_then() => Fold(
        Told.Truce(Agreed, "PHL", "MILF").On("1997-07-18").In("a", "1997-07-19T09:00:00Z"),
        Told.Truce(Collapsed, "PHL", "MILF").On("1997-07-18").In("b", "1997-11-21T09:00:00Z"),
        Told.Truce(Agreed, "PHL", "MILF").On("2003-07-19").In("c", "2003-07-19T09:00:00Z"),
        Told.Truce(Collapsed, "PHL", "MILF").Over("1997-11-30").Background().In("d", "2003-09-01T09:00:00Z")).Select(e => e.History.Count).ShouldBe([3, 1], ignoreOrder: true);

    [Fact]
    public void A_truce_that_was_over_is_not_the_one_that_stands_after_it() => Fold(
        Told.Truce(InForce, "PHL", "MILF").In("a", "2003-09-01T09:00:00Z"),
        Told.Truce(Collapsed, "PHL", "MILF").Over("2003-06-30").Background().In("b", "2003-09-03T09:00:00Z")).Count.ShouldBe(2);

    [Fact]
    public void Signed_on_one_day_and_in_force_from_another_it_is_one_truce() => Fold(
        Told.Truce(Agreed, "ECU", "PER").On("1995-02-17").In("a", "1995-02-14T09:00:00Z"),
        Told.Truce(Agreed, "ECU", "PER").On("1995-02-14").In("b", "1995-02-15T09:00:00Z")).Count.ShouldBe(1);

    [Fact]
    public void A_truce_of_two_days_of_which_neither_is_to_come_is_two() => Fold(
        Told.Truce(InForce, "ECU", "PER").On("1995-02-01").In("a", "1995-02-02T09:00:00Z"),
        Told.Truce(InForce, "ECU", "PER").On("1995-02-14").In("b", "1995-02-15T09:00:00Z")).Count.ShouldBe(2);

    [Fact]
    public void A_truce_that_came_after_the_wish_for_one_may_be_told_as_context() => Fold(
        Told.Truce(CalledFor, "ECU", "PER").In("a", "1995-02-02T09:00:00Z"),
        Told.Truce(InForce, "ECU", "PER").On("1995-02-01", precision: DatePrecision.Month).Background().In("b", "1995-06-02T09:00:00Z")).Count.ShouldBe(1);

    [Fact]
    public void Where_it_is_broken_does_not_part_a_truce_of_one_day() => Fold(
        Told.Truce(InForce, "PHL", "MILF").On("2003-07-19").At("Cotabato", "PHL").In("a", "2003-07-20T09:00:00Z"),
        Told.Truce(Violated, "PHL", "MILF").On("2003-07-19").At("Zamboanga", "PHL").In("b", "2003-07-28T09:00:00Z")).Count.ShouldBe(1);

    [Fact]
    public void That_it_was_to_be_extended_is_told_of_the_truce_that_broke_down() => Fold(
        Told.Truce(Collapsed, "PHL", "MILF").On("2003-07-19").In("a", "2003-09-28T09:00:00Z"),
        Told.Truce(Extended, "PHL", "MILF").In("a", "2003-09-28T09:00:00Z", 500)).Count.ShouldBe(1);

    [Fact]
    public void Agreed_on_one_day_and_in_force_from_another_as_one_article_tells_it_is_one_truce() => Fold(
        Told.Truce(Agreed, "ECU", "PER").On("1995-02-14").In("a", "1995-02-20T09:00:00Z"),
        Told.Truce(InForce, "ECU", "PER").On("1995-02-17").In("a", "1995-02-20T09:00:00Z", 500)).Count.ShouldBe(1);

    private static IReadOnlyList<Entry> Fold(params Told[] told) => LedgerFold.Fold(told.Select(t => t.Build()));
}
