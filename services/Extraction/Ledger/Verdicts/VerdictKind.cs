using System.Text.Json.Serialization;
using Parley.Contracts;

namespace Parley.Extraction.Ledger.Verdicts;

/// <summary>What an analyst says of the ledger.</summary>
[JsonConverter(typeof(WireWordConverter<VerdictKind>))]
public enum VerdictKind
{
    /// <summary>It is no talks and no ceasefire, or the text does not say so.</summary>
    False,

    /// <summary>Two entries are one.</summary>
    SameAs,

    /// <summary>Two entries, or an entry and a step of it, are two.</summary>
    NotSameAs,

    /// <summary>A value of the entry is this, whatever the articles say.</summary>
    Pinned,
}
