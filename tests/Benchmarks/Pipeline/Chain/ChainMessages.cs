using Parley.Contracts;

namespace Parley.Benchmarks.Pipeline.Chain;

/// <summary>An article with what the ledger makes of it, which no consumer here has to find out.</summary>
public sealed record ChainTold(Article Article, IReadOnlyList<LedgerChange> Changes);

/// <summary>In place of ArticleIngested.</summary>
public sealed record ChainArticle
{
    /// <summary>The article.</summary>
    public required Article Article { get; init; }
}

/// <summary>In place of TalksChanged and CeasefireChanged.</summary>
public sealed record ChainChange
{
    /// <summary>The change.</summary>
    public required LedgerChange Change { get; init; }
}

/// <summary>In place of the event on the topic exchange.</summary>
public sealed record ChainAlert
{
    /// <summary>The change.</summary>
    public required LedgerChange Change { get; init; }
}
