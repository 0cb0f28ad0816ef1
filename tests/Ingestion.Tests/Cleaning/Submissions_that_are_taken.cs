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
    public void An_update_is_kept_with_its_offset()
    {
        var article = Taken(s => (s.PublishedAt, s.UpdatedAt) = ("2031-03-01", "2031-03-02T09:00:00+03:00"));

        article.UpdatedAt!.Value.ToString("O").ShouldBe("2031-03-02T09:00:00.0000000+03:00");
        article.StandsFrom.ShouldBe(article.UpdatedAt.Value);
    }

    [Theory]
    [InlineData("2031-03-01T18:30:00+03:00", "2031-03-01T15:30:00Z")]
    [InlineData("2031-03-01T18:30:00+03:00", "2031-03-01")]
    [InlineData("2031-03-01", "2031-03-01")]
    [InlineData("2031-03-01T18:30:00+03:00", "")]
    public void An_update_that_says_no_more_than_the_publication_is_none(string published, string updated) =>
        Taken(s => (s.PublishedAt, s.UpdatedAt) = (published, updated)).UpdatedAt.ShouldBeNull();

    [Theory]
    [InlineData("The envoys shook hands.")]
    [InlineData("Published: 2 March 2031\nThe envoys shook hands.")]
    public void What_was_updated_was_published_by_then(string text)
    {
        var article = Taken(s => (s.Text, s.UpdatedAt) = (text, "2031-03-01T09:00:00Z"));

        article.PublishedAt.ShouldBe(article.StandsFrom);
        article.PublishedBasis.ShouldBe(PublishedBasis.Given);
    }

    [Fact]
    public void Times_are_as_exact_as_they_are_stored()
    {
        var article = Taken(s => (s.PublishedAt, s.UpdatedAt) = ("2031-03-01T09:00:00.1234567Z", "2031-03-01T09:00:01.7654321Z"));

        (article.PublishedAt.Ticks % 10, article.StandsFrom.Ticks % 10).ShouldBe((0, 0));
    }

    [Fact]
    public void A_withdrawal_needs_no_more_than_an_id()
    {
        var article = Taken(s => (s.Id, s.Text, s.Withdrawn) = ("wire/7", "", true));

        (article.Id, article.Withdrawn, article.Text, article.UpdatedAt).ShouldBe(("wire/7", true, "", null));
        Taken(s => (s.Url, s.Text, s.Withdrawn) = ("https://gazette.example/7", "", true)).Id.ShouldBe("https://gazette.example/7");
    }

    [Fact]
    public void What_was_given_is_kept()
    {
        var article = Taken(s => (s.Title, s.Outlet, s.Url) = ("Handshake", "Gazette", "http://gazette.example/7?a=1"));

        (article.Title, article.Outlet, article.Url).ShouldBe(("Handshake", "Gazette", "http://gazette.example/7?a=1"));
    }
}
