using Parley.Extraction.Ledger;

namespace Parley.Extraction.Storage;

/// <summary>
/// The part of the ledger that the last batch was folded with: the news of one hour is about what the news of the last was, so that a copy that writes
/// alone need not load it again. It holds what is committed, and is worth nothing once someone else has written.
/// </summary>
internal sealed class RecentPart
{
    /// <summary>Beyond so many mentions it begins anew: with their entries roughly a hundred megabytes.</summary>
    private const int Most = 20_000;

    /// <summary>Beyond so many keys, too, which are several a mention and a tenth as large.</summary>
    private const int MostKeys = 10 * Most;

    private Kept? kept;

    /// <summary>Takes the part, to go on with it; null where it is not what the ledger is at this turn.</summary>
    public LedgerPart? Take(long turn) => Interlocked.Exchange(ref kept, null) is { } was && was.Turn == turn - 1 ? was.Part : null;

    /// <summary>Keeps a part as it is at the end of a turn, now that it is committed.</summary>
    public void Keep(LedgerPart part, long turn)
    {
        if (part.Size > Most || part.Coverage!.Near.Count + part.Coverage.Later.Count > MostKeys || !part.Verdicts.IsEmpty)
            return;
        part.Settle();
        kept = new Kept(part, turn);
    }

    private sealed record Kept(LedgerPart Part, long Turn);
}
