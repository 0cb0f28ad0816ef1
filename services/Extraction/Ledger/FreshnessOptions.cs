namespace Parley.Extraction.Ledger;

/// <summary>How old news may be.</summary>
public sealed record FreshnessOptions
{
    /// <summary>How long before the publication of its article an event may lie.</summary>
    public TimeSpan EventWindow { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long before its arrival an article of a live source may have been published.</summary>
    public TimeSpan ArrivalWindow { get; init; } = TimeSpan.FromDays(1);
}
