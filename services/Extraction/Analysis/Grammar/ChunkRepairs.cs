namespace Parley.Extraction.Analysis;

/// <summary>What can be told of groups only when all of them are there: what belongs together though something stands between, what is a clause, what shares a verb.</summary>
internal sealed class ChunkRepairs(Knowledge knowledge)
{
    public void Run(Reading reading)
    {
        DropAsides(reading.Chunks);
        DropReflexives(reading);
        JoinAuxiliaries(reading);
        FindHalts(reading.Chunks);
        FindClauses(reading.Chunks);
        FindReduced(reading);
        FindShared(reading);
    }

    /// <summary>"a halt to all shelling", "the pause in its operations": a ceasefire in other words.</summary>
    private void FindHalts(List<Chunk> chunks)
    {
        for (var i = 0; i + 2 < chunks.Count; i++)
        {
            var halt = chunks[i];
            if (halt.Kind != ChunkKind.Noun || halt.Event is not null || chunks[i + 1].Kind != ChunkKind.Preposition || chunks[i + 1].Head is not ("to" or "in" or "of" or "on") || !knowledge.Halts.TryGetValue(halt.Head, out var strong)
                || chunks[i + 2] is not { Kind: ChunkKind.Noun, Event: null } fighting || !knowledge.Hostilities.TryGetValue(fighting.Head, out var mutual) || !(mutual || strong))
                continue;
            halt.Event = new EventNoun(Parley.Contracts.EntryType.Ceasefire, halt.Head is "pause" or "lull" or "respite" or "break" ? Parley.Contracts.EntryKind.HumanitarianPause : Parley.Contracts.EntryKind.CessationOfHostilities, strong);
            halt.EventAt = halt.Last - 1;
            halt.Last = fighting.Last;
            halt.IsDate = false;
            chunks.RemoveRange(i + 1, 2);
        }
    }

    /// <summary>"The king himself called": the pronoun adds nothing to who did it. "saw one another": one word for both.</summary>
    private static void DropReflexives(Reading reading)
    {
        var chunks = reading.Chunks;
        for (var i = 1; i < chunks.Count; i++)
        {
            if (chunks[i].Kind != ChunkKind.Noun || chunks[i - 1].Kind != ChunkKind.Noun || chunks[i].First != chunks[i - 1].Last)
                continue;
            var word = reading.Tokens[chunks[i].First];
            if (word.Is("himself") || word.Is("herself") || word.Is("themselves"))
            {
                chunks.RemoveAt(i--);
            }
            else if (word.Is("another") && reading.Tokens[chunks[i - 1].First].Is("one") && chunks[i].Last - chunks[i].First == 1)
            {
                chunks.RemoveAt(i - 1);
                i--;
            }
        }
    }

    /// <summary>"will not, after all, meet", "has on Tuesday refused": what stands between the auxiliary and its verb does not part them.</summary>
    private static void JoinAuxiliaries(Reading reading)
    {
        var chunks = reading.Chunks;
        for (var i = 0; i + 2 < chunks.Count; i++)
        {
            var auxiliary = chunks[i];
            if (auxiliary.Kind != ChunkKind.Verb || (auxiliary.Lemma.Length > 0 && !(auxiliary.Lemma is "have" or "be" && chunks[i + 1].Kind is ChunkKind.Comma or ChunkKind.Preposition)) || auxiliary.Infinitive || auxiliary.Gerund)
                continue;
            var verb = i + 1;
            var commas = 0;
            var none = false;
            while (verb < chunks.Count && verb < i + 7 && (chunks[verb].Kind is ChunkKind.Comma or ChunkKind.Preposition || chunks[verb].IsDate || (chunks[verb].Kind == ChunkKind.Noun && chunks[verb - 1].Kind == ChunkKind.Preposition && !chunks[verb].IsActor && auxiliary.Lemma.Length == 0)))
            {
                // "will under no circumstances meet".
                none |= chunks[verb].Kind == ChunkKind.Noun && reading.Tokens[chunks[verb].First].Is("no");
                commas += chunks[verb++].Kind == ChunkKind.Comma ? 1 : 0;
            }

            if (verb >= chunks.Count || verb == i + 1 || chunks[verb] is not { Kind: ChunkKind.Verb, Modal: null, Infinitive: false } joined || commas == 1)
                continue;
            var word = reading.Tokens[joined.Last - 1];
            if (auxiliary.Lemma.Length == 0 ? !(reading.Tokens[joined.First].Is(WordClass.Base) || joined.Lemma is "be" or "have") : auxiliary.Lemma == "have" ? !word.Is(WordClass.Participle) : !word.Is(WordClass.Participle | WordClass.Gerund))
                continue;
            joined.Modal = auxiliary.Modal;
            joined.Negated |= auxiliary.Negated || none;
            joined.Past |= auxiliary.Past;
            joined.Reduced = false;
            if (auxiliary.Lemma == "have" || auxiliary.Perfect)
                joined.Perfect = true;
            if (auxiliary.Lemma == "be")
                (joined.Passive, joined.Progressive, joined.Gerund) = (word.Is(WordClass.Participle) && !joined.Gerund, joined.Gerund, false);
            chunks.RemoveAt(i);
            if (commas == 2 && chunks[i].Kind == ChunkKind.Comma)
            {
                chunks.RemoveAt(i);
                chunks.RemoveAt(verb - 3);
            }
        }
    }

