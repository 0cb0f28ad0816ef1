namespace Parley.Extraction.Analysis;

/// <summary>Finds the verbs that speak of an event as their subject, past whatever stands between the two.</summary>
internal static class Predicates
{
    /// <summary>The verbs whose subject the event is, the finite one first: "the truce, signed in Accra, has been violated".</summary>
    public static IEnumerable<int> Of(Reading reading, int at)
    {
        var chunks = reading.Chunks;
        var first = AsSubject(reading, at);
        if (RelativeOf(chunks, at) is >= 0 and var relative && BehindRelative(chunks, relative) is >= 0 and var main && (at == 0 || chunks[at - 1].Kind != ChunkKind.Preposition))
            yield return main;
        if (at > 0 && chunks[at - 1].Kind == ChunkKind.Preposition && RelativeOf(chunks, at) is >= 0 and var own && own + 1 < chunks.Count && chunks[own + 1].Kind == ChunkKind.Verb && own + 1 != first)
            yield return own + 1;
        if (first < 0)
            yield break;

        // "in force since May, which would have run out, has been renewed": the clause behind the relative one first.
        if (first > 0 && chunks[first - 1].Kind == ChunkKind.Relative && BehindRelative(chunks, first - 1) is >= 0 and var outer)
            yield return outer;
        if (chunks[first].Reduced || chunks[first].Infinitive || (chunks[first].Last - chunks[first].First == 1 && reading.Tokens[chunks[first].First].Is(WordClass.Participle)))
        {
            for (var j = first + 1; j < chunks.Count; j++)
            {
                // ", moved once from May to June, will": how often.
                if (chunks[j] is { Kind: ChunkKind.Subordinator, Head: "once" } && j == first + 1 && j + 1 < chunks.Count && chunks[j + 1].Kind is ChunkKind.Preposition or ChunkKind.Comma)
                    continue;

                // "The truce, declared when the talks opened, ended": the clause of the participle closes with its comma.
                if (first > at + 1 && chunks[first - 1].Kind == ChunkKind.Comma && chunks[j].Kind == ChunkKind.Subordinator && Closing(chunks, j) is >= 0 and var closing)
                {
                    yield return closing;
                    break;
                }

                // "collapsed on Tuesday as guns began to shell": another clause; "in force as before": none.
                if (chunks[j].Kind is ChunkKind.Subordinator && (chunks[j].Head is not "as" || (j + 2 < chunks.Count && chunks[j + 1].Kind == ChunkKind.Noun && chunks[j + 2].Kind == ChunkKind.Verb)) || chunks[j].Kind is ChunkKind.Break or ChunkKind.Relative || (chunks[j].Kind == ChunkKind.Conjunction && !(j + 1 < chunks.Count && chunks[j + 1].Kind == ChunkKind.Noun)))
                    break;

                // "when the talks opened, ended": the first is of the clause between.
                if (chunks[j].Kind == ChunkKind.Comma && at > 0 && chunks[at - 1].Kind == ChunkKind.Subordinator && chunks[first - 1].Kind != ChunkKind.Comma)
                    break;

                // "expired on Monday and gunboats resumed": another subject's verb.
                if (chunks[j].Kind == ChunkKind.Conjunction && !chunks[first].Reduced)
                    break;
                if (chunks[j].Kind == ChunkKind.Verb && chunks[j].Finite)
                {
                    // "followed the one held in Oslo on May 3": of another, which was held.
                    if (reading.Tokens[chunks[j].First - 1].Word?.Text is "one" or "ones")
                        break;

                    // "In the first round, held in May, the two sides agreed": who agreed stands before the verb.
                    if (at == 1 && chunks[0].Kind == ChunkKind.Preposition && j > 1 && chunks[j - 1] is { Kind: ChunkKind.Noun, IsDate: false } && chunks[j - 2].Kind == ChunkKind.Comma)
                        break;
                    if (!(chunks[j - 1].Kind == ChunkKind.Noun && chunks[j - 1].IsActor && chunks[j - 1].Parties.Count > 0 && chunks[j].Lemma is "say" or "tell"))
                        yield return j;
                    break;
                }
            }
        }

        yield return first;
        if (chunks[at].IsPronoun && Second(chunks, first) is > 0 and var second)
            yield return second;

        // "appeared to be holding", "is due to begin", "failed to hold": the infinitive says it.
        for (var j = first + 1; j < chunks.Count && j <= first + 3; j++)
        {
            if (chunks[j].Kind == ChunkKind.Verb && chunks[j].Infinitive)
            {
                yield return j;
                break;
            }

            if (chunks[j].Kind is not (ChunkKind.Predicate or ChunkKind.Noun or ChunkKind.Preposition) || (chunks[j].Kind == ChunkKind.Noun && !chunks[j].IsDate))
                break;
        }
    }

