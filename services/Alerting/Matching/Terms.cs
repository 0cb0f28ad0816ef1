namespace Parley.Alerting.Matching;

/// <summary>What a posting asks of a change besides its key. Subscriptions of equal terms are handed out together.</summary>
/// <param name="Allowed">What it allows, as <see cref="ChangeBits"/>; of the bits of keys, those at which it is not handed out before.</param>
/// <param name="Also">The signs of further keys of which the change must have one, as far as signs tell; <see cref="PostingList.AnySign"/> for none.</param>
/// <param name="Before">The signs of the keys at which it may have been handed out before, and which have no bit.</param>
/// <param name="Check">What must be looked into; null where the rest says everything.</param>
internal readonly record struct Terms(ulong Allowed, ulong Also, ulong Before, FurtherCheck? Check) : IComparable<Terms>
{
    /// <summary>Those without a check first, those that allow the same side by side.</summary>
    public int CompareTo(Terms other) =>
        (Check?.Number ?? 0, Allowed, Also, Before).CompareTo((other.Check?.Number ?? 0, other.Allowed, other.Also, other.Before));
}
