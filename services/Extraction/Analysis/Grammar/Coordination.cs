namespace Parley.Extraction.Analysis;

/// <summary>Lists: "A, B and C".</summary>
internal static class Coordination
{
    /// <summary>The noun phrases of the list that begins at a chunk; <paramref name="last"/> is the index of its last one.</summary>
    public static List<Chunk> From(Reading reading, int index, out int last)
    {
        var chunks = reading.Chunks;
        var list = new List<Chunk>();
        last = index;
        if (index >= chunks.Count || chunks[index].Kind != ChunkKind.Noun)
            return list;
        list.Add(chunks[index]);
        var i = index + 1;
        while (i < chunks.Count)
        {
            var j = i;
            var joined = false;
            while (j < chunks.Count && chunks[j].Kind is ChunkKind.Comma or ChunkKind.Conjunction && j < i + 2)
            {
                joined |= chunks[j].Kind == ChunkKind.Conjunction && chunks[j].Head is "and" or "or" or "&" or "plus" or "nor";
                j++;
            }

            if (j == i || j >= chunks.Count || chunks[j].Kind != ChunkKind.Noun || chunks[j].IsDate)
                break;

            // A comma alone goes on only where the list is closed by a conjunction.
            if (!joined && !ClosesLater(chunks, j))
                break;

            // "met Putin and Lavrov said": what has its own verb is another clause.
            if (joined && j + 1 < chunks.Count && chunks[j + 1].Kind == ChunkKind.Verb && chunks[j + 1].Finite && list.Count < 2 && HasVerbBefore(chunks, index) && !IsPair(chunks, index, list.Count))
                break;
            if (chunks[j].IsPronoun)
                break;
            list.Add(chunks[j]);
            last = j;
            i = j + 1;

            // "the president of X and the prime minister of Y" is joined already; "A of B and C" with a stray phrase ends here.
        }

        return list;
    }

    /// <summary>"a truce between A and B came": "between" wants two.</summary>
    private static bool IsPair(List<Chunk> chunks, int index, int found) =>
        found == 1 && index > 0 && chunks[index - 1].Kind == ChunkKind.Preposition && chunks[index - 1].Head is "between" or "both";

    private static bool ClosesLater(List<Chunk> chunks, int from)
    {
        for (var i = from; i + 1 < chunks.Count; i++)
        {
            if (chunks[i].Kind != ChunkKind.Noun)
                return false;
            if (chunks[i + 1].Kind == ChunkKind.Conjunction)
                return true;
            if (chunks[i + 1].Kind != ChunkKind.Comma)
                return false;
            if (i + 2 < chunks.Count && chunks[i + 2].Kind == ChunkKind.Conjunction)
                return true;
            i++;
        }

        return false;
    }

    private static bool HasVerbBefore(List<Chunk> chunks, int index)
    {
        for (var i = index - 1; i >= 0; i--)
        {
            // "a ceasefire agreed by A and B was holding": a participle with its doers, no verb that could have an object.
            if (chunks[i].Kind == ChunkKind.Verb)
                return !(i + 2 == index && chunks[i + 1].Head == "by");
            if (chunks[i].Kind is ChunkKind.Subordinator or ChunkKind.Break)
                return false;
        }

        return false;
    }

    /// <summary>Where the list begins that ends with the noun phrase at the index.</summary>
    public static int Start(List<Chunk> chunks, int index)
    {
        var start = index;
        while (start >= 2 && chunks[start - 1].Kind is ChunkKind.Conjunction && chunks[start - 1].Head is "and" or "or" or "&" && chunks[start - 2].Kind == ChunkKind.Noun)
        {
            start -= 2;
            while (start >= 2 && chunks[start - 1].Kind == ChunkKind.Comma && chunks[start - 2].Kind == ChunkKind.Noun && chunks[start - 2].IsActor && !chunks[start - 2].IsDate && !IsSetting(chunks, start - 2))
                start -= 2;
        }

        // A headline's list: "Turkey, Russia to hold talks".
        if (start == index && start == 2 && chunks[1].Kind == ChunkKind.Comma && chunks[0].Kind == ChunkKind.Noun && chunks[0].IsActor && chunks[2].IsActor && reading(chunks))
            start = 0;
        return start;

        static bool reading(List<Chunk> all) => all.Count > 3 && all[3].Kind == ChunkKind.Verb;
    }

    /// <summary>"In Doha, A and B met", "According to Qatar, A and B met": what opens the sentence is none of the list.</summary>
    private static bool IsSetting(List<Chunk> chunks, int noun) =>
        noun > 0 && chunks[noun - 1].Kind == ChunkKind.Preposition && (WordLists.Settings.Has(chunks[noun - 1].Head) || (noun > 1 && chunks[noun - 2].Head == "according"));
}
