using Parley.Contracts;

namespace Parley.Extraction.Tests.Analysis;

/// <summary>Which of the days that a sentence names is a truce's first; published on Wednesday, 6 March 2002.</summary>
public sealed class TruceDayTests
{
    [Theory]
    [InlineData("The ceasefire between Sudan and the SPLA was holding on Tuesday, monitors said.")]
    [InlineData("The truce between Sudan and the SPLA held on Tuesday.")]
    [InlineData("The truce between Sudan and the SPLA was largely observed on Monday.")]
    public void A_day_on_which_it_held_is_not_its_first(string text) =>
        Read.One(text).ShouldSatisfyAllConditions(m => m.Status.ShouldBe(EntryStatus.InForce), m => m.Start.ShouldBeNull());

    [Theory]
    [InlineData("The truce that Sudan and the SPLA signed on January 19 was holding in the mountains.", "2002-01-19")]
    [InlineData("The cease-fire that Sudan and the SPLA signed in Switzerland on Jan. 19 has saved many lives since February.", "2002-01-19")]
    [InlineData("The truce between Sudan and the SPLA, in force since January 22, was holding on Tuesday.", "2002-01-22")]
    public void The_day_in_its_own_clause_is(string text, string day) => Read.One(text).Start.ShouldBe(Day(day));

    [Fact]
    public void What_begins_on_a_day_to_come_is_agreed() =>
        Read.One("Sudan and the SPLA signed an accord on Tuesday under which a ceasefire begins on March 20.")
            .ShouldSatisfyAllConditions(m => m.Status.ShouldBe(EntryStatus.Agreed), m => m.Start.ShouldBe(Day("2002-03-20")));

    [Fact]
    public void Declared_after_something_it_is_about_as_old() =>
        Read.One("Colombia's ELN declared a unilateral truce after the January 25 earthquake, which killed 1,000 people.")
            .ShouldSatisfyAllConditions(m => m.Start.ShouldBe(Day("2002-01-25")), m => m.StartPrecision.ShouldBe(DatePrecision.Week), m => m.Background.ShouldBeTrue());

    [Fact]
    public void One_that_was_for_a_time_gives_no_day_to_one_that_is_prolonged() =>
        Read.Mentions("Sudan and the SPLA agreed on Tuesday to prolong indefinitely a truce which has brought the Nuba mountains quiet.\n\nA ceasefire declared by Sudan for a feast, from February 1 to February 14, was ignored by both armies.")
            .ShouldContain(m => m.Status == EntryStatus.Extended && m.Start == null);

    [Fact]
    public void What_ran_out_before_it_was_prolonged_is_an_earlier_step() =>
        Read.Mentions("The Basque group ETA has prolonged a ceasefire with Spain by three months, it said on Tuesday.\n\nThe truce, in place since December, formally lapsed on Monday.")
            .ShouldContain(m => m.Status == EntryStatus.Collapsed && m.Background);

    [Theory]
    [InlineData("Sri Lanka's two-month ceasefire with the Tamil Tigers formally ended on Tuesday.")]
    [InlineData("Sri Lanka's truce with the Tamil Tigers took effect on Tuesday.")]
    public void A_states_truce_with_others_is_its_own(string text) => Read.One(text).Ids().ShouldBe(["LKA", "LTTE"], ignoreOrder: true);

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
