using static Parley.Ingestion.Tests.Cleaning.Submitted;

namespace Parley.Ingestion.Tests.Cleaning;

public sealed class Ids_of_articles
{
    [Fact]
    public void An_article_keeps_the_id_that_it_came_with() =>
        Taken(s => (s.Id, s.Url) = ("wire/7", "https://gazette.example/7")).Id.ShouldBe("wire/7");

    [Fact]
    public void Without_one_its_address_is_its_id() => Taken(s => s.Url = "https://gazette.example/7").Id.ShouldBe("https://gazette.example/7");

    [Fact]
    public void Without_both_the_id_is_made_from_what_it_says()
    {
        var id = Taken(s => (s.Outlet, s.Title) = ("Gazette", "Handshake")).Id;

        id.ShouldMatch("^sha256:[0-9a-f]{32}$");
        Taken(s => (s.Outlet, s.Title) = ("Gazette", "Handshake")).Id.ShouldBe(id);
        Taken(s => (s.Outlet, s.Title, s.PublishedAt) = ("Gazette", "Handshake", "2031-03-01")).Id.ShouldBe(id);
    }

    [Fact]
    public void Other_words_another_id()
    {
        string[] ids =
        [
            Taken(_ => { }).Id, Taken(s => s.Text += " ").Id, Taken(s => s.Title = "Handshake").Id, Taken(s => s.Outlet = "Handshake").Id,
        ];

        ids.Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public void An_address_too_long_for_an_id_gives_none()
    {
        var url = "https://gazette.example/" + new string('a', 512);

        var article = Taken(s => s.Url = url);

        article.Id.ShouldStartWith("sha256:");
        article.Url.ShouldBe(url);
    }
}
