using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Turns noun phrases into parties: names as they stand, pronouns and "the two countries" by what the article said before.</summary>
internal sealed class Roles(ArticleMemory memory)
{
    private readonly Antecedents antecedents = new(memory);

    public List<Party> PartiesOf(Reading reading, List<Chunk> chunks, IReadOnlyList<Party>? known = null)
    {
        var parties = new List<Party>();
        foreach (var chunk in chunks)
        {
            if (OfBoth(reading, chunk) is { } both)
            {
                foreach (var party in Resolve(reading, both, known ?? parties))
                    Candidate.Add(parties, party);
            }
            else if (chunk.IsActor && !IsDescription(reading, chunk))
            {
                foreach (var party in chunk.Parties)
                    Candidate.Add(parties, OfList(party, parties, chunk, chunks));
            }
            else
            {
                foreach (var party in Resolve(reading, chunk, known ?? parties))
                    Candidate.Add(parties, party);
            }
        }

        return parties;
    }

    /// <summary>"met on Monday, with Kenya as mediator": who goes between the sides.</summary>
    public void AddThrough(Reading reading, List<Clauses.Phrase> phrases, Candidate candidate)
    {
        foreach (var phrase in phrases)
        {
            if (phrase.Preposition == Clauses.Through)
                candidate.AddMediators(PartiesOf(reading, phrase.Nouns, candidate.Parties));
        }
    }

    /// <summary>"Cavusoglu, Finance Minister Berat Albayrak and Hakan Fidan": a holder without a party of his own in a list of one party's men is theirs.</summary>
    private static Party OfList(Party party, List<Party> before, Chunk chunk, List<Chunk> chunks)
    {
        if (party.Country is not null || party.Persons.Count == 0 || before.Count != 1 || before[0].Persons.Count == 0 || chunks.IndexOf(chunk) == 0)
            return party;
        var joined = new Party { Id = before[0].Id, Name = before[0].Name, Text = before[0].Text, Known = before[0].Known, Country = before[0].Country };
        joined.AddPersons(party.Persons);
        return joined;
    }

    /// <summary>The parties of "their", "his" before a noun: the nearest actors before it in the sentence, else those spoken of last.</summary>
    public List<Party> Owners(Reading reading, int at, bool several)
    {
        if (several && at == 1 && Following(reading) is { Count: > 1 } following)
            return [.. following];
        var parties = new List<Party>();
        for (var i = at - 1; i >= 0; i--)
        {
            var chunk = reading.Chunks[i];
            if (!chunk.IsActor || (i > 0 && reading.Chunks[i - 1].Kind == ChunkKind.Preposition && reading.Chunks[i - 1].Head is "in" or "at" or "near" or "to" or "from" or "outside"))
                continue;
            foreach (var party in PartiesOf(reading, [chunk]))
                Candidate.Add(parties, party);
            if (!several || parties.Count > 1)
                break;

            // "The heads of state of the league, who open their summit": many, of one body.
            if (parties.Count == 1 && chunk.IsPlural && WordLists.MeetingBodies.Has(parties[0].Id))
                return parties;
        }

        return parties.Count > (several ? 1 : 0) ? parties : several ? antecedents.Last(2, []) : antecedents.LastPerson([]);
    }

    /// <summary>"At their talks on Monday, X and Y agreed": whose they are stands behind the phrase that opens the sentence.</summary>
    private IReadOnlyList<Party> Following(Reading reading)
    {
        var chunks = reading.Chunks;
        if (chunks[0].Kind != ChunkKind.Preposition || chunks.FindIndex(static c => c.Kind == ChunkKind.Comma) is not (> 1 and var comma) || chunks.FindIndex(comma, static c => c.Kind is ChunkKind.Verb or ChunkKind.Break) is not (> 1 and var verb) || chunks[verb].Kind != ChunkKind.Verb)
            return [];
        var subjects = PartiesOf(reading, chunks.GetRange(comma + 1, verb - comma - 1).FindAll(static c => c.IsActor && !c.IsCommoner));
        return subjects.TrueForAll(static p => p.Known && !p.Weak) ? subjects : [];
    }

    private List<Party> OwnersOf(Reading reading, Chunk chunk, IReadOnlyList<Party> known)
    {
        var several = reading.Tokens[chunk.First].Is("their");
        var here = Antecedents.BeforeHere(reading, chunk, several);
        if (here.Count > (several ? 1 : 0))
            return here;
        if (reading.Tokens[chunk.First].Is("its") && memory.Body is { } body && !body.IsIn(known))
            return [body];
        return several ? antecedents.Last(2, known) : antecedents.LastPerson([]);
    }

