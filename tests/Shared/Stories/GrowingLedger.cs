using Parley.Contracts;
using Parley.Extraction.Ledger;

namespace Parley.Tests.Stories;

/// <summary>The ledger of one world, kept as the service keeps it.</summary>
internal sealed class GrowingLedger
{
    private readonly LedgerPart part = new(new FreshnessOptions());

    /// <inheritdoc cref="Stories.TakeIn"/>
    public IReadOnlyList<LedgerChange> TakeIn(IReadOnlyList<LedgerMention> mentions, DateTimeOffset at) =>
        part.TryApply(new Arrival { Came = mentions, ReceivedAt = at, RecordedAt = at }, out var changes)
            ? changes
            : throw new InvalidOperationException("The whole ledger is there, and yet a part is missing.");
}
