using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>What an article says of talks and ceasefires.</summary>
/// <param name="Mentions">In the order of the text; an event told twice is in it once (Ruling 1).</param>
/// <param name="Truncated">The text was longer than the analysis reads; what comes after <see cref="Analyzer.MaxLength"/> was not read.</param>
public sealed record Analysis(IReadOnlyList<Mention> Mentions, bool Truncated);
