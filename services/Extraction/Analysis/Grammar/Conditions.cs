namespace Parley.Extraction.Analysis;

/// <summary>Whether what a verb says hangs on something else: on an "if", on what is still to come.</summary>
internal static class Conditions
{
    /// <summary>"If it lasts, London will invite them": what is to follow hangs on it.</summary>
    public static bool FollowsCondition(List<Chunk> chunks, int verb)
    {
        var first = verb;
        while (first > 0 && chunks[first - 1].Kind != ChunkKind.Break)
            first--;
        while (first < verb && chunks[first].Kind is ChunkKind.Quote or ChunkKind.Conjunction)
            first++;
        return chunks[first] is { Kind: ChunkKind.Subordinator, Head: "if" or "unless" } && chunks.FindIndex(first, verb - first, c => c.Kind == ChunkKind.Comma) > 0;
    }

    /// <summary>"only after a cease-fire is reached": a present behind "after" has not come.</summary>
    public static bool IsAwaited(Reading reading, int verb)
    {
        var chunk = reading.Chunks[verb];
        if (chunk.Past || chunk.Perfect || chunk.Modal is not null || !reading.Tokens[chunk.First].Is(WordClass.Base | WordClass.ThirdPerson | WordClass.Be) || reading.Tokens[chunk.First].Is("was") || reading.Tokens[chunk.First].Is("were"))
            return false;
        for (var j = verb - 1; j >= 0 && j >= verb - 5; j--)
        {
            if (reading.Chunks[j].Kind == ChunkKind.Subordinator)
                return reading.Chunks[j].Head == "after";
            if (reading.Chunks[j].Kind is not (ChunkKind.Noun or ChunkKind.Conjunction or ChunkKind.Preposition))
                return false;
        }

        return false;
    }

    /// <summary>"when the two sides meet again", "before they resume talks": a present behind such a word is to come.</summary>
    public static bool IsYetToCome(Reading reading, int verb)
    {
        var chunk = reading.Chunks[verb];
        if (chunk.Past || chunk.Perfect || chunk.Modal is not null || chunk.Negated || chunk.Lemma == "be" || chunk.Progressive || chunk.Reduced || !reading.Tokens[chunk.First].Is(WordClass.Base | WordClass.ThirdPerson))
            return false;
        for (var j = verb - 1; j >= 0 && j >= verb - 5; j--)
        {
            var before = reading.Chunks[j];
            if (before.Kind == ChunkKind.Subordinator || before.Kind == ChunkKind.Preposition && before.Head == "before")
                return before.Head is "when" or "before" or "once";
            if (before.Kind is not (ChunkKind.Noun or ChunkKind.Conjunction))
                return false;
        }

        return false;
    }

    public static bool IsConditional(Reading reading, int verb)
    {
        var chunks = reading.Chunks;
        var sawVerb = false;
        for (var j = verb - 1; j >= 0; j--)
        {
            var chunk = chunks[j];
            // "already moved once from May to June": how often.
            if (chunk is { Kind: ChunkKind.Subordinator, Head: "once" } && chunks[j + 1].Kind is ChunkKind.Preposition or ChunkKind.Comma)
                continue;
            if (chunk.Kind == ChunkKind.Subordinator && chunk.Head is "if" or "unless" or "whether" or "until" or "till" or "once" or "lest")
                return !sawVerb;
            if (chunk.Kind == ChunkKind.Verb && chunk.Finite)
                sawVerb = true;
            if (chunk.Kind is ChunkKind.Break || (chunk.Kind == ChunkKind.Subordinator && chunk.Head is not "when"))
                return false;
            if (chunk.Kind == ChunkKind.Comma && sawVerb)
                return false;
        }

        return false;
    }
}
