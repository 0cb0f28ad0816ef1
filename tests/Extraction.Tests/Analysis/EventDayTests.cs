using Parley.Contracts;

namespace Parley.Extraction.Tests.Analysis;

/// <summary>Which day is the event's; published on Wednesday, 6 March 2002.</summary>
public sealed class EventDayTests
{
    [Theory]
    [InlineData("Putin landed in Oslo on Monday. He then met Blair for an hour at the harbour.", "2002-03-04")]
    [InlineData("The breakthrough came on Sunday. Putin met Blair over breakfast and gave way on the price.", "2002-03-03")]
    [InlineData("Putin met Blair in the afternoon at a villa near Oslo.", "2002-03-06")]
    [InlineData("Putin landed in Oslo on Monday. Blair met him the evening before in Bergen.", "2002-03-03")]
    public void A_scene_lends_its_day_to_the_talks_told_in_it(string text, string day) =>
        Read.Mentions(text).Where(m => m.Status == EntryStatus.Held).ShouldHaveSingleItem().Start.ShouldBe(Day(day));

    [Theory]
    [InlineData("Putin spoke at a rally in Omsk on Monday.\n\nHe met Blair for an hour at the harbour.")]
    [InlineData("Putin spoke at a rally in Omsk on Monday. He had previously met Blair in Bergen.")]
    [InlineData("Putin spoke at a rally in Omsk on Monday. He has met Blair often.")]
    public void Another_paragraph_or_another_time_is_no_part_of_the_scene(string text) =>
        Read.One(text).Start.ShouldBeNull();

    [Theory]
    [InlineData("Russia and Georgia signed a ceasefire on Monday that would begin at noon on Friday.", "2002-03-08")]
    [InlineData("Russia and Georgia agreed on Tuesday to a truce from midnight on Thursday.", "2002-03-07")]
    [InlineData("Russia and Georgia have agreed on a truce that will take effect at midnight.", "2002-03-07")]
    public void A_truce_starts_on_the_day_of_its_effect(string text, string day) =>
        Read.One(text).Start.ShouldBe(Day(day));

    [Fact]
    public void At_midnight_between_two_days_is_the_second() =>
        Read.One("A ceasefire between Russia and Georgia will begin at midnight between Thursday and Friday.").Start.ShouldBe(Day("2002-03-08"));

    [Fact]
    public void A_truce_agreed_on_has_the_day_of_the_talks_told_before() =>
        Read.Mentions("Talks between Russia and Georgia ended in Bergen on Monday. The two sides agreed to a ceasefire in the port town of Poti.")
            .ShouldContain(m => m.Type == EntryType.Ceasefire && m.Start == Day("2002-03-04") && m.Place!.Name == "Poti");

    [Fact]
    public void What_the_lead_tells_of_the_town_of_the_dateline_is_of_its_day() =>
        Read.One("LISBON, March 6 (Wire) - The order came from the foreign ministers of Spain and Morocco, who met in Lisbon.").Start.ShouldBe(Day("2002-03-06"));

    [Fact]
    public void The_day_of_an_announcement_is_no_first_day_of_an_extended_truce() =>
        Read.Mentions("Russia and Georgia have agreed to prolong their truce, the envoy announced on Tuesday. The arrangement between them took effect on January 9.")
            .Where(m => m.Status == EntryStatus.Extended).ShouldHaveSingleItem().Start.ShouldBe(Day("2002-01-09"));

    [Fact]
    public void The_next_round_is_another()
    {
        var mentions = Read.Mentions("Talks between Russia and Georgia ended in Bergen on Monday. The next round would be held at the end of April.");
        mentions.Select(m => m.Status).ShouldBe([EntryStatus.Held, EntryStatus.Planned], ignoreOrder: true);
        mentions.Single(m => m.Status == EntryStatus.Planned).Start.ShouldBe(Day("2002-04-21"));
    }

    [Theory]
    [InlineData("Putin and Blair held talks today, a Norwegian diplomat said.", "2002-03-06")]
    [InlineData("Talks between Russia and Georgia ended in Oslo on Tuesday without agreement.", "2002-03-05")]
    public void An_adverb_before_who_said_so_and_the_day_of_an_end_without_result_are_the_talks(string text, string day) =>
        Read.One(text).Start.ShouldBe(Day(day));

    [Theory]
    [InlineData("The Tamil Tigers have suspended their attacks until Sunday.")]
    [InlineData("Russia and Georgia kept a truce up to March 1.")]
    [InlineData("Putin broke off peace talks with Georgia on Tuesday.")]
    [InlineData("Putin called off a planned meeting with Blair on Wednesday.")]
    [InlineData("Putin and Blair are negotiating in Oslo under an accord signed last month.")]
    public void An_end_a_step_or_something_else_gives_no_start(string text) =>
        Read.Mentions(text).ShouldAllBe(m => m.Start == null);

