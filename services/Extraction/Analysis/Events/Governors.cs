namespace Parley.Extraction.Analysis;

/// <summary>What stands before a noun and governs it, over phrases of time, lists and whoever stands between.</summary>
internal sealed class Governors(Knowledge knowledge)
{
    /// <summary>"called off on Wednesday a round": the index before phrases of time and marks of quotation.</summary>
    public int BeforeDates(List<Chunk> chunks, int index)
    {
        var last = index;
        while (index >= 0 && (chunks[index].IsDate || chunks[index].Kind == ChunkKind.Quote))
            index -= chunks[index].IsDate && index >= 2 && chunks[index - 1] is { Kind: ChunkKind.Preposition, Head: "on" or "for" or "in" or "at" or "until" or "late" or "from" or "to" or "till" } && chunks[index - 2].Kind == ChunkKind.Verb ? 2 : 1;

        // "to prolong for three months, to Aug. 26, the truce": phrases of time, and nothing else, up to the verb.
        var back = index;
        while (back > 0 && (chunks[back].Kind == ChunkKind.Comma || chunks[back].IsDate || (chunks[back].Kind == ChunkKind.Preposition && chunks[back + 1].IsDate)))
            back--;
        return back >= 0 && back < index && chunks[back].Kind == ChunkKind.Verb && knowledge.Frames.TryGetValue(chunks[back].Lemma, out var frame) && frame.Shape == 't' && chunks.FindIndex(back, last - back + 1, c => c.IsDate) >= 0 ? back : index;
    }

    /// <summary>"offered Turkey a truce", "grant each other a pause": the verb stands before the one to whom it is given.</summary>
    public static int Giver(Reading reading, int before)
    {
        var chunks = reading.Chunks;
        var verb = before;
        while (verb > 0 && verb > before - 3 && chunks[verb].Kind == ChunkKind.Noun && (chunks[verb].IsActor || chunks[verb].IsPronoun || chunks[verb].Head is "other" or "another" or "sides" or "parties" or "each"))
            verb--;
        return verb >= 0 && verb < before && chunks[verb].Kind == ChunkKind.Verb && WordLists.Giving.Has(chunks[verb].Lemma) ? verb : before;
    }

    /// <summary>"agreed on Saturday to a truce", "called today for talks": the verb whose preposition stands apart from it behind a phrase of time; -1 where there is none.</summary>
    public int VerbOfPreposition(Reading reading, int preposition)
    {
        var chunks = reading.Chunks;
        for (var j = preposition - 1; j >= 0; j--)
        {
            if (chunks[j].Kind == ChunkKind.Verb)
                return (j < preposition - 1 || chunks[j].Last < chunks[preposition].First) && knowledge.Frames.ContainsKey(chunks[j].Lemma + " " + chunks[preposition].Head) ? j : -1;

            // "withdrew its envoys from the talks", "pulled its delegation out of the talks".
            if (chunks[j].Kind == ChunkKind.Noun && j == preposition - 1 && chunks[preposition].Head == "from")
                continue;
            if (chunks[j].Kind == ChunkKind.Noun && j == preposition - 1 && j > 0 && chunks[preposition].Head == "of" && reading.Tokens[chunks[preposition].First - 1].Is("out") && chunks[j - 1] is { Kind: ChunkKind.Verb, Lemma: "pull" or "take" or "withdraw" })
                return j - 1;
            if (chunks[j].Kind is ChunkKind.Comma && chunks[preposition].Head == "from" && chunks.FindLastIndex(j, Math.Min(j, 6), c => c is { Kind: ChunkKind.Verb, Lemma: "withdraw" or "recall" }) is >= 0 and var recalled)
                return recalled;
            if (chunks[j].IsDate || (chunks[j].Kind == ChunkKind.Preposition && chunks[j + 1].IsDate))
                continue;

            // "to agree without delay to a ceasefire".
            if (chunks[j].Kind == ChunkKind.Noun && !chunks[j].IsActor && chunks[j].Event is null && j > 0 && chunks[j - 1] is { Kind: ChunkKind.Preposition, Head: "without" or "with" or "in" or "at" })
            {
                j--;
                continue;
            }

            return -1;
        }

        return -1;
    }

    /// <summary>"called for talks and a ceasefire": what governs the first of a list governs the others.</summary>
    public static int ListHead(List<Chunk> chunks, int at)
    {
        var i = at;
        while (i >= 2 && chunks[i - 1].Kind is ChunkKind.Conjunction or ChunkKind.Comma && chunks[i - 2].Kind == ChunkKind.Noun && !chunks[i - 2].IsActor && !chunks[i - 2].IsDate)
        {
            // "After weeks of fighting, talks between A and B broke down": the comma ends the phrase that opens the sentence.
            if (chunks[i - 1].Kind == ChunkKind.Comma && chunks[0].Kind == ChunkKind.Preposition && chunks.FindIndex(0, i, c => c.Kind == ChunkKind.Verb) < 0)
                break;
            i -= 2;
        }

        return i > 0 && chunks[i - 1].Kind is ChunkKind.Verb or ChunkKind.Preposition ? i : at;
    }

    /// <summary>"send anyone to a meeting", "dispatched an envoy to Cairo for talks": the verb; -1 where there is none.</summary>
    public static int Sending(List<Chunk> chunks, int preposition)
    {
        for (var j = preposition - 1; j >= 0 && j > preposition - 7; j--)
        {
            if (chunks[j].Kind == ChunkKind.Verb)
                return chunks[j].Lemma is "send" or "dispatch" && !chunks[j].Reduced || (chunks[j].Lemma is "return" or "come back" or "reassemble" && chunks[preposition].Head == "for" && (chunks[j].Infinitive || chunks[j].Modal is "will" or "to" or "would")) ? j : -1;
            if (chunks[j].Kind is not (ChunkKind.Noun or ChunkKind.Preposition))
                return -1;
        }

        return -1;
    }

    /// <summary>"invited Roh, along with others, to a conference": the verb; -1 where there is none.</summary>
    public static int Inviting(List<Chunk> chunks, int preposition)
    {
        for (var j = preposition - 1; j >= 0 && j > preposition - 14; j--)
        {
            if (chunks[j].Kind == ChunkKind.Verb)
                return chunks[j].Lemma is "invite" or "summon" ? j : -1;
            if (chunks[j].Kind is ChunkKind.Break or ChunkKind.Subordinator)
                return -1;
        }

        return -1;
    }
}
