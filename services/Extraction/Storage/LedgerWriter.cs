using Parley.Extraction.Ledger;

namespace Parley.Extraction.Storage;

/// <summary>A transaction that writes in the ledger, with the part that it hands on.</summary>
/// <param name="outcome">Whether it was committed, once it has ended.</param>
internal sealed class LedgerWriter(Task<bool> outcome)
{
    /// <summary>Beyond so many mentions the next begins anew: with their entries roughly a hundred megabytes.</summary>
    private const int Most = 20_000;

    /// <summary>Beyond so many keys, too, which are several a mention and a tenth as large.</summary>
    private const int MostKeys = 10 * Most;

    private HandedPart? handed;

    /// <summary>Before the first.</summary>
    public static LedgerWriter None { get; } = new(Task.FromResult(false));

    /// <summary>Whether it was committed, once it has ended.</summary>
    public Task<bool> Outcome => outcome;

    /// <summary>
    /// Hands on the part as the transaction leaves it, from when on it belongs to the next. That may go on with it before the commit; what it makes of it
    /// holds where this one is committed, and the next turn at writing its own.
    /// </summary>
    public void HandOn(LedgerPart part, long turn)
    {
        if (part.Size > Most || part.Coverage!.Near.Count + part.Coverage.Later.Count > MostKeys || !part.Verdicts.IsEmpty)
            return;
        var disturbed = part.Disturbed;
        part.Settle();
        Volatile.Write(ref handed, new HandedPart(part, turn, disturbed));
    }

    /// <summary>What it has handed on, for one taker; null where that is nothing, or nothing yet.</summary>
    public HandedPart? Take() => Interlocked.Exchange(ref handed, null);
}

/// <summary>A part that one transaction hands on to the next.</summary>
/// <param name="Part">As the transaction leaves it.</param>
/// <param name="Turn">Its turn at writing: <see cref="LedgerLocks.TryTakeWholeAsync"/>.</param>
/// <param name="Disturbed">The entries that hold other mentions than before it. All of each is in the part, and until the commit not in the database.</param>
internal sealed record HandedPart(LedgerPart Part, long Turn, IReadOnlyCollection<string> Disturbed);
