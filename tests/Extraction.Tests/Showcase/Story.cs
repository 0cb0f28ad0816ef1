using Parley.Contracts;
using Parley.Extraction.Analysis;
using Parley.Extraction.Ledger;
using Parley.Tests;

namespace Parley.Extraction.Tests.Showcase;

/// <summary>The dispatches of one folder of seeds/, read and folded as Extraction does.</summary>
internal static class Story
{
    /// <summary>The folders.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Seeds.Submissions.Select(s => s.Id.Split('/')[0]).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The ledger of its dispatches alone.</summary>
    public static IReadOnlyList<Entry> Ledger(string name) => LedgerFold.Fold(Seeds.Submissions.Where(s => s.Id.StartsWith(name + "/", StringComparison.Ordinal)).SelectMany(s =>
    {
        var published = PublicationTime.Parse(s.PublishedAt)!.Value;
        var article = new Article
        {
            Id = s.Id,
            Text = s.Text,
            Outlet = s.Outlet,
            PublishedAt = published,
            PublishedBasis = PublishedBasis.Given,
            ReceivedAt = published,
            Intake = Intake.Import,
        };
        return LedgerMention.Of(article, Analyzer.Default.Analyze(new ArticleText(article.Text, article.Title, article.PublishedAt)).Mentions);
    }));
}
