using Parley.Extraction.Ledger;

namespace Parley.Extraction.Storage;

/// <summary>A mention, and the entry that holds it.</summary>
internal sealed record StoredMention(LedgerMention Mention, string EntryId);
