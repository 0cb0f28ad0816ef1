namespace Parley.Extraction.Ledger;

/// <summary>A mention, and the entry that holds it.</summary>
/// <param name="Mention">The mention.</param>
/// <param name="EntryId">The entry.</param>
internal sealed record HeldMention(LedgerMention Mention, string EntryId)
{
    /// <summary>The mention as it is compared, where no verdict speaks of any: worked out once for however many parts hold it.</summary>
    public Telling Telling => field ??= new Telling(Mention);
}
