namespace Parley.Extraction.Analysis;

/// <summary>One article, as far as the analysis reads it.</summary>
/// <param name="Text">The text as given: evidence counts its offsets in it.</param>
/// <param name="Title">The headline, where it came apart from the text.</param>
/// <param name="PublishedAt">With the outlet's offset, which decides what "yesterday" is; null leaves dates that need it unknown.</param>
public sealed record ArticleText(string Text, string? Title, DateTimeOffset? PublishedAt);
