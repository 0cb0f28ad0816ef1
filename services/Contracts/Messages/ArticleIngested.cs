namespace Parley.Contracts.Messages;

/// <summary>
/// A version of an article is stored: a new article, a correction, or a withdrawal (<see cref="Article.Withdrawn"/>, without text). Published by Ingestion;
/// read by Extraction and Search. Versions of one article come in any order, and <see cref="ArticleVersion.Compare"/> says which of them stands.
/// </summary>
public sealed record ArticleIngested
{
    /// <summary>The version, whole: the services share no database.</summary>
    public required Article Article { get; init; }
}
