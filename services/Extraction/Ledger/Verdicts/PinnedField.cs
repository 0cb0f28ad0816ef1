using System.Text.Json.Serialization;
using Parley.Contracts;

namespace Parley.Extraction.Ledger.Verdicts;

/// <summary>What of an entry can be pinned.</summary>
[JsonConverter(typeof(WireWordConverter<PinnedField>))]
public enum PinnedField
{
    /// <summary>The stage it has reached.</summary>
    Status,

    /// <summary>Its form.</summary>
    Kind,

    /// <summary>Its first day.</summary>
    Start,

    /// <summary>Its last day.</summary>
    End,

    /// <summary>Where.</summary>
    Place,

    /// <summary>Who takes part.</summary>
    Participants,
}
