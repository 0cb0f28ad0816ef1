namespace Parley.Extraction.Analysis;

/// <summary>One thing that moves a mention's confidence.</summary>
/// <param name="Change">By how much.</param>
/// <param name="Reason">Why.</param>
public sealed record ConfidenceStep(double Change, string Reason);
