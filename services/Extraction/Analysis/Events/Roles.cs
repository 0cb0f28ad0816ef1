namespace Parley.Extraction.Analysis;

/// <summary>Turns noun phrases into parties: names as they stand, pronouns and "the two countries" by what the article said before.</summary>
internal sealed class Roles(ArticleMemory memory)
{
    public List<Party> PartiesOf(Reading reading, List<Chunk> chunks, IReadOnlyList<Party>? known = null)
    {
        var parties = new List<Party>();
        foreach (var chunk in chunks)
        {
            if (chunk.IsActor && !IsDescription(reading, chunk))
            {
                foreach (var party in chunk.Parties)
                    Candidate.Add(parties, party);
            }
            else
            {
                foreach (var party in Resolve(reading, chunk, known ?? parties))
                    Candidate.Add(parties, party);
            }
        }

        return parties;
    }

    /// <summary>"the two countries", "both ministers": an office or body without a name that stands for several.</summary>
    private static bool IsDescription(Reading reading, Chunk chunk) =>
        Count(reading, chunk) > 0 && chunk.Parties.TrueForAll(p => !p.Known);

    private static int Count(Reading reading, Chunk chunk)
    {
        for (var i = chunk.First; i < chunk.Last; i++)
        {
            var token = reading.Tokens[i];
            if (token.Is("two") || token.Is("both"))
                return 2;
            if (token.Is("three"))
                return 3;
            if (token.Is("warring") || token.Is("rival") || token.Is("opposing"))
                return -1;
        }

        return 0;
    }

    private List<Party> Resolve(Reading reading, Chunk chunk, IReadOnlyList<Party> known)
    {
        if (chunk.IsPronoun && chunk.Head is "they" or "them" or "we")
            return Last(2, known);
        if (chunk.IsPronoun && chunk.Head is "he" or "she" or "him" or "her")
            return LastPerson(known);
        if (chunk.IsDate || chunk.IsPronoun || chunk.Event is not null)
            return [];
        var count = Count(reading, chunk);
        if (count > 0 && chunk.HeadWord?.Text is "countries" or "nations" or "sides" or "leaders" or "ministers" or "governments" or "presidents" or "parties" or "men" or "states" or "neighbours" or "neighbors" or "officials" or "diplomats" or "delegations" or "teams" or "capitals" or "rivals" or "foes" or "enemies" or "allies" or "koreas" or "powers" or "envoys" or "negotiators" or "armies" or "groups" or "")
            return Last(count, known);
        return [];
    }

    private List<Party> Last(int count, IReadOnlyList<Party> known)
    {
        var result = new List<Party>();
        for (var i = memory.Recent.Count - 1; i >= 0 && result.Count < count; i--)
        {
            var party = memory.Recent[i];
            if (!result.Exists(p => p.Same(party)) && !known.Any(p => p.Same(party)))
                result.Insert(0, party);
        }

        return result.Count == count ? result : [];
    }

    private List<Party> LastPerson(IReadOnlyList<Party> known)
    {
        for (var i = memory.Recent.Count - 1; i >= 0; i--)
        {
            var party = memory.Recent[i];
            if (party.Persons.Count > 0 && !known.Any(p => p.Same(party)))
                return [party];
        }

        return [];
    }
}
