using Parley.Contracts;

namespace Parley.Extraction.Tests.Analysis;

/// <summary>Days as running stories tell them; published on Wednesday, 6 March 2002.</summary>
public sealed class StoryDayTests
{
    [Theory]
    [InlineData("The Pakistani foreign minister will travel to New Delhi on the 22nd.", "2002-03-22")]
    [InlineData("Tony Blair is to meet Jacques Chirac in Calais on the 3rd.", "2002-04-03")]
    [InlineData("The Greek and Turkish foreign ministers met in Athens on the 28th.", "2002-02-28")]
    [InlineData("Israel and Syria will resume talks on March twenty-first in Geneva.", "2002-03-21")]
    [InlineData("Tony Blair will receive Gerhard Schroeder in London on Monday next.", "2002-03-11")]
    [InlineData("Israeli and Palestinian negotiators are to meet next Sunday in Cairo.", "2002-03-10")]
    [InlineData("Israeli and Palestinian negotiators are to meet next Friday in Cairo.", "2002-03-15")]
    [InlineData("Israel and Jordan will hold talks next week, officials in Amman said, probably on Tuesday.", "2002-03-12")]
    [InlineData("Barak is to see Arafat, whose health has worsened since the weekend, on Friday morning.", "2002-03-08")]
    [InlineData("Putin will receive Schroeder, who fell ill last Thursday, on Friday.", "2002-03-08")]
    [InlineData("Tony Blair said he had told Jacques Chirac so in their telephone conversation eight days before.", "2002-02-26")]
    [InlineData("Peres came by last Friday, two days after his talks with Mubarak.", "2002-02-27")]
    public void The_day_of_talks(string text, string day) =>
        Read.Mentions(text).ShouldContain(m => m.Type == EntryType.Talks && m.Start == DateOnly.Parse(day, null));

    [Theory]
    [InlineData("The Sudanese minister yesterday announced that negotiations with the SPLA would resume on March 20 in Naivasha.", "2002-03-20")]
    [InlineData("Turkey on Monday said its foreign minister would meet his Greek counterpart on March 14.", "2002-03-14")]
    [InlineData("The negotiations between Sudan and the SPLA, foreseen for May, were postponed.", "2002-05-01")]
    [InlineData("French President Jacques Chirac said on Tuesday after talks with Egypt's Hosni Mubarak last Thursday that he was content.", "2002-02-28")]
    [InlineData("Russian President Vladimir Putin said on Friday after talks with Ukraine's Leonid Kuchma that the fleet would sail by Monday.", "2002-03-01")]
    public void The_day_of_what_is_said_is_not_that_of_the_talks(string text, string day) =>
        Read.Mentions(text).ShouldHaveSingleItem().Start.ShouldBe(DateOnly.Parse(day, null));

    [Theory]
    [InlineData("India and Pakistan ended a week of negotiations on Saturday.", "2002-02-25", "2002-03-02")]
    [InlineData("Norway and Russia concluded two weeks of negotiations on Tuesday.", "2002-02-19", "2002-03-05")]
    public void Weeks_of_talks_began_as_many_weeks_before(string text, string first, string last) =>
        Read.One(text).ShouldSatisfyAllConditions(m => m.Start.ShouldBe(DateOnly.Parse(first, null)), m => m.End.ShouldBe(DateOnly.Parse(last, null)));

    [Fact]
    public void Talks_that_go_on_until_a_day_are_on()
    {
        Read.One("The negotiations between Cyprus and Turkey will continue through the weekend.").ShouldSatisfyAllConditions(m => m.Status.ShouldBe(EntryStatus.UnderWay), m => m.Start.ShouldBeNull());
        Read.One("The negotiations between Cyprus and Turkey will continue on Friday.").ShouldSatisfyAllConditions(m => m.Status.ShouldBe(EntryStatus.Planned), m => m.Start.ShouldBe(new DateOnly(2002, 3, 8)));
    }

    [Theory]
    [InlineData("A truce between Russia and Georgia will come into force at 1900 GMT on Friday.", "2002-03-08")]
    [InlineData("Ethiopia and Eritrea signed a truce on Wednesday that was to silence the guns from 2000 hours.", "2002-03-06")]
    [InlineData("Ethiopia and Eritrea agreed to a truce in Algiers in 2000.", "2000-01-01")]
    public void An_hour_is_no_year(string text, string day) =>
        Read.One(text).Start.ShouldBe(DateOnly.Parse(day, null));

