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
}
