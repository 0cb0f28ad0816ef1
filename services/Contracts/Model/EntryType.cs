using System.Text.Json.Serialization;

namespace Parley.Contracts;

/// <summary>What Parley watches for.</summary>
[JsonConverter(typeof(WireWordConverter<EntryType>))]
public enum EntryType
{
    /// <summary>A meeting, call, visit or negotiation between states, organisations or armed groups.</summary>
    Talks,

    /// <summary>A halt of fighting, wished for, agreed, in force or broken.</summary>
    Ceasefire,
}
