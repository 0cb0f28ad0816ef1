using Parley.Platform.Storage;

namespace Parley.Extraction.Storage;

/// <summary>
/// The transactions of this copy that write in the ledger, one after the other, and the part of it that each hands on to the next: the news of one hour is
/// about what the news of the last was, so that a copy that writes alone need not load it again.
/// </summary>
internal sealed class PartHandover
{
    private LedgerWriter last = LedgerWriter.None;

    /// <summary>Stands behind all that have come before.</summary>
    /// <returns>The one directly before, and oneself.</returns>
    public (LedgerWriter Before, LedgerWriter Self) Join(UnitOfWork work)
    {
        var self = new LedgerWriter(work.Outcome);
        return (Interlocked.Exchange(ref last, self), self);
    }
}
