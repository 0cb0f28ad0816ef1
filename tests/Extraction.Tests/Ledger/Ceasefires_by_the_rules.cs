using Parley.Contracts;
using Parley.Extraction.Ledger;
using static Parley.Contracts.EntryStatus;

namespace Parley.Extraction.Tests.Ledger;

public sealed class Ceasefires_by_the_rules
{
    private static readonly Told Truce = Told.Truce(Agreed, "ARM", "AZE").At("Nagorno-Karabakh", "AZE").On("2020-10-10").In("afp-1", "2020-10-10T09:00:00Z");

    [Fact]
    public void A_truce_goes_through_its_stages_as_one_entry()
    {
        var entry = Fold(
            Truce,
            Truce.As(InForce).In("b", "2020-10-11T09:00:00Z"),
            Told.Truce(Violated).At("Nagorno-Karabakh", "AZE").In("c", "2020-10-12T09:00:00Z"),
            Told.Truce(Collapsed).At("Nagorno-Karabakh", "AZE").In("d", "2020-10-15T09:00:00Z")).Single();
        entry.History.Select(h => h.Status).ShouldBe([Agreed, InForce, Violated, Collapsed]);
        (entry.Status, entry.Start).ShouldBe((Collapsed, new DateOnly(2020, 10, 10)));
    }

    [Fact]
    public void A_truce_that_holds_despite_breaches_is_in_force_again() => Fold(
        Truce,
        Truce.As(Violated).In("b", "2020-10-12T09:00:00Z"),
        Truce.As(InForce).In("c", "2020-10-14T09:00:00Z")).Single().Status.ShouldBe(InForce);

    [Fact]
    public void A_call_while_a_broken_truce_stands_joins_it_and_changes_nothing()
    {
        var entry = Fold(Truce, Truce.As(Violated).In("b", "2020-10-12T09:00:00Z"), Told.Truce(CalledFor).At("Nagorno-Karabakh", "AZE").In("c", "2020-10-13T09:00:00Z")).Single();
        (entry.Status, entry.History.Count).ShouldBe((Violated, 3));
    }

    [Fact]
    public void A_call_after_the_collapse_opens_a_new_entry() => Fold(
        Truce, Truce.As(Collapsed).In("b", "2020-10-12T09:00:00Z"), Told.Truce(CalledFor).At("Nagorno-Karabakh", "AZE").In("c", "2020-10-13T09:00:00Z")).Count.ShouldBe(2);

    [Fact]
    public void A_wish_after_an_offer_joins_and_changes_nothing()
    {
        var offer = Told.Truce(Proposed, "ARM", "AZE").At("Nagorno-Karabakh", "AZE").In("a", "2020-10-05T09:00:00Z");
        var entry = Fold(offer, Told.Truce(CalledFor).At("Nagorno-Karabakh", "AZE").In("b", "2020-10-06T09:00:00Z")).Single();
        (entry.Status, entry.History.Count).ShouldBe((Proposed, 2));
    }

    [Fact]
    public void A_truce_announced_by_one_outlet_and_denied_in_another_is_disputed() =>
        Fold(Truce, Truce.As(Rejected).In("tass", "2020-10-10T12:00:00Z")).Single().Disputed.ShouldBeTrue();

    [Fact]
    public void Each_armed_group_of_a_country_has_its_own_truce() => Fold(
        Told.Truce(Agreed, "KIA", "MMR").At("Myanmar", "MMR").On("2020-06-14").In("a", "2020-06-14T20:00:00Z"),
        Told.Truce(Agreed, "KNU", "MMR").At("Myanmar", "MMR").On("2020-06-14").In("b", "2020-06-14T20:00:00Z")).Count.ShouldBe(2);

    [Fact]
    public void A_truce_of_a_town_and_one_of_another_are_two() => Fold(
        Told.Truce(Agreed).At("Idlib", "SYR").On("2020-03-05").In("a", "2020-03-05T20:00:00Z"),
        Told.Truce(Agreed).At("Daraa", "SYR").On("2020-03-05").In("b", "2020-03-05T20:00:00Z")).Count.ShouldBe(2);

    [Fact]
    public void A_new_truce_after_the_collapse_is_a_new_entry() => Fold(
        Truce,
        Truce.As(Collapsed).In("b", "2020-10-12T09:00:00Z"),
        Told.Truce(InForce, "ARM", "AZE").At("Nagorno-Karabakh", "AZE").In("c", "2020-10-26T09:00:00Z")).Count.ShouldBe(2);

    [Fact]
    public void A_breach_reported_just_after_the_collapse_belongs_to_the_old_truce()
    {
        var entry = Fold(Truce, Truce.As(Collapsed).In("b", "2020-10-12T09:00:00Z"), Told.Truce(Violated, "ARM", "AZE").In("c", "2020-10-13T09:00:00Z")).Single();
        (entry.Status, entry.History.Count).ShouldBe((Collapsed, 3));
    }

    [Fact]
    public void One_side_s_own_truce_is_not_the_one_that_both_agree_to() => Fold(
        Truce.In("a", "2020-10-11T09:00:00Z"),
        Told.Truce(Agreed, "ARM").At("Nagorno-Karabakh", "AZE").On("2020-10-10").Unilateral().In("b", "2020-10-10T12:00:00Z")).Count.ShouldBe(2);

    [Theory]
    [InlineData("2020-11-10T09:00:00Z", 1)]
    [InlineData("2020-12-10T09:00:00Z", 2)]
    public void A_truce_that_is_wished_for_again_weeks_later_is_the_same_one(string again, int entries) => Fold(
        Told.Truce(CalledFor).With(ParticipantRole.Caller, "ITA").At("Libya", "LBY").In("a", "2020-10-04T09:00:00Z"),
        Told.Truce(CalledFor).With(ParticipantRole.Caller, "TUR").At("Libya", "LBY").In("b", again)).Count.ShouldBe(entries);

    private static IReadOnlyList<Entry> Fold(params Told[] told) => LedgerFold.Fold(told.Select(t => t.Build()));
}
