using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>What one party's man says to another's face shows that they met: "told the king in Rabat on Monday that", "briefed the president over lunch".</summary>
internal sealed class Briefings(Knowledge knowledge, ArticleMemory memory)
{
    private readonly Forces forces = new(knowledge);
    private readonly Roles roles = new(memory);

    /// <summary>Who hears it is told to the face, where the verb is not in the passive.</summary>
    public static readonly WordList Hearing = new(["hear"]);

    public static bool IsOne(Chunk verb) => verb is { Finite: true, Modal: null, Negated: false } && (WordLists.SaidToFace.Has(verb.Lemma) || (Hearing.Has(verb.Lemma) && !verb.Passive));

    public bool Read(Reading reading, int at, List<Candidate> found)
    {
        var verb = reading.Chunks[at];
        if (!(verb.Past || verb.Passive) || !MayBeFaceToFace(reading.Chunks, at) || forces.Of(reading, at) != Force.Do || Other(reading, at) is not { } other || other.IsCommoner || !VerbSense.IsPerson(reading, other, "see") || (other.IsPronoun && IsGoingOn(reading, at)) || !IsFaceToFace(reading, at))
            return false;
        var subjects = Subjects.Of(reading, at, knowledge);
        if (!Visited.IsOfficial(subjects) || subjects.Exists(s => s.IsCommoner))
            return false;
        var parties = roles.PartiesOf(reading, subjects);
        foreach (var party in roles.PartiesOf(reading, [other], parties))
            Candidate.Add(parties, party);
        if (parties.Count != 2 || parties.Exists(p => p.Weak || !p.Known) || Party.AreOfOneState(parties))
        {
            reading.Note(at, "said to somebody, but no two parties are named", ExplanationStage.Parties);
            return false;
        }

        reading.Note(at, "who says a thing to another's face, on a day or in a place, meets him", ExplanationStage.Status);
        var candidate = new Candidate { Type = EntryType.Talks, Kind = EntryKind.Meeting, Status = EntryStatus.Held, Reading = reading, At = at, Verb = at, Reach = at, Confidence = 0.7 };
        candidate.AddParties(parties);
        found.Add(candidate);
        return true;
    }

    /// <summary>Who is told: the object; behind "by" or "from" who tells.</summary>
    private static Chunk? Other(Reading reading, int at)
    {
        var verb = reading.Chunks[at];
        if (verb is { Passive: false, Lemma: not "hear" })
            return Clauses.Object(reading, at) is [var told] ? told : null;
        if (!verb.Passive && Clauses.Object(reading, at).Count > 0)
            return null;
        foreach (var phrase in Clauses.Phrases(reading, at))
        {
            if (phrase.Preposition == (verb.Passive ? "by" : "from"))
                return phrase.Nouns is [var teller] ? teller : null;
        }

        return null;
    }

    /// <summary>Most of what is told names neither a day nor a place nor a meal behind it.</summary>
    private static bool MayBeFaceToFace(List<Chunk> chunks, int at)
    {
        for (var i = at + 1; i < chunks.Count; i++)
        {
            if (chunks[i].IsDate || chunks[i].Place is not null || chunks[i].Event is not null || WordLists.PartsOfDay.Has(chunks[i].Head))
                return true;
        }

        return false;
    }

    /// <summary>"rang the emir and told him": the meeting or the call is what the verb before says.</summary>
    private static bool IsGoingOn(Reading reading, int at) => reading.Chunks.FindIndex(c => c is { Kind: ChunkKind.Verb, Finite: true }) != at;

    /// <summary>Between the verb and what is said: a place, a day or a meal, and no letter, speech or telephone.</summary>
    private static bool IsFaceToFace(Reading reading, int at)
    {
        var told = Visited.TellsDay(reading, at);
        foreach (var phrase in Clauses.Phrases(reading, at))
        {
            foreach (var noun in phrase.Nouns)
            {
                if (WordLists.FromAfar.Has(noun.Head))
                    return false;
                told |= phrase.Preposition is "in" or "at" && noun.Place is not null && noun.PlaceEnd == noun.Last;
                if (noun.Event is { Kind: EntryKind.Call })
                    return false;
                told |= phrase.Preposition is "over" or "at" or "in" or "during" && (WordLists.PartsOfDay.Has(noun.Head) || noun.Event is { Type: EntryType.Talks });
            }
        }

        return told;
    }
}
