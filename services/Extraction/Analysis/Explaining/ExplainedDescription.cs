namespace Parley.Extraction.Analysis;

/// <summary>A pronoun or description ("they", "both sides", "his envoy") and whom it stands for.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last.</param>
/// <param name="Text">As it is written.</param>
/// <param name="Parties">The ids of the parties; empty where the text settles none.</param>
/// <param name="Reason">Why it stands for them.</param>
public sealed record ExplainedDescription(int Start, int End, string Text, IReadOnlyList<string> Parties, string Reason);
