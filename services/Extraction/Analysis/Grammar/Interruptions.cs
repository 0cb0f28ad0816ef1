namespace Parley.Extraction.Analysis;

/// <summary>What stands between a subject and its verb without being the subject: clauses and phrases in commas, what a participle governs.</summary>
internal static class Interruptions
{
    /// <summary>"Nixon, having accepted an offer sent through Oslo, will visit": the subject before a participle or relative clause in commas; -1 where there is none.</summary>
    public static int Before(List<Chunk> chunks, int verb)
    {
        if (verb < 4 || chunks[verb - 1].Kind != ChunkKind.Comma || !chunks[verb].Finite)
            return -1;
        for (var comma = 1; comma < verb - 2; comma++)
        {
            if (chunks[comma].Kind != ChunkKind.Comma || chunks[comma - 1].Kind != ChunkKind.Noun || chunks[comma - 1].IsDate || chunks[comma + 1] is not ({ Kind: ChunkKind.Verb, Gerund: true } or { Kind: ChunkKind.Verb, Reduced: true } or { Kind: ChunkKind.Verb, Passive: false, Past: true, Perfect: false } or { Kind: ChunkKind.Relative }))
                continue;
            var start = Coordination.Start(chunks, comma - 1);
            if ((start == 0 || chunks[start - 1].Kind is ChunkKind.Break or ChunkKind.Subordinator or ChunkKind.Quote or ChunkKind.Open) && chunks.FindIndex(comma, verb - comma, c => c.Kind is ChunkKind.Break) < 0
                && chunks.FindLastIndex(verb - 2, verb - 2 - comma, c => c.Kind == ChunkKind.Comma) < 0)
                return comma - 1;
        }

        return -1;
    }

    /// <summary>"Egypt, a sponsor of Haftar, had proposed": the chunk before a phrase in commas that ends right before the verb; -1 where there is none.</summary>
    public static int Apposed(List<Chunk> chunks, int noun, int verb)
    {
        if (chunks[verb - 1].Kind != ChunkKind.Comma)
            return -1;
        var comma = noun - 1;
        while (comma > 0 && chunks[comma].Kind is ChunkKind.Noun or ChunkKind.Preposition)
            comma--;
        if (comma < 1 || chunks[comma].Kind != ChunkKind.Comma || chunks[comma - 1].Kind != ChunkKind.Noun || chunks[comma - 1].IsDate || !chunks[comma - 1].IsActor)
            return -1;
        var inner = chunks[comma + 1];
        return inner.Kind == ChunkKind.Noun && !inner.IsDate && (!inner.IsActor || inner.Parties.TrueForAll(p => !p.Known)) ? comma - 1 : -1;
    }

    /// <summary>The participle right behind a noun that a verb chunk is, or whose infinitive it is; -1 where it is neither.</summary>
    public static int Participle(List<Chunk> chunks, int verb)
    {
        if (chunks[verb] is { Kind: ChunkKind.Verb, Infinitive: true } && verb > 1)
            verb--;
        return verb > 0 && chunks[verb] is { Kind: ChunkKind.Verb, Gerund: true } && chunks[verb - 1] is { Kind: ChunkKind.Noun, IsDate: false, IsActor: true } ? verb : -1;
    }
}
