using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Verbs of going somewhere: who visits whom.</summary>
internal sealed class Journeys(Knowledge knowledge, ArticleMemory memory)
{
    private readonly Forces forces = new(knowledge);
    private readonly Roles roles = new(memory);

    public bool ReadVisit(Reading reading, Chunk verb, List<Chunk> subjects, List<Chunk> objects, List<Party> parties, List<Party> others, ref NameEntry? place)
    {
        if (verb.Passive || objects.Count == 0 || parties.Count == 0 || !subjects.Exists(s => s.IsActor || s.IsPronoun))
            return false;
        if (!subjects.Exists(s => s.Parties.Exists(p => p.Persons.Count > 0) || (s.HeadWord is not null && s.Head.Length > 0) || s.IsPronoun))
            return false;
        foreach (var target in objects)
        {
            if (target.Place is { } where && (target.IsActor || target.PlaceEnd == target.Last || target.Head is "capital"))
            {
                place ??= where;
                AddHost(where, reading.Slice(target.First, target.Last), others);
            }
            else if (target.IsActor)
            {
                others.AddRange(target.Parties);
            }
        }

        if (!parties.Exists(p => p.Known))
            return false;
        var country = place?.Country;

        // A town stands for its country where a foreigner visits it (Ruling 29).
        if (others.Count == 0 && country is not null && parties.TrueForAll(p => p.Known && p.Country != country) && knowledge.PartyNames.TryGetValue(country, out var state))
            Candidate.Add(others, new Party { Id = country, Name = state, Text = place!.Name, Known = true, Country = country });
        return (others.Count > 0 && others.Exists(o => !parties.Exists(p => p.Same(o)))) || (country is not null && parties.Exists(p => p.Country != country));
    }

    private void AddHost(NameEntry where, string text, List<Party> others)
    {
        if (Visited.Host(where, text, knowledge) is { } host)
            Candidate.Add(others, host);
    }

    /// <summary>"shuttling between the capital and the rebels' town": whose headquarters are there.</summary>
    public void AddSeats(Reading reading, List<Chunk> places, List<Party> others)
    {
        foreach (var place in places)
        {
            if (place.Place is { } where && !place.IsActor && knowledge.GroupSeats.ContainsKey(where.Name))
                AddHost(where, reading.Slice(place.First, place.Last), others);
        }
    }

    /// <summary>Whether any place stands behind the verb: where none does, it is no journey that counts.</summary>
    public static bool NamesPlace(List<Chunk> chunks, int at)
    {
        for (var i = at + 1; i < chunks.Count; i++)
        {
            if (chunks[i].Place is not null || chunks[i].Head == "capital")
                return true;
        }

        return false;
    }

    public bool ReadJourney(Reading reading, int at, Chunk verb, List<Clauses.Phrase> phrases, List<Party> parties, List<Party> others, ref NameEntry? place, List<Candidate> found)
    {
        if (parties.Count == 0 || !parties.Exists(p => p.Known))
            return Not(reading, at, "no known party goes there");
        _ = found;
        if (Subjects.Of(reading, at, knowledge).Exists(s => IsOfCommoners(reading, s)))
            return Not(reading, at, "those who go there hold no talks between parties");
        if (Target(reading, phrases) is not { } where)
            return verb.Lemma == "arrive" && ArrivesHere(reading, at, parties, others, ref place) || Not(reading, at, "it names no place to go to");
        var purpose = phrases.Exists(p => p.Nouns.Exists(n => n.Event?.Type == EntryType.Talks)) || MeetsLater(reading, at) || reading.Chunks.FindIndex(at + 1, c => c.Event is { Type: EntryType.Talks }) >= 0;
        var official = parties.Exists(p => p.Persons.Count > 0) || Subjects.Of(reading, at, knowledge).Exists(s => WordLists.Travellers.Has(s.Head));
        var asked = Visited.Asked(reading, at, parties, roles);
        var errand = purpose || asked.Count > 0 || Visited.IsToSee(reading, at, where.Country, parties) || (Visited.TellsDay(reading, at) && Visited.IsOfState(parties) && !Visited.IsElsewise(reading, at) && Visited.Host(where, where.Name, knowledge) is not null && !Visited.IsPrivate(reading));
        if (!official || (!errand && verb.Lemma is not ("arrive" or "travel" or "fly" or "land" or "touch down" or "jet" or "journey") && !knowledge.GroupSeats.ContainsKey(where.Name)))
            return Not(reading, at, official ? "no talks are named for which they go" : "nobody who holds an office goes there");
        place = where;

        // "will come to X for proximity talks": the sides go there, and whoever has them come is their host.
        if (parties.Count > 1 && phrases.Exists(static p => p.Nouns.Exists(static n => n.Event is { Type: EntryType.Talks, Kind: EntryKind.Mediation })))
            return true;
        if (IsRoundAbroad(reading, at, parties, where))
            Candidate.Add(others, memory.Sides.Pair[0].IsIn(parties) ? memory.Sides.Pair[1] : memory.Sides.Pair[0]);
        else if (asked.Count > 0)
            others.AddRange(asked);
        else
            AddHost(where, where.Name, others);
        if (where.Country is not null && parties.Exists(p => p.Country == where.Country || p.Id == where.Country) && !SeesGroup(others, parties))
            return Not(reading, at, "they stay in their own country");
        return purpose || others.Count > 0 || Not(reading, at, "the place is the seat of no party, and no talks are named for which they go");
    }