    /// <summary>"delegations of the two sides", "experts of both countries": the description behind "of"; null where there is none.</summary>
    private static Chunk? OfBoth(Reading reading, Chunk chunk)
    {
        var chunks = reading.Chunks;
        var at = chunk.IsPlural && chunk.Parties.TrueForAll(p => !p.Known) ? chunks.IndexOf(chunk) : -1;
        return at >= 0 && at + 2 < chunks.Count && chunks[at + 1] is { Kind: ChunkKind.Preposition, Head: "of" or "from" } && chunks[at + 2] is { Kind: ChunkKind.Noun, Event: null } both && Count(reading, both) is 2 or -1 && both.Parties.TrueForAll(p => !p.Known) ? both : null;
    }

    /// <summary>"the two countries", "both ministers": an office or body without a name that stands for several.</summary>
    private static bool IsDescription(Reading reading, Chunk chunk) =>
        (AreTheSides(reading, chunk) || (Count(reading, chunk) > 0 && !chunk.Parties.Exists(p => p.Fighters && p.Id == "rebels")) || chunk.Head is "host" or "hosts" or "guest" or "guests" || IsOwned(reading, chunk)) && chunk.Parties.TrueForAll(p => !p.Known);

    /// <summary>"their foreign ministers", "his envoy": of whoever the text spoke of; "his counterpart" is of another.</summary>
    private static bool IsOwned(Reading reading, Chunk chunk) =>
        reading.Tokens[chunk.First].Word?.Text is "their" or "his" or "her" or "its" && WordLists.OwnedBodies.Has(chunk.Head);

    /// <summary>"the sides", "the negotiating teams": with nothing that says whose, the two that the text is about.</summary>
    private static bool AreTheSides(Reading reading, Chunk chunk) =>
        chunk.IsPlural && reading.Tokens[chunk.First].Is("the") && chunk.Last - chunk.First < 4 && WordLists.CountedSides.Has(chunk.Head)
        && !(chunk.Last < reading.Tokens.Length && (reading.Tokens[chunk.Last].Is("of") || reading.Tokens[chunk.Last].Is("from")));

    private static int Count(Reading reading, Chunk chunk)
    {
        for (var i = chunk.First; i < chunk.Last; i++)
        {
            var token = reading.Tokens[i];
            if (token.Is("two") || token.Is("both"))
                return 2;
            if (token.Is("three"))
                return 3;
            if (token.Is("four"))
                return 4;
            if (token.Is("warring") || token.Is("rival") || token.Is("opposing"))
                return -1;
        }

        return chunk.Head is "pair" or "duo" && chunk.IsDefinite ? 2 : 0;
    }

