namespace Parley.Extraction.Ledger;

/// <summary>How two places relate.</summary>
internal enum AreaRelation
{
    /// <summary>One of the mentions names none.</summary>
    Unknown,

    /// <summary>Another country.</summary>
    Elsewhere,

    /// <summary>Two places of one country.</summary>
    SameCountry,

    /// <summary>The one is the country of the other.</summary>
    Within,

    /// <summary>One place.</summary>
    Same,
}
