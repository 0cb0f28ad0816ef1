using Parley.Contracts;

namespace Parley.Extraction.Tests.Analysis;

/// <summary>Whose a truce is, told beside those who bring it about, propose it or stand by; published on Wednesday, 6 March 2002.</summary>
public sealed class TruceSideTests
{
    private const string War = "Eritrea and Ethiopia fought over Badme for eight days, and shells killed soldiers of both armies. ";

    [Fact]
    public void Who_stands_beside_the_one_that_signs_is_no_side() =>
        Read.One("With Secretary of State Madeleine Albright standing beside him, Eritrean President Isaias Afewerki announced on Tuesday that he had signed a ceasefire with Ethiopia.")
            .Ids().ShouldBe(["ERI", "ETH"], ignoreOrder: true);

    [Theory]
    [InlineData("Ethiopian Prime Minister Meles Zenawi on Tuesday signed the truce meant to end his country's two-year conflict with Eritrea, his office said.")]
    [InlineData("Ethiopian Prime Minister Meles Zenawi on Tuesday signed a truce to end the war with Eritrea.")]
    public void The_foe_in_the_war_that_it_ends_is_a_side(string text) => Read.One(text).Ids().ShouldBe(["ETH", "ERI"], ignoreOrder: true);

    [Fact]
    public void An_organisation_that_proposes_it_is_no_side_and_who_signs_the_proposal_is() =>
        Read.One("Eritrean President Isaias Afewerki on Monday put his signature to a European proposal for a ceasefire with Ethiopia.")
            .ShouldSatisfyAllConditions(m => m.Ids().ShouldBe(["ERI", "ETH"], ignoreOrder: true), m => m.Ids(ParticipantRole.Mediator).ShouldBe(["EU"]));

    [Theory]
    [InlineData("It is a week since the French president thought that he had secured a ceasefire.")]
    [InlineData("The ceasefire that the French president brokered was broken within hours.")]
    [InlineData("The ceasefire the French president brokered was broken within hours.")]
    public void Nor_is_who_brings_it_about(string text) => Read.One(War + text).Ids().ShouldBe(["ERI", "ETH"], ignoreOrder: true);

    [Fact]
    public void A_truce_that_ends_years_of_war_has_not_ended() =>
        Read.One("Ethiopia and Eritrea have agreed to a ceasefire that will end two years of war early on Saturday.")
            .ShouldSatisfyAllConditions(m => m.Status.ShouldBe(EntryStatus.Agreed), m => m.Start.ShouldBe(Day("2002-03-09")));

    [Fact]
    public void A_draft_of_it_is_an_offer() =>
        Read.Mentions("Egyptian envoy Omar Suleiman shuttled between Gaza and Israel on Tuesday with a draft agreement to halt the fighting in Gaza.")
            .Where(m => m.Type == EntryType.Ceasefire).ShouldAllBe(m => m.Status == EntryStatus.Proposed && m.Participants.All(p => p.Id != "EGY" || p.Role != ParticipantRole.Party));

    [Fact]
    public void What_a_side_orders_its_own_troops_is_its_own_truce() =>
        Read.One("Sudan had ordered its own troops to cease fire on Sunday morning, when they gave up Torit.")
            .ShouldSatisfyAllConditions(m => m.Unilateral.ShouldBeTrue(), m => m.Start.ShouldBe(Day("2002-03-03")));

    [Theory]
    [InlineData("The Sierra Leone government and the RUF agreed to stop fighting and to go back to the hills they had held on February 5.")]
    [InlineData("The Sierra Leone government and the RUF agreed to stop fighting and to go back to the hills that they held on February 5.")]
    public void The_day_on_which_they_held_something_is_not_its_day(string text) => Read.One(text).Start.ShouldBeNull();

    [Fact]
    public void Where_a_mediator_tells_of_it_is_not_its_place() =>
        Read.Mentions("An African Union official in Nairobi said that Sudan's government and the SPLA had agreed to a truce.")
            .Single(m => m.Type == EntryType.Ceasefire).Place.ShouldBeNull();

    [Fact]
    public void Talks_named_behind_it_keep_their_place_to_themselves() =>
        Read.Mentions("The Mozambican government and Renamo signed a ceasefire on Tuesday, clearing the way for peace talks due to open in Italy.")
            .Single(m => m.Type == EntryType.Ceasefire).Place.ShouldBeNull();

    [Fact]
    public void An_army_whose_name_many_bear_is_that_of_the_land_that_the_text_names() =>
        Read.One("Macedonia's government and the National Liberation Army agreed to a ceasefire on Tuesday. Shells had hit villages in Macedonia.")
            .Ids().ShouldBe(["MKD", "NLA"], ignoreOrder: true);

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
