namespace Parley.Contracts.Messages;

/// <summary>A new article is stored. Published by Ingestion; read by Extraction and Search.</summary>
public sealed record ArticleIngested
{
    /// <summary>The article, whole: the services share no database.</summary>
    public required Article Article { get; init; }
}
