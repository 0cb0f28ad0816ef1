namespace Parley.Extraction.Analysis;

/// <summary>Notes, sentence by sentence, of whom the text speaks: who "he", "it" and "they" of the next one are.</summary>
internal sealed class SpokenOf(ArticleMemory memory)
{
    /// <summary>The subject of a sentence is who "he" and "they" of the next are, so it is noted last.</summary>
    public void Note(Reading reading)
    {
        var verb = reading.Chunks.FindIndex(c => c.Kind == ChunkKind.Verb && c.Finite);
        for (var i = reading.Chunks.Count - 1; i >= 0; i--)
        {
            if (i > verb && reading.Chunks[i].IsActor)
                memory.Note(reading.Chunks[i].Parties);
        }

        NoteBody(reading, verb < 0 ? reading.Chunks.Count : verb);
        var first = 0;
        while (first < verb && !NoteSeveral(reading, first))
            first++;
        if (first == verb && verb > 0 && verb + 2 < reading.Chunks.Count)
            NoteSeveral(reading, verb + 2, within: true);

        // "It was Kenya's envoy who fetched it": he is whom the sentence is about.
        if (verb == 1 && reading.Chunks is [{ IsPronoun: true, Head: "it" }, { Lemma: "be" }, { IsActor: true, Parties: [{ Known: true } cleft] } man, { Kind: ChunkKind.Relative }, ..] && (cleft.Persons.Count > 0 || IsOfficeHolder(man.Head)))
            memory.Subject = cleft;
        memory.Subject = Speakers.Of(reading) ?? memory.Subject;
        for (var i = 0; i < verb; i++)
        {
            if (!reading.Chunks[i].IsActor)
                continue;
            memory.Note(reading.Chunks[i].Parties);
            if (reading.Chunks[i].Parties is [{ Known: true } subject] && !(i > 0 && reading.Chunks[i - 1].Kind == ChunkKind.Preposition))
                memory.Subject = subject.Persons.Count > 0 || IsOfficeHolder(reading.Chunks[i].Head) ? subject : memory.Subject;
        }
    }

    /// <summary>What the sentence is about: its subject, else the one party that stands before its verb ("efforts with the group have had less attention").</summary>
    private void NoteBody(Reading reading, int verb)
    {
        var chunks = reading.Chunks;
        Party? beside = null;
        var several = false;
        for (var i = 0; i < verb; i++)
        {
            if (!chunks[i].IsActor || chunks[i].Parties.Count == 0 || !chunks[i].Parties[0].Known)
                continue;
            if (i == 0 || chunks[i - 1].Kind != ChunkKind.Preposition)
            {
                memory.Body = chunks[i].Parties is [{ Persons.Count: 0 } subject] && !IsOfficeHolder(chunks[i].Head) && !chunks[i].IsPlural ? subject : null;
                return;
            }

            several |= beside is not null || chunks[i].Parties.Count > 1;
            beside = chunks[i].Parties[0];
        }

        if (beside is { Persons.Count: 0, IsPlace: false } && !several)
            memory.Body = beside;
    }

    /// <summary>Several parties that act together; most subjects are one, and nothing is made for them.</summary>
    private bool NoteSeveral(Reading reading, int at, bool within = false)
    {
        var chunks = reading.Chunks;

        // "The delegation, made up of A, B and C".
        if (!chunks[at].IsActor || (within ? !(chunks[at - 1].Head == "of" && chunks[at - 2] is { Kind: ChunkKind.Verb, Lemma: "make" or "make up" or "compose" or "consist" }) : at > 0 && chunks[at - 1].Kind == ChunkKind.Preposition))
            return false;
        var several = memory.Acting;
        several.Clear();
        for (var i = at; i < chunks.Count && chunks[i].IsActor; i += 2)
        {
            foreach (var party in chunks[i].Parties)
            {
                if (party.Known && !party.IsIn(several))
                    several.Add(party);
            }

            if (i + 1 >= chunks.Count || chunks[i + 1].Kind is not (ChunkKind.Conjunction or ChunkKind.Comma))
                break;
        }

        if (several.Count < 2)
            return false;
        memory.Several.Clear();
        memory.Several.AddRange(several);
        return true;
    }

    private static bool IsOfficeHolder(string head) =>
        WordLists.OfficeHolders.Has(head);
}
