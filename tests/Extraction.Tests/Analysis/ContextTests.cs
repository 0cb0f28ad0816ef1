using Parley.Contracts;

namespace Parley.Extraction.Tests.Analysis;

/// <summary>What a sentence leaves to the article: whose truce it is, which day "that evening" was, where "here" is.</summary>
public sealed class ContextTests
{
    [Fact]
    public void A_truce_without_a_name_is_that_of_the_two_sides_of_the_article()
    {
        var mentions = Read.Mentions("Peru and Ecuador have been fighting in the jungle since January. Soldiers dug in, artillery fired. The truce took effect on Tuesday.");
        mentions.ShouldHaveSingleItem().Ids().ShouldBe(["ECU", "PER"], ignoreOrder: true);
    }

    [Fact]
    public void A_group_and_the_government_of_its_country_are_the_two_sides()
    {
        var mentions = Read.Mentions("The FARC attacked two villages, the army said. The peace talks were broken off on Monday.");
        mentions.ShouldHaveSingleItem().Ids().ShouldBe(["COL", "FARC"], ignoreOrder: true);
    }

    [Fact]
    public void A_truce_of_nobody_in_a_text_without_a_war_is_a_figure_of_speech() =>
        Read.Mentions("The two chefs agreed to a truce over the soup. It held until dessert.").ShouldBeEmpty();

    [Fact]
    public void Others_negotiations_are_not_given_to_the_articles_sides() =>
        Read.Mentions("Norway and Sweden share a border. Negotiations between the ferry crews and the harbour office were broken off.").ShouldBeEmpty();

    [Theory]
    [InlineData("The same evening he called Jordan's King Hussein.", "2002-03-04")]
    [InlineData("Two days later he called Jordan's King Hussein.", "2002-03-06")]
    [InlineData("A day earlier he had called Jordan's King Hussein.", "2002-03-03")]
    public void Days_are_counted_from_the_day_told_before(string sentence, string day)
    {
        var mentions = Read.Mentions("Egyptian President Hosni Mubarak met Ariel Sharon in Cairo on Monday. " + sentence);
        mentions.ShouldContain(m => m.Kind == EntryKind.Call && m.Start == DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Today_is_the_day_of_the_dateline() =>
        Read.One("LIMA, March 5 (Agency) - The foreign ministers of Chile and Bolivia met here this morning.").Start.ShouldBe(new DateOnly(2002, 3, 5));

    [Fact]
    public void Talks_of_strangers_on_the_day_of_the_dateline_are_where_it_was_written() =>
        Read.One("GENEVA, March 6 (Agency) - Delegations from Chile and Bolivia held talks on Wednesday.").Place!.Name.ShouldBe("Geneva");

    [Theory]
    [InlineData("TBILISI, March 6 (Parley Wire) - Georgian President Eduard Shevardnadze met Tony Blair on Wednesday.", "Tbilisi")]
    [InlineData("Putin and Blair met at the Palais des Nations on Monday.", "Geneva")]
    [InlineData("Putin told reporters in the Norwegian capital after talks with Blair that he was content.", "Oslo")]
    public void Where_talks_were_is_told_by_a_dateline_a_house_or_a_capital(string text, string place) =>
        Read.One(text).Place!.Name.ShouldBe(place);

    [Fact]
    public void A_ceasefire_applies_where_it_brought_calm() =>
        Read.One("A ceasefire that Russia and Georgia signed in May brought calm to the province of Abkhazia.").Place!.Name.ShouldBe("Abkhazia");

    [Fact]
    public void Where_takes_up_the_place_before_it() =>
        Read.One("The president of France flew home from Amman, where he met King Abdullah of Jordan on Tuesday.").Place!.Name.ShouldBe("Amman");

    [Fact]
    public void A_name_in_no_list_is_a_place_behind_at() =>
        Read.One("Officials of India and Bangladesh held talks at Dhubulia on Tuesday.").Place!.Name.ShouldBe("Dhubulia");

    [Fact]
    public void Who_speaks_fresh_from_talks_had_them_that_day() =>
        Read.One("Brazil's foreign minister said on Tuesday after talks with his Argentine counterpart that trade would grow.").Start.ShouldBe(new DateOnly(2002, 3, 5));

    [Fact]
    public void A_month_that_describes_a_war_does_not_date_the_talks() =>
        Read.One("The first talks between Peru and Ecuador since the January war broke up on Tuesday.").Start.ShouldBe(new DateOnly(2002, 3, 5));

    [Fact]
    public void It_takes_up_the_truce_of_the_sentence_before()
    {
        var mentions = Read.Mentions("Peru and Ecuador have agreed to a ceasefire. It will take effect at midnight on Friday.");
        mentions.ShouldContain(m => m.Start == new DateOnly(2002, 3, 8) && m.Participants.Count == 2);
    }

    [Fact]
    public void A_day_in_an_aside_does_not_move_the_day_before_it() =>
        Read.Mentions("Egypt's president spoke on Tuesday. On Monday, the day before he spoke, he had received the king of Jordan in Cairo.").ShouldContain(m => m.Start == new DateOnly(2002, 3, 4));

    [Fact]
    public void A_surname_is_that_of_the_person_named_in_full()
    {
        var mentions = Read.Mentions("Santos met Fidel Castro in Havana on Monday. Juan Manuel Santos, Colombia's president, looked pleased.");
        mentions.ShouldHaveSingleItem().Ids().ShouldContain("COL");
    }
}
