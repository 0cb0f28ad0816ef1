using Parley.Contracts;
using Parley.Extraction.Analysis;

namespace Parley.Extraction.Tests.Analysis;

public sealed class DateTests
{
    [Theory]
    [InlineData("yesterday", "2002-03-05", "2002-03-05", DatePrecision.Day)]
    [InlineData("on Monday", "2002-03-04", "2002-03-04", DatePrecision.Day)]
    [InlineData("on 14 February", "2002-02-14", "2002-02-14", DatePrecision.Day)]
    [InlineData("late on February 14", "2002-02-14", "2002-02-14", DatePrecision.Day)]
    [InlineData("on February 14 and 15", "2002-02-14", "2002-02-15", DatePrecision.Day)]
    [InlineData("on November 3, 1999", "1999-11-03", "1999-11-03", DatePrecision.Day)]
    [InlineData("last week", "2002-02-25", "2002-03-03", DatePrecision.Week)]
    [InlineData("last November", "2001-11-01", "2001-11-30", DatePrecision.Month)]
    [InlineData("three months ago", "2001-12-06", "2001-12-06", DatePrecision.Month)]
    [InlineData("last year", "2001-01-01", "2001-12-31", DatePrecision.Year)]
    [InlineData("in October of last year", "2001-10-01", "2001-10-31", DatePrecision.Month)]
    [InlineData("on Christmas Eve of 1999", "1999-12-24", "1999-12-24", DatePrecision.Day)]
    [InlineData("in 1953", "1953-01-01", "1953-12-31", DatePrecision.Year)]
    public void Expressions_are_resolved_against_the_publication(string expression, string from, string to, DatePrecision precision)
    {
        var date = Analyzer.Default.Dates(new ArticleText($"The ministers met {expression}.", null, Read.Published)).ShouldHaveSingleItem();
        date.From.ShouldBe(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture));
        date.To.ShouldBe(DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture));
        date.Precision.ShouldBe(precision);
    }

    [Theory]
    [InlineData("The ultimatum runs out on Saturday.", "2002-03-09")]
    [InlineData("The truce begins on Friday.", "2002-03-08")]
    [InlineData("The second round is to open on Monday.", "2002-03-11")]
    [InlineData("The general flew home on Monday.", "2002-03-04")]
    [InlineData("They shook hands on New Year's Day.", "2002-01-01")]
    [InlineData("The guns will be still on Easter Sunday.", "2002-03-31")]
    [InlineData("They had met a fortnight ago.", "2002-02-20")]
    [InlineData("Both signed it the day before yesterday.", "2002-03-04")]
    public void The_nearest_verb_says_where_a_day_lies(string text, string day)
    {
        var date = Analyzer.Default.Dates(new ArticleText(text, null, Read.Published)).ShouldHaveSingleItem();
        date.From.ShouldBe(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("The talks last from Friday to Sunday.", "2002-03-01", "2002-03-03")]
    [InlineData("They had seen each other twice in the first half of 1999.", "1999-01-01", "1999-06-30")]
    [InlineData("In the 1970s nobody would have come.", "1970-01-01", "1979-12-31")]
    [InlineData("They talked for hours at the weekend.", "2002-03-02", "2002-03-03")]
    public void Periods_have_both_ends(string text, string from, string to)
    {
        var date = Analyzer.Default.Dates(new ArticleText(text, null, Read.Published)).ShouldHaveSingleItem();
        date.From.ShouldBe(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture));
        date.To.ShouldBe(DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_year_named_in_the_sentence_holds_for_the_days_behind_it() =>
        Analyzer.Default.Dates(new ArticleText("It began in January 1995 and collapsed in April.", null, Read.Published)).Select(d => d.From).ShouldBe([new DateOnly(1995, 1, 1), new DateOnly(1995, 4, 1)]);

    [Fact]
    public void A_first_name_is_no_month() =>
        Analyzer.Default.Dates(new ArticleText("The minister, Jan Egeland, said so.", null, Read.Published)).ShouldBeEmpty();

    [Fact]
    public void The_tense_says_whether_a_weekday_is_past_or_to_come()
    {
        Read.One("Putin met Blair in London on Thursday.").Start.ShouldBe(new DateOnly(2002, 2, 28));
        Read.One("Putin will meet Blair in London on Thursday.").Start.ShouldBe(new DateOnly(2002, 3, 7));
    }

    [Fact]
    public void Without_a_publication_date_what_needs_one_stays_unknown()
    {
        var mention = Analyzer.Default.Analyze(new ArticleText("Putin met Blair in London on Thursday.", null, null)).Mentions.ShouldHaveSingleItem();
        mention.Start.ShouldBeNull();
        mention.StartPrecision.ShouldBeNull();
    }

    [Fact]
    public void Yesterday_is_the_outlets() =>
        Analyzer.Default.Analyze(new ArticleText("Putin met Blair in London yesterday.", null, new DateTimeOffset(2002, 3, 6, 0, 30, 0, TimeSpan.FromHours(9))))
            .Mentions.ShouldHaveSingleItem().Start.ShouldBe(new DateOnly(2002, 3, 5));

    [Fact]
    public void The_day_of_saying_is_not_the_day_of_the_event() =>
        Read.One("Putin will visit London, the Kremlin said on Monday.").Start.ShouldBeNull();

    [Fact]
    public void An_event_older_than_a_week_is_background()
    {
        Read.One("Putin met Blair in London last November.").Background.ShouldBeTrue();
        Read.One("Putin met Blair in London on Monday.").Background.ShouldBeFalse();
    }
}
