namespace Parley.Extraction.Analysis;

/// <summary>Days beside talks to come or under way that are not their first: their last, or that of something else.</summary>
internal static class OtherDays
{
    /// <summary>The verb that the day stands behind, or that stands behind the talks in a clause that the day leads, tells of their end.</summary>
    public static bool IsLastDay(List<Chunk> chunks, Candidate candidate, int position)
    {
        var at = candidate.At;
        if (position < at)
        {
            if (position + 2 >= chunks.Count || at - position > 3 || chunks[at - 1] is not { Kind: ChunkKind.Subordinator, Head: "when" })
                return false;
            for (var j = at + 1; j < chunks.Count && chunks[j].Kind is not (ChunkKind.Comma or ChunkKind.Break or ChunkKind.Subordinator); j++)
            {
                if (chunks[j].Kind == ChunkKind.Verb && WordLists.Ending.Has(chunks[j].Lemma))
                    return true;
            }

            return false;
        }

        for (var j = position; j > at && j > position - 5; j--)
        {
            if (chunks[j].Kind == ChunkKind.Verb)
                return WordLists.Ending.Has(chunks[j].Lemma) && !chunks[j].Past;
            if (chunks[j].Event is not null)
                return false;
        }

        return false;
    }

    /// <summary>"a summit which he hopes will yield an accord by Sunday": by when something else is to be.</summary>
    public static bool IsOfYield(Reading reading, Candidate candidate, int position, int first)
    {
        var chunks = reading.Chunks;
        var at = candidate.At;
        return position > at + 2 && first > 1 && (reading.Tokens[first - 1].Is("by") || reading.Tokens[first - 2].Is("by")) && chunks[at + 1].Kind == ChunkKind.Relative && candidate.Verb < at
            && chunks.FindIndex(at, position - at, static c => c is { Kind: ChunkKind.Verb, Modal: not null }) > 0;
    }

    /// <summary>Behind the talks and an "and" somebody else did something on the day.</summary>
    public static bool IsOfDeed(List<Chunk> chunks, Candidate candidate, int position)
    {
        for (var j = position; j > candidate.At + 2 && j > position - 3; j--)
        {
            if (chunks[j] is { Kind: ChunkKind.Verb } verb)
                return verb is { Past: true, Finite: true, Passive: false, Modal: null } && j > candidate.Verb && !WordLists.Telling.Has(verb.Lemma) && chunks[j - 1].Kind == ChunkKind.Noun && chunks[j - 2].Kind == ChunkKind.Conjunction;
        }

        return false;
    }

    /// <summary>Between the day and the talks somebody is to decide whether.</summary>
    public static bool IsOfDecision(List<Chunk> chunks, int position, int at)
    {
        for (var j = position + 1; j + 1 < at; j++)
        {
            if (chunks[j] is { Kind: ChunkKind.Verb, Infinitive: true } && chunks[j + 1] is { Kind: ChunkKind.Subordinator, Head: "whether" or "if" or "how" })
                return true;
        }

        return false;
    }
}
