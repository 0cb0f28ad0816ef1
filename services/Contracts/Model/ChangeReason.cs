using System.Text.Json.Serialization;

namespace Parley.Contracts;

/// <summary>Why the ledger changed.</summary>
[JsonConverter(typeof(WireWordConverter<ChangeReason>))]
public enum ChangeReason
{
    /// <summary>An article told something.</summary>
    Article,

    /// <summary>An article was corrected or withdrawn by its outlet.</summary>
    Correction,

    /// <summary>An analyst gave a verdict, or withdrew one.</summary>
    Verdict,

    /// <summary>Stored articles were read again, by other rules. Never news.</summary>
    Reprocess,
}
