using Parley.Contracts;
using Parley.Search.Storage;
using Parley.Tests;

namespace Parley.Integration.Tests.Search;

public sealed class Articles_of_any_length
{
    [Fact]
    public void Are_indexed_in_statements_that_end_in_time()
    {
        var (longest, shorter) = (new string('x', 2_000_000), new string('x', 900));
        Article[] articles = [.. Enumerable.Range(0, 1_000).Select(i => Dispatches.Story[0] with { Id = $"{i}", Text = i % 7 == 0 ? longest : shorter })];

        var statements = ArticleIndex.Statements(articles).ToList();

        statements.SelectMany(s => s).ShouldBe(articles);
        statements.ShouldAllBe(s => s.Sum(a => a.Text.Length) < 7_000_000);
        ArticleIndex.Statements(articles.Where(a => a.Text.Length < 1_000)).Count().ShouldBe(1, "Short ones share one.");
    }
}
