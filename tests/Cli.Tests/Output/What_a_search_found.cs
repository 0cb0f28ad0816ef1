using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Parley.Cli.Output;
using Parley.Protocol.Search.V1;

namespace Parley.Cli.Tests.Output;

public sealed class What_a_search_found
{
    private static readonly ArticleHit Hit = new()
    {
        ArticleId = "gazette/7",
        Title = "Ministers [again]",
        Outlet = "Gazette",
        PublishedAt = new DateTimeOffset(2031, 3, 2, 21, 5, 0, TimeSpan.Zero).ToTimestamp(),
        Snippet = "The «visit» [of the\n\nminister]",
    };

    [Theory]
    [InlineData("the «visit» is off", "the [bold yellow]visit[/] is off")]
    [InlineData("«a» and «b»", "[bold yellow]a[/] and [bold yellow]b[/]")]
    [InlineData("a [tag] «b»", "a [[tag]] [bold yellow]b[/]")]
    [InlineData("one\n  «two»", "one [bold yellow]two[/]")]
    [InlineData("left » alone", "left » alone")]
    [InlineData("cut «short", "cut [bold yellow]short[/]")]
    [InlineData("", "")]
    public void The_words_that_were_found_are_bold(string snippet, string markup) => SearchView.Marked(snippet).ShouldBe(markup);

    [Fact]
    public void An_article_shows_its_title_its_source_and_the_passage() =>
        Rendered.By(console => SearchView.Show(console, [], [Hit])).ShouldBe(
            """
            Ministers [again]
              Gazette, 2 Mar 2031 21:05Z, gazette/7
              The visit [of the minister]

            """ + "\n");

    [Fact]
    public void An_article_as_a_line_has_a_type_that_no_entry_has()
    {
        var line = JsonDocument.Parse(SearchView.Line(Hit)).RootElement;

        line.EnumerateObject().Select(p => p.Name).ShouldBe(["id", "type", "title", "outlet", "url", "published_at", "snippet"]);
        line.GetProperty("type").GetString().ShouldBe("article");
        line.GetProperty("snippet").GetString().ShouldBe(Hit.Snippet);
    }
}
