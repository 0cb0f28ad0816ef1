using Parley.Extraction.Analysis;
using Parley.Extraction.Ledger;

namespace Parley.Tests.Stories;

/// <summary>A world, and what the analysis made of each article.</summary>
internal sealed class ReadWorld
{
    private readonly Dictionary<string, (StoryArticle Article, IReadOnlyList<LedgerMention> Mentions)> read;

    public ReadWorld(StoryWorld world)
    {
        World = world;
        read = world.Articles.ToDictionary(a => a.Article.Id, a => (a, Mentions(a)), StringComparer.Ordinal);
        Shapes = world.Storylines.SelectMany(s => s.Events.Select(e => (e.Id, s.Shape))).ToDictionary(e => e.Id, e => e.Shape, StringComparer.Ordinal);
    }

    public StoryWorld World { get; }

    /// <summary>The shape of each event's story.</summary>
    public IReadOnlyDictionary<string, string> Shapes { get; }

    public IEnumerable<LedgerMention> All => World.Articles.SelectMany(a => read[a.Article.Id].Mentions);

    public IReadOnlyList<LedgerMention> Of(StoryArticle article) => read[article.Article.Id].Mentions;

    /// <summary>The sentence behind a mention or a step; null where it stands in none.</summary>
    public StorySentence? Behind(string article, Contracts.Evidence evidence) => read[article].Article.Of(evidence);

    /// <summary>The mentions of an article that stand in a sentence.</summary>
    public IEnumerable<LedgerMention> In(StoryArticle article, StorySentence sentence) =>
        Of(article).Where(m => article.Of(m.Mention.Evidence) == sentence);

    private static IReadOnlyList<LedgerMention> Mentions(StoryArticle article) => LedgerMention.Of(
        article.Article, Analyzer.Default.Analyze(new ArticleText(article.Article.Text, article.Article.Title, article.Article.PublishedAt)).Mentions);
}
