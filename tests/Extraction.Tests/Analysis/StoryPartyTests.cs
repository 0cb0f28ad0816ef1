using Parley.Contracts;

namespace Parley.Extraction.Tests.Analysis;

/// <summary>Whose talks and truces are, as running stories tell it; published on Wednesday, 6 March 2002.</summary>
public sealed class StoryPartyTests
{
    [Theory]
    [InlineData("The FARC offered a truce to Colombia's government on Friday.", "COL FARC")]
    [InlineData("ETA offered a ceasefire to Madrid in a tape sent to a newspaper.", "ESP ETA")]
    [InlineData("Hamas offered a truce to United Nations envoys on Friday.", "HAMAS")]
    public void A_truce_is_offered_to_ones_foe(string text, string parties) => Parties(text).ShouldBe(parties.Split(' '), ignoreOrder: true);

    [Theory]
    [InlineData("The truce which France negotiated between Chad and Libya last month was broken on Sunday.", "TCD LBY")]
    [InlineData("The ceasefire that Norway arranged between Sri Lanka and the Tamil Tigers has collapsed.", "LKA LTTE")]
    public void A_truce_that_another_has_brokered_is_of_those_between_whom_it_is(string text, string parties) =>
        Parties(text).ShouldBe(parties.Split(' '), ignoreOrder: true);

    [Theory]
    [InlineData("China and Japan quarrelled. At their talks in Cairo on Monday, Hosni Mubarak and Yasser Arafat agreed on a date.", "EGY PSE")]
    [InlineData("China and Japan quarrelled. During their summit on Monday, India and Pakistan agreed on a date.", "IND PAK")]
    [InlineData("China and Japan quarrelled on Sunday. At their talks in Cairo on Monday, the issue of fish came up.", "CHN JPN")]
    public void Their_talks_may_be_of_those_who_stand_behind(string text, string parties) => Parties(text).ShouldBe(parties.Split(' '), ignoreOrder: true);

    [Theory]
    [InlineData("Hungarian Prime Minister Peter Medgyessy goes to Brussels on Monday to ask his European Union colleagues for patience.", "HUN EU")]
    [InlineData("Israeli Foreign Minister Shimon Peres flew to Brussels on Monday to brief NATO Secretary-General George Robertson.", "ISR NATO")]
    [InlineData("Indonesia's foreign minister flew to Manila on Tuesday to persuade President Gloria Arroyo to wait.", "IDN PHL")]
    public void One_visits_whom_one_goes_to_ask(string text, string parties) => Parties(text).ShouldBe(parties.Split(' '), ignoreOrder: true);

    [Theory]
    [InlineData("Negotiations between Sudan and the SPLA will resume on Monday, with Kenya as mediator.", "SDN SPLM", "KEN")]
    [InlineData("Armenia and Azerbaijan held talks in Prague on Monday with Russia mediating.", "ARM AZE", "RUS")]
    [InlineData("Ethiopia and Eritrea met on Monday with Algeria in the chair.", "ETH ERI", "DZA")]
    [InlineData("Ethiopia and Eritrea began talks on Monday, with Algeria acting as facilitator.", "ETH ERI", "DZA")]
    [InlineData("Sudan and the SPLA signed a truce on Monday with Kenya as witness.", "SDN SPLM", "")]
    [InlineData("Indonesia and the Free Aceh Movement met in Tokyo on Monday for talks hosted by Japan.", "IDN GAM", "JPN")]
    public void Who_is_there_to_mediate_or_to_look_on_is_no_side(string text, string parties, string mediator) =>
        Read.One(text).ShouldSatisfyAllConditions(
            m => m.Ids().ShouldBe(parties.Split(' '), ignoreOrder: true),
            m => m.Ids(Parley.Contracts.ParticipantRole.Mediator).ShouldBe(mediator.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData("India's foreign secretary, Shyam Saran, and Pakistan's foreign secretary, Riaz Khokhar, met in Delhi on Monday.", "IND PAK")]
    [InlineData("The Greek prime minister, Costas Simitis, and the Turkish president, Suleyman Demirel, will meet in Athens on Friday.", "GRC TUR")]
    [InlineData("On Monday Iraq's deputy premier, Tariq Aziz, and a French envoy met in Baghdad.", "IRQ FRA")]
    [InlineData("Morocco's king, Hassan II, and Algeria's president, Liamine Zeroual, spoke by telephone on Monday.", "MAR DZA")]
    public void A_name_between_commas_does_not_end_the_list(string text, string parties) => Parties(text).ShouldBe(parties.Split(' '), ignoreOrder: true);

    [Theory]
    [InlineData("The Burmese army has met the Karen National Union. Burma signed a truce with the largest Kachin rebel group, the Kachin Independence Army, on Monday.", "KIA")]
    [InlineData("The Philippine army has met the NDF. Manila signed a truce with the largest Muslim rebel group, the MILF, on Monday.", "MILF")]
    public void The_name_behind_a_description_says_which_group_it_is(string text, string group) =>
        Read.Mentions(text).ShouldContain(m => m.Type == Parley.Contracts.EntryType.Ceasefire && m.Ids().Contains(group));

    [Theory]
    [InlineData("The Philippine government and Maoist rebels held talks in Oslo on Monday.", "PHL NDF-PHL")]
    [InlineData("The Nepalese government and Maoist rebels held talks in Kathmandu on Monday.", "NPL MAOISTS-NPL")]
    [InlineData("Indian officials held talks with Maoist rebels in Hyderabad on Monday.", "IND NAXALITES")]
    public void Rebels_that_several_countries_have_are_those_of_the_country_that_is_named(string text, string parties) => Parties(text).ShouldBe(parties.Split(' '), ignoreOrder: true);

    [Fact]
    public void People_of_a_kind_are_not_the_state_of_their_kin()
    {
        Parties("Macedonian President Boris Trajkovski met ethnic Albanian leaders in Skopje on Tuesday.").ShouldNotContain("ALB");
        Parties("Georgian officials met ethnic Armenian politicians in Tbilisi on Tuesday.").ShouldNotContain("ARM");
    }

    [Fact]
    public void A_first_name_that_is_a_surname_of_another_is_nobodys() =>
        Parties("President Omar el-Bashir met Egyptian President Hosni Mubarak in Cairo on Sunday.").ShouldBe(["EGY", "SDN"], ignoreOrder: true);

    private static IEnumerable<string> Parties(string text) => Read.Mentions(text).SelectMany(m => m.Ids()).Distinct();

    [Theory]
    [InlineData("Talks between Ethiopia and Eritrea were held in Algiers. Ethiopia and Eritrea must now sign a truce, a mediator said.")]
    [InlineData("Indonesian troops attacked fighters of the Free Aceh Movement near a village of the rebels. The Free Aceh Movement promised to work for a truce.")]
    public void A_side_that_asks_for_a_truce_asks_for_its_own(string text) =>
        Read.Mentions(text).Where(m => m.Type == EntryType.Ceasefire).ShouldAllBe(m => m.Ids(ParticipantRole.Party).Count() == 2 && !m.Ids(ParticipantRole.Caller).Any());
}
