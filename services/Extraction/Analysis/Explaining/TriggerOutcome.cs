using System.Text.Json.Serialization;
using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>What became of a trigger.</summary>
[JsonConverter(typeof(WireWordConverter<TriggerOutcome>))]
public enum TriggerOutcome
{
    /// <summary>It gave no mention.</summary>
    None,

    /// <summary>It gave a mention.</summary>
    Mentioned,

    /// <summary>It tells of the same event as a better told trigger, and was folded into that one's mention.</summary>
    Joined,
}
