namespace Parley.Contracts;

/// <summary>One news text, as Parley stores it.</summary>
public sealed record Article
{
    /// <summary>The id it came with (a JSON line's id, a file's path, its URL), else one made from its content.</summary>
    public required string Id { get; init; }

    /// <summary>The text as given, unchanged: evidence counts its offsets in it.</summary>
    public required string Text { get; init; }

    /// <summary>The headline, where it came apart from the text.</summary>
    public string? Title { get; init; }

    /// <summary>The outlet's name; null where unknown.</summary>
    public string? Outlet { get; init; }

    /// <summary>Its address; null where unknown.</summary>
    public string? Url { get; init; }

    /// <summary>When it was published, with the outlet's offset.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Where <see cref="PublishedAt"/> comes from.</summary>
    public required PublishedBasis PublishedBasis { get; init; }

    /// <summary>When it reached Parley.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>How it came.</summary>
    public required Intake Intake { get; init; }
}