    [Theory]
    [InlineData("The talks between Israel and Syria in Shepherdstown entered their eleventh day on Tuesday.", "2002-02-23")]
    [InlineData("Peace talks between Ethiopia and Eritrea went into a third day in Algiers on Wednesday.", "2002-03-04")]
    public void Talks_that_are_in_their_nth_day_began_as_many_days_before(string text, string day) =>
        Read.One(text).ShouldSatisfyAllConditions(m => m.Start.ShouldBe(DateOnly.Parse(day, null)), m => m.Background.ShouldBeFalse());

    [Fact]
    public void The_end_of_the_week_is_of_this_week() =>
        Read.One("Chad hopes for much from a meeting with Sudan which is to take place in Tripoli at the end of the week.").ShouldSatisfyAllConditions(
            m => m.Start.ShouldBe(new DateOnly(2002, 3, 4)), m => m.StartPrecision.ShouldBe(DatePrecision.Week));

    [Theory]
    [InlineData("The start of peace talks between Sri Lanka and the Tamil Tigers on Saturday is in doubt.")]
    [InlineData("Officials said the opening of talks between Chad and Libya on Saturday was not in question.")]
    public void What_is_in_doubt_or_in_no_danger_is_to_come(string text) =>
        Read.One(text).ShouldSatisfyAllConditions(m => m.Status.ShouldBe(EntryStatus.Planned), m => m.Start.ShouldBe(new DateOnly(2002, 3, 9)));

    [Theory]
    [InlineData("The council was to have rescued the pact signed in December, under which Sri Lanka and the Tamil Tigers promised to stop fighting.", "2001-12-01")]
    [InlineData("The truce of June 2000 between Ethiopia and Eritrea was prolonged twice and then ignored.", "2000-06-01")]
    public void The_day_that_a_truce_is_called_by_is_its_own(string text, string day) =>
        Read.One(text).Start.ShouldBe(DateOnly.Parse(day, null));


    [Theory]
    [InlineData("India and Pakistan on Tuesday concluded a second round of talks in Dubai and will meet again on April 9.", "2002-03-05")]
    [InlineData("The Greek and Turkish foreign ministers met in Athens on Monday for the first time since December 1999.", "2002-03-04")]
    public void What_is_over_has_no_day_to_come_nor_that_since_when_there_was_none(string text, string day) =>
        Read.Mentions(text).ShouldContain(m => m.Status == EntryStatus.Held && m.Start == DateOnly.Parse(day, null));

    [Theory]
    [InlineData("The talks between India and Pakistan had been due to open on Monday but were held up by a quarrel over seats.", "2002-03-04")]
    [InlineData("The meeting of India and Pakistan had been expected in January, but the generals came late.", "2002-01-01")]
    [InlineData("The talks between India and Pakistan were to have opened in February but slipped by three weeks.", "2002-02-01")]
    [InlineData("India and Pakistan had originally been due to meet on February 20.", "2002-02-20")]
    public void A_plan_whose_day_went_by_was_put_off(string text, string day) =>
        Read.One(text).ShouldSatisfyAllConditions(m => m.Status.ShouldBe(EntryStatus.Postponed), m => m.Background.ShouldBeTrue(), m => m.Start.ShouldBe(DateOnly.Parse(day, null)));

    [Fact]
    public void A_plan_that_is_put_off_now_has_its_day_ahead() =>
        Read.One("The talks between India and Pakistan, which had been due to open on Friday in Dubai, have been postponed indefinitely.").ShouldSatisfyAllConditions(
            m => m.Status.ShouldBe(EntryStatus.Postponed), m => m.Start.ShouldBe(new DateOnly(2002, 3, 8)), m => m.Background.ShouldBeFalse());

    [Fact]
    public void Who_is_back_from_a_visit_of_four_days_left_as_many_days_before() =>
        Read.Mentions("Indian Foreign Minister Jaswant Singh returned on Monday from a four-day visit to Nepal.").ShouldAllBe(m => m.End == null || m.End <= new DateOnly(2002, 3, 4));

    [Theory]
    [InlineData("Indonesia and the Free Aceh Movement were at war again seven weeks after a ceasefire that was widely ignored.", "2002-01-16")]
    [InlineData("A truce brokered by Norway between Sri Lanka and the Tamil Tigers lasted from November 2001 only until January, when it collapsed.", "2001-11-01")]
    [InlineData("A 1995 truce between Sri Lanka and the Tamil Tigers collapsed within months.", "1995-01-01")]
    public void The_age_of_a_truce_tells_its_first_day(string text, string day) =>
        Read.Mentions(text).ShouldContain(m => m.Type == EntryType.Ceasefire && m.Start == DateOnly.Parse(day, null));

