using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Whether a day of the sentence stands in a clause that tells of something else.</summary>
internal static class OtherClauses
{
    /// <param name="reading">The sentence.</param>
    /// <param name="candidate">The event.</param>
    /// <param name="position">The chunk of the day.</param>
    public static bool Hold(Reading reading, Candidate candidate, int position)
    {
        var chunks = reading.Chunks;
        var from = Math.Max(candidate.At, candidate.Verb);
        if (position <= from)
            return position < candidate.At && (IsRelative(reading, position, candidate.At) || (candidate.Type == EntryType.Talks && IsOfFoundation(reading, position, candidate.At)));
        if (IsAside(reading, from, position) || IsOfAnotherOne(reading, from, position))
            return true;
        for (var j = position - 1; j > from; j--)
        {
            // "would resume their negotiations, broken off in March": when they were broken off, not when they resume.
            if (candidate.Status is EntryStatus.Planned or EntryStatus.Proposed && j == candidate.At + 2 && chunks[j] is { Kind: ChunkKind.Verb, Finite: false } or { Kind: ChunkKind.Verb, Past: true } && chunks[j - 1].Kind == ChunkKind.Comma && WordLists.StepVerbs.Has(chunks[j].Lemma))
                return true;

            // "an accord signed last month", "a bomb planted on Monday": the day of what the participle stands behind; "a team led by him on Monday" is not.
            if (chunks[j] is { Kind: ChunkKind.Verb, Reduced: true } || IsLikeReduced(chunks, j) || IsSecondPast(reading, j))
                return (position - j <= 2 || (position - j == 4 && chunks[j + 2].Place is not null && chunks[j + 3].Kind == ChunkKind.Preposition)) && chunks[j - 1] is { Kind: ChunkKind.Noun, IsDate: false } && j - 1 != candidate.At && j - 1 > from && chunks[j - 1].Event is null;

            // "are negotiating; the deadline falls on Friday".
            if (chunks[j].Kind == ChunkKind.Verb && chunks[j].Finite)
                return IsOfWho(chunks, from, j, position) || (candidate.Type == EntryType.Ceasefire && IsOfWhat(chunks, from, j)) || IsParted(chunks, from, j, candidate);
        }

        return false;
    }

    /// <summary>"The premier, who is to go to Delhi in December, received him on Saturday": a clause between commas has a day of its own.</summary>
    private static bool IsRelative(Reading reading, int position, int at)
    {
        var chunks = reading.Chunks;
        var relative = position - 1;
        while (relative > 0 && chunks[relative].Kind != ChunkKind.Relative && !IsWhose(reading, chunks[relative]))
            relative--;
        if (relative < 1 || (chunks[relative - 1].Kind != ChunkKind.Comma && !IsWhose(reading, chunks[relative])))
            return false;
        var comma = chunks.FindIndex(position, at - position, static c => c.Kind == ChunkKind.Comma);
        return comma > position && chunks.FindIndex(relative, position - relative, static c => c.Kind == ChunkKind.Verb) > 0;
    }

    /// <summary>"the general, whose troops": the name and what is his are one phrase.</summary>
    private static bool IsWhose(Reading reading, Chunk chunk)
    {
        for (var i = chunk.First + 1; chunk.Kind == ChunkKind.Noun && i < chunk.Last; i++)
        {
            if (reading.Tokens[i].Is("whose"))
                return reading.Tokens[i - 1].Mark == Mark.Comma;
        }

        return false;
    }

    /// <summary>"followed the one held in Oslo on May 3": the day of the other.</summary>
    private static bool IsOfAnotherOne(Reading reading, int from, int position)
    {
        for (var j = position - 1; j > from && position - j < 6; j--)
        {
            if (reading.Chunks[j] is { Kind: ChunkKind.Verb } held)
                return held.Last - held.First == 1 && reading.Tokens[held.First].Is(WordClass.Participle) && reading.Tokens[held.First - 1].Word?.Text is "one" or "ones";
        }

        return false;
    }

    /// <summary>"An accord signed in Gagra in July fell apart and talks have been frozen": when that was signed of which the clause before tells.</summary>
    private static bool IsOfFoundation(Reading reading, int position, int at)
    {
        var chunks = reading.Chunks;
        var verb = position - 1;
        while (verb > 0 && position - verb < 5 && chunks[verb].Kind is ChunkKind.Preposition or ChunkKind.Noun)
            verb--;
        return verb > 0 && chunks[verb] is { Kind: ChunkKind.Verb } made && made.Last - made.First == 1 && WordLists.Founding.Has(made.Lemma) && reading.Tokens[made.First].Is(WordClass.Participle) && chunks[verb - 1] is { Kind: ChunkKind.Noun, IsActor: false, IsDate: false, IsPronoun: false } && (verb < 2 || chunks[verb - 2].Kind is not ChunkKind.Conjunction)
            && chunks.FindIndex(position, at - position, static c => c is { Kind: ChunkKind.Verb, Finite: true }) > 0;
    }

