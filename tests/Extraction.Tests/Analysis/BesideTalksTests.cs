namespace Parley.Extraction.Tests.Analysis;

/// <summary>Who stands beside talks of others, and whose they are then; published on Wednesday, 6 March 2002.</summary>
public sealed class BesideTalksTests
{
    [Fact]
    public void Whom_a_clause_between_commas_is_about_did_not_talk() =>
        Read.Mentions("Sudan signed a pact on Tuesday, under which Egypt will send monitors, after two days of talks with Chad in Khartoum.")
            .ShouldAllBe(m => !m.Ids().Contains("EGY"));

    [Fact]
    public void Rebels_are_not_those_of_the_land_where_they_talk() =>
        Read.Mentions("Russian diplomats in Moscow said on Tuesday that Russia was content and Tajikistan was calm. The rebels will open talks with the United Nations in Moscow on Friday.")
            .ShouldAllBe(m => !m.Ids().Contains("RUS.REB"));

    [Theory]
    [InlineData("Ethiopia and Eritrea opened talks in Nairobi on Monday. The Kenyan hosts resumed the talks on Tuesday.")]
    [InlineData("Ethiopia and Eritrea opened talks in Nairobi on Monday. The Kenyan hosts have suspended the talks.")]
    public void Hosts_are_no_side(string text) =>
        Read.Mentions(text).ShouldAllBe(m => !m.Ids().Contains("KEN"));

    [Fact]
    public void Who_sets_out_for_a_summit_takes_part() =>
        Read.Mentions("Robert Kocharian is the president of Armenia. He put off his departure for the summit with Heydar Aliyev and Vladimir Putin.")
            .ShouldContain(m => m.Ids().Contains("ARM") && m.Ids().Contains("AZE"));

    [Fact]
    public void A_further_session_is_of_those_who_met() =>
        Read.Mentions("Israeli soldiers shelled a camp, and Palestinian gunmen fired at troops. U.S. envoy William Burns met Israeli Prime Minister Ariel Sharon on Tuesday. A further session is scheduled for Thursday.")[^1]
            .Ids().ShouldBe(["ISR", "USA"], ignoreOrder: true);

    [Fact]
    public void A_text_that_opens_with_the_rebels_of_a_state_is_about_their_war() =>
        Read.Mentions("Rebels in the south of Senegal are weary, President Abdoulaye Wade of Senegal said. Gambia was glad, and Gambian papers said so. The MFDC was silent. The talks resume on Friday.")
            .ShouldHaveSingleItem().Ids().ShouldBe(["MFDC", "SEN"], ignoreOrder: true);
}
