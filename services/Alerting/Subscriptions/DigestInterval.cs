using System.Text.Json.Serialization;
using Parley.Contracts;

namespace Parley.Alerting.Subscriptions;

/// <summary>How often a digest is sent.</summary>
[JsonConverter(typeof(WireWordConverter<DigestInterval>))]
public enum DigestInterval
{
    /// <summary>Every hour.</summary>
    Hourly,

    /// <summary>Every day.</summary>
    Daily,

    /// <summary>Every week.</summary>
    Weekly,
}
