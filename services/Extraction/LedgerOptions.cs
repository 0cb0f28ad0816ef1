using System.ComponentModel.DataAnnotations;

namespace Parley.Extraction;

/// <summary>What counts as news. Section <c>Parley:Ledger</c>.</summary>
public sealed class LedgerOptions
{
    /// <summary>The section's name in the configuration.</summary>
    public const string Section = "Parley:Ledger";

    /// <summary>Days that an event may lie before the publication of its article and still be news.</summary>
    [Range(0.0, 365.0)]
    public double EventWindowDays { get; set; } = 7;

    /// <summary>Days that a live article may have been published before its arrival and still be news.</summary>
    [Range(0.0, 365.0)]
    public double ArrivalWindowDays { get; set; } = 1;
}
