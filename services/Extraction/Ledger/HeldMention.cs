namespace Parley.Extraction.Ledger;

/// <summary>A mention, and the entry that holds it.</summary>
/// <param name="Mention">The mention.</param>
/// <param name="EntryId">The entry.</param>
internal sealed record HeldMention(LedgerMention Mention, string EntryId);
