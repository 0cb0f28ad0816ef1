using Parley.Contracts;

namespace Parley.Extraction.Tests.Analysis;

/// <summary>One meeting of which several sentences of a text tell; published on Wednesday, 6 March 2002.</summary>
public sealed class TalksToldAgainTests
{
    private const string Brasilia = "The foreign ministers of Peru and Ecuador met in Brasilia on Monday to discuss their border dispute.\n\n";

    [Theory]
    [InlineData("The meeting lasted three hours.")]
    [InlineData("Brazil, which hosted the talks, said that progress had been made.")]
    [InlineData("U.S. envoy Luigi Einaudi, who chaired the session, called it useful.")]
    [InlineData("A Chilean diplomat took part in the session.")]
    [InlineData("It was the second time that the two ministers had met since war broke out in January 1995.")]
    [InlineData("The meeting was arranged by Brazilian President Fernando Henrique Cardoso, who flew home on Tuesday.")]
    [InlineData("The talks were cordial, Peru's Foreign Ministry said in a statement issued on Tuesday.")]
    public void Are_one_mention_of_its_parties_and_its_day(string again) => Read.One(Brasilia + again).ShouldSatisfyAllConditions(
        m => m.Ids().ShouldBe(["ECU", "PER"], ignoreOrder: true), m => m.Start.ShouldBe(Day("2002-03-04")), m => m.Status.ShouldBe(EntryStatus.Held));

    [Theory]
    [InlineData("The next meeting will be held in Quito on March 20.")]
    [InlineData("A further session is to be held in Quito on March 20.")]
    public void The_next_are_others(string next) => Read.Mentions(Brasilia + next).Select(m => m.Start).ShouldBe([Day("2002-03-04"), Day("2002-03-20")]);

    [Theory]
    [InlineData("The meeting was to have taken place in February.")]
    [InlineData("The encounter had been put off twice.")]
    public void What_was_put_off_before_it_came_about_is_context(string before) =>
        Read.Mentions(Brasilia + before).ShouldContain(m => m.Status == EntryStatus.Postponed && m.Background);

    [Fact]
    public void Another_partys_refusal_is_no_step_of_them() =>
        Read.Mentions(Brasilia + "Bolivia boycotted the meeting.").Where(m => m.Status == EntryStatus.Rejected).ShouldAllBe(m => !m.Ids().Contains("PER"));

    [Fact]
    public void A_summit_is_taken_up_as_a_meeting() =>
        Read.One("The presidents of Kenya and Uganda held a summit in Kisumu on Sunday.\n\nThe meeting ended with a joint declaration.")
            .ShouldSatisfyAllConditions(m => m.Kind.ShouldBe(EntryKind.Summit), m => m.Start.ShouldBe(Day("2002-03-03")));

    [Fact]
    public void As_many_leaders_as_talked_are_those_who_did() =>
        Read.Mentions("The presidents of Bosnia, Croatia and Serbia held talks in Geneva on Sunday.\n\nLord Owen chaired the conference.\n\nThe three leaders met again on Tuesday.")
            .ShouldContain(m => m.Start == Day("2002-03-05") && m.Ids().Order().SequenceEqual(new[] { "BIH", "HRV", "SRB" }));

    [Theory]
    [InlineData("Georgian and Abkhaz negotiators met for a second day on Tuesday.", "2002-03-04")]
    [InlineData("Georgian and Abkhaz negotiators held talks for the third day running on Tuesday.", "2002-03-03")]
    public void Talks_that_have_come_to_their_second_day_began_before(string text, string first) =>
        Read.One(text).ShouldSatisfyAllConditions(m => m.Start.ShouldBe(Day(first)), m => m.End.ShouldBe(Day("2002-03-05")));

    [Fact]
    public void Who_is_back_from_a_visit_has_made_it() =>
        Read.One("Egyptian Foreign Minister Ahmed Maher returned home on Tuesday after a three-day visit to Syria.")
            .ShouldSatisfyAllConditions(m => m.Status.ShouldBe(EntryStatus.Held), m => m.Start.ShouldBe(Day("2002-03-03")), m => m.End.ShouldBe(Day("2002-03-05")));

    [Fact]
    public void What_is_agreed_on_for_later_is_another_event() =>
        Read.Mentions("Kenya and Uganda met on Tuesday and agreed to resume negotiations on fishing later this month.").Select(m => m.Status)
            .ShouldBe([EntryStatus.Held, EntryStatus.Planned], ignoreOrder: true);

    [Fact]
    public void A_summit_that_failed_does_not_name_the_meeting_since() =>
        Read.One("The presidents of Kenya and Uganda held talks in Kisumu on Sunday, in their first meeting since the Arusha summit broke down two months ago.").Kind.ShouldNotBe(EntryKind.Summit);

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
