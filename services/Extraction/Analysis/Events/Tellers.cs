namespace Parley.Extraction.Analysis;

/// <summary>Who only tells of an event, and where he does: "a Qatari official said", "according to Ankara", "told reporters in Kabul". It is not about them.</summary>
internal static class Tellers
{
    /// <summary>The words of a sentence that name tellers, from the first to behind the last of each.</summary>
    public static List<(int First, int Last)> Of(Reading reading, Knowledge knowledge)
    {
        var chunks = reading.Chunks;
        var told = new List<(int First, int Last)>();
        for (var j = 0; j < chunks.Count; j++)
        {
            if (chunks[j] is { Kind: ChunkKind.Preposition, Head: "according" } && j + 2 < chunks.Count)
                Add(chunks, j + 2, told);
            if (chunks[j].Kind != ChunkKind.Verb || chunks[j].Passive)
                continue;
            if (chunks[j] is { Lemma: "speak", Gerund: true })
                AddSetting(chunks, j, told);
            if (!chunks[j].Finite || !IsTelling(chunks[j].Lemma))
                continue;
            foreach (var subject in Subjects.Of(reading, j, knowledge))
                Add(chunks, chunks.IndexOf(subject), told);
            // '"We shall meet," said the minister': behind what was said he may follow the verb.
            if (j + 1 < chunks.Count && j > 0 && chunks[j - 1].Kind is ChunkKind.Comma or ChunkKind.Quote && chunks[j + 1].Kind == ChunkKind.Noun)
                Add(chunks, j + 1, told);
            AddSetting(chunks, j, told);
        }

        return told;
    }

    private static bool IsTelling(string lemma) =>
        WordLists.Telling.Has(lemma) || WordLists.Reacting.Has(lemma) || lemma is "welcome" or "note";

    /// <summary>A phrase with what hangs on it: "officers of the force", "the ambassador to Japan", "Egypt and Qatar".</summary>
    private static void Add(List<Chunk> chunks, int at, List<(int First, int Last)> told)
    {
        var last = at;
        while (last < chunks.Count && chunks[last] is { Kind: ChunkKind.Noun, Event: null })
        {
            told.Add((chunks[last].First, chunks[last].Last));
            if (last + 2 >= chunks.Count || !(chunks[last + 1] is { Kind: ChunkKind.Preposition, Head: "of" or "to" or "for" or "in" or "from" or "at" } or { Kind: ChunkKind.Conjunction, Head: "and" }))
                return;
            last += 2;
        }
    }

    /// <summary>"told reporters in Kabul on Monday": whom he told, and where he spoke, up to what he said.</summary>
    private static void AddSetting(List<Chunk> chunks, int verb, List<(int First, int Last)> told)
    {
        var j = verb + 1;
        if (chunks[verb].Lemma == "tell" && j < chunks.Count && chunks[j] is { Kind: ChunkKind.Noun, Event: null })
            Take(chunks[j++], told);
        while (j + 1 < chunks.Count && chunks[j] is { Kind: ChunkKind.Preposition, Head: "in" or "at" or "on" or "from" or "to" } && chunks[j + 1] is { Kind: ChunkKind.Noun, Event: null } && (chunks[j].Head != "on" || chunks[j + 1].IsDate))
        {
            Take(chunks[j + 1], told);
            j += 2;
        }
    }

    private static void Take(Chunk chunk, List<(int First, int Last)> told) => told.Add((chunk.First, chunk.Last));
}
