using System.Text.Json.Serialization;

namespace Parley.Contracts;

/// <summary>Where an article's publication time comes from.</summary>
[JsonConverter(typeof(WireWordConverter<PublishedBasis>))]
public enum PublishedBasis
{
    /// <summary>The source gave it.</summary>
    Given,

    /// <summary>Inferred from the text: a dateline, a caption, a date line.</summary>
    Text,

    /// <summary>Unknown: the time of arrival stands in.</summary>
    Arrival,
}
