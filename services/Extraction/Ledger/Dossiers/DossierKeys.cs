using Parley.Contracts;

namespace Parley.Extraction.Ledger.Dossiers;

/// <summary>Which dossiers an entry belongs to: a function of the entry alone, so that it can be stored beside it.</summary>
public static class DossierKeys
{
    /// <summary>
    /// Parties up to which talks say something of how each two of them stand. Of four, six pairs (the Normandy format, a trilateral with its mediator as a
    /// party), each came to talk with each; more make a conference, and one of fifteen would be in a hundred and five dossiers. A conference belongs
    /// to the countries that it is about instead.
    /// </summary>
    internal const int MostPartiesOfPairs = 4;

    /// <summary>
    /// The ids of the dossiers that the entry makes (<c>conflict:LBY</c>, <c>pair:RUS+TUR</c>), and keys of those that it only adds to where other entries
    /// make them: <c>about:LBY</c> for a country that it concerns, without saying that there is a conflict, and <c>among:RUS+TUR</c> for two of three or
    /// four parties. Sorted, each once; empty where the entry names neither parties nor countries.
    /// </summary>
    public static IReadOnlyList<string> Of(Entry entry)
    {
        var pairs = Pairs(entry).ToList();
        var keys = new SortedSet<string>(pairs.Count > 1 ? pairs.Select(DossierId.Among) : pairs, StringComparer.Ordinal);
        if (entry.Type == EntryType.Ceasefire) keys.UnionWith(OfCeasefire(entry));
        else keys.UnionWith(OfTalks(entry));
        keys.ExceptWith(keys.Select(DossierId.Country).OfType<string>().Select(DossierId.About).ToList());
        return [.. keys];
    }

    /// <summary>The ids of each two parties; none where there are too many.</summary>
    internal static IEnumerable<string> Pairs(Entry entry)
    {
        var parties = PartySet.Of(entry.Participants).Ids;
        if (parties.Length > MostPartiesOfPairs) yield break;
        for (var i = 1; i < parties.Length; i++)
            for (var j = 0; j < i; j++)
                yield return DossierId.Pair(parties[j], parties[i]);
    }

    /// <summary>
    /// Keys of further entries of a conflict's dossier: those of the sides of its ceasefires. The talks between two states at war seldom say
    /// that they are about the country in which they fight.
    /// </summary>
    internal static IReadOnlySet<string> OfSides(string id, IEnumerable<Entry> entries)
    {
        var pairs = new HashSet<string>(StringComparer.Ordinal);
        if (DossierId.Country(id) is not { } country) return pairs;
        foreach (var entry in entries.Where(e => e.Type == EntryType.Ceasefire && Of(e).Contains(id)))
            pairs.UnionWith(Pairs(entry).Where(p => PartySet.Of(entry.Participants).Ids.Any(party => IsOf(party, country) && DossierId.IsPairOf(p, party))).SelectMany(DossierId.Keys));
        return pairs;
    }

    /// <summary>The party is the country, or fights in it.</summary>
    internal static bool IsOf(string party, string country) => party == country || ConflictCountries.Of(party) == country;

    /// <summary>
    /// The country of the sides that fight inside one, else the one where it applies, else those that the text speaks of. The place comes second because
    /// a report sometimes gives the place where it was announced.
    /// </summary>
    private static IEnumerable<string> OfCeasefire(Entry entry)
    {
        var sides = Parties(entry).Select(ConflictCountries.Of).OfType<string>().Distinct().ToList();
        if (sides.Count > 0) return sides.Select(DossierId.Conflict);
        if (entry.Place?.Country is { } country) return [DossierId.Conflict(country)];
        var topics = Topics(entry);
        var parties = PartySet.Of(entry.Participants).Ids;
        var others = topics.Where(t => !parties.Contains(t)).ToList();
        if (others.Count > 0) return others.Select(DossierId.Conflict);
        // A war between two states has its pair; of a single state that stops, the text does not say where.
        return topics.Select(t => parties.Length > 1 && topics.Count == 1 ? DossierId.Conflict(t) : DossierId.About(t));
    }

    /// <summary>
    /// The countries of the sides; a rival government that speaks for its state abroad concerns its country, no more. What else the text names is a topic,
    /// a host's country or a bystander's, so it only concerns it, except where it is all that a conference is known to be about.
    /// </summary>
    private static IEnumerable<string> OfTalks(Entry entry)
    {
        var parties = Parties(entry).ToList();
        var isConference = PartySet.Of(entry.Participants).Ids.Length > MostPartiesOfPairs;
        foreach (var party in parties)
        {
            if (ConflictCountries.Of(party) is not { } country) continue;
            var speaksForTheState = party != country && PartySet.AsState(party) == country && !parties.Exists(p => p != party && ConflictCountries.Of(p) == country);
            yield return speaksForTheState && parties.Count > 1 ? DossierId.About(country) : DossierId.Conflict(country);
        }

        // With whom a party talks alone is not told, so it is of no pair.
        if (parties.Count == 1 && Countries.IsCode(PartySet.AsState(parties[0]))) yield return DossierId.About(PartySet.AsState(parties[0]));
        foreach (var topic in Topics(entry))
            yield return isConference ? DossierId.Conflict(topic) : DossierId.About(topic);
    }

    private static IEnumerable<string> Parties(Entry entry) => entry.Participants.Where(p => p.Role == ParticipantRole.Party).Select(p => p.Id);

    /// <summary>The countries among the topics; those of mediators, hosts and callers, who are named for their role, only where there are no others.</summary>
    private static List<string> Topics(Entry entry)
    {
        var helpers = entry.Participants.Where(p => p.Role != ParticipantRole.Party).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var countries = entry.Topics.Select(t => Countries.Code(Telling.Fold(t))).OfType<string>().Distinct().ToList();
        return countries.TrueForAll(helpers.Contains) ? countries : [.. countries.Where(c => !helpers.Contains(c))];
    }
}