    /// <summary>"is to see the captive, whose cell has been locked since Friday, on Tuesday": what is said of a person between commas has a day of its own.</summary>
    private static bool IsAside(Reading reading, int from, int position)
    {
        var chunks = reading.Chunks;
        var relative = position - 1;
        while (relative > from && reading.Tokens[chunks[relative].First].Word?.Text is not ("who" or "whose" or "whom"))
            relative--;
        if (relative < from + 2 || chunks[relative - 1].Kind != ChunkKind.Comma || chunks[relative - 2].Event is not null)
            return false;
        var comma = chunks.FindIndex(position, static c => c.Kind == ChunkKind.Comma);
        return comma > position && chunks.FindIndex(relative, position - relative, static c => c.Kind == ChunkKind.Verb) > 0 && comma + 2 < chunks.Count && (chunks[comma + 1].IsDate || chunks[comma + 2].IsDate);
    }

    /// <summary>"under an accord signed last month": a form that may be past stands behind what cannot be its subject.</summary>
    private static bool IsLikeReduced(List<Chunk> chunks, int j) =>
        j > 1 && chunks[j] is { Kind: ChunkKind.Verb, Past: true, Passive: false, Perfect: false } verb && verb.Last - verb.First == 1 && WordLists.Founding.Has(verb.Lemma) && chunks[j - 1].Kind == ChunkKind.Noun && chunks[j - 2].Kind == ChunkKind.Preposition;

    /// <summary>"said in a statement issued on Tuesday": behind the clause's verb and a phrase, with nothing to join them, a form that may be past is none.</summary>
    private static bool IsSecondPast(Reading reading, int j)
    {
        var chunks = reading.Chunks;
        return j > 2 && chunks[j] is { Kind: ChunkKind.Verb, Past: true, Passive: false, Perfect: false, Modal: null } verb && verb.Last - verb.First == 1 && reading.Tokens[verb.First].Is(WordClass.Participle)
            && chunks[j - 1] is { Kind: ChunkKind.Noun, IsActor: false, IsPronoun: false } && chunks[j - 2].Kind == ChunkKind.Preposition && chunks[j - 3] is { Kind: ChunkKind.Verb, Finite: true };
    }

    /// <summary>"was arranged by the envoy, who drove there on Monday": what is said of a person behind a comma has a day of its own.</summary>
    private static bool IsOfWho(List<Chunk> chunks, int from, int verb, int position)
    {
        var who = chunks.FindLastIndex(verb, verb - from, static c => c.Kind is ChunkKind.Relative or ChunkKind.Subordinator);
        return who > from + 1 && chunks[who] is { Kind: ChunkKind.Relative, Head: "who" } && chunks[who - 1].Kind == ChunkKind.Comma && chunks.FindIndex(verb, position - verb, static c => c.Kind is ChunkKind.Comma or ChunkKind.Break) < 0;
    }

    /// <summary>"agreed to go back to the hills they had held on Monday": when they held these.</summary>
    private static bool IsOfWhat(List<Chunk> chunks, int from, int verb)
    {
        if (chunks[verb] is not { Past: true, Passive: false, Modal: null } || verb - 2 <= from || chunks[verb - 1] is not { Kind: ChunkKind.Noun, IsDate: false, Event: null } subject || !(subject.IsPronoun || subject.IsActor))
            return false;
        var what = chunks[verb - 2] is { Kind: ChunkKind.Relative } or { Kind: ChunkKind.Subordinator, Head: "that" } ? verb - 3 : verb - 2;
        return what > from && chunks[what] is { Kind: ChunkKind.Noun, IsDate: false, IsActor: false, IsPronoun: false, Event: null };
    }

    /// <summary>Between the event and the verb a semicolon, or another verb and a relative: the clause is of something else.</summary>
    private static bool IsParted(List<Chunk> chunks, int from, int verb, Candidate candidate)
    {
        for (var j = verb - 1; j > from; j--)
        {
            if (chunks[j].Kind == ChunkKind.Break)
                return chunks[verb - 1] is { Kind: ChunkKind.Noun, Event: null, IsPronoun: false, IsActor: false };
            if (chunks[j].Kind == ChunkKind.Relative)
                return chunks.FindIndex(from + 1, j - from - 1, c => c.Kind == ChunkKind.Verb && c.Finite) >= 0 && candidate.Verb != verb;
        }

        return false;
    }
}
