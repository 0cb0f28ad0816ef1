namespace Parley.Extraction.Analysis;

/// <summary>Who does what a verb says.</summary>
internal static class Subjects
{
    public static List<Chunk> Of(Reading reading, int verb, Knowledge knowledge, int depth = 0)
    {
        var chunks = reading.Chunks;
        if (depth > 6)
            return [];
        var chunk = chunks[verb];
        if (chunk.With is { } shared)
            return Of(reading, chunks.IndexOf(shared), knowledge, depth + 1);
        if (chunk.Infinitive)
            return Infinitives.Subject(reading, verb, knowledge, depth);
        if (chunk.Gerund)
        {
            // "ministers meeting in Cairo", "X and Y, meeting in Cairo, agreed": those right before it.
            var actor = verb > 0 && chunks[verb - 1].Kind == ChunkKind.Comma ? verb - 2 : verb - 1;
            if (actor >= 0 && chunks[actor].Kind == ChunkKind.Noun && chunks[actor].IsActor && (actor == verb - 1 || Coordination.Start(chunks, actor) == 0 || chunks[Coordination.Start(chunks, actor) - 1].Kind is ChunkKind.Subordinator or ChunkKind.Break))
            {
                var list = Coordination.Start(chunks, actor);
                return chunks.GetRange(list, actor - list + 1).FindAll(c => c.Kind == ChunkKind.Noun);
            }

            // "thanked the army for having kept": those who are thanked.
            if (chunk.Perfect && verb > 1 && chunks[verb - 1].Head is "for" && Done(chunks, verb - 2) is { } done)
                return [done];

            // "accused the army of violating": the accused.
            if (verb > 2 && chunks[verb - 1].Head is "of" or "for" && chunks[verb - 2].Kind == ChunkKind.Noun)
            {
                for (var j = verb - 2; j >= 0; j--)
                {
                    if (chunks[j].Kind == ChunkKind.Verb)
                    {
                        if (chunks[j].Lemma is "accuse" or "blame" or "suspect" or "condemn" or "criticise" or "criticize" && !chunks[j].Passive)
                            return Clauses.Object(reading, j);
                        break;
                    }
                }
            }

            // "meeting Putin in Moscow, he said": the subject of the clause around it.
            var main = MainVerb(reading, verb);
            return main < 0 ? [] : Of(reading, main, knowledge, depth + 1);
        }

        if (Interruptions.Before(chunks, verb) is >= 0 and var named0)
            return chunks.GetRange(Coordination.Start(chunks, named0), named0 - Coordination.Start(chunks, named0) + 1).FindAll(c => c.Kind == ChunkKind.Noun && !c.IsDate);
        for (var j = verb - 1; j >= 0; j--)
        {
            switch (chunks[j].Kind)
            {
                case ChunkKind.Close:
                    while (j > 0 && chunks[j].Kind != ChunkKind.Open)
                        j--;
                    break;
                case ChunkKind.Noun:
                    if (chunks[verb].Finite && Interruptions.Apposed(chunks, j, verb) is >= 0 and var named)
                    {
                        j = named + 1;
                        break;
                    }

                    var start = Coordination.Start(chunks, j);
                    if (start > 0 && chunks[start - 1].Kind == ChunkKind.Preposition && !(chunks[start - 1].Head is "including") && !OpensClause(chunks, start - 1, j, verb))
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

                    // "The rebels besieging the port announced", "guerrillas fighting to oust the king met": nor is what a participle right behind a noun governs.
                    if (start > 1 && chunks[verb].Finite && Interruptions.Participle(chunks, start - 1) is > 0 and var participle)
                    {
                        j = participle;
                        break;
                    }

                    // "those who have tried to patch things up met": what the relative clause's infinitive governs is no subject.
                    if (start > 1 && start == j && chunks[start - 1] is { Kind: ChunkKind.Verb, Infinitive: true } && chunks[start - 2].Kind == ChunkKind.Verb && chunks[verb].Finite && Relativised(chunks, start - 2))
                        return SkipRelative(reading, start - 2, knowledge, depth);

                    // An object of an earlier verb is no subject unless a conjunction or comma parts them.
                    if (start > 0 && chunks[start - 1].Kind == ChunkKind.Verb && start == j && chunks[verb].Reduced is false && chunks[start - 1].Finite && !Infinitives.IsSpeech(chunks[start - 1].Lemma))
                    {
                        if (HasConjunction(chunks, j, verb) && !Relativised(chunks, start - 1))
                            return Of(reading, start - 1, knowledge, depth + 1);
                        return Relativised(chunks, start - 1) ? SkipRelative(reading, start - 1, knowledge, depth) : [chunks[j]];
                    }

                    return chunks.GetRange(start, j - start + 1).FindAll(c => c.Kind == ChunkKind.Noun && !c.IsDate);
                case ChunkKind.Verb when chunks[j].Gerund && j > 0 && chunks[j - 1].Kind is ChunkKind.Comma or ChunkKind.Noun && !chunks[verb].Gerund:
                    break;
                case ChunkKind.Verb:
                    if (Relativised(chunks, j))
                        return Around(reading, verb, SkipRelative(reading, j, knowledge, depth), knowledge, depth);
                    if (j == verb - 1 && chunks[j].Reduced is false && !chunks[j].Infinitive)
                        return Of(reading, j, knowledge, depth + 1);
                    return HasConjunction(chunks, j, verb) || chunks[j].Reduced || chunks[j].Gerund || chunks[j].Infinitive ? Of(reading, j, knowledge, depth + 1) : [];
                case ChunkKind.Relative:
                    for (var k = j - 1; k >= 0; k--)
                    {
                        if (chunks[k].Kind == ChunkKind.Noun && !chunks[k].IsDate && chunks[k].Parties.Count == 1 && reading.Tokens[chunks[verb].First].Is(WordClass.ThirdPerson))
                            return [chunks[k]];
                        if (chunks[k].Kind == ChunkKind.Noun && !chunks[k].IsDate)
                            return chunks.GetRange(Coordination.Start(chunks, k), k - Coordination.Start(chunks, k) + 1).FindAll(c => c.Kind == ChunkKind.Noun);
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

    /// <summary>"were shelved after the ministers failed to agree", "was put off on Monday after A and B fell out": behind another clause's verb, "after" opens a clause and no phrase.</summary>
    private static bool OpensClause(List<Chunk> chunks, int preposition, int subject, int verb) =>
        chunks[preposition].Head is "after" or "before" or "since" && subject == verb - 1 && chunks[verb].Finite && preposition > 0
        && (chunks[preposition - 1] is { Kind: ChunkKind.Verb, Finite: true } || (preposition > 2 && chunks[preposition - 1].IsDate && chunks[preposition - 2].Kind == ChunkKind.Preposition && chunks[preposition - 3] is { Kind: ChunkKind.Verb, Finite: true }));

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

    /// <summary>"He thanked the king for the dinner, which was long, and went on": behind a clause in commas the object of the verb around it is no subject; who thanked is.</summary>
    private static List<Chunk> Around(Reading reading, int verb, List<Chunk> found, Knowledge knowledge, int depth)
    {
        var chunks = reading.Chunks;
        if (found is not [var one] || chunks[verb - 1].Kind != ChunkKind.Conjunction || chunks[verb - 2].Kind != ChunkKind.Comma)
            return found;
        var at = chunks.IndexOf(one);
        return at > 0 && chunks[at - 1] is { Kind: ChunkKind.Verb, Finite: true, Passive: false } outer && !Infinitives.IsSpeech(outer.Lemma) ? Of(reading, at - 1, knowledge, depth + 1) : found;
    }

    private static List<Chunk> Before(Reading reading, int at, Knowledge knowledge, int depth)
    {
        var chunks = reading.Chunks;
        for (var k = at - 1; k >= 0; k--)
        {
            if (chunks[k].Kind == ChunkKind.Noun && !chunks[k].IsDate)
            {
                var start = Coordination.Start(chunks, k);
                if (start > 0 && chunks[start - 1].Kind == ChunkKind.Preposition)
                {
                    k = start - 1;
                    continue;
                }

                return chunks.GetRange(start, k - start + 1).FindAll(c => c.Kind == ChunkKind.Noun);
            }

            if (chunks[k].Kind == ChunkKind.Verb)
                return Of(reading, k, knowledge, depth + 1);
        }

        return [];
    }

    /// <summary>The phrase before "for having", quoted or not; null where none stands there.</summary>
    private static Chunk? Done(List<Chunk> chunks, int at)
    {
        while (at > 0 && chunks[at].Kind == ChunkKind.Quote)
            at--;
        return chunks[at] is { Kind: ChunkKind.Noun, IsDate: false } who ? who : null;
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
}
