namespace Parley.Extraction.Analysis;

/// <summary>A phrase that could name talks or a ceasefire, and what became of it.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last.</param>
/// <param name="Text">Its words.</param>
/// <param name="Outcome">Whether it gave a mention.</param>
/// <param name="Steps">What the stages said of it, in their order; where it gave none, the last one decided.</param>
/// <param name="Events">What it was read as, before joining: one event, or one with each of several others ("separate talks with A and B"); empty where it gave none.</param>
public sealed record ExplainedTrigger(
    int Start, int End, string Text, TriggerOutcome Outcome, IReadOnlyList<ExplainedStep> Steps, IReadOnlyList<ExplainedEvent> Events);
