namespace Parley.Extraction.Ledger;

/// <summary>How the parties that two mentions name relate, from the weakest to the strongest.</summary>
internal enum PartyRelation
{
    /// <summary>They speak of different parties.</summary>
    None,

    /// <summary>One names a single party of the other's.</summary>
    One,

    /// <summary>The one names most of the other's, or both share most.</summary>
    Partial,

    /// <summary>The same, as far as they are named: a description may stand for the party that is missing, and a state for its sides.</summary>
    Alike,

    /// <summary>The same parties.</summary>
    Equal,
}
