using System.Text.Json.Serialization;

namespace Parley.Contracts;

/// <summary>How exactly a text dates an event.</summary>
[JsonConverter(typeof(WireWordConverter<DatePrecision>))]
public enum DatePrecision
{
    /// <summary>The day is named.</summary>
    Day,

    /// <summary>The week is; the date is its first day.</summary>
    Week,

    /// <summary>The month is; the date is its first day.</summary>
    Month,

    /// <summary>The year is; the date is its first day.</summary>
    Year,
}
