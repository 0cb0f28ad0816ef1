namespace Parley.Extraction.Analysis;

/// <summary>A phrase that could name talks or a ceasefire.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last.</param>
/// <param name="Text">Its words.</param>
/// <param name="Mentioned">It gave a mention.</param>
/// <param name="Reasons">What the rules said of it, in order; the last decides.</param>
public sealed record ExplainedTrigger(int Start, int End, string Text, bool Mentioned, IReadOnlyList<string> Reasons);
