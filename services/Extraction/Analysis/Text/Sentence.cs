namespace Parley.Extraction.Analysis;

/// <summary>A run of tokens that make one sentence.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="Last">Index after its last token.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="IsTitle">A line of its own without an end mark: a headline or a heading.</param>
internal readonly record struct Sentence(int First, int Last, int Start, int End, bool IsTitle);
