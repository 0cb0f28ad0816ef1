namespace Parley.Extraction.Tests.Analysis;

/// <summary>Which countries talks and truces are about, of those that the text names.</summary>
public sealed class TopicTests
{
    [Theory]
    [InlineData("A second round of nuclear talks between Iran and the United States ended in Geneva on Monday without agreement, Oman's foreign minister said.")]
    [InlineData("Turkish Foreign Minister Hakan Fidan told reporters that Russia and Ukraine would meet in Geneva on Thursday.")]
    [InlineData("The foreign ministers of Armenia and Azerbaijan met in Geneva on Tuesday, Kazakhstan's foreign ministry said in a statement.")]
    [InlineData("Japan and Russia held talks in Geneva on Monday, Ukraine's ambassador to Japan said.")]
    [InlineData("Armenia and Azerbaijan agreed a ceasefire in Nagorno-Karabakh late on Tuesday, a Russian official told reporters in Kazakhstan.")]
    [InlineData("Japan and Russia held talks in Geneva on Monday, according to a Qatari official.")]
    [InlineData("Chinese state media reported that India and Japan had held talks in Geneva on Monday.")]
    public void Who_tells_of_it_is_no_topic(string text) => Read.One(text).Topics.ShouldNotContain(t => Tellers.Contains(t));

    [Fact]
    public void Who_mediates_is_no_topic() =>
        Read.One("Israel and Syria held talks in Paris on Tuesday, with Egypt and Qatar mediating.").Topics.ShouldBeEmpty();

    [Fact]
    public void Who_mediates_is_no_topic_though_the_article_speaks_of_him_most() =>
        Read.One("Israel and Syria held talks in Paris on Tuesday, with Egypt mediating. Egypt has tried for years. Egypt hopes for more.").Topics.ShouldNotContain("Egypt");

    [Fact]
    public void Who_asks_for_a_truce_is_no_topic() =>
        Read.One("France called on Israel and Lebanon to observe the ceasefire in southern Lebanon.").Topics.ShouldNotContain("France");

    [Theory]
    [InlineData("Russia and Turkey discussed the situation in Libya by telephone on Monday, Qatar's foreign ministry said.", "Libya")]
    [InlineData("The foreign ministers of Greece and Turkey discussed Cyprus in Athens on Monday.", "Cyprus")]
    public void What_they_talk_of_is_their_topic(string text, string topic) => Read.One(text).Topics.ShouldBe([topic]);

    [Fact]
    public void A_truce_in_a_war_at_home_is_about_that_land() =>
        Read.One("A ceasefire between the RSF and the Sudanese army took effect in Khartoum.").Topics.ShouldBe(["Sudan"]);

    [Fact]
    public void Whose_source_tells_of_a_truce_of_others_is_no_topic_of_it() =>
        Read.One("Syria's interim government and the SDF agreed on a ceasefire in Aleppo, a Turkish defence ministry source said.").Topics.ShouldBe(["Syria"]);

    [Fact]
    public void Who_is_named_before_those_who_meet_is_none_of_them() =>
        Read.One("According to Egypt, Israel and Syria will hold talks in Geneva on Sunday.").Ids().ShouldBe(["ISR", "SYR"], ignoreOrder: true);

    private static readonly string[] Tellers = ["Oman", "Turkey", "Kazakhstan", "Ukraine", "Japan", "Russia", "Qatar", "China"];
}