    [Theory]
    [InlineData("A truce between Russia and Georgia, called in August 1998, was broken on Sunday.", "1998-08-01")]
    [InlineData("Russia and Georgia broke a truce brokered by Jimmy Carter in June.", "2001-06-01")]
    [InlineData("The two-week-old truce between Russia and Georgia was broken on Sunday.", "2002-02-20")]
    [InlineData("Russia broke the truce with Georgia, in force since January 2001.", "2001-01-01")]
    public void A_broken_truce_keeps_the_day_it_has_been_since_and_is_news(string text, string day)
    {
        var mention = Read.One(text);
        mention.Start.ShouldBe(Day(day));
        mention.Background.ShouldBeFalse();
    }

    [Fact]
    public void What_broke_long_ago_is_background() =>
        Read.One("A truce between Russia and Georgia, called in August 1998, was broken in February 1999.").Background.ShouldBeTrue();

    [Fact]
    public void A_truce_has_the_day_that_another_sentence_gives_it() =>
        Read.Mentions("Russia and Georgia signed a truce on February 4.\n\nThe truce is holding, monitors said.").ShouldAllBe(m => m.Start == Day("2002-02-04"));

    [Theory]
    [InlineData("Blair is arriving in Moscow on Friday to meet Putin.", "2002-03-08")]
    [InlineData("Talks between Putin and Blair that were to start on Thursday have been moved to March 14.", "2002-03-14")]
    [InlineData("Blair wound up a three-day visit to Russia on Tuesday.", "2002-03-03")]
    [InlineData("Officials confirmed this week that Putin had met Blair in Oslo last month.", "2002-02-01")]
    [InlineData("Blair told Putin on Saturday, at a meeting in Oslo, that he would not yield.", "2002-03-02")]
    [InlineData("Blair will meet Putin on Friday and fly on Saturday to Berlin for talks with Gerhard Schroeder.", "2002-03-08")]
    public void The_event_has_its_own_day(string text, string day) =>
        Read.Mentions(text)[0].Start.ShouldBe(Day(day));

    [Fact]
    public void What_is_told_first_is_the_news_though_a_later_step_of_something_else_follows()
    {
        var mentions = Read.Mentions("Putin opened talks with Blair in Oslo on Tuesday.\n\nPutin and Blair held talks in Paris on Wednesday.");
        mentions.ShouldAllBe(m => !m.Background);
    }

    [Theory]
    [InlineData("A truce between Russia and Georgia began on Christmas Eve.", "2001-12-24")]
    [InlineData("A truce between Russia and Georgia began on Eid al-Adha.", "2002-02-22")]
    [InlineData("A truce between Russia and Georgia began on Eid al-Fitr.", "2001-12-16")]
    [InlineData("The truce between Russia and Georgia, which was signed in Oslo and took effect at noon on Saturday, was never observed.", "2002-03-02")]
    public void A_truce_has_the_day_of_a_feast_or_of_its_effect(string text, string day) =>
        Read.One(text).Start.ShouldBe(Day(day));

    [Fact]
    public void On_a_feast_day_somebody_may_act() =>
        Read.One("On Christmas Day President Vladimir Putin met Tony Blair in Oslo.").ShouldSatisfyAllConditions(m => m.Start.ShouldBe(Day("2001-12-25")), m => m.Ids().ShouldBe(["RUS", "GBR"], ignoreOrder: true));

    [Fact]
    public void The_day_on_which_a_truce_is_prolonged_is_not_its_first() =>
        Read.One("Russia and Georgia agreed on Tuesday to extend their truce by a week. The truce had begun on Friday.").ShouldSatisfyAllConditions(m => m.Status.ShouldBe(EntryStatus.Extended), m => m.Start.ShouldBe(Day("2002-03-01")));

    [Fact]
    public void What_came_the_day_before_the_news_has_that_day() =>
        Read.Mentions("The Kremlin was busy on Monday. Putin signed the law in Sochi, a spokesman told reporters, the day after he had received Tony Blair in that resort.").ShouldHaveSingleItem().ShouldSatisfyAllConditions(m => m.Start.ShouldBe(Day("2002-03-03")), m => m.Place!.Name.ShouldBe("Sochi"));

    [Fact]
    public void The_day_on_which_talks_are_put_off_is_not_theirs() =>
        Read.Mentions("Putin and Blair spoke by phone on Monday and agreed to reschedule the talks.").Where(m => m.Status == EntryStatus.Postponed).ShouldAllBe(m => m.Start == null);

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
