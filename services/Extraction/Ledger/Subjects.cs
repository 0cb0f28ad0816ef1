using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>Whether two mentions speak of the same parties or, of a ceasefire, the same area or group; 0 where they do not.</summary>
internal static class Subjects
{
    /// <summary>Conferences of more have keys of their own only as a whole: few of them are told by a part of their members without a day.</summary>
    public const int MostPaired = 5;

    public static double Likeness(Telling a, Telling b) =>
        a.Mention.Type == EntryType.Talks ? OfTalks(a, b) : OfCeasefire(a, b);

    /// <summary>Talks are between parties. Where neither mention names one, they are told by the place or the whole of their topics.</summary>
    private static double OfTalks(Telling a, Telling b)
    {
        if (a.Parties.Ids.Length == 0 || b.Parties.Ids.Length == 0)
        {
            if (a.Parties.Ids.Length == b.Parties.Ids.Length && SameThing(a, b)) return Weights.PartiesEqual;
            return a.Mention.Kind == b.Mention.Kind && Kinds.IsSpecific(a.Mention.Kind) && ShareAPlace(a, b) ? Weights.PartiesNone : 0;
        }

        return a.Parties.To(b.Parties) switch
        {
            PartyRelation.None when IsSetBy(a, b) || IsSetBy(b, a) => Weights.PartiesMost,
            PartyRelation.Equal => Weights.PartiesEqual,
            PartyRelation.Alike when a.Parties.Unnamed + b.Parties.Unnamed == 0 || ShareADay(a, b) || ShareAPlace(a, b) => Weights.PartiesAlike,
            PartyRelation.Partial when ShareADay(a, b) || ArePaired(a, b) => Weights.PartiesMost,
            PartyRelation.One when AreOneGathering(a, b) => Weights.PartiesMost,
            PartyRelation.One when ShareADay(a, b) || ShareAPlace(a, b) => Weights.PartiesOne,
            _ => 0,
        };
    }

    /// <summary>Both name it: a day is what tells the talks of one party from its next.</summary>
    private static bool ShareADay(Telling a, Telling b) => a.Span is { IsNear: true } x && b.Span is { IsNear: true } y && x.Overlaps(y);

    /// <summary>A summit is often told by its organisation or its host alone.</summary>
    private static bool AreOneGathering(Telling a, Telling b) => a.Mention.Kind == b.Mention.Kind && Kinds.IsGathering(a.Mention.Kind);

    /// <summary>"Washington has set May 5 for the start of the negotiations", of others: who fixes the day of talks is told for those who will hold them.</summary>
    private static bool IsSetBy(Telling one, Telling all) =>
        one is { Status: EntryStatus.Planned, Mention.Kind: EntryKind.Negotiation or EntryKind.Conference or EntryKind.Summit, Parties.Ids.Length: 1, Span: { Precision: DatePrecision.Day } day }
        && all is { Status: EntryStatus.Planned, Mention.Kind: not EntryKind.Visit, Parties.Ids.Length: > 1, Span: { Precision: DatePrecision.Day } same } && day.First == same.First
        && Array.Exists(all.Parties.Ids, id => one.Countries.Contains(PartySet.StateOf(id)));

    private static bool ShareAPlace(Telling a, Telling b) => Areas.Between(a, b) == AreaRelation.Same;

    /// <summary>Few enough to be found by each two of them.</summary>
    private static bool ArePaired(Telling a, Telling b) => a.Parties.Ids.Length <= MostPaired && b.Parties.Ids.Length <= MostPaired;

    private static bool SameThing(Telling a, Telling b) => Areas.Between(a, b) switch
    {
        AreaRelation.Same => true,
        AreaRelation.Unknown => a.Topics.Length > 0 && a.Topics.AsSpan().SequenceEqual(b.Topics),
        _ => false,
    };

    /// <summary>A ceasefire is that of an armed group, or where it applies; who else is named in the report varies.</summary>
    private static double OfCeasefire(Telling a, Telling b)
    {
        var (own, others) = (a.Parties.Without(b.Beside), b.Parties.Without(a.Beside));
        var parties = own.Ids.Length == 0 || others.Ids.Length == 0 ? (PartyRelation?)null : own.To(others);
        // In a country of many armed groups, each has its own truce.
        var signedAlike = (NamesNoGroup(a, b) && ShareADay(a, b) || BeganTogether(a, b)) && own.Ids.Intersect(others.Ids, StringComparer.Ordinal).Any();
        if (parties < PartyRelation.Partial && HasSidesOfTheCountry(a, own) && HasSidesOfTheCountry(b, others) && !signedAlike) return 0;
        if (a.Mention.Unilateral && b.Mention.Unilateral && parties < PartyRelation.Alike) return 0;
        var groups = GroupsInCommon(a, b);
        if (groups == false && !signedAlike) return 0;
        var bonus = parties switch { PartyRelation.Equal or PartyRelation.Alike => 1, PartyRelation.Partial => 0.5, _ => 0 } * Weights.TruceParties;
        return Areas.Between(a, b) switch
        {
            AreaRelation.Same => Weights.TruceArea + bonus,
            AreaRelation.Within => Weights.TruceWithin + (2 * bonus),
            // Where it was broken, or told of, may stand for where it applies.
            AreaRelation.SameCountry or AreaRelation.Elsewhere when parties == PartyRelation.Equal && ShareADay(a, b) => Weights.TruceWithin + (2 * bonus),
            AreaRelation.Unknown when bonus > 0 => Weights.TruceWithin + (2 * bonus),
            AreaRelation.Unknown when a.Countries.Overlaps(b.Countries) && !(IsPartOfACountry(a) || IsPartOfACountry(b)) => Weights.TruceArea,
            AreaRelation.Unknown or AreaRelation.Elsewhere when groups == true => Weights.TruceGroup + bonus,
            AreaRelation.Unknown when a.Countries.Overlaps(b.Countries) => Weights.TruceTopic,
            _ => 0,
        };
    }

    /// <summary>Null where one of them names none.</summary>
    private static bool? GroupsInCommon(Telling a, Telling b)
    {
        if (a.Parties.Groups.Length == 0 || b.Parties.Groups.Length == 0) return null;
        return a.Parties.Groups.Intersect(b.Parties.Groups, StringComparer.Ordinal).Any();
    }

    /// <summary>The state behind the rebels may be named for them: of one day and one land, it is their truce.</summary>
    private static bool NamesNoGroup(Telling a, Telling b) => a.Parties.Groups.Length == 0 || b.Parties.Groups.Length == 0;

    /// <summary>"The army and two groups of rebels signed it on Monday": told back later by the other of the groups.</summary>
    private static bool BeganTogether(Telling a, Telling b) =>
        a.Status != b.Status && a is { Span: { Precision: DatePrecision.Day } x, Mention.Unilateral: false } && b is { Span: { Precision: DatePrecision.Day } y, Mention.Unilateral: false } && x.First == y.First && a.Countries.Overlaps(b.Countries);

    private static bool IsPartOfACountry(Telling telling) => telling.PlaceName is { } name && Countries.Code(name) != telling.Country;

    private static bool HasSidesOfTheCountry(Telling telling, PartySet parties) =>
        parties.Ids.Length > 1 && parties.Ids.Any(p => telling.Countries.Contains(PartySet.StateOf(p)));
}
