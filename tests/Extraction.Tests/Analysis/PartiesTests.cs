using Parley.Contracts;

namespace Parley.Extraction.Tests.Analysis;

/// <summary>Whose talks and truces these are, where the sentence by itself does not say it by name.</summary>
public sealed class PartiesTests
{
    [Theory]
    [InlineData("Sinn Fein leader Gerry Adams spoke for an hour. Prime Minister Tony Blair ruled out a meeting with Adams.", "GBR SINN-FEIN")]
    [InlineData("Sinn Fein leader Gerry Adams spoke for an hour. Prime Minister Tony Blair met Adams on Tuesday.", "GBR SINN-FEIN")]
    public void A_surname_that_lists_leave_to_nobody_is_that_of_the_man_named_in_full(string text, string parties) => Last(text).ShouldBe(parties);

    [Fact]
    public void A_namesake_with_another_first_name_is_not_he() =>
        Read.Mentions("Sinn Fein leader Gerry Adams spoke for an hour. Prime Minister Tony Blair met Bryan Adams on Tuesday.").ShouldAllBe(m => !m.Ids().Contains("SINN-FEIN"));

    [Theory]
    [InlineData("The FARC wants more time. It held talks with Venezuela on Monday.", "FARC VEN")]
    [InlineData("Efforts with the ELN have had less attention. Its delegates met Cuban officials on Monday.", "CUB ELN")]
    public void It_and_its_are_of_what_the_sentence_before_was_about(string text, string parties) => Last(text).ShouldBe(parties);

    [Theory]
    [InlineData("Croatia shelled Knin. Rebel Serbs signed a truce with Croatia on Monday.", "HRV KRAJINA-SERBS")]
    [InlineData("Bosnia shelled Doboj. Rebel Serbs signed a truce with Bosnia on Monday.", "BIH BOSNIAN-SERBS")]
    public void A_name_that_groups_of_two_countries_share_is_that_of_the_country_spoken_of(string text, string parties) => Last(text).ShouldBe(parties);

    [Fact]
    public void An_it_that_stands_for_nobody_names_no_party() =>
        Read.Mentions("The FARC wants more time. It was agreed that Cuba meet Spain in Havana on Monday.").ShouldAllBe(m => !m.Ids().Contains("FARC"));

    [Theory]
    [InlineData("Chad and Sudan traded shells. The Libyan mediation in the war between Chad and Sudan collapsed on Tuesday.")]
    [InlineData("Chad and Sudan traded shells at the border, and their soldiers dug in. A mediation effort by Libya was broken off on Tuesday.")]
    public void Who_mediates_is_no_side(string text)
    {
        var mention = Read.Mentions(text).Last(m => m.Kind == EntryKind.Mediation);
        mention.Ids().Order().ShouldBe(["SDN", "TCD"]);
        mention.Ids(ParticipantRole.Mediator).ShouldBe(["LBY"]);
    }

    [Fact]
    public void A_war_that_is_talked_of_makes_no_party_of_its_sides() =>
        Last("A ministerial troika of the European Union ended two days of talks with Kenyan leaders on the conflict between Chad and Sudan.").ShouldBe("EU KEN");

    [Fact]
    public void A_summit_is_not_of_those_to_whom_it_appeals() =>
        Read.Mentions("The summit of the African Union opened on Tuesday with an appeal for an end to the hostilities between Chad and Sudan.").First(m => m.Type == EntryType.Talks).Ids().ShouldBe(["AU"]);

    [Fact]
    public void A_truce_of_ones_own_is_not_the_other_sides() =>
        Last("British soldiers and the IRA traded fire for months, with bombs and ambushes. The bombing breached the ceasefire that the IRA proclaimed in January.").ShouldBe("IRA");

    [Fact]
    public void What_is_to_be_done_during_a_truce_makes_no_side_of_it() =>
        Last("The government of Colombia gave the rebels of the FARC a proposal for a ceasefire, during which Cuban planes would bring food.").ShouldBe("COL FARC");

    [Fact]
    public void Two_governments_are_two_states() =>
        Last("Britain and Ireland barred Sinn Fein from the table on Friday. The two governments met on Monday.").ShouldBe("GBR IRL");

    [Fact]
    public void Talks_with_an_armed_group_are_of_the_state_that_it_fights() =>
        Last("Colombian troops shelled FARC positions. The Colombian government sent more soldiers. Negotiations with the FARC are going on in the south.").ShouldBe("COL FARC");

    [Fact]
    public void Talks_with_a_government_are_of_the_group_that_fights_it() =>
        Last("Colombian troops shelled FARC positions. The FARC sent three men. They drove to a hotel, where talks with the Colombian government began on Monday.").ShouldBe("COL FARC");

    [Fact]
    public void Indirect_talks_are_of_those_who_open_the_sentence_together() =>
        Last("Eduard Shevardnadze of Georgia and Robert Kocharian of Armenia went to their rooms, and the proximity talks, as the State Department calls them, were under way.").ShouldBe("ARM GEO");

    [Fact]
    public void A_mediators_country_is_no_side() =>
        Last("Sri Lankan soldiers shelled a Tamil Tiger camp and troops advanced. A Norwegian mediator waited. The Norwegian mediator smiled. The truce came into force on Monday.").ShouldBe("LKA LTTE");

    [Fact]
    public void The_two_sides_of_talks_just_told_of_are_those() =>
        Last("Colombian soldiers and the FARC fought, and the FARC shelled an army camp. Colombian envoys met the National Liberation Army in Havana on Friday. The two sides agreed to a ceasefire.").ShouldBe("COL ELN");

    [Fact]
    public void Who_is_told_at_a_meeting_was_there() =>
        Last("French President Jacques Chirac told Thai Foreign Minister Surakiart Sathirathai on Monday, at a meeting in a Paris hotel, that he was glad.").ShouldBe("FRA THA");

    [Fact]
    public void Who_is_persuaded_to_attend_is_to_be_there() =>
        Last("Norwegian envoy Erik Solheim failed to persuade Syria to attend a meeting with Lebanon on Monday.").ShouldBe("LBN SYR");

    [Fact]
    public void A_list_goes_on_behind_its_comma_to_its_and() =>
        Last("When the sun had gone down, the Presidents of Peru, Chile and Bolivia met in a hall.").ShouldBe("BOL CHL PER");

    [Fact]
    public void They_are_those_of_whom_a_delegation_is_made_up() =>
        Last("The delegation, made up of Jordan's Marwan Muasher, Egypt's Ahmed Maher and Saudi Arabia's Prince Saud, was late. French President Jacques Chirac met them on Monday.").ShouldBe("EGY FRA JOR SAU");

    [Fact]
    public void A_visit_ended_in_a_capital_was_to_its_state() =>
        Last("In Damascus, the U.N. special envoy, Terje Roed-Larsen, wound up a visit on Tuesday by praising the patience of Syria.").ShouldBe("SYR UN");

    [Fact]
    public void A_former_president_acts_for_himself() =>
        Last("Former President Jimmy Carter met Cuban President Fidel Castro in Havana on Monday.").ShouldBe("CARTER CUB");

    [Theory]
    [InlineData("Colombian soldiers fought the FARC. Colombia's largest rebel group held talks with Spain on Monday.", "ESP FARC")]
    [InlineData("Colombian soldiers fought the FARC. Spanish envoys met the largest rebel army on Monday.", "ESP FARC")]
    public void The_largest_rebel_group_is_that_of_the_text(string text, string parties) => Last(text).ShouldBe(parties);

    private static string Last(string text) => string.Join(' ', Read.Mentions(text)[^1].Ids().Order(StringComparer.Ordinal));
}
