using Parley.Contracts;

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

        // "is to complete its consultations on Thursday".
        if (candidate.Verb >= 0 && candidate.Verb < at && chunks[candidate.Verb] is { Kind: ChunkKind.Verb, Past: false } ends && (WordLists.Ending.Has(ends.Lemma) || ends.Lemma is "complete") && chunks.FindIndex(at, position - at, static c => c.Kind == ChunkKind.Verb) < 0)
            return true;
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

    /// <summary>"returned on Tuesday and dined with his father, hours before he is to see her", "left on Monday night to attend": the day of what was done before.</summary>
    public static bool IsOfDeedBefore(List<Chunk> chunks, Candidate candidate, int position)
    {
        var verb = position;
        while (verb >= 0 && position - verb < 5 && chunks[verb].Kind is not (ChunkKind.Verb or ChunkKind.Comma or ChunkKind.Break or ChunkKind.Relative or ChunkKind.Subordinator or ChunkKind.Conjunction))
            verb--;
        // "left on Monday for talks": on that day they set out.
        if (verb >= 0 && verb < position && chunks[verb] is { Kind: ChunkKind.Verb, Past: true, Modal: null, Lemma: "leave" or "depart" or "leave for" or "depart for" } && candidate.Kind != EntryKind.Visit && chunks[candidate.At].Kind == ChunkKind.Noun && chunks[candidate.At - 1] is { Kind: ChunkKind.Preposition, Head: "for" } && candidate.At == position + 2)
            return true;
        if (verb < 0 || chunks[verb] is not { Kind: ChunkKind.Verb, Past: true, Finite: true, Passive: false, Modal: null, Reduced: false } || verb == candidate.Verb || verb == candidate.At || chunks[verb].Event is not null)
            return false;
        var leaves = chunks[verb].Lemma is "leave" or "depart" or "set out" or "set off" or "fly" or "fly out" or "take off";
        var aim = Math.Max(position, verb) + 1;
        for (var j = aim; j < candidate.At; j++)
        {
            if (chunks[j].Kind is ChunkKind.Relative or ChunkKind.Subordinator && chunks[j].Head is "where" or "when" or "before" or "as" or "while" or "who" or "whom" or "which")
                return chunks.FindIndex(j, static c => c is { Kind: ChunkKind.Verb }) >= 0;
            if (leaves && chunks[j] is { Kind: ChunkKind.Verb, Infinitive: true })
                return true;
            if (chunks[j].Kind is ChunkKind.Break)
                return false;
        }

        return false;
    }
}
