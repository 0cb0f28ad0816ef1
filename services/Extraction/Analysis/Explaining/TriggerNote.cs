namespace Parley.Extraction.Analysis;

/// <summary>What a rule said of a trigger.</summary>
/// <param name="At">The chunk that names the event.</param>
/// <param name="Stage">Of which stage the rule is.</param>
/// <param name="Reason">In words for people.</param>
internal readonly record struct TriggerNote(int At, ExplanationStage Stage, string Reason);
