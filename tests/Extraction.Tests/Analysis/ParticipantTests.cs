using Parley.Extraction.Analysis;

namespace Parley.Extraction.Tests.Analysis;

public sealed class ParticipantTests
{
    [Theory]
    [InlineData("Cavusoglu met Lavrov in Moscow.")]
    [InlineData("Çavuşoğlu met Lavrov in Moscow.")]
    [InlineData("ÇAVUŞOĞLU met Lavrov in Moscow.")]
    public void Names_match_whatever_diacritics_and_case(string text) =>
        Analyzer.Default.Analyze(new ArticleText(text, null, new DateTimeOffset(2020, 6, 14, 0, 0, 0, TimeSpan.Zero))).Mentions.ShouldHaveSingleItem().Ids().ShouldBe(["TUR", "RUS"]);

    [Fact]
    public void An_unknown_name_counts_for_the_party_that_the_text_gives()
    {
        var mentions = Read.Mentions("Norwegian Foreign Minister Kari Nordby met Finnish counterpart Juha Makinen in Oslo. Nordby also met Danish officials.");
        mentions.Count.ShouldBe(2);
        mentions[0].Ids().ShouldBe(["NOR", "FIN"]);
        mentions[0].Participants[0].Persons.ShouldBe(["Kari Nordby"]);
        mentions[1].Ids().ShouldBe(["NOR", "DNK"]);
    }

    [Fact]
    public void Capitals_stand_for_governments() =>
        Read.One("Moscow and Washington agreed on Friday to resume strategic arms talks in Geneva next month.").Ids().ShouldBe(["RUS", "USA"]);

    [Fact]
    public void A_person_of_the_office_of_another_state_is_not_his_namesake()
    {
        var mention = Read.One("Egyptian Foreign Minister Ahmed Powell met Libyan officials in Tripoli.");
        mention.Ids().ShouldBe(["EGY", "LBY"]);
    }

    [Fact]
    public void The_two_countries_are_those_spoken_of() =>
        Read.Mentions("Peru clashed with Ecuador on the border. The two countries agreed to a ceasefire on Tuesday.")
            .ShouldHaveSingleItem().Ids().ShouldBe(["PER", "ECU"], ignoreOrder: true);
}