    private List<Party> Resolve(Reading reading, Chunk chunk, IReadOnlyList<Party> known)
    {
        if (chunk.IsPronoun && chunk.Head is "they" or "them")
            return Antecedents.BeforeHere(reading, chunk, several: true) is { Count: > 0 } several ? reading.Note(chunk, several, "the parties that the sentence began with") : Described(reading, chunk, memory.Several.Count > 2 && !memory.Several.Exists(p => p.IsIn(known)) ? [.. memory.Several] : antecedents.Last(2, known));
        if (chunk.IsPronoun && chunk.Head is "he" or "she" or "him" or "her")
            return Antecedents.BeforeHere(reading, chunk, several: false) is { Count: 1 } person && !person[0].IsIn(known) ? reading.Note(chunk, person, "the party that the sentence began with") : reading.Note(chunk, antecedents.LastPerson(known), "the person whom the text spoke of last");
        if (chunk.IsPronoun && chunk.Head is "it")
            return Antecedents.BeforeHere(reading, chunk, several: false) is { Count: 1 } body && !body[0].IsIn(known) ? reading.Note(chunk, body, "the party that the sentence began with") : ItBefore(reading, chunk, known);
        if (chunk.IsDate || chunk.IsPronoun || chunk.Event is not null)
            return [];
        if (chunk.Head is "host" or "hosts" or "guest" or "guests" && chunk.Parties.TrueForAll(p => !p.Known))
            return reading.Note(chunk, antecedents.LastPerson(known), "the person whom the text spoke of last");
        if (IsOwned(reading, chunk))
            return reading.Note(chunk, OwnersOf(reading, chunk, known), "\"his\" and \"their\": of whom the sentence, else the text, spoke last");
        if (chunk.Head is "delegation" or "mission" or "team" or "visitors" or "trio" or "troika" && !chunk.Parties.Exists(p => p.Known) && reading.Tokens[chunk.First].Is("the") && chunk.Last - chunk.First < 3 && memory.Several.Count > 2 && !memory.Several.Exists(p => p.IsIn(known)))
            return reading.Note(chunk, [.. memory.Several], "those whom the text named together");
        var count = Count(reading, chunk);
        if (count == 2 && chunk.Head is "sides" or "parties" or "delegations" or "teams" && memory.LastEvent is { Type: EntryType.Talks, Parties: [var left, var right] } && IsOfOneWar(left, right) && !left.IsIn(known) && !right.IsIn(known))
            return reading.Note(chunk, [left, right], "the two of the talks that the sentence before told of");
        if (count == 2 && WordLists.Officials.Has(chunk.Head) && memory.LastEvent is { Type: EntryType.Talks, Parties: [{ Known: true } one, { Known: true } other] } && !one.IsIn(known) && !other.IsIn(known))
            return reading.Note(chunk, [one, other], "the two of the talks that the sentence before told of");
        if ((count != 0 || AreTheSides(reading, chunk)) && WordLists.CountedSides.Has(chunk.Head) && memory.Sides.Pair.Count == 2 && (chunk.Head == "sides" || !antecedents.NamesSide(known)))
        {
            // "the delegations" are of the talks that were spoken of, whoever the text is about.
            var table = WordLists.EitherSides.Has(chunk.Head) || chunk.Head is "delegations" or "teams" or "negotiators" or "delegates" ? memory.LastTalks : null;
            if (table is null && memory.Sides.OfTruce is { Count: 2 } fighting && reading.Chunks.Exists(c => c.Event is { Type: EntryType.Ceasefire }))
                return Described(reading, chunk, [.. fighting]);
            return Described(reading, chunk, table is { Parties.Count: 2 } && memory.Sides.Pair.Count(p => p.IsIn(table.Parties)) != 1 ? [.. table.Parties] : [.. memory.Sides.Pair]);
        }

        if (count == 2 && memory.Sides is { AtWar: true, Pair.Count: 2 } && WordLists.Neighbours.Has(chunk.Head) && !antecedents.NamesSide(known) && memory.Sides.Pair.All(p => p.Id == p.Country))
            return Described(reading, chunk, [.. memory.Sides.Pair]);
        if (count is 2 or 3 && Antecedents.NamedBefore(reading, chunk) is var named && named.Count == count && !named.Exists(n => n.IsIn(known)))
            return named;
        if (count > 0 && WordLists.Governed.Has(chunk.Head) && antecedents.LastStates(count, known) is { Count: > 0 } states)
            return Described(reading, chunk, states);
        if (count > 0 && !HoldsName(reading, chunk) && (chunk.Head is "" or "two" or "three" or "both" || WordLists.CountedParties.Has(chunk.Head)))
            return Described(reading, chunk, antecedents.Last(count, known));
        return [];
    }

    /// <summary>"It observed a truce of its own", at the head of a sentence: what the one before was about; "It was agreed that" is nobody.</summary>
    private List<Party> ItBefore(Reading reading, Chunk chunk, IReadOnlyList<Party> known) =>
        memory.Body is { } body && !body.IsIn(known) && ReferenceEquals(reading.Chunks[0], chunk) && reading.Chunks.Count > 1 && reading.Chunks[1] is { Kind: ChunkKind.Verb, Passive: false, Lemma: not ("be" or "seem" or "appear" or "take" or "come" or "happen" or "remain") }
            ? reading.Note(chunk, [body], "what the sentence before was about")
            : [];

    private List<Party> Described(Reading reading, Chunk chunk, List<Party> parties) =>
        reading.Note(chunk, parties, parties.Count == 0 ? "the text settles nobody" : memory.Sides.Pair.Count == parties.Count && ReferenceEquals(parties[0], memory.Sides.Pair[0]) ? "the two sides that the text is about" : "the parties that the text named last");

    /// <summary>A state and an armed group of its own.</summary>
    private static bool IsOfOneWar(Party one, Party other) =>
        one.Country is { } country && country == other.Country && (one.Id == country) != (other.Id == country);

    /// <summary>"two Belfast men": they are of what is named, and not those spoken of last.</summary>
    private static bool HoldsName(Reading reading, Chunk chunk)
    {
        for (var i = chunk.First; i < chunk.Last; i++)
        {
            if (reading.Tokens[i].Tag == Tag.Name)
                return true;
        }

        return false;
    }
}
