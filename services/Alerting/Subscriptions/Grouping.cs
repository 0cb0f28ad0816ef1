using System.Text.Json.Serialization;
using Parley.Contracts;

namespace Parley.Alerting.Subscriptions;

/// <summary>Which alerts are sent together.</summary>
[JsonConverter(typeof(WireWordConverter<Grouping>))]
public enum Grouping
{
    /// <summary>None: each by itself.</summary>
    None,

    /// <summary>Those of one entry.</summary>
    Entry,

    /// <summary>Those of one conflict, or of one pair of parties where no conflict is told.</summary>
    Dossier,
}
