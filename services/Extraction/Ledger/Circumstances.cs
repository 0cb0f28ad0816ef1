using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>What a cluster's mentions say of form, people, subject and place, and how far that speaks for a further one.</summary>
internal sealed class Circumstances
{
    private readonly HashSet<EntryKind> kinds = [];
    private bool lasts;
    private readonly HashSet<(string Party, string Person)> people = [];
    private readonly HashSet<string> named = new(StringComparer.Ordinal);
    private readonly HashSet<int> rounds = [];
    private readonly HashSet<string> topics = new(StringComparer.Ordinal);
    private readonly Dictionary<(string?, string?), Telling> places = [];

    public void Add(Telling telling)
    {
        if (telling.Round is { } round) rounds.Add(round);
        foreach (var participant in telling.Mention.Participants) named.Add(PartySet.StateOf(PartySet.AsState(participant.Id)));
        if (Kinds.Tells(telling.Mention.Kind)) kinds.Add(telling.Mention.Kind);
        lasts |= Kinds.IsLasting(telling.Mention.Kind);
        people.UnionWith(People(telling));
        topics.UnionWith(telling.Topics);
        if (telling.PlaceName is not null) places[(telling.PlaceName, telling.Country)] = telling;
    }

    /// <summary>Above 0 what speaks for it, below 0 what speaks against.</summary>
    public double Support(Telling telling)
    {
        var sum = 0.0;
        if (kinds.Count > 0 && Kinds.Tells(telling.Mention.Kind)) sum += kinds.Contains(telling.Mention.Kind) ? Weights.KindSame : Weights.KindOther;
        if (telling.Mention.Type == EntryType.Ceasefire && lasts != Kinds.IsLasting(telling.Mention.Kind)) sum += Weights.KindPause;
        if (People(telling).Any(people.Contains)) sum += Weights.PersonSame;
        if (topics.Count > 0 && telling.Topics.Length > 0) sum += telling.Topics.Any(topics.Contains) ? Weights.TopicSame : telling.Mention.Type == EntryType.Ceasefire ? 0 : Weights.TopicOther;
        // A ceasefire's area is its subject, and counted there.
        if (telling.Mention.Type == EntryType.Talks && places.Count > 0 && telling.PlaceName is not null) sum += places.Values.Max(p => OfPlace(p, telling));
        return sum;
    }

    /// <summary>Whether the cluster's mentions name all of the parties or their states, as parties, mediators or hosts.</summary>
    public bool NameAll(PartySet parties)
    {
        foreach (var party in parties.Ids)
            if (!named.Contains(PartySet.StateOf(party))) return false;
        return true;
    }

    /// <summary>It speaks of the second round, and the cluster's mentions of the first.</summary>
    public bool AreOfAnotherRound(Telling telling) => telling.Round is { } round && rounds.Count > 0 && !rounds.Contains(round);

    /// <summary>It is told of another country than one of those that the cluster's mentions name.</summary>
    public bool IsElsewhere(Telling telling)
    {
        foreach (var place in places.Values)
            if (Areas.Between(place, telling) == AreaRelation.Elsewhere) return true;
        return false;
    }

    private static double OfPlace(Telling known, Telling telling) => Areas.Between(known, telling) switch
    {
        AreaRelation.Same => Weights.PlaceSame,
        AreaRelation.Within => Weights.PlaceWithin,
        AreaRelation.SameCountry => Weights.PlaceCountry,
        AreaRelation.Elsewhere => Weights.PlaceOther,
        _ => 0,
    };

    private static IEnumerable<(string Party, string Person)> People(Telling telling) =>
        telling.Mention.Participants.SelectMany(p => p.Persons.Select(person => (p.Id, person)));
}
