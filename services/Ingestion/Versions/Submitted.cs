using Parley.Contracts;

namespace Parley.Ingestion.Versions;

/// <summary>A submission that was read: an article, or a new version of one, before it is known which.</summary>
/// <param name="Article">With the times that it came with; <see cref="Article.UpdatedAt"/> is null where it has none of its own.</param>
/// <param name="Reason">Why it is withdrawn; null where it is not, or no one said.</param>
internal sealed record Submitted(Article Article, string? Reason = null)
{
    /// <summary>Someone said since when it stands, the source or the text itself; otherwise there is only its arrival to go by.</summary>
    public bool HasTime => Article.UpdatedAt is not null || Article.PublishedBasis != PublishedBasis.Arrival;
}
