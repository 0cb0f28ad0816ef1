namespace Parley.Extraction.Analysis;

/// <summary>Who does what in a sentence: subjects, objects, and the phrases behind a verb or noun.</summary>
internal static class Clauses
{
    /// <summary>A preposition and the list of noun phrases behind it.</summary>
    public readonly record struct Phrase(string Preposition, List<Chunk> Nouns, int At, int Last, bool Direct);

    public static List<Chunk> Subject(Reading reading, int verb, Knowledge knowledge, int depth = 0)
    {
        var chunks = reading.Chunks;
        if (depth > 6)
            return [];
        var chunk = chunks[verb];
        if (chunk.With is { } shared)
            return Subject(reading, chunks.IndexOf(shared), knowledge, depth + 1);
        if (chunk.Infinitive)
            return OfInfinitive(reading, verb, knowledge, depth);
        if (chunk.Gerund)
        {
            // "ministers meeting in Cairo", "X and Y, meeting in Cairo, agreed": those right before it.
            var actor = verb > 0 && chunks[verb - 1].Kind == ChunkKind.Comma ? verb - 2 : verb - 1;
            if (actor >= 0 && chunks[actor].Kind == ChunkKind.Noun && chunks[actor].IsActor && (actor == verb - 1 || ListStart(chunks, actor) == 0 || chunks[ListStart(chunks, actor) - 1].Kind is ChunkKind.Subordinator or ChunkKind.Break))
            {
                var list = ListStart(chunks, actor);
                return chunks.GetRange(list, actor - list + 1).FindAll(c => c.Kind == ChunkKind.Noun);
            }

            // "accused the army of violating": the accused.
            if (verb > 2 && chunks[verb - 1].Head is "of" or "for" && chunks[verb - 2].Kind == ChunkKind.Noun)
            {
                for (var j = verb - 2; j >= 0; j--)
                {
                    if (chunks[j].Kind == ChunkKind.Verb)
                    {
                        if (chunks[j].Lemma is "accuse" or "blame" or "suspect" or "condemn" or "criticise" or "criticize" && !chunks[j].Passive)
                            return Object(reading, j);
                        break;
                    }
                }
            }

            // "meeting Putin in Moscow, he said": the subject of the clause around it.
            var main = MainVerb(reading, verb);
            return main < 0 ? [] : Subject(reading, main, knowledge, depth + 1);
        }

        if (Interrupted(chunks, verb) is >= 0 and var named0)
            return chunks.GetRange(ListStart(chunks, named0), named0 - ListStart(chunks, named0) + 1).FindAll(c => c.Kind == ChunkKind.Noun && !c.IsDate);
        for (var j = verb - 1; j >= 0; j--)
        {
            switch (chunks[j].Kind)
            {
                case ChunkKind.Close:
                    while (j > 0 && chunks[j].Kind != ChunkKind.Open)
                        j--;
                    break;
                case ChunkKind.Noun:
                    if (chunks[verb].Finite && Apposed(chunks, j, verb) is >= 0 and var named)
                    {
                        j = named + 1;
                        break;
                    }

                    var start = ListStart(chunks, j);
                    if (start > 0 && chunks[start - 1].Kind == ChunkKind.Preposition && !(chunks[start - 1].Head is "including"))
                    {
                        j = start - 1;
                        break;
                    }

                    if (chunks[j].IsDate)
                        break;

                    // "X, ending a visit to Y, said": what a participle between commas governs is no subject.
                    if (start > 1 && chunks[start - 1] is { Kind: ChunkKind.Verb, Gerund: true } && chunks[start - 2].Kind == ChunkKind.Comma && !chunks[verb].Gerund)
                    {
                        j = start - 2;
                        break;
                    }

                    // An object of an earlier verb is no subject unless a conjunction or comma parts them.
                    if (start > 0 && chunks[start - 1].Kind == ChunkKind.Verb && start == j && chunks[verb].Reduced is false && chunks[start - 1].Finite && !IsSpeech(chunks[start - 1].Lemma))
                    {
                        if (HasConjunction(chunks, j, verb) && !Relativised(chunks, start - 1))
                            return Subject(reading, start - 1, knowledge, depth + 1);
                        return Relativised(chunks, start - 1) ? SkipRelative(reading, start - 1, knowledge, depth) : [chunks[j]];
                    }

                    return chunks.GetRange(start, j - start + 1).FindAll(c => c.Kind == ChunkKind.Noun && !c.IsDate);
                case ChunkKind.Verb when chunks[j].Gerund && j > 0 && chunks[j - 1].Kind is ChunkKind.Comma or ChunkKind.Noun && !chunks[verb].Gerund:
                    break;
                case ChunkKind.Verb:
                    if (Relativised(chunks, j))
                        return SkipRelative(reading, j, knowledge, depth);
                    if (j == verb - 1 && chunks[j].Reduced is false && !chunks[j].Infinitive)
                        return Subject(reading, j, knowledge, depth + 1);
                    return HasConjunction(chunks, j, verb) || chunks[j].Reduced || chunks[j].Gerund || chunks[j].Infinitive ? Subject(reading, j, knowledge, depth + 1) : [];
                case ChunkKind.Relative:
                    for (var k = j - 1; k >= 0; k--)
                    {
                        if (chunks[k].Kind == ChunkKind.Noun && !chunks[k].IsDate && chunks[k].Parties.Count == 1 && reading.Tokens[chunks[verb].First].Is(WordClass.ThirdPerson))
                            return [chunks[k]];
                        if (chunks[k].Kind == ChunkKind.Noun && !chunks[k].IsDate)
                            return chunks.GetRange(ListStart(chunks, k), k - ListStart(chunks, k) + 1).FindAll(c => c.Kind == ChunkKind.Noun);
                        if (chunks[k].Kind == ChunkKind.Verb)
                            break;
                    }

                    return [];
                case ChunkKind.Subordinator when j == verb - 1 && chunks[j].Head is "as" or "though":
                    break;
                case ChunkKind.Subordinator or ChunkKind.Break:
                    return [];
                default:
                    break;
            }
        }

        return [];
    }

