namespace Parley.Extraction.Ledger;

/// <summary>How the places of two mentions relate.</summary>
internal static class Areas
{
    public static AreaRelation Between(Telling a, Telling b)
    {
        if (a.PlaceName is null || b.PlaceName is null) return AreaRelation.Unknown;
        if (a.PlaceName == b.PlaceName) return AreaRelation.Same;
        if (a.Country is null || a.Country != b.Country) return AreaRelation.Elsewhere;
        return Countries.Code(a.PlaceName) == a.Country || Countries.Code(b.PlaceName) == b.Country
            ? AreaRelation.Within
            : AreaRelation.SameCountry;
    }
}
