using Parley.Contracts;

namespace Parley.Extraction.Tests.Analysis;

/// <summary>Days that stand beside talks or a truce and are another's, and days that are counted; published on Wednesday, 6 March 2002.</summary>
public sealed class ForeignDayTests
{
    [Theory]
    [InlineData("A correction to our report of March 1: the Kenyan delegation at the talks with Somalia in Nairobi was led by the deputy minister.")]
    [InlineData("The announcement a day earlier that Greece and Turkey would meet in Cyprus has lifted the gloom.")]
    [InlineData("The European Union on Tuesday expressed concern over the breakdown of the peace talks between Sudan and the SPLA in Kenya.")]
    [InlineData("The mediator wanted Armenia and Azerbaijan, who are meeting in Paris, to hand him an agreed text by Thursday night.")]
    [InlineData("Joseph Kabila and Jean-Pierre Bemba, whose forces fought one another in this city 16 months ago, shook hands before taking their seats.")]
    public void The_day_of_another_thing_is_not_that_of_talks(string text) => Read.One(text).Start.ShouldBeNull();

    [Theory]
    [InlineData("On Monday in Nairobi, Sudan and the SPLA are to resume the discussions that they began last month.", "2002-03-11")]
    [InlineData("In Nairobi, where Sudan and the SPLA have been locked in talks since Friday, an amnesty for everything that has been done since 1991 is in dispute.", "2002-03-01")]
    [InlineData("Negotiators of Armenia and Azerbaijan held over five hours of talks in Tbilisi on Tuesday.", "2002-03-05")]
    public void Of_several_days_their_own(string text, string day) =>
        Read.One(text).ShouldSatisfyAllConditions(m => m.Start.ShouldBe(Day(day)), m => m.Background.ShouldBeFalse());

    [Fact]
    public void Talks_that_continue_on_a_day_go_on_until_then() =>
        Read.Mentions("Negotiations between Israel and Syria were held in Geneva on Wednesday. The talks continue on Thursday.")
            .ShouldAllBe(m => m.Start == Day("2002-03-06"));

    [Fact]
    public void Negotiators_left_on_a_day_for_talks_on_another() =>
        Read.Mentions("SPLA negotiators left Nairobi on Monday for talks with Sudan in Machakos.").ShouldAllBe(m => m.Status == EntryStatus.Planned && m.Start == null);

    [Fact]
    public void What_somebody_told_far_off_on_a_day_is_no_day_of_a_mediation() =>
        Read.One("Hosni Mubarak began his mediation between Syria and Turkey after the Turkish president told parliament in Ankara on Thursday that his patience was running out.").Start.ShouldBeNull();

    [Fact]
    public void A_mission_abroad_is_no_place_of_its_land() =>
        Read.One("The talks between the United States and Iran, which took place on Tuesday at the U.S. mission, were useful.").Place.ShouldBeNull();

    [Fact]
    public void Days_before_a_clause_are_counted_on() =>
        Read.Mentions("King Abdullah met Colin Powell on Sunday, two days before he is to travel to Ankara for talks with Turkey's Ahmet Necdet Sezer.")
            .ShouldContain(m => m.Status == EntryStatus.Planned && m.Start == Day("2002-03-05"));

    [Theory]
    [InlineData("Delegates of Eritrea and Ethiopia ended their negotiations in Algiers on Tuesday, 20 days after they first faced each other.", "2002-02-13", "2002-03-05")]
    [InlineData("Colin Powell met Ariel Sharon on Tuesday for the second time in two days.", "2002-03-04", "2002-03-05")]
    public void How_long_they_have_gone_on_tells_when_they_began(string text, string first, string last) =>
        Read.One(text).ShouldSatisfyAllConditions(m => m.Start.ShouldBe(Day(first)), m => m.End.ShouldBe(Day(last)));

    [Theory]
    [InlineData("Eritrea and Ethiopia have been locked in talks in Algiers for a month.", "2002-02-01", DatePrecision.Month)]
    [InlineData("The visit comes a fortnight after Greece and Turkey met in Nicosia.", "2002-02-20", DatePrecision.Week)]
    public void So_do_weeks_and_months(string text, string first, DatePrecision precision) =>
        Read.One(text).ShouldSatisfyAllConditions(m => m.Start.ShouldBe(Day(first)), m => m.StartPrecision.ShouldBe(precision));

    [Fact]
    public void Talks_were_over_when_he_came_elsewhere() =>
        Read.Mentions("Powell, who came to Amman after three days of talks with Egypt's Hosni Mubarak, said little.")
            .ShouldContain(m => m.Status == EntryStatus.Held && m.Start == Day("2002-03-03") && m.End == Day("2002-03-05"));

    [Fact]
    public void Who_boycotted_talks_does_not_stay_away_from_those_to_come() =>
        Read.Mentions("Greece and Turkey are to meet next week in Athens. The Cypriot leader, who boycotted the talks between Greece and Turkey, was in Paris.")
            .ShouldContain(m => m.Status == EntryStatus.Rejected && m.Start == null);

    [Fact]
    public void The_day_on_which_a_truce_is_upheld_is_not_its_first() =>
        Read.One("Guns were silent on Wednesday, a day after Eritrea and Ethiopia swore to uphold a cease-fire that had existed mainly on paper.").Start.ShouldBeNull();

    [Fact]
    public void It_was_signed_so_many_days_before() =>
        Read.One("Five days after they signed it, the Sudanese army and the SPLA accused each other on Tuesday of breaking the Nairobi ceasefire.").Start.ShouldBe(Day("2002-02-28"));

    [Fact]
    public void One_that_is_days_old_is_of_about_a_week_ago() =>
        Read.One("New clashes in southern Sudan mocked a cease-fire that is only days old.").StartPrecision.ShouldBe(DatePrecision.Week);

    [Fact]
    public void If_at_all_is_no_condition() =>
        Read.One("The cease-fire between Ecuador and Peru that begins tonight will be observed, if at all, by tired armies.")
            .ShouldSatisfyAllConditions(m => m.Status.ShouldBe(EntryStatus.Agreed), m => m.Start.ShouldBe(Day("2002-03-06")));

    [Fact]
    public void A_deadline_is_not_its_first_day() =>
        Read.One("Under the deal a ceasefire between Sudan and the SPLA is to start within seven days, and the militia must be disarmed by mid-October.").Start.ShouldBeNull();

    [Fact]
    public void What_is_dated_by_something_else_is_context() =>
        Read.Mentions("Sudan and the SPLA are talking in Kenya. The rains have come. The road is open. The SPLA declared a unilateral ceasefire two weeks after the floods came, so that aid could reach survivors.")
            .ShouldContain(m => m.Type == EntryType.Ceasefire && m.Background);

    [Fact]
    public void Rebels_are_not_those_of_who_appeals_to_them() =>
        Read.One("Nelson Mandela and Bill Clinton appealed to the rebels in Burundi's war to stop fighting.").Ids().ShouldBe(["BDI.REB"]);

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