    /// <summary>"Nixon, having accepted an offer sent through Oslo, will visit": the subject before a participle or relative clause in commas; -1 where there is none.</summary>
    private static int Interrupted(List<Chunk> chunks, int verb)
    {
        if (verb < 4 || chunks[verb - 1].Kind != ChunkKind.Comma || !chunks[verb].Finite)
            return -1;
        for (var comma = 1; comma < verb - 2; comma++)
        {
            if (chunks[comma].Kind != ChunkKind.Comma || chunks[comma - 1].Kind != ChunkKind.Noun || chunks[comma - 1].IsDate || chunks[comma + 1] is not ({ Kind: ChunkKind.Verb, Gerund: true } or { Kind: ChunkKind.Verb, Reduced: true } or { Kind: ChunkKind.Verb, Passive: false, Past: true, Perfect: false } or { Kind: ChunkKind.Relative }))
                continue;
            var start = ListStart(chunks, comma - 1);
            if ((start == 0 || chunks[start - 1].Kind is ChunkKind.Break or ChunkKind.Subordinator or ChunkKind.Quote or ChunkKind.Open) && chunks.FindIndex(comma, verb - comma, c => c.Kind is ChunkKind.Break) < 0
                && chunks.FindLastIndex(verb - 2, verb - 2 - comma, c => c.Kind == ChunkKind.Comma) < 0)
                return comma - 1;
        }

        return -1;
    }

    /// <summary>"Egypt, a sponsor of Haftar, had proposed": the chunk before a phrase in commas that ends right before the verb; -1 where there is none.</summary>
    private static int Apposed(List<Chunk> chunks, int noun, int verb)
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

    private static bool IsSpeech(string lemma) => lemma is "say" or "tell" or "report" or "add" or "announce" or "believe" or "hope" or "think";

