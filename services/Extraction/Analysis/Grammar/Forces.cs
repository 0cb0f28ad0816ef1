namespace Parley.Extraction.Analysis;

/// <summary>Whether what a verb says is so, is to be, is wished for, refused or doubted, by its own form and by what governs it.</summary>
internal sealed class Forces(Knowledge knowledge)
{
    public Force Of(Reading reading, int verb, int depth = 0)
    {
        var chunks = reading.Chunks;
        var chunk = chunks[verb];
        if (depth > 6)
            return Force.Doubt;
        if (chunk.Kind == ChunkKind.Predicate)
            return OfPredicate(reading, verb, depth);
        if (chunk.With is { } shared)
            return Of(reading, chunks.IndexOf(shared), depth + 1);
        if (chunk.Reduced)
            return Force.Do;
        if (chunk.Gerund)
            return OfGerund(reading, verb, depth);
        if (chunk.Infinitive)
            return OfInfinitive(reading, verb, depth);
        if (Conditions.IsConditional(reading, verb) || Conditions.IsAwaited(reading, verb))
            return Force.Doubt;
        if (Conditions.IsYetToCome(reading, verb))
            return Force.Plan;
        if (chunk.Modal is "will" or "would" or "could" && Conditions.FollowsCondition(chunks, verb))
            return Force.Doubt;
        return Subjunctive(reading, verb) ?? OfFinite(reading, verb);
    }

    /// <summary>"proposed that the two Koreas hold talks": the wish stands in the verb before "that".</summary>
    private Force? Subjunctive(Reading reading, int verb)
    {
        var chunks = reading.Chunks;
        if (Denials.IsDenied(chunks, verb))
            return Force.Doubt;
        if (chunks[verb].Past || chunks[verb].Perfect || chunks[verb].Modal is not (null or "should") || !reading.Tokens[chunks[verb].Last - 1].Is(WordClass.Base) && chunks[verb].Lemma != "be")
            return null;
        for (var j = verb - 1; j > 0; j--)
        {
            if (chunks[j].Kind == ChunkKind.Verb)
                return null;
            if (chunks[j].Kind != ChunkKind.Subordinator)
                continue;
            for (var k = j - 1; k >= 0 && k >= j - 3; k--)
            {
                if (chunks[k].Kind != ChunkKind.Verb)
                    continue;
                var wanted = knowledge.Attitudes.GetValueOrDefault(chunks[k].Lemma);
                return wanted is Force.Ask or Force.Offer or Force.Wish && chunks[j].Head == "that" ? wanted : null;
            }

            return null;
        }

        return null;
    }

    private static Force OfFinite(Reading reading, int verb)
    {
        var chunk = reading.Chunks[verb];
        var negated = chunk.Negated || Denials.HasNegativeSubject(reading, verb);
        switch (chunk.Modal)
        {
            case "to" when chunk.Perfect && !negated:
                // "were to have met on Saturday": they did not.
                return Force.Fail;
            case "will" or "would" or "to":
                return negated ? IsOnlyFrom(reading, verb) ? Force.Plan : Force.Refuse : chunk.Modal == "would" && chunk.Perfect ? Force.Doubt : Force.Plan;
            case "should" or "must" or "ought":
                return negated ? Force.Refuse : Force.Wish;
            case "can" or "could" when chunk.Lemma.StartsWith("see no ", StringComparison.Ordinal):
                return Force.Do;
            case "can" or "could" or "may" or "might":
                return negated && chunk.Modal is "can" or "could" ? Force.Not : Force.Doubt;
            default:
                if (negated)
                    return Force.Not;
                return chunk.Progressive && !chunk.Past ? Force.Continue : Force.Do;
        }
    }

    /// <summary>"is not to begin until Tuesday": it is to begin then.</summary>
    private static bool IsOnlyFrom(Reading reading, int verb)
    {
        var chunks = reading.Chunks;
        return chunks[verb].Lemma is "begin" or "start" or "open" or "resume" or "take effect" or "come into force" or "come into effect" or "go into effect" or "enter into force"
            && verb + 2 < chunks.Count && chunks[verb + 1].Head is "until" or "till" or "before" && chunks[verb + 2].IsDate;
    }

