using Parley.Extraction.Analysis;

namespace Parley.Extraction.Tests.Analysis;

/// <summary>The forms in which reports say where and when they were written; published on Wednesday, 6 March 2002.</summary>
public sealed class DatelineTests
{
    private const string Report = "The presidents of Peru and Chile met here on Tuesday.";

    [Theory]
    [InlineData("GENEVA, March 5 (AP) - ", "Geneva", "CHE", "2002-03-05")]
    [InlineData("GENEVA (AP) _ ", "Geneva", "CHE", null)]
    [InlineData("ASPEN, Colo. (AP) _ ", "Aspen", "USA", null)]
    [InlineData("WHEELING, W.Va., March 5 -- ", "Wheeling", "USA", "2002-03-05")]
    [InlineData("Lausanne, Switzerland, March 5 (dpa) - ", "Lausanne", "CHE", "2002-03-05")]
    [InlineData("Khartoum, 5 March 2002 (IRIN) - ", "Khartoum", "SDN", "2002-03-05")]
    [InlineData("Tunis/Algiers (dpa) - ", "Tunis", "TUN", null)]
    [InlineData("Port-au-Prince, Haiti, Tuesday, March 5 (Agence France-Presse) \u2014 ", "Port-au-Prince", "HTI", "2002-03-05")]
    [InlineData("Special to the Evening Mail\n\nVIENNA, March 5\u2014 ", "Vienna", "AUT", "2002-03-05")]
    [InlineData("Tirana, 5 March: ", "Tirana", "ALB", "2002-03-05")]
    [InlineData("ISLAMABAD, March 5: ", "Islamabad", "PAK", "2002-03-05")]
    [InlineData("MINSK, March 5. /TASS/. ", "Minsk", "BLR", "2002-03-05")]
    [InlineData("Bogota, Mar 5 (EFE).- ", "Bogota", "COL", "2002-03-05")]
    [InlineData("Tehran, March 5, IRNA -- ", "Tehran", "IRN", "2002-03-05")]
    [InlineData("Juba, South Sudan | AFP - ", "Juba", "SSD", null)]
    public void A_dateline_is_no_part_of_the_report(string dateline, string place, string country, string? day)
    {
        var explanation = Analyzer.Default.Explain(new ArticleText(dateline + Report, null, Read.Published));
        explanation.Dateline.ShouldBe(new ExplainedDateline(place, country, day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
        explanation.Mentions.ShouldHaveSingleItem().ShouldSatisfyAllConditions(m => m.Place!.Name.ShouldBe(place), m => m.Evidence.Text.ShouldBe(Report));
    }

    [Theory]
    [InlineData("UNITA (National Union for the Total Independence of Angola) ")]
    [InlineData("On Monday, March 4, Peru - a neighbour - met Chile in Lima.")]
    [InlineData("Fretilin (Revolutionary Front) - the oldest movement - met the president on Monday.")]
    [InlineData("Peru: the president of Chile arrived on Monday.")]
    public void Brackets_and_dashes_alone_make_none(string text) =>
        Analyzer.Default.Explain(new ArticleText(text, null, Read.Published)).Dateline.ShouldBeNull();

    [Fact]
    public void Those_who_speak_here_do_not_tell_of_talks_here() =>
        Read.One("VIENNA, March 5 (AP) - Diplomats here said the presidents of Peru and Chile would meet on Friday.").Place.ShouldBeNull();
}
