namespace Parley.Contracts.Messages;

/// <summary>Talks appeared in the ledger or changed. Published by Extraction; read by Search and Alerting.</summary>
public sealed record TalksChanged
{
    /// <summary>The change, with the entry before and after.</summary>
    public required LedgerChange Change { get; init; }
}
