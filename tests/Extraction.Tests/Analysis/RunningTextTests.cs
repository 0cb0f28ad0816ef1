using Parley.Contracts;

namespace Parley.Extraction.Tests.Analysis;

/// <summary>Articles name people once and go on with their offices, their sides and "the two": who these are, and of which day a truce is.</summary>
public sealed class RunningTextTests
{
    private const string War = "The FARC shelled a barracks near Cali and soldiers fired back with artillery, the Colombian army said. ";

    [Fact]
    public void An_office_without_a_name_is_whoever_was_named_by_it()
    {
        var mentions = Read.Mentions("U.N. envoy Lakhdar Brahimi landed in Kabul at dawn. The envoy met President Hamid Karzai of Afghanistan on Tuesday.");
        mentions.ShouldContain(m => m.Status == EntryStatus.Held && m.Ids().Order().SequenceEqual(new[] { "AFG", "UN" }));
    }

    [Fact]
    public void A_prime_minister_is_not_the_minister_of_a_later_sentence()
    {
        var mentions = Read.Mentions("Prime Minister Atal Behari Vajpayee of India stayed at home. The minister met President Jacques Chirac of France on Tuesday.");
        mentions.ShouldNotContain(m => m.Ids().Contains("IND"));
    }

    [Fact]
    public void The_ministers_are_those_who_were_named_together()
    {
        var mentions = Read.Mentions("The foreign ministers of Chile and Bolivia flew north. The ministers will meet President Vicente Fox of Mexico on Friday.");
        mentions.ShouldContain(m => m.Status == EntryStatus.Planned && m.Ids().Order().SequenceEqual(new[] { "BOL", "CHL", "MEX" }));
    }

    [Theory]
    [InlineData("The government met the rebels in a village school on Tuesday.")]
    [InlineData("The two sides met in a village school on Tuesday.")]
    [InlineData("The negotiating teams met in a village school on Tuesday.")]
    public void In_a_civil_war_the_government_and_the_rebels_are_the_two_sides(string sentence) =>
        Read.Mentions(War + sentence).ShouldContain(m => m.Type == EntryType.Talks && m.Ids().Order().SequenceEqual(new[] { "COL", "FARC" }));

    [Fact]
    public void An_army_whose_state_stands_behind_it_is_not_the_articles() =>
        Read.Mentions(War + "Officers of the army of Ecuador met officers of the army of Peru on Tuesday.").ShouldNotContain(m => m.Ids().Contains("COL"));

    [Fact]
    public void A_meeting_of_nobody_is_of_those_who_talk_in_the_text() =>
        Read.Mentions(War + "Talks were held on Monday. A second meeting has been set for Friday.").ShouldContain(m => m.Status == EntryStatus.Planned && m.Ids().Order().SequenceEqual(new[] { "COL", "FARC" }));

    [Fact]
    public void A_meeting_that_another_body_held_is_not_given_to_the_two_sides() =>
        Read.Mentions(War + "Her party held a meeting on Tuesday to choose a colour.").ShouldBeEmpty();

    [Fact]
    public void Behind_the_two_a_past_is_a_verb()
    {
        var mentions = Read.Mentions("President Jacques Chirac of France flew to see Chancellor Gerhard Schroeder of Germany. The two talked for an hour on Tuesday.");
        mentions.ShouldContain(m => m.Status == EntryStatus.Held && m.Start == new DateOnly(2002, 3, 5));
    }

    [Fact]
    public void A_headline_joins_what_the_text_tells_of_it()
    {
        const string Text = "Peru, Ecuador sign truce\n\nPeru and Ecuador signed a truce on Tuesday after a month of fighting.";
        var mention = Read.One(Text);
        mention.Evidence.Start.ShouldBe(Text.IndexOf("Peru and", StringComparison.Ordinal));
        mention.Start.ShouldBe(new DateOnly(2002, 3, 5));
    }

    [Theory]
    [InlineData("Ecuador broke the ceasefire of November 2001 on Tuesday, Peru said.")]
    [InlineData("Ecuador broke the ceasefire signed in November, Peru said on Tuesday.")]
    [InlineData("Ecuador broke the ceasefire that the two countries signed in November, Peru said on Tuesday.")]
    public void The_day_of_a_breach_is_not_that_of_the_truce(string sentence)
    {
        var mention = Read.One(sentence);
        mention.Status.ShouldBe(EntryStatus.Violated);
        mention.Start.ShouldBe(new DateOnly(2001, 11, 1));
    }

    [Theory]
    [InlineData("Chile and Bolivia ended three days of talks in Lima on Tuesday.")]
    [InlineData("Chile and Bolivia wrapped up three days of talks in Lima on Tuesday.")]
    public void Talks_that_ended_after_days_began_as_many_before(string sentence)
    {
        var mention = Read.One(sentence);
        mention.Start.ShouldBe(new DateOnly(2002, 3, 3));
        mention.End.ShouldBe(new DateOnly(2002, 3, 5));
    }

    [Fact]
    public void Until_behind_what_went_on_leads_to_a_day_past() =>
        Read.One("The presidents of Chile and Bolivia talked until nearly midnight Tuesday.").Start.ShouldBe(new DateOnly(2002, 3, 5));

    [Fact]
    public void A_day_behind_its_own_verb_is_not_that_of_the_saying() =>
        Read.One("French President Jacques Chirac, who saw Chancellor Gerhard Schroeder of Germany on Monday, said that he was tired.").Start.ShouldBe(new DateOnly(2002, 3, 4));

    [Fact]
    public void Who_goes_to_a_movements_headquarters_visits_it() =>
        Read.One("Norwegian envoy Erik Solheim travelled to Kilinochchi on Tuesday.").Ids().ShouldBe(["LTTE", "NOR"], ignoreOrder: true);

    [Fact]
    public void A_first_name_alone_is_whoever_bears_it_in_the_text() =>
        Read.Mentions("Prime Minister Meles Zenawi of Ethiopia rested. President Jacques Chirac of France called Meles on Tuesday.").ShouldContain(m => m.Kind == EntryKind.Call && m.Ids().Order().SequenceEqual(new[] { "ETH", "FRA" }));
}