    private Force OfPredicate(Reading reading, int at, int depth)
    {
        var chunk = reading.Chunks[at];
        var own = knowledge.Attitudes.GetValueOrDefault(chunk.Head, Force.Do);
        var be = at - 1;
        if (be >= 0 && reading.Chunks[be].Kind == ChunkKind.Verb && reading.Chunks[be].Lemma == "be")
        {
            var said = Of(reading, be, depth + 1);

            // "is not likely to take place": nobody refuses.
            return said == Force.Not && chunk.Head is "likely" or "certain" or "sure" or "expected" or "supposed" ? Force.Doubt : Combine(said, own);
        }

        return reading.Tokens[chunk.First].Tag == Tag.Negation ? Force.Refuse : own;
    }

    private Force OfInfinitive(Reading reading, int verb, int depth)
    {
        var chunks = reading.Chunks;
        var negated = chunks[verb].Negated || (chunks[verb].First > 0 && reading.Tokens[chunks[verb].First - 1].Tag == Tag.Negation);
        var governor = Infinitives.Governor(reading, verb);
        if (governor < 0 && verb > 0 && chunks[verb - 1].Kind == ChunkKind.Subordinator)
            return Force.Doubt;
        if (governor < 0)
            return negated ? Force.Refuse : Force.Plan;
        var chunk = chunks[governor];
        Force force;
        if (chunk.Kind == ChunkKind.Noun)
        {
            force = OfNoun(reading, governor, depth);
        }
        else if (chunk.Kind == ChunkKind.Predicate)
        {
            force = OfPredicate(reading, governor, depth + 1);
        }
        else if (chunks[verb].Perfect && chunk.Passive && chunk.Lemma is "report" or "say" or "believe" or "understand" or "know" or "think" or "reckon" or "hold")
        {
            // "was reported to have declared": it is told as done.
            force = Of(reading, governor, depth + 1);
        }
        else if (knowledge.Attitudes.TryGetValue(chunk.Lemma, out var attitude))
        {
            var own = Of(reading, governor, depth + 1);
            if (attitude == Force.Ask && !chunk.Passive && chunk.Lemma is "expect")
                attitude = Force.Plan;
            if (attitude == Force.Ask && !chunk.Passive && chunk.Lemma == "order" && Clauses.Object(reading, governor).Count == 0)
                attitude = Force.Plan;
            if (attitude == Force.Ask && Infinitives.IsCommand(reading, governor))
                attitude = Force.Plan;
            if (chunk.Passive && chunk.Lemma == "prepare")
                attitude = Force.Offer;
            force = Combine(own, attitude);
        }
        else
        {
            // A purpose: "flew to Cairo to meet", "in order to reach"; it is meant, no more.
            var own = Of(reading, governor, depth + 1);
            force = own is Force.Do && chunk.Lemma is "sit down" or "sit" or "meet" or "gather" or "convene" or "assemble" && chunks[verb].Lemma is "open" or "begin" or "start" or "resume" or "launch" or "continue" ? Force.Do
                : own is Force.Do or Force.Continue or Force.Plan or Force.Begin ? IsMotion(chunk.Lemma) ? Force.Plan : Force.Try
                : own is Force.Refuse && IsMotion(chunk.Lemma) ? Force.Refuse : own is Force.Wish or Force.Ask or Force.Offer && IsMotion(chunk.Lemma) ? own : Force.Doubt;
            // "will become the first leader to visit": he will.
            if (chunk.Lemma is "become" or "be" && reading.Chunks.Exists(c => c.Kind == ChunkKind.Noun && c.First >= chunk.Last && c.Last <= chunks[verb].First && reading.Has(c, "first") | reading.Has(c, "latest") | reading.Has(c, "last")))
                return negated ? Force.Doubt : own;
            if (chunk.Lemma == "be" && own is Force.Do && chunk.Past && governor + 2 < verb && chunks[governor + 1] is { Kind: ChunkKind.Preposition, Head: "in" or "at" } && chunks[governor + 2].Place is not null)
                // "was in Oslo on Monday to meet him": he had come for it, and is there.
                force = Force.Do;
            else if (chunk.Lemma == "be")
                force = own is Force.Not ? Force.Refuse : own is Force.Doubt ? Force.Doubt : Force.Plan;
        }

        return negated ? Combine(Force.Not, force is Force.Ask or Force.Plan ? Force.Plan : force) : force;
    }

    public static bool IsMotion(string lemma) =>
        WordLists.Motion.Has(lemma);

