namespace Parley.Contracts;

/// <summary>One change of one entry, with the entry as it was and as it is.</summary>
public sealed record LedgerChange
{
    /// <summary>The entry's id.</summary>
    public required string EntryId { get; init; }

    /// <summary>Counts the entry's changes, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>What happened.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>Why.</summary>
    public ChangeReason Reason { get; init; }

    /// <summary>When the ledger recorded it.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The entry before the change; null for a new one.</summary>
    public Entry? Before { get; init; }

    /// <summary>The entry after the change; for a retracted or merged one, as it was last.</summary>
    public required Entry After { get; init; }

    /// <summary>The step of the history that caused the change; null where none did (a retraction).</summary>
    public HistoryStep? Cause { get; init; }

    /// <summary>When the article that caused the change, or its correction, reached Parley; null where none did.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>It is fresh news, so that whoever subscribes is alerted: neither background nor old nor an import asked for as backfill.</summary>
    public bool News { get; init; }

    /// <summary>
    /// The step that caused the change is fresh, whether it tells anything new or is a further source of what is known: neither background nor old nor an
    /// import asked for as backfill. Null in a message from before there was this field: then <see cref="News"/> says it.
    /// </summary>
    public bool? Fresh { get; init; }

    /// <summary>Where a merged entry lives on; else null.</summary>
    public string? MergedInto { get; init; }
}
