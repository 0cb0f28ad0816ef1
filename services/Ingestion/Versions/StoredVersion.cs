using Parley.Contracts;

namespace Parley.Ingestion.Versions;

/// <summary>A version of an article as it is stored.</summary>
/// <param name="Article">The version, with its id.</param>
/// <param name="TimedByArrival">Nothing but its arrival says since when it stands.</param>
/// <param name="Told">The other services have heard of it; not of one that says what the version before it says.</param>
/// <param name="Reason">Why it is withdrawn; null where it is not, or no one said.</param>
internal sealed record StoredVersion(Article Article, bool TimedByArrival, bool Told, string? Reason)
{
    /// <summary>An article's only version.</summary>
    public static StoredVersion First(Article article, string? reason) => new(
        article with { VersionId = ArticleVersion.IdOf(article) },
        TimedByArrival: article.UpdatedAt is null && article.PublishedBasis == PublishedBasis.Arrival,
        Told: true,
        reason);
}
