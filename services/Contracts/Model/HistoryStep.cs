namespace Parley.Contracts;

/// <summary>One step of an entry's history: what one article said, and the sentence that proves it.</summary>
public sealed record HistoryStep
{
    /// <summary>The stage that the article reported.</summary>
    public required EntryStatus Status { get; init; }

    /// <summary>When the article was published, with its outlet's offset.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The article's id.</summary>
    public required string Article { get; init; }

    /// <summary>The article's version in which the evidence's offsets count; null where it has one only, or never said which.</summary>
    public string? Version { get; init; }

    /// <summary>The article's outlet; null where unknown.</summary>
    public string? Outlet { get; init; }

    /// <summary>The article's address; null where unknown.</summary>
    public string? Url { get; init; }

    /// <summary>Told as context: the step was old news in that article.</summary>
    public bool Background { get; init; }

    /// <summary>The sentence that says so.</summary>
    public required Evidence Evidence { get; init; }
}
