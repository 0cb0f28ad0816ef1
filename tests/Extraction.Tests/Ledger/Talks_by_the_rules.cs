using Parley.Contracts;
using Parley.Extraction.Ledger;
using static Parley.Contracts.EntryKind;
using static Parley.Contracts.EntryStatus;

namespace Parley.Extraction.Tests.Ledger;

public sealed class Talks_by_the_rules
{
    private static readonly Told Plan = Told.Talks(Planned, "RUS", "TUR").A(Visit).On("2020-06-14").In("afp-1", "2020-06-12T09:00:00Z");

    [Fact]
    public void Events_of_the_same_parties_on_different_days_are_two() =>
        Fold(Said(Held).On("2020-06-14").In("a", "2020-06-14T20:00:00Z"), Said(Held).On("2020-06-15").In("b", "2020-06-15T20:00:00Z")).Count.ShouldBe(2);

    [Fact]
    public void A_visit_that_slips_by_a_day_is_the_same_visit()
    {
        var entry = Fold(Plan, Said(Held).On("2020-06-15").In("b", "2020-06-15T20:00:00Z")).Single();
        (entry.Status, entry.Start).ShouldBe((Held, new DateOnly(2020, 6, 15)));
    }

    [Theory]
    [InlineData("2011-05-13", "Arusha", 1)]
    [InlineData("2011-05-30", "Arusha", 2)]
    [InlineData("2011-05-13", "Kampala", 2)]
    public void A_round_that_opens_some_days_late_where_it_was_to_be_is_the_one_that_was_planned(string day, string place, int entries)
    {
        var round = Told.Talks(Planned, "KEN", "UGA").A(Negotiation).At("Arusha", "TZA").On("2011-05-09").In("a", "2011-05-01T09:00:00Z");
        var folded = Fold(round, Told.Talks(UnderWay, "KEN", "UGA").A(Negotiation).At(place, "TZA").On(day).In("b", day + "T20:00:00Z"));
        folded.Count.ShouldBe(entries);
        folded[^1].Start.ShouldBe(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void What_is_planned_after_the_meeting_is_another_meeting() =>
        Fold(Said(Held).On("2020-06-15").In("a", "2020-06-15T20:00:00Z"), Said(Planned).On("2020-06-19").In("b", "2020-06-16T20:00:00Z")).Count.ShouldBe(2);

    [Fact]
    public void An_undated_plan_told_after_the_meeting_is_for_the_next_one() =>
        Fold(Said(Held).On("2020-06-15").In("a", "2020-06-15T20:00:00Z"), Said(Planned).In("b", "2020-06-17T20:00:00Z")).Count.ShouldBe(2);

    [Fact]
    public void A_call_and_a_visit_of_one_day_are_two() =>
        Fold(Plan, Said(Held).A(Call).On("2020-06-14").In("b", "2020-06-14T20:00:00Z")).Count.ShouldBe(2);

    [Fact]
    public void Another_partner_on_the_same_day_is_another_meeting() =>
        Fold(Plan, Told.Talks(Planned, "IRN", "TUR").On("2020-06-14").In("b", "2020-06-12T09:00:00Z")).Count.ShouldBe(2);

    [Fact]
    public void A_government_is_its_state_and_stands_for_it_by_name()
    {
        var entry = Fold(
            Told.Talks(Held, "LBY", "TUR").On("2020-06-17").In("a", "2020-06-17T20:00:00Z"),
            Told.Talks(Held, "GNA", "TUR").On("2020-06-17").In("b", "2020-06-18T20:00:00Z")).Single();
        entry.Participants.Select(p => p.Id).ShouldBe(["GNA", "TUR"]);
    }

    [Fact]
    public void A_rival_of_the_government_is_not_the_state() => Fold(
        Told.Talks(Held, "LBY", "RUS").On("2020-06-17").In("a", "2020-06-17T20:00:00Z"),
        Told.Talks(Held, "LNA", "RUS").On("2020-06-17").In("b", "2020-06-18T20:00:00Z")).Count.ShouldBe(2);

    [Fact]
    public void A_late_report_of_the_plan_joins_and_changes_nothing()
    {
        var entry = Fold(Plan, Said(Held).On("2020-06-14").In("b", "2020-06-14T20:00:00Z"), Plan.In("slow", "2020-06-15T08:00:00Z")).Single();
        entry.Status.ShouldBe(Held);
        entry.History.Select(h => h.Status).ShouldBe([Planned, Held, Planned]);
    }

    [Fact]
    public void A_put_off_keeps_the_old_day_until_a_new_one_is_stated()
    {
        var putOff = Said(Postponed).In("b", "2020-06-13T20:00:00Z");
        Fold(Plan, putOff).Single().Start.ShouldBe(new DateOnly(2020, 6, 14));
        var again = Fold(Plan, putOff, Said(Planned).On("2020-06-20").In("c", "2020-06-16T20:00:00Z")).Single();
        (again.Status, again.Start).ShouldBe((Planned, new DateOnly(2020, 6, 20)));
    }

    [Fact]
    public void A_put_off_may_state_the_new_day_itself()
    {
        var entry = Fold(Plan, Said(Postponed).On("2020-06-20").In("b", "2020-06-13T20:00:00Z")).Single();
        (entry.Status, entry.Start).ShouldBe((Postponed, new DateOnly(2020, 6, 20)));
    }

    [Fact]
    public void The_old_plan_told_late_does_not_revive_what_was_put_off() =>
        Fold(Plan, Said(Postponed).On("2020-06-14").In("b", "2020-06-13T20:00:00Z"), Plan.In("slow", "2020-06-14T08:00:00Z")).Single().Status.ShouldBe(Postponed);

    [Fact]
    public void Outlets_that_contradict_one_another_make_an_entry_disputed()
    {
        var entry = Fold(Plan, Said(Held).On("2020-06-14").In("b", "2020-06-14T20:00:00Z"), Said(Cancelled).On("2020-06-14").In("c", "2020-06-14T21:00:00Z")).Single();
        entry.Disputed.ShouldBeTrue();
    }

    [Fact]
    public void The_side_of_more_outlets_prevails()
    {
        var held = Said(Held).On("2020-06-14").In("b", "2020-06-14T20:00:00Z");
        var entry = Fold(Plan, held, held.In("d", "2020-06-14T20:30:00Z"), Said(Cancelled).On("2020-06-14").In("c", "2020-06-14T21:00:00Z")).Single();
        (entry.Disputed, entry.Status).ShouldBe((true, Held));
    }

    [Fact]
    public void An_outlet_that_corrects_itself_contradicts_nobody()
    {
        var entry = Fold(Plan, Said(Held).On("2020-06-14").In("b-1", "2020-06-14T20:00:00Z"), Said(Cancelled).On("2020-06-14").In("b-2", "2020-06-14T21:00:00Z")).Single();
        (entry.Disputed, entry.Status).ShouldBe((false, Cancelled));
    }

    [Fact]
    public void A_cancellation_before_the_day_may_be_revoked_by_the_event_itself()
    {
        var entry = Fold(Plan, Said(Cancelled).On("2020-06-14").In("b", "2020-06-13T20:00:00Z"), Said(Held).On("2020-06-14").In("c", "2020-06-14T21:00:00Z")).Single();
        (entry.Disputed, entry.Status).ShouldBe((false, Held));
    }

    [Fact]
    public void An_exact_day_replaces_the_week_and_is_not_replaced_by_it()
    {
        var week = Said(UnderWay).A(Negotiation).On("2020-06-08", precision: DatePrecision.Week).In("a", "2020-06-11T09:00:00Z");
        var day = Said(UnderWay).A(Negotiation).On("2020-06-10").In("b", "2020-06-12T09:00:00Z");
        foreach (var entry in new[] { Fold(week, day).Single(), Fold(day.In("a", "2020-06-11T08:00:00Z"), week).Single() })
            (entry.Start, entry.StartPrecision).ShouldBe((new DateOnly(2020, 6, 10), DatePrecision.Day));
    }

    [Fact]
    public void Details_come_from_all_and_codes_from_the_one_that_gives_the_status()
    {
        var entry = Fold(
            Plan.Coded("036").Confident(0.95).About("Syria").By("RUS", "Sergei Lavrov"),
            Said(Held).On("2020-06-14").At("Ankara", "TUR").Coded("042").About("Libya").By("RUS", "Sergei Shoigu").In("b", "2020-06-14T20:00:00Z")).Single();
        (entry.Kind, entry.Place!.Name, entry.Cameo, entry.Confidence).ShouldBe((Visit, "Ankara", "042", 0.95));
        entry.Topics.ShouldBe(["Libya", "Syria"]);
        entry.Participants[0].Persons.ShouldBe(["Sergei Lavrov", "Sergei Shoigu"]);
    }

    [Fact]
    public void An_undated_negotiation_is_one_and_its_dated_round_another()
    {
        var running = Said(UnderWay).A(Negotiation).In("a", "2020-06-02T09:00:00Z");
        Fold(running, running.In("b", "2020-06-20T09:00:00Z"), Said(Held).On("2020-06-12").At("Geneva", "CHE").In("c", "2020-06-12T20:00:00Z"))
            .Select(e => e.History.Count).ShouldBe([2, 1], ignoreOrder: true);
    }

    [Fact]
    public void A_resumption_on_a_new_date_is_a_new_entry() => Fold(
        Said(Suspended).A(Negotiation).On("2020-06-14").In("a", "2020-06-14T20:00:00Z"),
        Said(UnderWay).A(Negotiation).On("2020-06-24").In("b", "2020-06-24T20:00:00Z")).Count.ShouldBe(2);

    [Fact]
    public void Ended_without_a_deal_comes_after_held() =>
        Fold(Said(Held).On("2020-06-14").In("a", "2020-06-14T18:00:00Z"), Said(Suspended).On("2020-06-14").In("b", "2020-06-14T20:00:00Z")).Single().Status.ShouldBe(Suspended);

    [Fact]
    public void Undated_talks_in_another_country_are_other_talks() => Fold(
        Said(Planned).At("Vienna", "AUT").In("a", "2020-06-08T09:00:00Z"),
        Said(Held).At("Cairo", "EGY").On("2020-06-10").In("b", "2020-06-10T20:00:00Z")).Count.ShouldBe(2);

    [Fact]
    public void Two_undated_put_offs_and_a_new_plan_are_one_matter()
    {
        var entry = Fold(
            Plan,
            Said(Postponed).In("b", "2020-06-13T20:00:00Z"),
            Said(Postponed).In("c", "2020-06-13T22:00:00Z"),
            Said(Planned).A(Visit).On("2020-06-20").In("d", "2020-06-16T20:00:00Z"),
            Said(Held).A(Visit).On("2020-06-20").In("e", "2020-06-20T20:00:00Z")).Single();
        entry.History.Select(h => h.Status).ShouldBe([Planned, Postponed, Postponed, Planned, Held]);
    }

    [Fact]
    public void A_day_stated_after_an_undated_put_off_is_the_new_one()
    {
        var entry = Fold(Said(Postponed).A(Visit).In("a", "2020-06-13T20:00:00Z"), Said(Planned).A(Visit).On("2020-06-20").In("b", "2020-06-14T20:00:00Z")).Single();
        (entry.Status, entry.Start).ShouldBe((Planned, new DateOnly(2020, 6, 20)));
    }

    [Fact]
    public void What_was_called_off_is_not_taken_up_by_any_later_plan() => Fold(
        Plan,
        Said(Cancelled).On("2020-06-14").In("b", "2020-06-13T20:00:00Z"),
        Said(Planned).On("2020-06-24").In("c", "2020-06-18T20:00:00Z")).Count.ShouldBe(2);

    [Fact]
    public void An_echo_of_talks_that_were_held_does_not_reopen_them() => Fold(
        Plan,
        Said(Held).On("2020-06-14").In("b", "2020-06-14T20:00:00Z"),
        Said(UnderWay).A(Visit).In("c", "2020-06-15T06:00:00Z")).Single().Status.ShouldBe(Held);

    [Fact]
    public void Talks_that_go_on_weeks_after_they_were_broken_off_are_new_ones()
    {
        var running = Said(UnderWay).A(Negotiation);
        Fold(running.In("a", "2020-06-02T09:00:00Z"), running.As(Suspended).In("b", "2020-06-05T09:00:00Z"), running.In("c", "2020-06-25T09:00:00Z"))
            .Select(e => e.Status).ShouldBe([Suspended, UnderWay]);
    }

    [Fact]
    public void A_running_negotiation_goes_on_after_a_session()
    {
        var running = Said(UnderWay).A(Negotiation).At("Geneva", "CHE");
        Fold(running.In("a", "2020-06-02T09:00:00Z"), running.As(Suspended).In("b", "2020-06-05T09:00:00Z"), running.In("c", "2020-06-09T09:00:00Z"))
            .Single().Status.ShouldBe(UnderWay);
    }

    [Fact]
    public void Daily_plans_do_not_slide_from_day_to_day() =>
        Fold([.. Enumerable.Range(10, 10).Select(d => Said(Planned).On($"2020-06-{d}").In($"a{d}", $"2020-06-{d - 1}T09:00:00Z"))]).Count.ShouldBeGreaterThan(4);

    [Fact]
    public void What_is_remembered_as_held_was_not_called_off() => Fold(
        Plan,
        Said(Cancelled).On("2020-06-14").In("b", "2020-06-13T20:00:00Z"),
        Said(Held).Background().In("c", "2020-06-20T20:00:00Z")).Count.ShouldBe(2);

    [Fact]
    public void Each_potential_id_leads_to_one_entry()
    {
        LedgerMention first = Plan, second = Said(Held).On("2020-06-14").In("b", "2020-06-14T20:00:00Z");
        LedgerFold.Fold([second, first]).Single().Id.ShouldBe(EntryId.Of(first));
        EntryId.Of(first).ShouldNotBe(EntryId.Of(second));
        EntryId.Of(first).ShouldStartWith("talks-");
    }

    [Fact]
    public void Frequent_partners_do_not_run_together()
    {
        var year = Enumerable.Range(0, 365).Select(i => Said(Held).On(Day(i)).In($"a{i}", Day(i) + "T20:00:00Z").Build()).ToArray();
        LedgerFold.Fold(year).Count.ShouldBe(365);
        var undated = Enumerable.Range(0, 365).Select(i => Said(Held).In($"u{i}", Day(i) + "T20:00:00Z").Build());
        LedgerFold.Fold(year.Concat(undated)).Max(e => e.History.Count).ShouldBe(2);
    }

    private static string Day(int i) => new DateOnly(2020, 1, 1).AddDays(i).ToString("O");

    private static Told Said(EntryStatus status) => Told.Talks(status, "RUS", "TUR");

    private static IReadOnlyList<Entry> Fold(params Told[] told) => LedgerFold.Fold(told.Select(t => t.Build()));
}
