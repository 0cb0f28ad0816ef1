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
}
