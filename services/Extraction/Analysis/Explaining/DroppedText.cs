namespace Parley.Extraction.Analysis;

/// <summary>Words or marks that are not read as part of a sentence.</summary>
/// <param name="Start">Offset of the first character.</param>
/// <param name="End">Offset after the last.</param>
/// <param name="Text">What stands there.</param>
/// <param name="Reason">Why it is not read.</param>
public sealed record DroppedText(int Start, int End, string Text, string Reason);