    /// <summary>"held what officials described as frank talks": whose words they are does not part the verb from its object.</summary>
    private static void DropAsides(List<Chunk> chunks)
    {
        for (var i = 1; i + 2 < chunks.Count; i++)
        {
            if (chunks[i] is not { Kind: ChunkKind.Subordinator, Head: "what" } || chunks[i + 1].Kind != ChunkKind.Noun)
                continue;
            var verb = i + 2;
            while (verb < chunks.Count && chunks[verb].Kind is ChunkKind.Noun or ChunkKind.Preposition && verb < i + 6)
                verb++;
            if (verb + 1 >= chunks.Count || chunks[verb].Kind != ChunkKind.Verb || chunks[verb].Lemma is not ("describe" or "call" or "term" or "dub" or "label" or "bill" or "characterise" or "characterize"))
                continue;
            var last = chunks[verb + 1].Head == "as" && chunks[verb + 1].Kind is ChunkKind.Subordinator or ChunkKind.Preposition ? verb + 1 : verb;
            while (last + 1 < chunks.Count && chunks[last + 1].Kind == ChunkKind.Quote)
                last++;
            chunks.RemoveRange(i, last - i + 1);
        }
    }

    /// <summary>"a delegation led by his deputy was": a bare participle with "by" behind its noun is no verb of the clause.</summary>
    private static void FindReduced(Reading reading)
    {
        var chunks = reading.Chunks;
        for (var i = 1; i + 2 < chunks.Count; i++)
        {
            var verb = chunks[i];
            if (verb.Kind == ChunkKind.Verb && verb.Last - verb.First == 1 && verb.Past && !verb.Passive && chunks[i - 1].Kind == ChunkKind.Noun && chunks[i + 1] is { Kind: ChunkKind.Preposition, Head: "by" } && !chunks[i + 2].IsDate && chunks[i + 2].Kind == ChunkKind.Noun && reading.Tokens[verb.First].Is(WordClass.Participle))
            {
                verb.Reduced = true;
                verb.Past = false;
            }
        }
    }

    /// <summary>"offered to host and mediate talks", "will fly to Cairo and meet": a bare verb behind a conjunction is to be, as the one before it.</summary>
    private static void FindShared(Reading reading)
    {
        var chunks = reading.Chunks;
        for (var i = 1; i < chunks.Count; i++)
        {
            var verb = chunks[i];
            if (verb.Kind != ChunkKind.Verb || chunks[i - 1].Kind != ChunkKind.Conjunction || !verb.Finite || verb.Modal is not null || verb.Past || verb.Perfect || verb.Passive || verb.Progressive || verb.Lemma is "be" or "have" || !reading.Tokens[verb.First].Is(WordClass.Base))
                continue;
            for (var j = i - 2; j >= 0; j--)
            {
                if (chunks[j].Kind is ChunkKind.Break or ChunkKind.Subordinator or ChunkKind.Relative)
                    break;
                if (chunks[j].Kind != ChunkKind.Verb || chunks[j].Reduced || chunks[j].Gerund)
                    continue;
                if (chunks[j].Infinitive || chunks[j].Modal is not null)
                    verb.With = chunks[j].With ?? chunks[j];
                break;
            }
        }
    }

    /// <summary>"after Putin met Macron": before a clause of its own the preposition is a conjunction.</summary>
    private static void FindClauses(List<Chunk> chunks)
    {
        for (var i = 0; i + 1 < chunks.Count; i++)
        {
            // "talked until dawn with": no clause follows.
            if (chunks[i] is { Kind: ChunkKind.Subordinator, Head: "until" or "till" or "since" } && chunks[i + 1] is { Kind: ChunkKind.Noun, IsActor: false } && (i + 2 == chunks.Count || chunks[i + 2].Kind is not (ChunkKind.Verb or ChunkKind.Noun or ChunkKind.Conjunction) || (chunks[i + 2].Kind == ChunkKind.Noun && i > 0 && chunks[i - 1].Kind == ChunkKind.Verb)) && chunks[i + 1].Event is null && chunks[i + 1].IsDate)
                chunks[i].Kind = ChunkKind.Preposition;
        }

        for (var i = 0; i + 2 < chunks.Count; i++)
        {
            if (chunks[i].Kind != ChunkKind.Preposition || chunks[i].Head is not ("after" or "before" or "since" or "until" or "till" or "as" or "like" or "than"))
                continue;
            var j = i + 1;
            while (j < chunks.Count && chunks[j].Kind is ChunkKind.Noun or ChunkKind.Conjunction || (j > i + 1 && j < chunks.Count && chunks[j].Kind == ChunkKind.Preposition && WordLists.InnerPrepositions.Has(chunks[j].Head)))
                j++;
            if (j < chunks.Count && j > i + 1 && chunks[j].Kind == ChunkKind.Verb && chunks[j].Finite && chunks[j - 1].Kind == ChunkKind.Noun && !chunks[j - 1].IsDate)
                chunks[i].Kind = ChunkKind.Subordinator;
        }
    }
}