    /// <summary>"The government's negotiators were due to leave for Havana for another round": with those whom they fight, not with their hosts.</summary>
    private bool IsRoundAbroad(Reading reading, int at, List<Party> parties, NameEntry where) =>
        memory.Sides.OfOneCountry is var (state, _) && parties is [var one] && one.IsIn(memory.Sides.Pair) && where.Country is not null && where.Country != state.Country
        && Subjects.Of(reading, at, knowledge).Exists(static s => WordLists.Delegates.Has(s.Head)) && reading.Chunks.FindIndex(at + 1, static c => c.Event is { Type: EntryType.Talks } && c.Parties.Count == 0 && c.Head is "round" or "session" or "talks" or "negotiations") >= 0;

    private NameEntry? Target(Reading reading, List<Clauses.Phrase> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (phrase.Preposition is not ("to" or "into" or "in" or "at" or "for"))
                continue;
            foreach (var noun in phrase.Nouns)
            {
                if (Visited.Place(reading, noun, knowledge) is { } place)
                    return place;
            }
        }

        return null;
    }

    /// <summary>Whom they go to see is a movement, and not their own: the government's man goes to the rebels of his country.</summary>
    private static bool SeesGroup(List<Party> others, List<Party> parties)
    {
        foreach (var other in others)
        {
            if (other.Id != other.Country && !other.IsIn(parties))
                return true;
        }

        return false;
    }

    /// <summary>"The envoy arrived here on Thursday": in the town of the dateline, where that is another country's seat.</summary>
    private bool ArrivesHere(Reading reading, int at, List<Party> parties, List<Party> others, ref NameEntry? place)
    {
        if (memory.Dateline is not { Country: { } country } here || parties.Exists(p => p.Country == country || p.Id == country) || !parties.Exists(p => p.Persons.Count > 0) && !Subjects.Of(reading, at, knowledge).Exists(s => WordLists.Travellers.Has(s.Head))
            || Clauses.Phrases(reading, at).Exists(p => p.Preposition is "at" or "in" or "from" && !p.Nouns.Exists(n => n.IsDate)) || !(at + 1 < reading.Chunks.Count && (reading.Chunks[at + 1].IsDate || reading.Chunks[at + 1].Head is "on") || Array.Exists(reading.Tokens, t => t.Is("here"))))
            return false;
        AddHost(here, here.Name, others);
        place = here;
        return others.Count > 0;
    }

    private static bool Not(Reading reading, int at, string reason)
    {
        reading.Note(at, reason, ExplanationStage.Parties);
        return false;
    }

    /// <summary>"The ministers are due in Lima on Sunday", "is still expected in Lima": a visit to come.</summary>
    public void ReadDue(Reading reading, int at, List<Candidate> found)
    {
        var chunks = reading.Chunks;
        var verb = chunks[at].Kind == ChunkKind.Verb ? at : at - 1;
        if (verb < 1 || at + 2 >= chunks.Count || !(verb == at || chunks[verb] is { Kind: ChunkKind.Verb, Lemma: "be" }) || chunks[at + 1] is not { Kind: ChunkKind.Preposition, Head: "in" } || chunks[at + 2].Place is not { Country: { } country } place || (verb == at ? chunks[at] is { Past: true } or { Negated: true } or { Modal: not null } || forces.Of(reading, at) is not (Force.Do or Force.Plan) : forces.Of(reading, at) != Force.Plan))
            return;
        var subjects = Subjects.Of(reading, verb, knowledge);
        var parties = roles.PartiesOf(reading, subjects);
        parties.RemoveAll(p => p.Weak || !p.Known);
        if (parties.Count == 0 || subjects.Exists(s => s.IsCommoner) || parties.Exists(p => p.Country == country) || !subjects.Exists(s => s.IsPronoun || s.Parties.Exists(p => p.Persons.Count > 0) || s.Head.Length > 0) || !knowledge.PartyNames.TryGetValue(country, out var state))
        {
            reading.Note(at, "whoever is due there is no known party from another country", ExplanationStage.Parties);
            return;
        }

        reading.Note(at, "who is due in another country visits it", ExplanationStage.Status);
        var candidate = new Candidate { Type = EntryType.Talks, Kind = EntryKind.Visit, Status = EntryStatus.Planned, Reading = reading, At = at, Verb = at, Reach = at + 2, Confidence = 0.75, Place = place, PlaceText = place.Name };
        candidate.AddParties(parties);
        Candidate.Add(candidate.Parties, new Party { Id = country, Name = state, Text = place.Name, Known = true, Country = country });
        found.Add(candidate);
    }

    /// <summary>"a team of experts", "a delegation of doctors" (Ruling 23).</summary>
    private static bool IsOfCommoners(Reading reading, Chunk chunk)
    {
        var at = reading.Chunks.IndexOf(chunk);
        return chunk.IsCommoner || (at >= 0 && at + 2 < reading.Chunks.Count && reading.Chunks[at + 1] is { Kind: ChunkKind.Preposition, Head: "of" } && reading.Chunks[at + 2].IsCommoner);
    }

    private static bool MeetsLater(Reading reading, int at)
    {
        for (var j = at + 1; j < reading.Chunks.Count; j++)
        {
            if (reading.Chunks[j].Kind == ChunkKind.Verb && reading.Chunks[j].Lemma is "meet" or "hold" or "discuss" or "negotiate")
                return true;
        }

        return false;
    }
}