    /// <summary>"It covers the whole coast and began at noon": the beginning that is told beside what it covers; -1 where none is.</summary>
    public static int Second(List<Chunk> chunks, int first) =>
        chunks.FindIndex(first + 1, c => c is { Kind: ChunkKind.Verb, Finite: true, Past: true, Modal: null, Negated: false, Lemma: "begin" or "start" or "take effect" or "come into force" or "come into effect" or "go into effect" or "enter into force" }) is var verb && verb > 0 && chunks[verb - 1].Kind == ChunkKind.Conjunction ? verb : -1;

    /// <summary>The finite verb right behind the comma that closes the clause; -1 where the clause does not close so.</summary>
    private static int Closing(List<Chunk> chunks, int subordinator)
    {
        var comma = chunks.FindIndex(subordinator, c => c.Kind is ChunkKind.Comma or ChunkKind.Break);
        return comma > subordinator && comma + 1 < chunks.Count && chunks[comma].Kind == ChunkKind.Comma && chunks[comma + 1] is { Kind: ChunkKind.Verb, Finite: true } ? comma + 1 : -1;
    }

    /// <summary>Where the clause begins that a noun carries: "the truce, which", "the meeting that", "the ceasefire to which", "the truce they"; -1 where there is none.</summary>
    public static int RelativeOf(List<Chunk> chunks, int at)
    {
        for (var j = at + 1; j + 1 < chunks.Count && j < at + 12; j++)
        {
            if (chunks[j].Kind == ChunkKind.Conjunction && chunks[j - 1].Kind == ChunkKind.Noun && chunks[j + 1].Kind == ChunkKind.Noun && j > at + 2)
                continue;

            // "the summit of A, B, C and D, which": a list of who meets.
            if (chunks[j].Kind == ChunkKind.Comma && j > at + 2 && chunks[j - 1].IsActor && chunks[j + 1].IsActor && chunks[at + 1] is { Kind: ChunkKind.Preposition, Head: "of" or "between" })
                continue;
            if (chunks[j].Kind == ChunkKind.Relative || (chunks[j].Kind == ChunkKind.Subordinator && chunks[j].Head is "that" && chunks[j + 1].Kind == ChunkKind.Noun))
                return j;
            if (chunks[j] is { Kind: ChunkKind.Verb, Reduced: true } && j == at + 1)
                continue;
            if (chunks[j].Kind == ChunkKind.Noun && j == at + 1 && chunks[j].IsActor | chunks[j].IsPronoun && chunks[j + 1].Kind == ChunkKind.Verb)
                return at;
            if (chunks[j].Kind is not (ChunkKind.Comma or ChunkKind.Preposition or ChunkKind.Noun) || (chunks[j].Kind == ChunkKind.Comma && chunks[j + 1].Kind is not (ChunkKind.Relative or ChunkKind.Preposition)))
                return -1;
        }

        return -1;
    }

    /// <summary>The verb of the clause around a relative one: the second finite verb that no conjunction joins to the first; -1 where there is none.</summary>
    private static int BehindRelative(List<Chunk> chunks, int relative)
    {
        var inner = -1;
        var joined = false;
        for (var j = relative + 1; j < chunks.Count; j++)
        {
            if (chunks[j].Kind is ChunkKind.Break or ChunkKind.Subordinator)
                return -1;
            if (chunks[j].Kind != ChunkKind.Verb || !chunks[j].Finite)
                continue;
            if (inner < 0)
            {
                inner = j;
                continue;
            }

            // "that Egypt proposed and both sides accepted was": the second has a subject of its own.
            if (chunks[j - 1].Kind == ChunkKind.Noun && chunks.FindIndex(inner, j - inner, c => c.Kind == ChunkKind.Conjunction) is >= 0 and var and && chunks.FindIndex(and, j - and, c => c.Kind is ChunkKind.Preposition or ChunkKind.Verb) < 0)
            {
                inner = j;
                continue;
            }

            // "which was agreed in Oslo and took effect at noon, was": joined to the first; the clause around it goes on behind a comma.
            if (chunks[j - 1].Kind == ChunkKind.Conjunction)
            {
                (inner, joined) = (j, true);
                continue;
            }

            return (!joined || chunks[j - 1].Kind == ChunkKind.Comma) && chunks[inner].Lemma is not ("say" or "hope" or "believe" or "think" or "claim" or "expect") ? j : -1;
        }

        return -1;
    }

