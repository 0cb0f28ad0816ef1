using Parley.Contracts;

namespace Parley.Extraction.Tests.Analysis;

/// <summary>Days, parties and steps that only the text around a sentence settles; published on Wednesday, 6 March 2002.</summary>
public sealed class StoryClassTests
{
    private const string War = "The FARC shelled a barracks near Cali and soldiers fired back with artillery, the Colombian army said. ";

    [Theory]
    [InlineData("Russia and Georgia agreed to a truce after ten hours of talks in Oslo on Wednesday. A mediator read it out at four in the morning.", "2002-03-05")]
    [InlineData("Russia and Georgia agreed to a truce after two hours of talks in Oslo on Wednesday. A mediator read it out at four in the morning.", "2002-03-06")]
    [InlineData("Russia and Georgia agreed to a truce after ten hours of talks in Oslo on Wednesday. A mediator read it out at noon.", "2002-03-06")]
    public void Talks_longer_than_the_day_is_old_began_the_day_before(string text, string day) =>
        Read.Mentions(text).Single(m => m.Type == EntryType.Talks).Start.ShouldBe(Day(day));

    [Theory]
    [InlineData("The minister waited on Tuesday to be called, a day after Russia broke off talks with Georgia.", "2002-03-04")]
    [InlineData("President Putin flew home on Tuesday, two days after he met Blair in London.", "2002-03-03")]
    public void What_is_told_behind_so_many_days_after_was_as_many_days_before(string text, string day) =>
        Read.One(text).Start.ShouldBe(Day(day));

    [Theory]
    [InlineData("Blair leaves for New Delhi on Saturday on a three-day visit.", "2002-03-11")]
    [InlineData("A four-day round of talks between Chad and Sudan is to open in Tripoli on Saturday.", "2002-03-12")]
    [InlineData("Kenya and Uganda will hold a two-day summit in Nairobi on Saturday.", "2002-03-10")]
    [InlineData("Blair leaves for New Delhi on Saturday.", null)]
    public void Talks_of_so_many_days_end_as_many_days_on(string text, string? day) =>
        Read.One(text).ShouldSatisfyAllConditions(m => m.Start.ShouldBe(Day("2002-03-09")), m => m.End.ShouldBe(day is null ? null : Day(day)));

    [Theory]
    [InlineData("President Assad of Syria gave his consent on Tuesday night in a four-hour meeting with Colin Powell.")]
    [InlineData("President Assad of Syria gave his blessing in a long meeting on Tuesday with Colin Powell.")]
    public void A_meeting_in_which_consent_was_given_was_held(string text) =>
        Read.One(text).ShouldSatisfyAllConditions(m => m.Status.ShouldBe(EntryStatus.Held), m => m.Start.ShouldBe(Day("2002-03-05")));

    [Theory]
    [InlineData("The January truce between Russia and Georgia has been breached often.", "2002-01-01")]
    [InlineData("The October truce between Russia and Georgia has been breached often.", "2001-10-01")]
    public void A_truce_called_by_a_month_is_of_that_month(string text, string day) =>
        Read.One(text).ShouldSatisfyAllConditions(m => m.Start.ShouldBe(Day(day)), m => m.StartPrecision.ShouldBe(DatePrecision.Month));

    [Fact]
    public void How_often_in_how_many_days_names_no_day_to_come() =>
        Read.One("A truce between Russia and Georgia, the second in eight days, was to begin on Wednesday.").Start.ShouldBe(Day("2002-03-06"));

    [Fact]
    public void Both_days_of_a_span_of_last_week_are_of_that_week() =>
        Read.One("Putin was in Oslo for talks with Blair from Monday to Tuesday of last week.").ShouldSatisfyAllConditions(m => m.Start.ShouldBe(Day("2002-02-25")), m => m.End.ShouldBe(Day("2002-02-26")));

    [Fact]
    public void It_and_they_that_will_take_place_are_the_talks_of_the_sentence_before()
    {
        Read.One("Putin will meet Blair. It will take place in Vienna on March 12.").ShouldSatisfyAllConditions(
            m => m.Start.ShouldBe(Day("2002-03-12")), m => m.Place!.Name.ShouldBe("Vienna"), m => m.Ids().ShouldBe(["GBR", "RUS"], ignoreOrder: true));
        Read.One("The talks between Israel and Syria are back on. They will take place in Geneva on March 12.").Start.ShouldBe(Day("2002-03-12"));
    }

    [Fact]
    public void For_the_time_being_is_no_verb_that_parts_a_subject_from_its_second() =>
        Read.Mentions("The Tamil Tigers pulled out of talks with the Sri Lankan government \"for the time being\" and will boycott a conference in Tokyo.")
            .ShouldAllBe(m => m.Ids().Contains("LTTE"));

    [Fact]
    public void Who_drives_to_a_town_and_talks_meets_in_it() =>
        Read.One("President Bashar al-Assad of Syria drove up to Amman, unannounced, and for two hours discussed with King Abdullah of Jordan what was to be done.")
            .Place!.Name.ShouldBe("Amman");

    [Fact]
    public void The_place_of_a_verb_behind_a_clause_in_commas_is_that_of_its_subject() =>
        Read.One("The talks between Israel and Syria, on which much had been spent, broke up in Geneva today.").Place!.Name.ShouldBe("Geneva");