    [Theory]
    [InlineData("The Tamil Tigers on Monday pulled out of their truce with Sri Lanka.")]
    [InlineData("The truce between Sri Lanka and the Tamil Tigers runs out on March 20.")]
    public void The_day_on_which_a_truce_is_left_or_runs_out_is_not_its_first(string text) =>
        Read.Mentions(text).ShouldAllBe(m => m.Start == null);

    [Fact]
    public void A_previous_truce_has_not_the_day_of_the_one_of_today() =>
        Read.Mentions("Sri Lanka and the Tamil Tigers signed a ceasefire on February 22. A previous truce between Sri Lanka and the Tamil Tigers collapsed when the Tigers sank two gunboats.")
            .ShouldContain(m => m.Status == EntryStatus.Collapsed && m.Start == null);

    [Fact]
    public void Talks_called_by_the_town_of_others_are_held_there() =>
        Read.Mentions("Indonesia and the Free Aceh Movement broke off their talks on Sunday. The army of Indonesia attacked the Free Aceh Movement. The Tokyo meeting had been planned for months, said the rebels of the Free Aceh Movement.")
            .ShouldAllBe(m => !m.Ids(ParticipantRole.Party).Contains("JPN"));

    [Theory]
    [InlineData("The Philippine army attacked after a truce between Manila and the Moro Islamic Liberation Front collapsed in November 1997.", "1997-11-30")]
    [InlineData("Talks between India and Pakistan were broken off last October.", "2001-10-31")]
    public void Of_what_is_over_the_day_by_which_it_was_is_known(string text, string day) =>
        Read.Mentions(text).ShouldContain(m => m.Start == null && m.End == DateOnly.Parse(day, null));

    [Fact]
    public void A_long_period_does_not_tell_the_end() =>
        Read.Mentions("A previous truce between Chad and Libya had collapsed earlier this year.").ShouldAllBe(m => m.End == null);

    [Fact]
    public void When_a_truce_was_made_is_not_when_it_was_left() =>
        Read.Mentions("Sri Lanka has pulled out of its ceasefire with the Tamil Tigers, a pact signed nearly six years ago.").ShouldAllBe(m => m.End == null || m.End.Value.Year == 2002);

    [Theory]
    [InlineData("The rebels broke the cessation of hostilities concluded in Geneva on December 9 last year between Indonesia and the Free Aceh Movement.", "2001-12-09")]
    [InlineData("The accord between Ecuador and Peru provides for a ceasefire from Friday at noon.", "2002-03-08")]
    public void A_truce_has_the_day_on_which_it_was_made_or_is_to_begin(string text, string day) =>
        Read.Mentions(text).ShouldContain(m => m.Type == EntryType.Ceasefire && m.Start == DateOnly.Parse(day, null));

    [Theory]
    [InlineData("A truce proclaimed by the United Nations in Cairo last week between Sudan and the SPLM-N was ignored.")]
    [InlineData("Sudan and the SPLM-N went back to war, wrecking a ceasefire signed in Ethiopia in May 2001.")]
    public void A_truce_does_not_apply_where_it_was_made(string text) =>
        Read.Mentions(text).ShouldAllBe(m => m.Place == null);

    [Theory]
    [InlineData("Peace talks between India and Pakistan broke up on Monday after two weeks without agreement.", "2002-02-18")]
    [InlineData("Talks between Chad and Libya collapsed in Cairo on Monday after six days.", "2002-02-27")]
    public void Talks_that_failed_after_so_many_days_began_as_many_before(string text, string day) =>
        Read.One(text).ShouldSatisfyAllConditions(m => m.Start.ShouldBe(DateOnly.Parse(day, null)), m => m.End.ShouldBe(new DateOnly(2002, 3, 4)));

    [Fact]
    public void Months_earlier_are_counted_from_what_is_told() =>
        Read.Mentions("Talks between Indonesia and the Free Aceh Movement failed on May 18, 2000. A ceasefire between Indonesia and the Free Aceh Movement reached four months earlier had by then broken down.")
            .ShouldContain(m => m.Type == EntryType.Ceasefire && m.Start == new DateOnly(2000, 1, 1) && m.StartPrecision == DatePrecision.Month);

    [Fact]
    public void What_a_pronoun_says_of_a_truce_has_its_day() =>
        Read.Mentions("A truce between Sri Lanka and the Tamil Tigers reached in January 1995 lasted three months. It collapsed when the Tigers sank two gunboats.")
            .Where(m => m.Type == EntryType.Ceasefire).ShouldAllBe(m => m.Start == new DateOnly(1995, 1, 1));
}
