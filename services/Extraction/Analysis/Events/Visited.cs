namespace Parley.Extraction.Analysis;

/// <summary>Who is visited where somebody goes or is, and what beside the place says that it is a visit: a day, a purpose.</summary>
internal static class Visited
{
    /// <summary>The place that a phrase is and does not only hold: "Manila", "the Philippine capital"; null where it is none.</summary>
    public static NameEntry? Place(Reading reading, Chunk chunk, Knowledge knowledge) =>
        chunk.Place is { } place && (chunk.PlaceEnd == chunk.Last || chunk.Head == "capital") ? place : chunk.Head == "capital" ? EventPlaces.Described(reading, chunk, knowledge) : null;

    /// <summary>The state whose seat a place is, or the movement that has its headquarters there; null where it is neither's.</summary>
    public static Party? Host(NameEntry where, string text, Knowledge knowledge)
    {
        if (where.Kind is NameKind.State or NameKind.Seat || IsCapital(where, knowledge))
            return new Party { Id = where.Party, Name = where.PartyName, Text = text, Known = true, Country = where.Country };
        return knowledge.GroupSeats.TryGetValue(where.Name, out var group)
            ? new Party { Id = group, Name = knowledge.PartyName(group), Text = text, Known = true, Country = where.Country }
            : null;
    }

    public static bool IsCapital(NameEntry place, Knowledge knowledge) => place.Country is not null && knowledge.Capitals.GetValueOrDefault(place.Country) == place.Name;

    /// <summary>"flew to Paris for treatment", "is in Moscow on holiday": no matter of state.</summary>
    public static bool IsPrivate(Reading reading)
    {
        foreach (var chunk in reading.Chunks)
        {
            if (chunk.Kind == ChunkKind.Noun && WordLists.PrivateStays.Has(chunk.Head))
                return true;
        }

        return false;
    }

    /// <summary>The clause names a day or a week, behind its verb or at the head of the sentence: "went there on Friday", "On Monday she goes".</summary>
    public static bool TellsDay(Reading reading, int verb)
    {
        var chunks = reading.Chunks;
        var end = verb + 1;
        while (end < chunks.Count && (chunks[end].Kind is not (ChunkKind.Verb or ChunkKind.Break or ChunkKind.Subordinator or ChunkKind.Relative)))
            end++;
        if (NamesDay(reading, chunks[verb].Last, end < chunks.Count ? chunks[end].First : reading.Tokens.Length))
            return true;
        var first = chunks.FindIndex(c => c.Kind == ChunkKind.Verb);
        return first == verb && NamesDay(reading, 0, chunks[verb].First);
    }

    /// <summary>"to ask the king for", "to work it out with the minister": what they go for is done with one of the country's men, or with one who is named with his office.</summary>
    public static bool IsToSee(Reading reading, int from, string? country, List<Party> parties)
    {
        var chunks = reading.Chunks;
        var infinitive = false;
        for (var j = from + 1; j < chunks.Count && chunks[j].Kind is not (ChunkKind.Break or ChunkKind.Subordinator); j++)
        {
            if (chunks[j].Kind == ChunkKind.Verb && !chunks[j].Infinitive)
                return false;
            infinitive |= chunks[j].Kind == ChunkKind.Verb;
            if (infinitive && chunks[j].Kind == ChunkKind.Noun && !chunks[j].IsCommoner && NamesMan(reading, chunks[j], country, parties))
                return true;
        }

        return false;
    }

    /// <summary>"flew to Brussels to brief the alliance's head", "was in Cairo to ask the league's secretary": whom they go to speak to, who need not be the country's man.</summary>
    public static IReadOnlyList<Party> Asked(Reading reading, int from, List<Party> parties, Roles roles)
    {
        var chunks = reading.Chunks;
        for (var j = from + 1; j + 1 < chunks.Count && chunks[j].Kind is not (ChunkKind.Break or ChunkKind.Subordinator or ChunkKind.Relative); j++)
        {
            if (chunks[j].Kind != ChunkKind.Verb)
                continue;
            if (!chunks[j].Infinitive || !WordLists.TalkErrands.Has(chunks[j].Lemma) || chunks[j + 1] is not { Kind: ChunkKind.Noun, IsActor: true } man || !(IsPerson(man) || WordLists.Officials.Has(man.Head) || man.Head is "leaders" or "colleagues" or "counterparts"))
                break;
            var asked = roles.PartiesOf(reading, [man], parties);
            return asked.TrueForAll(p => p.Known && !p.Weak && !p.IsIn(parties)) ? asked : [];
        }

        return [];
    }

    private static bool IsPerson(Chunk chunk)
    {
        foreach (var party in chunk.Parties)
        {
            if (party.Persons.Count > 0)
                return true;
        }

        return false;
    }

    private static bool NamesMan(Reading reading, Chunk chunk, string? country, List<Party> parties)
    {
        foreach (var party in chunk.Parties)
        {
            if (chunk.IsActor && party.Known && party.Country == country && !party.IsIn(parties))
                return true;
        }

        // "to offer Mr. Habré asylum": he stands in the phrase of what he is given.
        foreach (var name in reading.Names)
        {
            if (name.First >= chunk.First && name.Last <= chunk.Last && name.Entry.Kind == NameKind.Person && name.Entry.Country == country)
                return true;
        }

        return false;
    }

    /// <summary>"to open a fair", "for the wedding": what they go for is told, and is no talks.</summary>
    public static bool IsElsewise(Reading reading, int verb)
    {
        var chunks = reading.Chunks;
        for (var j = verb + 1; j < chunks.Count && chunks[j].Kind is not (ChunkKind.Break or ChunkKind.Subordinator or ChunkKind.Relative); j++)
        {
            if (chunks[j].Kind == ChunkKind.Verb)
                return chunks[j].Infinitive && !WordLists.TalkErrands.Has(chunks[j].Lemma);
            if (j + 1 < chunks.Count && chunks[j] is { Kind: ChunkKind.Preposition, Head: "for" } && chunks[j + 1] is { Kind: ChunkKind.Noun, IsDate: false, Place: null, Event: null } && chunks[j + 1].Head != "capital")
                return true;
        }

        return false;
    }

    /// <summary>Whoever is on an errand of his party: a person, or men of an office that travels.</summary>
    public static bool IsOfficial(List<Chunk> subjects)
    {
        foreach (var subject in subjects)
        {
            if (subject.IsPronoun || WordLists.Travellers.Has(subject.Head) || WordLists.Met.Has(subject.Head) || subject.Head == "head")
                return true;
            foreach (var party in subject.Parties)
            {
                if (party.Persons.Count > 0)
                    return true;
            }
        }

        return false;
    }

    /// <summary>A state's man or an organisation's: the leader of a movement may live abroad.</summary>
    public static bool IsOfState(List<Party> parties)
    {
        foreach (var party in parties)
        {
            if (party.Country is not null && party.Country != party.Id)
                return false;
        }

        return true;
    }

    private static bool NamesDay(Reading reading, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (reading.Tokens[i].Is(WordClass.Weekday | WordClass.Month) || WordLists.NearDays.Has(reading.Tokens[i].Word?.Text))
                return true;
        }

        return false;
    }
}
