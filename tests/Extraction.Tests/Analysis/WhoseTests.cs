using Parley.Contracts;

namespace Parley.Extraction.Tests.Analysis;

/// <summary>Whose talks and truces are that a sentence tells of without naming both sides; published on Wednesday, 6 March 2002.</summary>
public sealed class WhoseTests
{
    [Theory]
    [InlineData("Bosnian soldiers shelled a ridge near Tuzla, artillery fired back and troops dug in. Serb gunners answered from the hills, the Bosnian Serb army said. The Serbs then met nobody. The two sides agreed to a truce on Tuesday.")]
    [InlineData("Bosnian troops and the Bosnian Serbs traded artillery fire, and shells fell on the town. The Bosnian Croats looked on. The two sides agreed to a truce on Tuesday.")]
    public void A_people_named_in_short_is_the_group_of_the_land_that_the_text_is_about(string text) =>
        Read.Mentions(text).Single(m => m.Type == EntryType.Ceasefire).Ids().ShouldBe(["BIH", "BOSNIAN-SERBS"], ignoreOrder: true);

    [Theory]
    [InlineData("President Glafcos Clerides and Rauf Denktash were back in Cyprus. The two sides will meet on Friday.")]
    [InlineData("Rauf Denktash and Glafcos Clerides went home. Turkish Cypriot papers were glad; those of Cyprus were not. The talks resume on Friday.")]
    public void A_land_with_two_governments_has_two_sides_and_not_one_twice(string text) =>
        Read.Mentions(text).ShouldHaveSingleItem().Ids().ShouldBe(["CYN", "CYP"], ignoreOrder: true);

    [Fact]
    public void A_movement_that_governs_is_the_state() =>
        Read.Mentions("The Sandinista government shelled a camp, and Contra rebels fired at soldiers in Nicaragua. The two sides agreed to a truce on Tuesday.")
            .Single(m => m.Type == EntryType.Ceasefire).Ids().ShouldContain("CONTRAS");

    [Theory]
    [InlineData("Shells fell on northern Israel, and jets bombed Lebanon. Israel blamed the Hezbollah. Syria and Israel are talking again, Syria and Israel said. The ceasefire was broken by both sides on Tuesday.")]
    [InlineData("Israel bombed villages as troops dug in and shells fell on Galilee. Hezbollah vowed revenge. Israel and Syria said, as Israel and Syria do, that both were calm. The truce took effect on Tuesday.")]
    public void A_truce_is_of_those_who_fight_and_not_of_the_states_that_are_named_more(string text) =>
        Read.Mentions(text).Single(m => m.Type == EntryType.Ceasefire).Ids().ShouldBe(["HEZBOLLAH", "ISR"], ignoreOrder: true);

    [Fact]
    public void Who_draws_up_a_truce_of_two_others_is_no_side_of_it()
    {
        var truce = Read.Mentions("Soldiers of Armenia and Azerbaijan traded artillery fire, and shells fell on a village. French officials said Paris had set out a plan for a ceasefire on Tuesday.").Single(m => m.Type == EntryType.Ceasefire);
        truce.Ids().ShouldBe(["ARM", "AZE"], ignoreOrder: true);
        truce.Ids(ParticipantRole.Mediator).ShouldBe(["FRA"]);
    }

    [Theory]
    [InlineData("The LURD shelled a port, soldiers of Liberia fired back and troops dug in. The rebels besieging Monrovia announced a ceasefire on Tuesday.")]
    [InlineData("The LURD shelled a port, soldiers of Liberia fired back and troops dug in. The rebels fighting to oust President Charles Taylor announced a ceasefire on Tuesday.")]
    public void What_a_participle_behind_the_subject_governs_does_nothing(string text) =>
        Read.Mentions(text).Single(m => m.Type == EntryType.Ceasefire).Ids().ShouldContain("LURD");

    [Theory]
    [InlineData("Armenia and Azerbaijan will hold talks in Geneva on Friday under the chairmanship of French envoy Bernard Fassier.", "FRA")]
    [InlineData("Chad and Sudan will begin direct negotiations in Tripoli on Friday in the presence of U.N. envoy Lakhdar Brahimi.", "UN")]
    [InlineData("India and Pakistan opened talks in Tashkent on Tuesday under the aegis of Russia.", "RUS")]
    public void Under_whose_eye_talks_are_held_is_no_side_of_them(string text, string leader)
    {
        var talks = Read.One(text);
        talks.Ids().Count().ShouldBe(2);
        talks.Ids().ShouldNotContain(leader);
        talks.Ids(ParticipantRole.Mediator).ShouldBe([leader]);
    }

    [Theory]
    [InlineData("Vladimir Putin and Tony Blair were photographed on a lawn. The pair will hold talks in Vienna on Friday.")]
    [InlineData("Tony Blair met Vladimir Putin on Monday. The duo will meet again on Friday.")]
    public void A_pair_is_the_two_who_were_named(string text) =>
        Read.Mentions(text)[^1].Ids().ShouldBe(["GBR", "RUS"], ignoreOrder: true);

    [Theory]
    [InlineData("In the first round, held in Oslo in October, the two sides agreed to exchange prisoners.", "2001-10-01")]
    [InlineData("At the second session, held near Geneva in January, the delegations agreed to go on.", "2002-01-01")]
    public void A_round_of_which_it_is_told_what_was_agreed_in_it_is_over(string sentence, string day)
    {
        var round = Read.Mentions("Soldiers of Sri Lanka and the Tamil Tigers traded fire. " + sentence).Single(m => m.Type == EntryType.Talks);
        round.ShouldSatisfyAllConditions(m => m.Status.ShouldBe(EntryStatus.Held), m => m.Start.ShouldBe(Day(day)), m => m.Ids().ShouldBe(["LKA", "LTTE"], ignoreOrder: true));
    }

    [Fact]
    public void The_government_beside_rebels_is_that_of_their_country_wherever_they_talk() =>
        Read.Mentions("Fighting went on in Chad, and soldiers of Chad dug in. The government and the rebels are again in negotiations in Libya.")
            .Single(m => m.Type == EntryType.Talks).Ids().ShouldBe(["TCD", "TCD.REB"], ignoreOrder: true);

    [Theory]
    [InlineData("A ceasefire in 2001 collapsed after seven months of talks between Sri Lanka and the Tamil Tigers.", "2001-01-01")]
    [InlineData("A truce in August was broken by Russia and Georgia within a week.", "2001-08-01")]
    public void The_time_right_behind_a_truce_that_ended_is_when_it_was(string text, string day) =>
        Read.Mentions(text).Single(m => m.Type == EntryType.Ceasefire).Start.ShouldBe(Day(day));

    [Fact]
    public void A_truce_that_is_only_watched_over_is_none() =>
        Read.Mentions("Chad and Sudan agreed on Tuesday on the rules for a group that will monitor the ceasefire in the east.").ShouldNotContain(m => m.Type == EntryType.Ceasefire);

    [Fact]
    public void Who_is_said_to_have_stopped_firing_on_a_weekday_did_so_on_the_last() =>
        Read.Mentions("The Tamil Tigers say they silenced their guns on Monday, but each side will blame the other.").Single().Start.ShouldBe(Day("2002-03-04"));

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
