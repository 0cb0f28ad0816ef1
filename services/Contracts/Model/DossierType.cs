using System.Text.Json.Serialization;

namespace Parley.Contracts;

/// <summary>What a dossier is of.</summary>
[JsonConverter(typeof(WireWordConverter<DossierType>))]
public enum DossierType
{
    /// <summary>The fighting in, or over, one country: its ceasefires, and the talks that are about it.</summary>
    Conflict,

    /// <summary>Two parties: what they talk about and agree on.</summary>
    Pair,
}
