namespace Parley.Extraction.Analysis;

/// <summary>What an infinitive hangs on, and who is to do what it says.</summary>
internal static class Infinitives
{
    public static List<Chunk> Subject(Reading reading, int verb, Knowledge knowledge, int depth)
    {
        var chunks = reading.Chunks;
        var governor = Governor(reading, verb);
        if (governor < 0)
        {
            for (var j = verb - 1; j >= 0; j--)
            {
                if (chunks[j].Kind == ChunkKind.Noun && !chunks[j].IsDate && !(j > 0 && chunks[j - 1].Kind == ChunkKind.Preposition))
                {
                    var start = Coordination.Start(chunks, j);
                    return chunks.GetRange(start, j - start + 1).FindAll(c => c.Kind == ChunkKind.Noun && !c.IsDate);
                }
            }

            return [];
        }

        if (chunks[governor].Kind == ChunkKind.Noun)
        {
            if (chunks[governor].Parties.Count > 0 || governor == 0)
                return [chunks[governor]];
            for (var j = governor - 1; j >= 0; j--)
            {
                if (chunks[j].Kind == ChunkKind.Verb)
                    return Subjects.Of(reading, j, knowledge, depth + 1);
            }

            return [];
        }

        if (chunks[governor].Kind == ChunkKind.Verb && !chunks[governor].Passive && (knowledge.Attitudes.GetValueOrDefault(chunks[governor].Lemma) is Force.Ask or Force.Wish or Force.Doubt || WordLists.Causing.Has(chunks[governor].Lemma)))
        {
            var asked = Clauses.Object(reading, governor);
            if (asked.Count > 0 && reading.Chunks.IndexOf(asked[^1]) < verb && !IsCommand(reading, governor))
                return asked;
        }

        return chunks[governor].Kind == ChunkKind.Predicate ? Subjects.Of(reading, Math.Max(0, governor - 1), knowledge, depth + 1) : Subjects.Of(reading, governor, knowledge, depth + 1);
    }

    /// <summary>The verb, predicate or noun that an infinitive hangs on; -1 where there is none (a headline's "to meet").</summary>
    public static int Governor(Reading reading, int infinitive)
    {
        var chunks = reading.Chunks;

        // "urged both to stop the fighting and to observe a truce": as the infinitive before it.
        if (infinitive > 2 && chunks[infinitive - 1] is { Kind: ChunkKind.Conjunction, Head: "and" or "or" } && chunks.FindLastIndex(infinitive - 2, infinitive - 1, c => c.Kind is ChunkKind.Verb or ChunkKind.Break or ChunkKind.Subordinator) is >= 0 and var before && chunks[before] is { Kind: ChunkKind.Verb, Infinitive: true })
            return Governor(reading, before);
        for (var j = infinitive - 1; j >= 0; j--)
        {
            var chunk = chunks[j];
            if (chunk.Kind is ChunkKind.Verb)
            {
                // "have agreed, he announced, to send": words put in between.
                if (IsSpeech(chunk.Lemma) && chunks[j + 1].Kind == ChunkKind.Comma && j >= 3 && chunks[j - 1].Kind == ChunkKind.Noun && chunks[j - 2].Kind == ChunkKind.Comma)
                {
                    j -= 2;
                    continue;
                }

                // "asked the forum led by Chissano to mediate": the participle governs nothing.
                if (chunk.Reduced && j + 1 < infinitive && chunks[j + 1] is { Kind: ChunkKind.Preposition, Head: "by" })
                    continue;

                // The last verb of a relative clause before the infinitive: "the envoy who quit to meet" is rare; take it.
                return j;
            }

            if (chunk.Kind is ChunkKind.Predicate)
                return j;
            if (chunk.Kind is ChunkKind.Break or ChunkKind.Relative or ChunkKind.Subordinator)
                return -1;
            if (chunk.Kind == ChunkKind.Noun && chunk.HeadWord is { GovernsInfinitive: true } && !chunk.IsActor && chunk.Event is null && (j == infinitive - 1 || OnlyDates(chunks, j + 1, infinitive)))
                return j;
        }

        return -1;
    }

    /// <summary>"ordered its forces to observe a truce": whoever commands them undertakes it himself.</summary>
    public static bool IsCommand(Reading reading, int verb) =>
        !reading.Chunks[verb].Passive && WordLists.Commanding.Has(reading.Chunks[verb].Lemma) && Clauses.Object(reading, verb) is [var men, ..] && WordLists.OwnMen.Has(men.Head) && reading.Tokens[men.First].Tag == Tag.Possessive;

    /// <summary>"cancelled plans on Wednesday to meet".</summary>
    private static bool OnlyDates(List<Chunk> chunks, int from, int to)
    {
        for (var j = from; j < to; j++)
        {
            // "a suggestion by Moscow to open", "the offer of the Lima Group to mediate".
            if (chunks[j] is { Kind: ChunkKind.Preposition, Head: "by" or "of" or "from" } && j + 1 < to && chunks[j + 1] is { Kind: ChunkKind.Noun, IsActor: true })
            {
                j++;
                continue;
            }

            if (!chunks[j].IsDate && !(chunks[j].Kind == ChunkKind.Preposition && chunks[j + 1].IsDate))
                return false;
        }

        return true;
    }

    public static bool IsSpeech(string lemma) => lemma is "say" or "tell" or "report" or "add" or "announce" or "believe" or "hope" or "think";
}
