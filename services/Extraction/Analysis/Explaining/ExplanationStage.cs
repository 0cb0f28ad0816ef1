using System.Text.Json.Serialization;
using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>The stage of the reading that says something of a trigger.</summary>
[JsonConverter(typeof(WireWordConverter<ExplanationStage>))]
public enum ExplanationStage
{
    /// <summary>Whether it names an event at all.</summary>
    Trigger,

    /// <summary>What is told of it.</summary>
    Status,

    /// <summary>Whose it is.</summary>
    Parties,

    /// <summary>When.</summary>
    Date,

    /// <summary>Where.</summary>
    Place,

    /// <summary>Whether it is news or context.</summary>
    Background,

    /// <summary>Whether it is told elsewhere in the text too.</summary>
    Joining,
}
