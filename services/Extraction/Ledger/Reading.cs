namespace Parley.Extraction.Ledger;

/// <summary>What one version of an article says of talks and ceasefires.</summary>
public sealed record Reading
{
    /// <summary>The article.</summary>
    public required string ArticleId { get; init; }

    /// <summary>The version; empty where the article never said which.</summary>
    public required string VersionId { get; init; }

    /// <summary>From when on the version stands, with its outlet's offset.</summary>
    public required DateTimeOffset StandsFrom { get; init; }

    /// <summary>When it reached Parley.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Its mentions, as if it were the only version; none where the article was withdrawn.</summary>
    public required IReadOnlyList<LedgerMention> Mentions { get; init; }
}
