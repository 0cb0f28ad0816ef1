using System.Text.Json.Serialization;

namespace Parley.Contracts;

/// <summary>One version of a news text, as Parley stores it. Most articles have one; a correction or a withdrawal is another of the same id.</summary>
public sealed record Article
{
    /// <summary>The id it came with (a JSON line's id, a file's path, its URL), else one made from its content.</summary>
    public required string Id { get; init; }

    /// <summary>The text as given, unchanged: evidence counts its offsets in it. Empty where <see cref="Withdrawn"/>.</summary>
    public required string Text { get; init; }

    /// <summary>The headline, where it came apart from the text.</summary>
    public string? Title { get; init; }

    /// <summary>The outlet's name; null where unknown.</summary>
    public string? Outlet { get; init; }

    /// <summary>Its address; null where unknown.</summary>
    public string? Url { get; init; }

    /// <summary>
    /// When it was published, with the outlet's offset; what the text's "yesterday" is reckoned from. As this version came with it: the article was
    /// published at the earliest that a version names.
    /// </summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Where <see cref="PublishedAt"/> comes from.</summary>
    public required PublishedBasis PublishedBasis { get; init; }

    /// <summary>When it reached Parley.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>How it came.</summary>
    public required Intake Intake { get; init; }

    /// <summary>When the outlet, or else its arrival, made this version of the article; null where it is as old as <see cref="PublishedAt"/>.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>
    /// The version's id among those of the article, a function of what it says and since when (<see cref="ArticleVersion.IdOf"/>); null in a message
    /// from before articles had versions, which is then the first.
    /// </summary>
    public string? VersionId { get; init; }

    /// <summary>The outlet took the article back: nothing that earlier versions said stands from then on. A later version may bring it back.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>From when on this version stands, until the next one: <see cref="UpdatedAt"/>, else <see cref="PublishedAt"/>.</summary>
    [JsonIgnore]
    public DateTimeOffset StandsFrom => UpdatedAt ?? PublishedAt;
}
