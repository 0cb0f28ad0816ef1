namespace Parley.Extraction.Analysis;

/// <summary>What one stage said of a trigger.</summary>
/// <param name="Stage">Which.</param>
/// <param name="Reason">What it said, in plain words.</param>
public sealed record ExplainedStep(ExplanationStage Stage, string Reason);
