namespace Parley.Extraction.Ledger;

/// <summary>The fold of an arrival, as far as a part of the ledger was enough for it.</summary>
/// <param name="Reach">What it looks at, as far as is known.</param>
/// <param name="Refold">The fold of the entries that it reached; null where there is none yet.</param>
/// <param name="Entries">How many those were.</param>
internal sealed record UnfinishedFold(PartExtent Reach, Refold? Refold, int Entries);