    [Fact]
    public void Both_sides_of_a_war_are_its_two_also_where_one_is_named_beside() =>
        Read.Mentions("GENEVA - Talks between the Sudanese army and the SPLA opened. The two sponsors, Egypt and Kenya, said that both sides had broken the truce they signed in May, the SPLA by shelling a town.")
            .Single(m => m.Type == Parley.Contracts.EntryType.Ceasefire).Ids().ShouldContain("SDN");

    [Fact]
    public void A_truce_that_was_accepted_the_day_before_began_when_the_guns_fell_silent() =>
        Read.Mentions("At seven this morning the shelling stopped. The truce that Russia and Georgia accepted on Tuesday was holding at noon.").Single().Start.ShouldBe(Day("2002-03-06"));

    [Fact]
    public void It_covers_a_coast_and_began_on_a_day() =>
        Read.Mentions("Russia and Georgia have a truce along the coast. It covers the ports, and began with the feast of Eid al-Adha.").ShouldAllBe(m => m.Start == Day("2002-02-22") && m.Status == EntryStatus.InForce);

    [Fact]
    public void What_then_was_under_way_has_the_day_of_the_sentence_before() =>
        Read.Mentions("The ministers shook hands on Tuesday.\n\nIgor Ivanov of Russia and Jack Straw of Britain then withdrew to a villa, and the talks were under way.").ShouldContain(m => m.Status == EntryStatus.UnderWay && m.Start == Day("2002-03-05"));

    [Fact]
    public void A_call_that_one_side_accepts_is_a_step_to_the_truce_of_both() =>
        Read.One("Russia and Georgia will stop fighting on Friday. Georgia accepted the council's call for a ceasefire last month.").ShouldSatisfyAllConditions(m => m.Start.ShouldBe(Day("2002-03-08")), m => m.Ids().ShouldBe(["GEO", "RUS"], ignoreOrder: true));

    [Fact]
    public void Whoever_chairs_talks_beside_others_is_no_party_to_them()
    {
        var talks = Read.Mentions("Talks between Russia and Georgia broke up in Oslo on Tuesday. Russia and Georgia sent their generals, said the European Union's envoy, who chaired the discussions with officials of the OSCE.");
        talks.ShouldAllBe(m => !m.Ids(ParticipantRole.Party).Contains("EU") && !m.Ids(ParticipantRole.Party).Contains("OSCE"));
    }

    [Fact]
    public void A_plan_to_end_days_of_fighting_that_both_agree_to_is_a_truce() =>
        Read.One("Russia and Georgia have agreed to a plan to end four days of fighting.").ShouldSatisfyAllConditions(m => m.Type.ShouldBe(EntryType.Ceasefire), m => m.Status.ShouldBe(EntryStatus.Agreed));

    [Fact]
    public void A_conference_of_nobody_named_is_of_those_whose_foreign_ministers_the_text_names() =>
        Read.Mentions("The second Bergen conference on the strait collapsed on Tuesday. The Danish foreign minister wanted a day more. The Greek foreign minister would not wait.").ShouldContain(m => m.Status == EntryStatus.Suspended && m.Ids().Order().SequenceEqual(new[] { "DNK", "GRC" }));

    [Fact]
    public void Negotiators_who_had_been_due_to_leave_were_to_see_those_whom_they_fight() =>
        Read.Mentions(War + "The government's negotiators had been due to leave for Lima on Tuesday for another round.").ShouldContain(m => m.Status == EntryStatus.Planned && m.Background && m.Ids().Order().SequenceEqual(new[] { "COL", "FARC" }));

    [Fact]
    public void Who_come_for_proximity_talks_come_to_a_host() =>
        Read.One("The presidents of Chad, Libya and Sudan will come to Norway at the end of the month for proximity talks, to be followed by a peace conference in Paris.").ShouldSatisfyAllConditions(m => m.Ids().ShouldBe(["LBY", "SDN", "TCD"], ignoreOrder: true), m => m.Place!.Country.ShouldBe("NOR"));

    [Fact]
    public void Two_who_sign_in_a_third_country_meet_in_the_town_of_the_dateline() =>
        Read.Mentions("BERGEN, March 6 - Russian Foreign Minister Igor Ivanov and British Foreign Secretary Jack Straw signed a memorandum of two pages and went home.").ShouldContain(m => m.Type == EntryType.Talks && m.Status == EntryStatus.Held && m.Place!.Name == "Bergen");

    [Fact]
    public void Peace_talks_called_by_the_land_that_is_fought_over_are_not_held_there() =>
        Read.Mentions("The Aceh peace talks between Indonesia and the Free Aceh Movement collapsed on Tuesday.").ShouldHaveSingleItem().Place.ShouldBeNull();

    [Theory]
    [InlineData("The truce between Russia and Georgia took effect on Monday. By noon each side accused the other of breaking it.")]
    [InlineData("A truce between Russia and Georgia took effect on Monday. At dusk the Georgians broke it with mortars.")]
    public void A_truce_named_again_as_it_may_be_broken(string text) =>
        Read.Mentions(text).ShouldContain(m => m.Type == EntryType.Ceasefire && m.Status == EntryStatus.Violated && m.Ids().Order().SequenceEqual(new[] { "GEO", "RUS" }));

    [Fact]
    public void The_rebels_are_the_group_that_the_text_names() =>
        Read.Mentions(War + "Talks between the government and separatist rebels broke down in Lima on Tuesday.").ShouldContain(m => m.Type == EntryType.Talks && m.Ids().Order().SequenceEqual(new[] { "COL", "FARC" }));

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
