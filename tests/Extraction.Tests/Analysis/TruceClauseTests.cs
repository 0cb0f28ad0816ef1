using Parley.Contracts;

namespace Parley.Extraction.Tests.Analysis;

/// <summary>Days and names that stand beside a truce and are not its own; published on Wednesday, 6 March 2002.</summary>
public sealed class TruceClauseTests
{
    private const string Gaza = "Israel and Hamas fought over Gaza for eight days. ";

    [Fact]
    public void Done_on_a_day_it_is_of_that_day_whatever_the_sentence_says_later() =>
        Read.One("Three soldiers were killed in the first clash between Sudan and the SPLA since a truce was signed on Friday, both sides said on Tuesday.").Start.ShouldBe(Day("2002-03-01"));

    [Theory]
    [InlineData("Shells hit a market in Khartoum on Tuesday, killing nine, less than 24 hours before a ceasefire between Sudan and the SPLA was to come into force.")]
    [InlineData("On Sunday he had scolded the Sudanese army for its advance on a town of the SPLA after the truce began.")]
    public void The_day_of_the_clause_before_is_not_its_first(string text) => Read.One(text).Start.ShouldBeNull();

    [Fact]
    public void Who_proclaims_a_truce_of_two_others_is_no_side_of_it() =>
        Read.One(Gaza + "The truce that President Hosni Mubarak proclaimed on Tuesday is not to begin until Friday.")
            .ShouldSatisfyAllConditions(m => m.Status.ShouldBe(EntryStatus.Agreed), m => m.Start.ShouldBe(Day("2002-03-08")), m => m.Ids().ShouldBe(["ISR", "HAMAS"], ignoreOrder: true));

    [Fact]
    public void Nor_is_who_arranges_it() =>
        Read.One(Gaza + "The border has been quiet since mid-February, when a truce arranged by the chief Egyptian negotiator, Omar Suleiman, went into effect.")
            .Ids().ShouldBe(["ISR", "HAMAS"], ignoreOrder: true);

    [Fact]
    public void Nor_is_who_thanks_those_that_kept_it() =>
        Read.One(Gaza + "He told reporters that Turkey thanked both parties for having kept the ceasefire for a week.")
            .ShouldSatisfyAllConditions(m => m.Status.ShouldBe(EntryStatus.InForce), m => m.Ids().ShouldBe(["ISR", "HAMAS"], ignoreOrder: true));

    [Theory]
    [InlineData("Sudan's government and the SPLA gave orders on Tuesday night for a ceasefire to start at one minute after midnight.")]
    [InlineData("Sudan's government and the SPLA gave orders Tuesday night for a ceasefire to start at one minute after midnight.")]
    public void Orders_for_it_are_given_by_those_who_have_agreed(string text) =>
        Read.One(text).ShouldSatisfyAllConditions(m => m.Status.ShouldBe(EntryStatus.Agreed), m => m.Start.ShouldBe(Day("2002-03-06")));

    [Fact]
    public void A_plan_that_one_side_accepts_begins_on_another_day() =>
        Read.Mentions("Talks between Chad and Sudan ended here on Tuesday with Chad having accepted a ceasefire plan of the African Union and Sudan asking for time to consider it.")
            .Single(m => m.Type == EntryType.Ceasefire).ShouldSatisfyAllConditions(m => m.Start.ShouldBeNull(), m => m.Ids().ShouldNotContain("AU"));

    [Fact]
    public void A_people_in_a_text_about_their_land_are_not_the_state_that_bears_their_name() =>
        Read.Mentions("Sarajevo was calm on Tuesday. Serb gunners fired at a village in Bosnia on Monday. The Bosnian premier said the Serbs had shelled Tuzla. A ceasefire is to come into force across Bosnia on Friday.")
            .Single(m => m.Type == EntryType.Ceasefire).Ids().ShouldBe(["BIH", "BOSNIAN-SERBS"], ignoreOrder: true);

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
