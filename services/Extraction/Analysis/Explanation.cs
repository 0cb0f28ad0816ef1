namespace Parley.Extraction.Analysis;

/// <summary>What each stage made of a text, and why its triggers gave mentions or did not.</summary>
/// <param name="Sentences">In the order of the text.</param>
public sealed record Explanation(IReadOnlyList<ExplainedSentence> Sentences);
