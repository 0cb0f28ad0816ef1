using Parley.Contracts;

namespace Parley.Extraction.Tests.Analysis;

/// <summary>Talks of several days, as each of their days tells of them; published on Wednesday, 6 March 2002.</summary>
public sealed class LongTalksTests
{
    [Theory]
    [InlineData("Talks between Norwegian envoy Erik Solheim and Sri Lankan President Chandrika Kumaratunga made no headway on Wednesday, their third day, diplomats said.", "2002-03-04", "2002-03-06")]
    [InlineData("India on Wednesday asked Pakistan for a map and got a flat no, as the talks between India and Pakistan ran into trouble on their second day.", "2002-03-05", "2002-03-06")]
    [InlineData("The Norwegian envoy Jan Egeland and Sri Lankan President Chandrika Kumaratunga went into a seventh day of on-and-off negotiations on Sunday.", "2002-02-25", "2002-03-03")]
    public void The_day_that_talks_have_come_to_tells_when_they_began(string text, string first, string last) =>
        Read.Mentions(text).ShouldContain(m => m.Type == EntryType.Talks && m.Start == DateOnly.Parse(first, null) && m.End == DateOnly.Parse(last, null));

    [Fact]
    public void The_day_of_a_war_is_not_that_of_talks() =>
        Read.Mentions("Talks between Ethiopia and Eritrea made no headway on Wednesday, as the war went on, on its ninth day of shelling.").ShouldNotContain(m => m.End != null);

    [Theory]
    [InlineData("Ethiopia and Eritrea agreed on Wednesday to pull back their troops after two weeks of negotiations in Algiers, the mediator said.", "2002-02-20", "2002-03-06")]
    [InlineData("Sudan and the SPLA on Tuesday agreed to share oil, ending months of deadlock, after two days of talks chaired by Kenya.", "2002-03-04", "2002-03-05")]
    [InlineData("The summit of Israel and Syria collapsed on Tuesday after 15 days of bargaining.", "2002-02-19", "2002-03-05")]
    public void What_was_agreed_after_days_of_talks_tells_when_they_began(string text, string first, string last) =>
        Read.Mentions(text).ShouldContain(m => m.Type == EntryType.Talks && m.Start == DateOnly.Parse(first, null) && m.End == DateOnly.Parse(last, null));

    [Theory]
    [InlineData("The Indian prime minister said that the talks with Pakistan would continue on Thursday.")]
    [InlineData("India and Pakistan will sit down again on Thursday.")]
    [InlineData("Another session between India and Pakistan is scheduled for Thursday.")]
    public void Talks_that_go_on_the_next_day_are_on(string text) =>
        Read.Mentions(text).ShouldContain(m => m.Status == EntryStatus.Planned && m.Start == new DateOnly(2002, 3, 6) && m.End == new DateOnly(2002, 3, 7));

    [Theory]
    [InlineData("India and Pakistan will sit down again on Saturday.", "2002-03-09")]
    [InlineData("India and Pakistan will sit down on Thursday.", "2002-03-07")]
    public void What_is_to_be_taken_up_later_has_its_own_day(string text, string day) =>
        Read.Mentions(text).ShouldContain(m => m.Status == EntryStatus.Planned && m.Start == DateOnly.Parse(day, null) && m.End == null);

    [Theory]
    [InlineData("President Musharraf travels to New Delhi on Friday for three days.")]
    [InlineData("Pakistani President Musharraf will now leave for New Delhi on Friday and return on Sunday, his spokesman said.")]
    public void A_stay_has_a_first_and_a_last_day(string text) =>
        Read.Mentions(text).ShouldContain(m => m.Kind == EntryKind.Visit && m.Start == new DateOnly(2002, 3, 8) && m.End == new DateOnly(2002, 3, 10));

    [Fact]
    public void Days_before_a_summit_are_counted_on_from_what_is_told() =>
        Read.Mentions("Indian leader Vajpayee held talks here on Tuesday with Nepal's king, two days before the opening of a three-way summit of India and Pakistan in Agra.").ShouldContain(m => m.Kind == EntryKind.Summit && m.Start == new DateOnly(2002, 3, 7));

    [Theory]
    [InlineData("Pakistani president Pervez Musharraf returned to Islamabad on Tuesday and dined with his father, hours before he is to sit down with Indian Prime Minister Vajpayee.")]
    [InlineData("Twenty Turkish officials crossed the border on Tuesday and travelled to Nicosia, where they will discuss the details with Cyprus officials.")]
    public void The_day_of_what_was_done_before_is_not_that_of_a_plan(string text) =>
        Read.Mentions(text).ShouldContain(m => m.Status == EntryStatus.Planned && m.Start == null);
}
