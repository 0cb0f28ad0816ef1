namespace Parley.Extraction.Analysis;

/// <summary>Whom a pronoun or a description takes up: the parties that the sentence, else the text, has named by then.</summary>
internal sealed class Antecedents(ArticleMemory memory)
{
    /// <summary>"A proposed to B that officials of the two sides meet": the parties that the sentence has named by then.</summary>
    public static List<Party> NamedBefore(Reading reading, Chunk description)
    {
        var named = new List<Party>();
        foreach (var chunk in reading.Chunks)
        {
            if (ReferenceEquals(chunk, description))
                break;

            // "The mediators said that both sides": who speaks of them is none of them.
            if (chunk.Kind == ChunkKind.Verb && chunk.Lemma is "say" or "tell" or "report" or "announce" or "add" or "state" or "note")
                named.Clear();
            if (!chunk.IsActor && WordLists.Appeals.Has(chunk.Head) && reading.Names.Find(n => n.First >= chunk.First && n.Last < chunk.Last && n.Entry.Kind is NameKind.Demonym or NameKind.State) is { Entry: { } offering } by)
                Candidate.Add(named, Party.Of(offering, reading.Slice(by.First, by.Last)));
            if (!chunk.IsActor || chunk.IsCommoner)
                continue;
            foreach (var party in chunk.Parties.Where(p => p.Known))
                Candidate.Add(named, party);
        }

        return named;
    }

    /// <summary>The actors of the sentence's first clause, before a pronoun: "Trump said … and he will meet".</summary>
    public static List<Party> BeforeHere(Reading reading, Chunk pronoun, bool several)
    {
        for (var at = 0; at < reading.Chunks.Count; at++)
        {
            var chunk = reading.Chunks[at];
            if (ReferenceEquals(chunk, pronoun))
                break;

            // "With the envoy standing at his side, the president said that he": the envoy only stands there.
            if (!several && at == 1 && chunk.IsActor && pronoun.Head != "it" && IsStanding(reading, at))
                continue;
            if (!several && at > 0 && pronoun.Head != "it" && reading.Chunks[at - 1] is { Kind: ChunkKind.Preposition, Head: "in" or "at" or "from" or "near" or "outside" })
                continue;
            if (chunk.IsActor && (several ? chunk.IsPlural || (chunk.Parties.Count == 1 && chunk.Parties[0].Persons.Count == 0 && chunk.Parties[0].Country != chunk.Parties[0].Id) || chunk.Parties.Count > 1 || Coordination.From(reading, reading.Chunks.IndexOf(chunk), out _).Count > 1 : chunk.Parties.Count == 1))
                return several ? [.. Coordination.From(reading, reading.Chunks.IndexOf(chunk), out _).SelectMany(c => c.Parties)] : chunk.Parties;
        }

        return [];
    }

    private static bool IsStanding(Reading reading, int at) =>
        reading.Chunks[0] is { Kind: ChunkKind.Preposition, Head: "with" } && at + 1 < reading.Chunks.Count && (reading.Chunks[at + 1] is { Kind: ChunkKind.Verb, Gerund: true } || reading.Chunks[at + 1].Head is "at" or "by" or "beside" or "next to");

    public List<Party> Last(int count, IReadOnlyList<Party> known)
    {
        if (OfTalks(count, known) is { } talking)
            return talking;
        var result = new List<Party>();
        for (var i = memory.Recent.Count - 1; i >= 0 && result.Count < count; i--)
        {
            var party = memory.Recent[i];
            if (!party.IsIn(result) && !party.IsIn(known))
                result.Insert(0, party);
        }

        if (result.Count == count)
            return result;
        return count is 2 or -1 && memory.Sides.Pair.Count == 2 && !NamesSide(known) ? [.. memory.Sides.Pair] : [];
    }

    /// <summary>"the three leaders", "they": as many as talked in one of the sentences before; null where nobody did.</summary>
    private List<Party>? OfTalks(int count, IReadOnlyList<Party> known)
    {
        if (memory.Told.Count == 0 || memory.Told[^1] is var (told, number) && (told.Parties.Count != count || memory.Number - number > TakenUp.Reach))
            return null;
        foreach (var party in told.Parties)
        {
            if (!party.Known || party.IsIn(known))
                return null;
        }

        return [.. told.Parties];
    }

    /// <summary>"the two governments", beside groups that were named too: those of the states; none where the text named fewer.</summary>
    public List<Party> LastStates(int count, IReadOnlyList<Party> known)
    {
        if (OfTalks(count, known) is { } talking && talking.TrueForAll(static p => p.Id == p.Country))
            return talking;
        var result = new List<Party>(count);
        for (var i = memory.Recent.Count - 1; i >= 0 && result.Count < count; i--)
        {
            var party = memory.Recent[i];
            if (party.Id == party.Country && !party.IsIn(known))
                result.Insert(0, party);
        }

        return result.Count == count ? result : [];
    }

    public List<Party> LastPerson(IReadOnlyList<Party> known)
    {
        if (memory.Subject is { } subject && !subject.IsIn(known))
            return [subject];
        for (var i = memory.Recent.Count - 1; i >= 0; i--)
        {
            var party = memory.Recent[i];
            if (party.Persons.Count > 0 && !party.IsIn(known))
                return [party];
        }

        return [];
    }

    /// <summary>One of the article's two sides is among those that the sentence names already.</summary>
    public bool NamesSide(IReadOnlyList<Party> known)
    {
        foreach (var side in memory.Sides.Pair)
        {
            if (side.IsIn(known))
                return true;
        }

        return false;
    }
}
