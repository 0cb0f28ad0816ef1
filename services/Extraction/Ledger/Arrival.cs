namespace Parley.Extraction.Ledger;

/// <summary>Mentions that come into the ledger and go from it at once.</summary>
internal sealed record Arrival
{
    /// <summary>Those that come; what the ledger holds already is passed over.</summary>
    public IReadOnlyCollection<LedgerMention> Came { get; init; } = [];

    /// <summary>The ids of those that go; one that comes too is replaced.</summary>
    public IReadOnlyCollection<string> Went { get; init; } = [];

    /// <summary>The time that the changes carry.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
