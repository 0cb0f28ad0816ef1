namespace Parley.Extraction.Analysis;

/// <summary>What stands behind a verb or noun: its objects and the phrases of prepositions.</summary>
internal static class Clauses
{
    /// <summary>A preposition and the list of noun phrases behind it.</summary>
    public readonly record struct Phrase(string Preposition, List<Chunk> Nouns, int At, int Last, bool Direct);

    public static List<Chunk> Object(Reading reading, int verb) => Object(reading, verb, out _);

    public static List<Chunk> Object(Reading reading, int verb, out int last)
    {
        var chunks = reading.Chunks;
        last = verb;
        for (var j = verb + 1; j < chunks.Count; j++)
        {
            // "met three times": how often, and nobody.
            if (chunks[j].Kind == ChunkKind.Noun && !chunks[j].IsDate && chunks[j].Head is not "times")
                return Coordination.From(reading, j, out last);
            if (chunks[j].Kind == ChunkKind.Noun || chunks[j].Kind == ChunkKind.Quote)
                continue;

            // "met on Tuesday Putin": a phrase of time between.
            if (chunks[j].Kind == ChunkKind.Preposition && j + 2 < chunks.Count && ((chunks[j + 1].IsDate && chunks[j].Head is "on") || (chunks[j].Head is "in" && chunks[j + 1].Head is "principle")) && chunks[j + 2].Kind == ChunkKind.Noun)
            {
                j++;
                continue;
            }

            break;
        }

        return [];
    }

    /// <summary>The prepositional phrases behind a chunk, up to the next verb or clause.</summary>
    public static List<Phrase> Phrases(Reading reading, int from)
    {
        var chunks = reading.Chunks;
        var phrases = new List<Phrase>();
        var direct = true;
        for (var j = from + 1; j < chunks.Count; j++)
        {
            switch (chunks[j].Kind)
            {
                case ChunkKind.Preposition:
                    var nouns = Coordination.From(reading, j + 1, out var last);
                    if (nouns.Count > 0)
                    {
                        phrases.Add(new Phrase(chunks[j].Head, nouns, j, last, direct));
                        j = last;
                    }

                    break;
                case ChunkKind.Verb when chunks[j].Reduced:
                case ChunkKind.Comma:
                    direct &= j + 1 < chunks.Count && chunks[j + 1].Kind == ChunkKind.Preposition;
                    break;
                case ChunkKind.Conjunction when j + 1 < chunks.Count && chunks[j + 1].Kind == ChunkKind.Noun && phrases.Count == 0:
                    break;
                case ChunkKind.Noun or ChunkKind.Quote or ChunkKind.Open or ChunkKind.Close:
                    break;
                default:
                    return phrases;
            }
        }

        return phrases;
    }
}
