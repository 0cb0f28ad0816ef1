using Parley.Contracts;

namespace Parley.Tests.Stories;

/// <summary>An article and the truth behind each of its sentences.</summary>
/// <param name="Article">As Ingestion would hand it on.</param>
/// <param name="Sentences">In the order of the text.</param>
internal sealed record StoryArticle(Article Article, IReadOnlyList<StorySentence> Sentences)
{
    /// <summary>The sentence that a piece of evidence stands in: the one that it shares most with; null where it shares nothing with any.</summary>
    public StorySentence? Of(Evidence evidence) => Sentences
        .Select(s => (Sentence: s, Shared: Math.Min(s.End, evidence.End) - Math.Max(s.Start, evidence.Start)))
        .Where(s => s.Shared > 0)
        .OrderByDescending(s => s.Shared)
        .Select(s => s.Sentence)
        .FirstOrDefault();
}
