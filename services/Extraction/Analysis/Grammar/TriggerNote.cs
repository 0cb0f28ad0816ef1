namespace Parley.Extraction.Analysis;

/// <summary>What a rule said of a trigger.</summary>
/// <param name="At">The chunk that names the event.</param>
/// <param name="Reason">In words for people.</param>
/// <param name="Told">It gave a mention.</param>
internal readonly record struct TriggerNote(int At, string Reason, bool Told);
