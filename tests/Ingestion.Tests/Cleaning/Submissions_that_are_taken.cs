using Parley.Contracts;
using static Parley.Ingestion.Tests.Cleaning.Submitted;

namespace Parley.Ingestion.Tests.Cleaning;

public sealed class Submissions_that_are_taken
{
    [Fact]
    public void The_text_stays_as_it_was_given_because_evidence_counts_in_it()
    {
        const string Text = "\ufeff  “We\u2019ll meet,” she said.\r\n\r\n\tE\u0301lan 🕊 \n";

        Taken(s => s.Text = Text).Text.ShouldBe(Text);
    }

    [Theory]
    [InlineData("2031-03-01T22:30:00-05:00", "2031-03-01T22:30:00-05:00")]
    [InlineData("2031-03-01T22:30:00Z", "2031-03-01T22:30:00+00:00")]
    [InlineData("2031-03-01T22:30:00.123456789+05:45", "2031-03-01T22:30:00+05:45")]
    [InlineData("2031-03-01", "2031-03-01T12:00:00+00:00")]
    public void A_publication_time_is_kept_with_its_offset(string given, string read)
    {
        var article = Taken(s => s.PublishedAt = given);

        article.PublishedAt.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(read);
        article.PublishedBasis.ShouldBe(PublishedBasis.Given);
        article.ReceivedAt.ShouldBe(Now);
    }

    [Fact]
    public void Where_neither_the_caller_nor_the_text_has_a_time_arrival_stands_in()
    {
        var article = Taken(_ => { });

        article.PublishedAt.ShouldBe(Now);
        article.PublishedBasis.ShouldBe(PublishedBasis.Arrival);
    }

    [Theory]
    [InlineData(Parley.Protocol.Type.V1.Intake.Unspecified, Intake.Live)]
    [InlineData(Parley.Protocol.Type.V1.Intake.Live, Intake.Live)]
    [InlineData(Parley.Protocol.Type.V1.Intake.Import, Intake.Import)]
    [InlineData(Parley.Protocol.Type.V1.Intake.Backfill, Intake.Backfill)]
    public void An_intake_is_live_unless_said_otherwise(Parley.Protocol.Type.V1.Intake asked, Intake taken) =>
        Taken(s => s.Intake = asked).Intake.ShouldBe(taken);

    [Fact]
    public void What_was_not_given_is_null()
    {
        var article = Taken(_ => { });

        article.Title.ShouldBeNull();
        article.Outlet.ShouldBeNull();
        article.Url.ShouldBeNull();
    }

    [Fact]
    public void What_is_blank_was_not_given()
    {
        var article = Taken(s => (s.Title, s.Outlet) = (" \n", "\t"));

        article.Title.ShouldBeNull();
        article.Outlet.ShouldBeNull();
    }

    [Theory]
    [InlineData("2031-03-04T18:00:00Z")]
    [InlineData("2031-03-04")]
    public void Clocks_and_calendars_may_differ_by_two_days(string time) => Taken(s => s.PublishedAt = time).PublishedBasis.ShouldBe(PublishedBasis.Given);

    [Fact]
    public void What_was_given_is_kept()
    {
        var article = Taken(s => (s.Title, s.Outlet, s.Url) = ("Handshake", "Gazette", "http://gazette.example/7?a=1"));

        (article.Title, article.Outlet, article.Url).ShouldBe(("Handshake", "Gazette", "http://gazette.example/7?a=1"));
    }
}
