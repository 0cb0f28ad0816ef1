namespace Parley.Contracts.Tests.Model;

public sealed class Versions_of_articles
{
    private static readonly Article First = Samples.FullArticle;
    private static readonly DateTimeOffset Later = First.PublishedAt.AddMinutes(5);

    [Fact]
    public void The_id_of_a_version_never_changes() => ArticleVersion.IdOf(First).ShouldBe("d9c7dadd9bb078c9");

    [Fact]
    public void The_id_is_of_what_is_said_and_since_when()
    {
        string[] ids =
        [
            ArticleVersion.IdOf(First), ArticleVersion.IdOf(First with { Text = "x" }), ArticleVersion.IdOf(First with { Title = null }),
            ArticleVersion.IdOf(First with { Id = "x" }), ArticleVersion.IdOf(First with { UpdatedAt = Later }),
        ];

        ids.Distinct().Count().ShouldBe(5);
        ids.ShouldAllBe(id => id.Length == 16);
    }

    [Fact]
    public void The_id_is_not_of_how_and_when_it_came()
    {
        var again = First with
        {
            PublishedAt = First.PublishedAt.ToUniversalTime(),
            ReceivedAt = Later,
            Intake = Intake.Backfill,
            PublishedBasis = PublishedBasis.Text,
            VersionId = "x",
        };

        ArticleVersion.IdOf(again).ShouldBe(ArticleVersion.IdOf(First));
        ArticleVersion.IdOf(First with { PublishedAt = Later }).ShouldBe(ArticleVersion.IdOf(First with { UpdatedAt = Later }));
    }

    [Fact]
    public void The_later_stands_whatever_their_ids() =>
        ArticleVersion.Compare(First with { VersionId = "f" }, First with { UpdatedAt = Later, VersionId = "0" }).ShouldBeLessThan(0);

    [Fact]
    public void Of_two_of_one_moment_the_id_decides()
    {
        var (one, other) = (First with { VersionId = "0" }, First with { VersionId = "f" });

        ArticleVersion.Compare(one, other).ShouldBeLessThan(0);
        ArticleVersion.Compare(other, one).ShouldBeGreaterThan(0);
        ArticleVersion.Compare(one, one with { Outlet = "x" }).ShouldBe(0);
        ArticleVersion.Compare(First, First with { VersionId = ArticleVersion.IdOf(First) }).ShouldBe(0);
    }

    [Fact]
    public void A_version_stands_from_its_update_else_from_its_publication()
    {
        First.StandsFrom.ShouldBe(First.PublishedAt);
        (First with { UpdatedAt = Later }).StandsFrom.ShouldBe(Later);
    }
}
