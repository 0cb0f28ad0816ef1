using Parley.Contracts;
using Parley.Extraction.Analysis;
using Parley.Extraction.Storage;

namespace Parley.Extraction;

/// <summary>Reads versions of articles by the rules of this program; one that takes its article back says nothing.</summary>
/// <param name="mentionsOf">The analysis.</param>
internal sealed class RulesReader(Func<ArticleText, IReadOnlyList<Mention>> mentionsOf)
{
    /// <summary>What the version says.</summary>
    public ReadArticle Read(Article article)
    {
        var read = ReadArticle.Of(article, article.Withdrawn ? [] : mentionsOf(new ArticleText(article.Text, article.Title, article.PublishedAt)));
        foreach (var mention in read.Reading.Mentions) mention.Telling.WorkOut();
        return read;
    }
}