    /// <summary>The verb whose subject the event is, looking past the phrases that belong to it; -1 where there is none.</summary>
    public static int AsSubject(Reading reading, int at)
    {
        var chunks = reading.Chunks;
        if (at > 0 && chunks[at - 1].Kind == ChunkKind.Preposition && !(at > 1 && chunks[at - 2].Kind == ChunkKind.Noun && chunks[at - 2].HeadWord?.NounFrame is { PassesThrough: true }))
        {
            // Inside another phrase only a participle or relative clause can speak of it.
            var next = at + 1;

            // "In the first round, held near Geneva in February, the two sides agreed".
            if (next + 2 < chunks.Count && chunks[next].Kind == ChunkKind.Comma && chunks[next + 1] is { Kind: ChunkKind.Verb, Lemma: "hold" or "convene" or "conduct" or "host" or "chair" } told && told.Last - told.First == 1 && reading.Tokens[told.First].Is(WordClass.Participle) && chunks[next + 2].Kind == ChunkKind.Preposition | chunks[next + 2].IsDate)
                return next + 1;
            if (next < chunks.Count && chunks[next].Kind == ChunkKind.Verb && (chunks[next].Reduced || chunks[next].Infinitive))
                return next;
            return next + 1 < chunks.Count && chunks[next].Kind == ChunkKind.Relative && chunks[next + 1].Kind == ChunkKind.Verb ? next + 1 : -1;
        }

        for (var j = at + 1; j < chunks.Count; j++)
        {
            switch (chunks[j].Kind)
            {
                case ChunkKind.Verb:
                    return chunks[j].Gerund ? -1 : j;
                case ChunkKind.Preposition:
                    var list = Coordination.From(reading, j + 1, out var last);
                    if (list.Count > 0)
                        j = last;
                    break;
                case ChunkKind.Noun when chunks[j].IsDate:
                case ChunkKind.Comma or ChunkKind.Quote or ChunkKind.Relative:
                    break;
                case ChunkKind.Predicate when chunks[j - 1].Kind == ChunkKind.Comma:
                    break;
                case ChunkKind.Noun when chunks[j - 1].Kind == ChunkKind.Comma && Closes(chunks, j):
                    break;
                case ChunkKind.Subordinator when chunks[j].Head is "as" && chunks[j - 1].Kind == ChunkKind.Comma && chunks.FindIndex(j, c => c.Kind == ChunkKind.Comma) is var close && close > j && close < j + 7:
                    j = close;
                    break;
                // "since Monday"; "It was their first meeting since the war broke out": a clause with a verb of its own.
                case ChunkKind.Subordinator when chunks[j].Head is "since" && j + 1 < chunks.Count && chunks[j + 1].Kind == ChunkKind.Noun:
                    j += !chunks[j + 1].IsDate && j + 2 < chunks.Count && chunks[j + 2].Kind == ChunkKind.Verb && chunks.FindIndex(0, at, static c => c is { Kind: ChunkKind.Verb, Finite: true }) >= 0 ? 2 : 1;
                    break;
                case ChunkKind.Open:
                    while (j + 1 < chunks.Count && chunks[j].Kind != ChunkKind.Close)
                        j++;
                    break;
                default:
                    return -1;
            }
        }

        return -1;
    }

    /// <summary>"The truce, the second in eight days, was": a phrase between two commas says what it is.</summary>
    private static bool Closes(List<Chunk> chunks, int at)
    {
        for (var j = at + 1; j < chunks.Count && j < at + 8; j++)
        {
            if (chunks[j].Kind == ChunkKind.Comma)
                return j + 1 < chunks.Count && chunks[j + 1].Kind == ChunkKind.Verb;
            if (chunks[j].Kind is not (ChunkKind.Noun or ChunkKind.Preposition) && !(chunks[j].Kind == ChunkKind.Verb && chunks[j].Reduced | chunks[j].Past))
                return false;
        }

        return false;
    }
}
