using System.Text.Json.Serialization;

namespace Parley.Contracts;

/// <summary>The form that talks or a ceasefire take. The first eight are kinds of talks, the others of ceasefires.</summary>
[JsonConverter(typeof(WireWordConverter<EntryKind>))]
public enum EntryKind
{
    /// <summary>The parties met, and the text says no more of the form.</summary>
    Meeting,

    /// <summary>One party travels to another.</summary>
    Visit,

    /// <summary>By telephone or video.</summary>
    Call,

    /// <summary>A round of negotiations, or the process as a whole.</summary>
    Negotiation,

    /// <summary>Officials or experts below the level of ministers.</summary>
    Consultation,

    /// <summary>Heads of state or government of several parties.</summary>
    Summit,

    /// <summary>Many parties around one subject.</summary>
    Conference,

    /// <summary>A third party works between the sides.</summary>
    Mediation,

    /// <summary>A ceasefire, and the text says no more of the form.</summary>
    Ceasefire,

    /// <summary>A ceasefire that the text calls a truce.</summary>
    Truce,

    /// <summary>An end of hostilities without a formal ceasefire.</summary>
    CessationOfHostilities,

    /// <summary>A halt for relief, evacuation or an exchange, limited in time.</summary>
    HumanitarianPause,

    /// <summary>A formal end of fighting that is short of a peace.</summary>
    Armistice,
}
