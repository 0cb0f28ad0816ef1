namespace Parley.Extraction.Analysis;

/// <summary>A word, number or mark.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last.</param>
/// <param name="Text">As it is written.</param>
/// <param name="Tag">What it is in its sentence: <c>verb</c>, <c>noun</c>, <c>name</c>, <c>preposition</c>, …; <c>none</c> where that did not matter.</param>
public sealed record ExplainedWord(int Start, int End, string Text, string Tag);
