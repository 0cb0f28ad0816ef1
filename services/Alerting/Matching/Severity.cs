using System.Text.Json.Serialization;
using Parley.Contracts;

namespace Parley.Alerting.Matching;

/// <summary>How much a change matters to most readers, by what it brought the entry to: see severities.tsv.</summary>
[JsonConverter(typeof(WireWordConverter<Severity>))]
public enum Severity
{
    /// <summary>Good to know: a wish, an offer, a further source.</summary>
    Info,

    /// <summary>What a desk follows: a date is set, talks are held.</summary>
    Notice,

    /// <summary>A plan has failed, or a truce is strained.</summary>
    Warning,

    /// <summary>People may die of it, or cease to: a truce begins, breaks or ends.</summary>
    Critical,
}