    private static List<Chunk> OfInfinitive(Reading reading, int verb, Knowledge knowledge, int depth)
    {
        var chunks = reading.Chunks;
        var governor = Governor(reading, verb);
        if (governor < 0)
        {
            for (var j = verb - 1; j >= 0; j--)
            {
                if (chunks[j].Kind == ChunkKind.Noun && !chunks[j].IsDate && !(j > 0 && chunks[j - 1].Kind == ChunkKind.Preposition))
                {
                    var start = ListStart(chunks, j);
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
                    return Subject(reading, j, knowledge, depth + 1);
            }

            return [];
        }

        if (chunks[governor].Kind == ChunkKind.Verb && !chunks[governor].Passive && (knowledge.Attitudes.GetValueOrDefault(chunks[governor].Lemma) is Force.Ask or Force.Wish or Force.Doubt || chunks[governor].Lemma is "force" or "compel" or "prompt" or "cause" or "lead" or "oblige" or "help" or "get" or "allow"))
        {
            var asked = Object(reading, governor);
            if (asked.Count > 0 && reading.Chunks.IndexOf(asked[^1]) < verb)
                return asked;
        }

        return chunks[governor].Kind == ChunkKind.Predicate ? Subject(reading, Math.Max(0, governor - 1), knowledge, depth + 1) : Subject(reading, governor, knowledge, depth + 1);
    }

    /// <summary>The verb, predicate or noun that an infinitive hangs on; -1 where there is none (a headline's "to meet").</summary>
    public static int Governor(Reading reading, int infinitive)
    {
        var chunks = reading.Chunks;
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

    private static int MainVerb(Reading reading, int verb)
    {
        var chunks = reading.Chunks;
        for (var j = verb - 1; j >= 0; j--)
        {
            if (chunks[j].Kind == ChunkKind.Verb && !chunks[j].Gerund && !chunks[j].Reduced && !(chunks[j].Infinitive && chunks[verb - 1].Kind == ChunkKind.Comma))
                return j;
            if (chunks[j].Kind == ChunkKind.Break)
                break;
        }

        for (var j = verb + 1; j < chunks.Count; j++)
        {
            if (chunks[j].Kind == ChunkKind.Verb && chunks[j].Finite)
                return j;
        }

        return -1;
    }

    private static bool IsSetting(List<Chunk> chunks, int noun) =>
        noun > 0 && chunks[noun - 1] is { Kind: ChunkKind.Preposition, Head: "at" or "in" or "on" or "near" or "outside" or "during" or "after" or "following" or "before" or "since" or "despite" or "amid" or "under" or "inside" or "across" or "around" };

    private static int ListStart(List<Chunk> chunks, int index)
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

    private static bool Relativised(List<Chunk> chunks, int verb)
    {
        for (var j = verb - 1; j >= 0; j--)
        {
            if (chunks[j].Kind == ChunkKind.Relative)
                return true;
            if (chunks[j].Kind is ChunkKind.Verb or ChunkKind.Subordinator or ChunkKind.Break)
                return false;
        }

        return false;
    }

    private static List<Chunk> SkipRelative(Reading reading, int verb, Knowledge knowledge, int depth)
    {
        var j = verb;
        while (reading.Chunks[j].Kind != ChunkKind.Relative)
            j--;
        return Before(reading, j, knowledge, depth);
    }

    private static List<Chunk> Before(Reading reading, int at, Knowledge knowledge, int depth)
    {
        var chunks = reading.Chunks;
        for (var k = at - 1; k >= 0; k--)
        {
            if (chunks[k].Kind == ChunkKind.Noun && !chunks[k].IsDate)
            {
                var start = ListStart(chunks, k);
                if (start > 0 && chunks[start - 1].Kind == ChunkKind.Preposition)
                {
                    k = start - 1;
                    continue;
                }

                return chunks.GetRange(start, k - start + 1).FindAll(c => c.Kind == ChunkKind.Noun);
            }

            if (chunks[k].Kind == ChunkKind.Verb)
                return Subject(reading, k, knowledge, depth + 1);
        }

        return [];
    }

    private static bool HasConjunction(List<Chunk> chunks, int from, int to)
    {
        for (var j = from + 1; j < to; j++)
        {
            if (chunks[j].Kind is ChunkKind.Conjunction or ChunkKind.Comma)
                return true;
        }

        return false;
    }

    public static List<Chunk> Object(Reading reading, int verb) => Object(reading, verb, out _);

    public static List<Chunk> Object(Reading reading, int verb, out int last)
    {
        var chunks = reading.Chunks;
        last = verb;
        for (var j = verb + 1; j < chunks.Count; j++)
        {
            if (chunks[j].Kind == ChunkKind.Noun && !chunks[j].IsDate)
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
