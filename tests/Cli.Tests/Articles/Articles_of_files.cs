using System.Text;
using Parley.Cli.Articles;
using Parley.Protocol.Ingestion.V1;

namespace Parley.Cli.Tests.Articles;

public sealed class Articles_of_files : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_text_file_is_an_article_of_its_name()
    {
        var file = _folder.Write("visit.txt", "Çağla met Ōe.\n");

        var article = Read(file).ShouldHaveSingleItem();

        article.Source.ShouldBe(file);
        article.Article.ShouldBe(new ArticleSubmission { Id = "visit.txt", Text = "Çağla met Ōe.\n" });
    }

    [Fact]
    public void A_folder_gives_its_files_by_name_with_their_paths_below_it()
    {
        _folder.Write("b.txt", "B");
        _folder.Write("sub/a.TXT", "A");
        _folder.Write("a.json", """{"text":"J"}""");
        _folder.Write("notes.md", "none of ours");
        _folder.Write("manifest.json", "[]");
        _folder.Write("sub/expected.json", "{}");

        Read(_folder.Path).Select(a => a.Article!.Id).ShouldBe(["a.json", "b.txt", "sub/a.TXT"]);
    }

    [Fact]
    public void A_json_file_is_an_article_or_a_list_of_them()
    {
        var one = _folder.Write("one.json", """{"text":"One","outlet":"Gazette"}""");
        var list = _folder.Write("list.json", """[{"id":"x","text":"First"}, 7, {"text":"Third"}]""");

        Read(one).ShouldHaveSingleItem().Article.ShouldBe(new ArticleSubmission { Id = "one.json", Text = "One", Outlet = "Gazette" });
        var articles = Read(list);
        articles.Select(a => a.Source).ShouldBe([$"{list}[0]", $"{list}[1]", $"{list}[2]"]);
        articles.Select(a => a.Article?.Id).ShouldBe(["x", null, "list.json[2]"]);
        articles[1].Error.ShouldBe("an object is wanted, this is Number");
    }

    [Fact]
    public void A_bad_line_is_named_by_its_number_and_the_others_are_read()
    {
        var file = _folder.Write("news.jsonl", "{\"id\":\"1\",\"text\":\"a\"}\n\n{\"id\":\"2\"}\nnot json\n{\"id\":\"5\",\"text\":\"e\"}");

        var articles = Read(file);

        articles.Select(a => a.Source).ShouldBe([$"{file}:1", $"{file}:3", $"{file}:4", $"{file}:5"]);
        articles.Select(a => a.Article?.Id).ShouldBe(["1", null, null, "5"]);
        articles[1].Error.ShouldBe("the member \"text\" is missing");
        articles[2].Error.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void A_line_that_is_not_utf8_is_refused_and_its_neighbours_are_not()
    {
        byte[] broken = [.. "{\"id\":\"2\",\"text\":\"caf"u8, 0xE9, .. "\"}\n"u8];
        var file = _folder.Write("news.jsonl", [.. "{\"id\":\"1\",\"text\":\"Çağla\"}\r\n"u8, .. broken, .. "{\"id\":\"3\",\"text\":\"🕊\"}\n"u8]);

        var articles = Read(file);

        articles.Select(a => a.Article?.Text).ShouldBe(["Çağla", null, "🕊"]);
        articles[1].Source.ShouldBe($"{file}:2");
        articles[1].Error.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("a.txt", "plain")]
    [InlineData("a.json", "{\"text\":\"plain\"}")]
    [InlineData("a.jsonl", "{\"text\":\"plain\"}")]
    public void A_byte_order_mark_is_no_part_of_the_text(string name, string content) =>
        Read(_folder.Write(name, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(content)])).ShouldHaveSingleItem().Article!.Text.ShouldBe("plain");

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.json")]
    public void A_file_that_is_not_utf8_is_refused(string name)
    {
        var article = Read(_folder.Write(name, [0x22, 0xFF, 0xFE, 0x22])).ShouldHaveSingleItem();

        article.Article.ShouldBeNull();
        article.Error.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void An_article_that_would_end_the_stream_is_refused_before_it_is_sent()
    {
        var article = Read(_folder.Write("huge.txt", new string('a', 12_000_001))).ShouldHaveSingleItem();

        article.Article.ShouldBeNull();
        article.Error.ShouldBe("the article is larger than 12,000,000 bytes");
    }

    [Fact]
    public void A_path_that_is_wrong_is_told_to_the_person_who_gave_it()
    {
        var other = _folder.Write("notes.md", "");

        Should.Throw<UsageException>(() => Read(Path.Combine(_folder.Path, "gone.txt"))).Message.ShouldContain("There is no file or folder");
        Should.Throw<UsageException>(() => Read(other)).Message.ShouldContain(".txt, .json, .jsonl");
    }

    private static IReadOnlyList<FileArticle> Read(params string[] paths) => [.. ArticleFiles.Read(paths, Manifest.Empty)];
}
