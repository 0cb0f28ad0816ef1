using Parley.Contracts;
using Parley.Extraction.Analysis;
using Parley.Tests;

namespace Parley.Benchmarks.Analysis;

/// <summary>The sample dispatches as the bench reads them, with the number of sentences in them.</summary>
/// <param name="Articles">Texts.</param>
/// <param name="Sentences">How many sentences they have together.</param>
internal sealed record Corpus(IReadOnlyList<ArticleText> Articles, int Sentences)
{
    private const int SentencesAnArticle = 20;

    /// <summary>The dispatches as they are; nearly every one tells of talks or a ceasefire.</summary>
    public static Corpus Dispatches { get; } = Of(Seeds.Submissions.Select(s => new ArticleText(s.Text, null, PublicationTime.Parse(s.PublishedAt))));

    /// <summary>Articles of only those sentences that tell of none by themselves.</summary>
    public static Corpus Plain { get; } = Sorted(telling: false);

    /// <summary>Articles of only those sentences that do.</summary>
    public static Corpus Telling { get; } = Sorted(telling: true);

    private static Corpus Sorted(bool telling)
    {
        var sentences = Dispatches.Articles
            .SelectMany(article => Text.Sentences(article.Text).Select(sentence => article with { Text = sentence }))
            .Where(sentence => Analyzer.Default.Analyze(sentence).Mentions.Count > 0 == telling)
            .ToList();
        return new([.. sentences.Chunk(SentencesAnArticle).Select(some => some[0] with { Text = string.Join("\n\n", some.Select(s => s.Text)) })], sentences.Count);
    }

    private static Corpus Of(IEnumerable<ArticleText> articles)
    {
        IReadOnlyList<ArticleText> all = [.. articles];
        return new(all, all.Sum(a => Text.Sentences(a.Text).Count()));
    }
}