    private Force OfNoun(Reading reading, int at, int depth)
    {
        var chunk = reading.Chunks[at];
        var own = knowledge.Attitudes.TryGetValue(chunk.Head, out var force) ? force : knowledge.Attitudes.GetValueOrDefault(chunk.Head.TrimEnd('s'), Force.Wish);
        if (reading.Tokens[chunk.First].Is("no"))
            return chunk.Head is "pressure" || own is Force.Doubt or Force.Ask ? Force.Doubt : Force.Refuse;
        for (var j = at - 1; j >= 0 && j >= at - 3; j--)
        {
            if (reading.Chunks[j].Kind != ChunkKind.Verb)
                continue;
            var verb = reading.Chunks[j];
            if (knowledge.Frames.TryGetValue(verb.Lemma, out var frame) && frame.Talks == Parley.Contracts.EntryStatus.Rejected)
                return Of(reading, j, depth + 1) is Force.Not or Force.Doubt ? Force.Doubt : Force.Refuse;
            if (verb.Lemma is "drop" or "abandon" or "scrap" or "cancel")
                return Force.Fail;
            if (frame?.Talks == Parley.Contracts.EntryStatus.Suspended && own is Force.Try && Of(reading, j, depth + 1) is Force.Do)
                return Force.Stop;
            return Combine(Of(reading, j, depth + 1), own);
        }

        return own;
    }

    private Force OfGerund(Reading reading, int verb, int depth)
    {
        var chunks = reading.Chunks;
        if (verb == 0)
            return Force.Do;
        var before = chunks[verb - 1];
        if (before.Kind is ChunkKind.Preposition or ChunkKind.Subordinator)
        {
            if (before.Head is "before" or "ahead")
                return Force.Plan;
            if (before.Head is "without")
                return Force.Not;
            if (before.Head is "of" && verb > 1 && chunks[verb - 2].IsDate || (before.Head is "for" && chunks[verb].Perfect))
                return Force.Do;
            if (before.Head is "in" or "for" or "of" && verb > 1 && chunks[verb - 2].Kind == ChunkKind.Noun && WordLists.Pointless.Has(chunks[verb - 2].Head) && reading.Tokens[chunks[verb - 2].First].Is("no"))
                return Force.Refuse;
            if (before.Head is "of" or "from" or "to" or "for" or "against" or "about" or "in" or "with" && verb > 1)
            {
                for (var j = verb - 2; j >= 0; j--)
                {
                    if (chunks[j].Kind is ChunkKind.Verb or ChunkKind.Predicate)
                        return Combine(Of(reading, j, depth + 1), knowledge.Attitudes.GetValueOrDefault(chunks[j].Kind == ChunkKind.Verb ? chunks[j].Lemma : chunks[j].Head, Force.Doubt));
                    if (chunks[j].Kind == ChunkKind.Noun && knowledge.Attitudes.TryGetValue(chunks[j].Head, out var noun))
                        return noun;
                }

                return Force.Doubt;
            }

            return WordLists.AfterWhich.Has(before.Head) ? Force.Do : Force.Try;
        }

        if (before.Kind == ChunkKind.Verb)
        {
            var own = Of(reading, verb - 1, depth + 1);
            if (knowledge.Attitudes.TryGetValue(before.Lemma, out var attitude))
                return Combine(own, attitude);
            if (knowledge.Frames.TryGetValue(before.Lemma, out var frame) && frame.Talks == Parley.Contracts.EntryStatus.Rejected)
                return Combine(own, Force.Refuse);
            return Combine(own, Force.Do);
        }

        return Force.Do;
    }

    /// <summary>What is left of an inner force under an outer one: "will refuse to meet", "was asked to agree", "did not want to".</summary>
    public static Force Combine(Force outer, Force inner) => outer switch
    {
        Force.Do or Force.Begin or Force.Continue or Force.Plan => inner is Force.Do && outer == Force.Plan ? Force.Plan : inner,
        Force.Doubt or Force.Threat => outer,
        Force.Not => inner switch
        {
            Force.Plan or Force.Offer or Force.Wish => Force.Refuse,
            Force.Do or Force.Begin or Force.Continue => Force.Not,
            _ => Force.Doubt,
        },
        Force.Refuse => inner is Force.Plan or Force.Offer or Force.Do or Force.Begin or Force.Continue or Force.Wish ? Force.Refuse : Force.Doubt,
        Force.Wish or Force.Ask or Force.Offer or Force.Try => inner is Force.Plan or Force.Do or Force.Begin or Force.Continue or Force.Offer or Force.Try ? outer : inner is Force.Ask or Force.Wish ? inner : inner == Force.Stop ? Force.Stop : Force.Doubt,
        Force.Fail => inner is Force.Plan or Force.Do or Force.Offer ? Force.Fail : Force.Doubt,
        _ => outer,
    };
}
