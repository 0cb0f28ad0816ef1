using Parley.Contracts;

namespace Parley.Extraction.Tests.Analysis;

/// <summary>Plans that went by, days of what another clause tells, and who leads talks of others; published on Wednesday, 6 March 2002.</summary>
public sealed class StoryPlanTests
{
    [Theory]
    [InlineData("The talks between Sudan and the SPLA opened on Saturday, four days later than first planned.", "2002-03-02", "2002-02-26")]
    [InlineData("Chad's president met his Libyan counterpart in Tripoli on Monday, two days behind schedule.", "2002-03-04", "2002-03-02")]
    [InlineData("India's foreign minister met his Pakistani counterpart in Delhi on Monday, a week late.", "2002-03-04", "2002-02-25")]
    public void What_came_late_tells_the_plan_that_went_by(string text, string day, string planned) =>
        Read.Mentions(text).ShouldSatisfyAllConditions(
            all => all.ShouldContain(m => m.Status != EntryStatus.Postponed && m.Start == DateOnly.Parse(day, null)),
            all => all.ShouldContain(m => m.Status == EntryStatus.Postponed && m.Background && m.Start == DateOnly.Parse(planned, null)));

    [Theory]
    [InlineData("The negotiations between Sudan and the SPLA ended on Saturday, a day later than expected.")]
    [InlineData("The talks between Sudan and the SPLA opened on Saturday, four days later than in Nairobi.")]
    public void What_took_longer_had_begun_on_its_day(string text) => Read.Mentions(text).ShouldNotContain(m => m.Status == EntryStatus.Postponed);

    [Fact]
    public void How_long_talks_were_to_have_gone_on_does_not_call_them_off() =>
        Read.Mentions("India and Pakistan talked in Agra. The bilateral meeting was to have lasted three days, from Thursday to Saturday.").ShouldContain(
            m => m.Status == EntryStatus.Held && m.Start == new DateOnly(2002, 2, 28) && m.End == new DateOnly(2002, 3, 2));

    [Theory]
    [InlineData("President Omar al-Bashir of Sudan met John Garang of the SPLA in Kampala on Saturday. The meeting was announced in December for Nairobi, then fixed for February 20, but Garang pleaded illness.", "2002-02-20")]
    [InlineData("Sudan and the SPLA met in Kampala on Saturday. The meeting was first set for February 18, but the envoys were late.", "2002-02-18")]
    [InlineData("Sudan and the SPLA met in Kampala on Saturday. The meeting had been planned for the end of January, but was delayed by the fighting.", "2002-01-21")]
    public void A_day_that_was_fixed_before_is_that_of_a_plan_that_went_by(string text, string day) =>
        Read.Mentions(text).ShouldContain(m => m.Status == EntryStatus.Postponed && m.Background && m.Start == DateOnly.Parse(day, null));

    [Theory]
    [InlineData("A truce between Sri Lanka and the Tamil Tigers lasted from December 1994 only until the following April, when talks in Jaffna broke down.", "1995-04-01")]
    [InlineData("Ethiopia and Eritrea left the table after a single round at Ouagadougou in November, and a meeting of Isaias Afwerki and Meles Zenawi in Algiers two months later came to nothing.", "2002-01-01")]
    public void A_month_is_counted_from_the_one_that_the_sentence_has_named(string text, string month) =>
        Read.Mentions(text).ShouldContain(m => m.Type == EntryType.Talks && m.Start == DateOnly.Parse(month, null) && m.StartPrecision == DatePrecision.Month);

    [Fact]
    public void The_day_of_an_accord_is_not_that_of_talks_in_another_clause() =>
        Read.Mentions("The last agreement between Georgia and Abkhazia, a military accord signed in Gagra in July 1993, fell apart within weeks and formal talks between Georgia and Abkhazia have been frozen since October.")
            .ShouldNotContain(m => m.Type == EntryType.Talks && m.Start == new DateOnly(1993, 7, 1));

    [Fact]
    public void The_day_of_the_one_held_before_is_not_that_of_the_meeting() =>
        Read.Mentions("The meeting between India and Pakistan followed the one held at Attari on January 10.").ShouldNotContain(m => m.Start == new DateOnly(2002, 1, 10) || m.Place != null);

    [Fact]
    public void Who_presides_over_peace_talks_is_no_side()
    {
        var told = Read.Mentions("Fighting went on between the government of Sierra Leone and the Revolutionary United Front (RUF). The rebels stayed in Lome, where UN mediator Francis Okelo is presiding over peace talks which have dragged on since May.").ShouldHaveSingleItem();
        told.Ids().ShouldBe(["SLE", "RUF"], ignoreOrder: true);
        told.Ids(ParticipantRole.Mediator).ShouldBe(["UN"]);
    }

    [Fact]
    public void Talks_with_two_groups_are_of_the_state_that_they_fight() =>
        Read.Mentions("Sudan's government is at war with the rebels of the SPLA. Sudan's army fought the SPLA again. The talks with the rebel SPLA and the JEM resumed on Monday.").ShouldContain(m => m.Ids().Order().SequenceEqual(new[] { "JEM", "SDN", "SPLM" }));

    [Fact]
    public void Who_stands_at_his_side_only_listens() =>
        Read.Mentions("President Laurent Kabila of Congo spoke with Zambian President Frederick Chiluba at his side.").ShouldBeEmpty();

    [Fact]
    public void Six_way_talks_are_six_party_talks() =>
        Read.Mentions("China, Japan, South Korea, Russia and the United States are at odds with North Korea. The third round of the six-way talks was held in Beijing in June 2001.").ShouldContain(m => m.Ids().Count() == 6);
}
