using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>Whether two mentions speak of the same parties or, of a ceasefire, the same area; from 0, apart, to 3, the same.</summary>
internal static class Subjects
{
    public static double Likeness(Telling a, Telling b) =>
        a.Mention.Type == EntryType.Talks ? OfTalks(a, b) : OfCeasefire(a, b);

    /// <summary>Talks are between parties. Where neither mention names one, they are told by the place or the whole of their topics.</summary>
    private static double OfTalks(Telling a, Telling b)
    {
        if (a.Parties.Ids.Length == 0 || b.Parties.Ids.Length == 0)
            return a.Parties.Ids.Length == b.Parties.Ids.Length && SameThing(a, b) ? 3 : 0;
        var parties = a.Parties.To(b.Parties);
        if (parties == PartyRelation.Equal) return 3;
        // Unequal parties are brought together by days that both name; without, every summit would tie its members' talks into one block.
        if (a.Span is not { IsNear: true } x || b.Span is not { IsNear: true } y || !x.Overlaps(y)) return 0;
        return parties switch
        {
            PartyRelation.Partial => 1,
            PartyRelation.One when Areas.Between(a, b) == AreaRelation.Same => 0.5,
            _ => 0,
        };
    }

    private static bool SameThing(Telling a, Telling b) => Areas.Between(a, b) switch
    {
        AreaRelation.Same => true,
        AreaRelation.Unknown => a.Topics.Length > 0 && a.Topics.AsSpan().SequenceEqual(b.Topics),
        _ => false,
    };

    /// <summary>A ceasefire is where it applies; who is named in the report varies.</summary>
    private static double OfCeasefire(Telling a, Telling b)
    {
        var parties = a.Parties.Ids.Length == 0 || b.Parties.Ids.Length == 0 ? (PartyRelation?)null : a.Parties.To(b.Parties);
        // In a country of many armed groups, each has its own truce.
        if (parties < PartyRelation.Partial && HasSidesOfTheCountry(a) && HasSidesOfTheCountry(b)) return 0;
        if (a.Mention.Unilateral && b.Mention.Unilateral && parties < PartyRelation.Equal) return 0;
        var bonus = parties switch { PartyRelation.Equal => 0.5, PartyRelation.Partial => 0.25, _ => 0 };
        return Areas.Between(a, b) switch
        {
            AreaRelation.Same => 2.5 + bonus,
            AreaRelation.Within => 2 + (2 * bonus),
            AreaRelation.Unknown when bonus > 0 => 2 + (2 * bonus),
            AreaRelation.Unknown when a.Countries.Overlaps(b.Countries) => IsPartOfACountry(a) || IsPartOfACountry(b) ? 2 : 2.5,
            _ => 0,
        };
    }

    private static bool IsPartOfACountry(Telling telling) => telling.PlaceName is { } name && Countries.Code(name) != telling.Country;

    private static bool HasSidesOfTheCountry(Telling telling) =>
        telling.Parties.Ids.Length > 1 && telling.Parties.Ids.Any(p => telling.Countries.Contains(PartySet.StateOf(p)));
}
