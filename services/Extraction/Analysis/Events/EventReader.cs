using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Finds the talks and ceasefires that one sentence tells of.</summary>
internal sealed class EventReader(Knowledge knowledge, ArticleMemory memory)
{
    private readonly VerbEvents verbs = new(knowledge, memory);
    private readonly Journeys journeys = new(knowledge, memory);
    private readonly NounEvents nouns = new(knowledge, memory);
    private readonly Signings signings = new(knowledge, memory);
    private readonly EarlierSteps earlier = new(knowledge);

    // Filled anew for each sentence.
    private readonly List<Candidate> found = [];

    /// <summary>What a sentence tells of, in a list that the next one takes.</summary>
    public List<Candidate> Read(Reading reading)
    {
        found.Clear();
        var taken = TakeUp(reading);
        for (var i = 0; i < reading.Chunks.Count; i++)
        {
            var chunk = reading.Chunks[i];
            if (chunk is { Kind: ChunkKind.Verb, Lemma: "expect", Passive: true })
                journeys.ReadDue(reading, i, found);
            if (chunk.Kind == ChunkKind.Verb)
                verbs.Read(reading, i, found);
            else if (chunk.Kind == ChunkKind.Predicate && chunk.Head is "due" or "expected")
                journeys.ReadDue(reading, i, found);
            else if (chunk.Kind == ChunkKind.Noun && chunk.Event is not null)
                nouns.Read(reading, i, found);
            else if (Signings.IsOne(reading, chunk))
                signings.Read(reading, i, found);
        }

        earlier.Add(reading, found);
        foreach (var candidate in found)
        {
            if (candidate.At != taken)
                continue;
            candidate.Anaphoric = true;
            candidate.AddParties(memory.LastEvent!.Parties);
            candidate.Again = memory.LastEvent;
        }

        if (found.FindLast(c => c.Type == EntryType.Talks && c.Parties.Count > 1) is { } talks)
            memory.LastTalks = talks;
        if (found.Count > 0)
            memory.LastEvent = found[^1];
        else if (taken < 0)
            memory.LastEvent = null;
        return found;
    }

    /// <summary>"It will take effect at noon", behind the sentence that told of a truce: the pronoun names it again. Gives the chunk; -1 where there is none.</summary>
    private int TakeUp(Reading reading)
    {
        var chunks = reading.Chunks;
        if (TakeUpAccord(reading) is >= 0 and var accord)
            return accord;
        if (TakeUpObject(reading) is >= 0 and var told)
            return told;
        if (memory.LastEvent is { Type: EntryType.Ceasefire } truce && chunks.Count > 2 && chunks[0] is { Kind: ChunkKind.Noun, IsPronoun: true, Head: "it" } && chunks[1] is { Kind: ChunkKind.Verb, Lemma: "cover" or "apply to" or "extend to" or "include" or "exclude" } && Predicates.Second(chunks, 1) > 0)
        {
            chunks[0].Event = new EventNoun(truce.Type, truce.Kind, Strong: true);
            chunks[0].EventAt = chunks[0].First;
            return 0;
        }

        if (memory.LastEvent is not { } last || chunks.Count < 2 || chunks[0] is not { Kind: ChunkKind.Noun, IsPronoun: true, Head: "it" or "they" } || chunks[1].Kind != ChunkKind.Verb
            || (chunks[0].Head == "they" && (last.Type != EntryType.Talks || chunks[1].Lemma != "take place"))
            || !knowledge.Frames.TryGetValue(chunks[1].Lemma, out var frame) || frame.For(last.Type) is null || (chunks[1].Lemma != "cover" && Clauses.Object(reading, 1).Count > 0) || (frame.Shape == 't' && !chunks[1].Passive))
            return -1;
        chunks[0].Event = new EventNoun(last.Type, last.Kind, Strong: true);
        chunks[0].EventAt = chunks[0].First;
        return 0;
    }

    /// <summary>"Each side accused the other of breaking it", "The army broke it within minutes", behind the sentence that told of a truce; -1 where there is none.</summary>
    private int TakeUpObject(Reading reading)
    {
        var chunks = reading.Chunks;
        if (memory.LastEvent is not { Type: EntryType.Ceasefire } truce || chunks.Count < 2)
            return -1;
        var at = chunks.FindIndex(1, static c => c is { Kind: ChunkKind.Noun, IsPronoun: true, Head: "it" });
        if (at < 1 || chunks[at - 1] is not { Kind: ChunkKind.Verb, Passive: false, Lemma: "break" or "breach" or "violate" or "flout" or "prolong" or "extend" })
            return -1;
        chunks[at].Event = new EventNoun(truce.Type, truce.Kind, Strong: true);
        chunks[at].EventAt = chunks[at].First;
        return at;
    }

    /// <summary>"The deal took effect on Friday", "The arrangement between the two, in force since May, was renewed", behind the sentence that told of a truce; -1 where there is none.</summary>
    private int TakeUpAccord(Reading reading)
    {
        var chunks = reading.Chunks;
        if (memory.LastEvent is not { Type: EntryType.Ceasefire } truce || chunks.Count < 2 || chunks[0] is not { Kind: ChunkKind.Noun, IsDefinite: true, Event: null, Head: "arrangement" or "deal" or "accord" or "agreement" or "pact" or "lull" or "calm" }
            || Predicates.AsSubject(reading, 0) is not (>= 0 and var verb) || chunks[verb].Lemma is not ("take effect" or "come into effect" or "come into force" or "go into effect" or "enter into force" or "go into force" or "expire" or "lapse" or "run out" or "collapse" or "break down" or "unravel" or "fall apart" or "last less than" or "last barely" or "hold for barely" or "hold for less than"))
            return -1;
        chunks[0].Event = new EventNoun(truce.Type, truce.Kind, Strong: true);
        chunks[0].EventAt = chunks[0].Last - 1;
        return 0;
    }
}
