using Parley.Cli.Articles;
using Parley.Cli.Commands;
using Parley.Protocol.Ingestion.V1;

namespace Parley.Cli.Tests.Articles;

public sealed class Manifests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_an_article_does_not_say_itself_the_manifest_does()
    {
        _folder.Write("a.txt", "A");
        _folder.Write("b.json", """{"text":"B","outlet":"Own"}""");
        _folder.Write("sub/c.txt", "C");
        _folder.Write("manifest.json",
            """
            [{"file":"a.txt","published_at":"2031-03-02T09:00:00+03:00","outlet":"Gazette","url":"https://gazette.example/a","title":"Head"},
             {"file":"b.json","published_at":"2031-03-03","outlet":"Gazette"},
             {"file":"sub/c.txt","outlet":"Herald","basis":"passed over"}]
            """);

        ReadFolder().ShouldBe(
        [
            new ArticleSubmission
            {
                Id = "a.txt", Text = "A", PublishedAt = "2031-03-02T09:00:00+03:00", Outlet = "Gazette", Url = "https://gazette.example/a", Title = "Head",
            },
            new ArticleSubmission { Id = "b.json", Text = "B", PublishedAt = "2031-03-03", Outlet = "Own" },
            new ArticleSubmission { Id = "sub/c.txt", Text = "C", Outlet = "Herald" },
        ]);
    }

    [Fact]
    public void A_withdrawal_is_not_completed()
    {
        _folder.Write("a.json", """{"withdrawn":true}""");
        _folder.Write("manifest.json", """[{"file":"a.json","published_at":"2031-03-03","outlet":"Gazette","title":"Head"}]""");

        ReadFolder().ShouldHaveSingleItem().ShouldBe(new ArticleSubmission { Id = "a.json", Withdrawn = true });
    }

    [Fact]
    public void A_path_below_the_folder_comes_before_a_mere_name()
    {
        _folder.Write("a.txt", "A");
        _folder.Write("sub/a.txt", "B");
        _folder.Write("manifest.json", """[{"file":"a.txt","outlet":"Name"},{"file":"sub/a.txt","outlet":"Path"}]""");

        ReadFolder().Select(a => a?.Outlet).ShouldBe(["Name", "Path"]);
    }

    [Fact]
    public void A_manifest_of_another_name_is_no_article_either()
    {
        _folder.Write("a.txt", "A");
        var manifest = _folder.Write("times.json", """[{"file":"a.txt","outlet":"Gazette"}]""");

        ArticleFiles.Read([_folder.Path], PathOptions.Read(manifest, [_folder.Path])).ShouldHaveSingleItem().Article!.Outlet.ShouldBe("Gazette");
    }

    [Fact]
    public void A_manifest_among_the_files_is_used_and_not_read_as_an_article()
    {
        string[] files = [_folder.Write("a.txt", "A"), _folder.Write("expected.json", "{}"), _folder.Write("manifest.json", """[{"file":"a.txt","outlet":"Gazette"}]""")];

        ArticleFiles.Read(files, PathOptions.Read(null, files)).ShouldHaveSingleItem().Article!.Outlet.ShouldBe("Gazette");
    }

    [Fact]
    public void Files_without_a_manifest_have_none()
    {
        PathOptions.Read(null, [_folder.Path]).ShouldBeSameAs(Manifest.Empty);
        Manifest.Empty.Find("a.txt", "a.txt").ShouldBeNull();
    }

    [Fact]
    public void The_manifest_of_the_folder_around_a_story_is_used_for_it()
    {
        _folder.Write("story/a.txt", "A");
        _folder.Write("other/a.txt", "A");
        _folder.Write("manifest.json", """[{"file":"other/a.txt","outlet":"Herald"},{"file":"story/a.txt","outlet":"Gazette"}]""");
        var story = Path.Combine(_folder.Path, "story");

        ArticleFiles.Read([story], PathOptions.Read(null, [story])).ShouldHaveSingleItem().Article!.Outlet.ShouldBe("Gazette");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[{\"published_at\":\"2031-03-02\"}]")]
    [InlineData("[null]")]
    [InlineData("[{\"file\":7}]")]
    [InlineData("")]
    public void A_manifest_that_cannot_be_read_is_named(string content)
    {
        var path = _folder.Write("times.json", content);

        Should.Throw<UsageException>(() => Manifest.Read(path)).Message.ShouldStartWith($"The manifest {path} cannot be read: ");
    }

    [Fact]
    public void A_manifest_that_is_named_must_be_there() =>
        Should.Throw<UsageException>(() => PathOptions.Read("gone.json", [_folder.Path])).Message.ShouldBe("There is no manifest gone.json.");

    private List<ArticleSubmission?> ReadFolder() =>
        [.. ArticleFiles.Read([_folder.Path], PathOptions.Read(null, [_folder.Path])).Select(a => a.Article)];
}
