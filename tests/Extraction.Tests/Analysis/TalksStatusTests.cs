using Parley.Contracts;

namespace Parley.Extraction.Tests.Analysis;

public sealed class TalksStatusTests
{
    [Theory]
    [InlineData("held", "Russia and Ukraine held a third round of talks in Belarus on Monday.")]
    [InlineData("held", "President Carter telephoned Egyptian President Anwar Sadat to discuss the deadlock.")]
    [InlineData("held", "Kenya's president hosted his Ugandan and Tanzanian counterparts in Nairobi.")]
    [InlineData("held", "U.S. and North Vietnamese negotiators met secretly in Paris for the fifth time this month.")]
    [InlineData("planned", "North and South Korea agreed on Thursday to hold military talks at the border village of Panmunjom next week.")]
    [InlineData("planned", "The foreign ministers of Greece and Turkey are due to meet on the sidelines of the NATO summit in Brussels next month.")]
    [InlineData("planned", "President Nixon will visit Peking in February, the White House announced.")]
    [InlineData("under_way", "Sudanese government and rebel negotiators resumed peace talks in the Nigerian capital Abuja on Monday after a two-week break.")]
    [InlineData("under_way", "Nigerian President Muhammadu Buhari arrived in Paris on Monday for a three-day visit.")]
    [InlineData("under_way", "Saudi Arabia and Iran are holding talks in Baghdad, Iraqi officials said.")]
    [InlineData("proposed", "Pakistan has proposed talks with India on the disputed Kashmir region.")]
    [InlineData("proposed", "Arafat said he was ready to meet Peres to end the violence.")]
    [InlineData("proposed", "South Korea proposed on Monday that the two Koreas hold talks on reunions of families separated by the war.")]
    [InlineData("postponed", "Talks between India and Pakistan scheduled for this weekend have been put off at Islamabad's request, officials said on Thursday.")]
    [InlineData("postponed", "Japan's prime minister has put off a trip to China planned for this month.")]
    [InlineData("cancelled", "North Korea on Friday abruptly called off high-level talks with the South scheduled for Wednesday.")]
    [InlineData("suspended", "Talks between the Sudanese government and Darfur rebels in Abuja broke down on Friday without agreement.")]
    [InlineData("suspended", "Presidents of Armenia and Azerbaijan ended two days of talks in Key West, Florida, without agreement.")]
    [InlineData("suspended", "The Philippines suspended peace talks with communist rebels on Wednesday after a series of ambushes on soldiers.")]
    [InlineData("rejected", "India on Saturday turned down a Pakistani offer of talks at the foreign secretary level.")]
    [InlineData("rejected", "Syria said it would not resume peace negotiations with Israel until it pledges a full withdrawal from the Golan Heights.")]
    [InlineData("rejected", "Prime Minister Yitzhak Shamir ruled out talks with the Palestine Liberation Organisation.")]
    public void Tense_modality_and_verb_decide_the_status(string status, string text)
    {
        var mention = Read.One(text);
        mention.Type.ShouldBe(EntryType.Talks);
        mention.Status.Word().ShouldBe(status);
    }

    [Fact]
    public void A_call_is_a_call() =>
        Read.One("The British prime minister held a telephone conversation with the Indian leader on Monday evening.").Kind.ShouldBe(EntryKind.Call);

    [Fact]
    public void Separate_conversations_are_one_with_each()
    {
        var mentions = Read.Mentions("Iranian Foreign Minister Ali Akbar Velayati held phone conversations with Russian Foreign Minister Igor Ivanov and Syrian Foreign Minister Farouq al-Shara.");
        mentions.Count.ShouldBe(2);
        mentions.ShouldAllBe(m => m.Kind == EntryKind.Call && m.Ids().Contains("IRN") && m.Ids().Count() == 2);
    }

    [Fact]
    public void A_joint_news_conference_shows_that_talks_were_held() =>
        Read.One("Speaking alongside Greek Foreign Minister George Papandreou at a news conference in Athens on Monday, Turkish Foreign Minister Ismail Cem said relations had improved.")
            .Status.ShouldBe(EntryStatus.Held);
}
