namespace Parley.Extraction.Analysis;

/// <summary>What stands behind a verb or noun: its objects and the phrases of prepositions.</summary>
internal static class Clauses
{
    /// <summary>A preposition and the list of noun phrases behind it.</summary>
    public readonly record struct Phrase(string Preposition, List<Chunk> Nouns, int At, int Last, bool Direct);

    /// <summary>Stands for "with" before one who goes between the sides: "with Norway as facilitator".</summary>
    public const string Through = "with a mediator";

    /// <summary>Stands for "with" before one who only looks on: "with a general as witness".</summary>
    public const string Beside = "with a witness";

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
                        phrases.Add(new Phrase(chunks[j].Head == "with" ? With(chunks, last + 1) : chunks[j].Head, nouns, j, last, direct));
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

    /// <summary>"with Kenya as mediator", "with the envoy in the chair", "with Qatar mediating": what he does, who stands behind "with", tells that he is no side.</summary>
    private static string With(List<Chunk> chunks, int behind)
    {
        if (behind >= chunks.Count)
            return "with";
        if (chunks[behind] is { Kind: ChunkKind.Verb, Gerund: true } doing)
        {
            if (WordLists.BrokeringVerbs.Has(doing.Lemma) || doing.Lemma is "preside")
                return Through;
            if (doing.Lemma is not ("act" or "serve") || ++behind >= chunks.Count)
                return doing.Lemma is "look on" or "observe" or "watch" ? Beside : "with";
        }

        // "spoke with his guest at his side": who stands there only listens.
        if (chunks[behind].Head is "at" or "by" && behind + 1 < chunks.Count && chunks[behind + 1] is { Kind: ChunkKind.Noun, Head: "side" })
            return Beside;
        if (chunks[behind].Head is not ("as" or "in") || behind + 1 >= chunks.Count || chunks[behind + 1] is not { Kind: ChunkKind.Noun } part)
            return "with";
        return chunks[behind].Head == "in" ? part.Head == "chair" ? Through : "with" : WordLists.Between.Has(part.Head) ? Through : WordLists.LookingOn.Has(part.Head) ? Beside : "with";
    }
}
