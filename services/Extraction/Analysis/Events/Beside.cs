using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Talks that show in another act: a news conference given together, a matter raised with the other side.</summary>
internal sealed class Beside(Knowledge knowledge, ArticleMemory memory)
{
    private readonly Forces forces = new(knowledge);
    private readonly Roles roles = new(memory);

    public static bool IsOne(Chunk verb) =>
        verb.Finite && !verb.Passive && WordLists.SpokenBeside.Has(verb.Lemma);

    public void Read(Reading reading, int at, List<Candidate> found)
    {
        var verb = reading.Chunks[at];
        if (forces.Of(reading, at) is not (Force.Do or Force.Plan) || verb.Modal is not null)
            return;
        var others = verb.Lemma is "raise" or "bring up" or "take up" or "broach" ? RaisedWith(reading, at) : Alongside(reading, at);
        if (others.Count == 0)
            return;
        var parties = roles.PartiesOf(reading, Subjects.Of(reading, at, knowledge));
        foreach (var other in roles.PartiesOf(reading, others, parties))
            Candidate.Add(parties, other);
        parties.RemoveAll(p => p.Weak);
        if (parties.Count(p => p.Known) < 2 || Party.AreOfOneState(parties))
        {
            reading.Note(at, "said beside somebody, but no two parties are named", ExplanationStage.Parties);
            return;
        }

        reading.Note(at, "who speaks beside another, or raises a matter with him, meets him", ExplanationStage.Status);
        // "standing beside him after talks on Friday": the day is that of the talks.
        var talks = reading.Chunks.FindIndex(0, at, static c => c is { Kind: ChunkKind.Noun, Event.Type: EntryType.Talks });
        var candidate = new Candidate { Type = EntryType.Talks, Kind = EntryKind.Meeting, Status = EntryStatus.Held, Reading = reading, At = talks >= 0 ? talks : at, Reach = at, Verb = at, Confidence = 0.7 };
        candidate.AddParties(parties);
        found.Add(candidate);
    }

    /// <summary>"told reporters alongside his French counterpart", "said, with Fabius at his side".</summary>
    private static List<Chunk> Alongside(Reading reading, int at)
    {
        foreach (var phrase in Clauses.Phrases(reading, at))
        {
            if (phrase.Preposition is "alongside" or "beside" && IsOfficial(phrase.Nouns))
                return phrase.Nouns;
        }

        // "The president, standing beside his guest after talks, said", "flanked by the chancellor".
        for (var j = at - 1; j > 0 && reading.Chunks[j].Kind is not ChunkKind.Break; j--)
        {
            if (reading.Chunks[j].Kind != ChunkKind.Verb || reading.Tokens[reading.Chunks[j].First].Word?.Text is not { } posture || posture is not ("standing" or "sitting" or "seated" or "appearing" or "flanked"))
                continue;
            foreach (var phrase in Clauses.Phrases(reading, j))
            {
                if ((posture == "flanked" ? phrase.Preposition is "by" : phrase.Preposition is "alongside" or "beside" or "with" or "next to") && IsOfficial(phrase.Nouns))
                    return phrase.Nouns;
            }
        }

        return [];
    }

    /// <summary>"raised the matter with Lavrov": a matter, with a person who speaks for another party.</summary>
    private static List<Chunk> RaisedWith(Reading reading, int at)
    {
        if (Clauses.Object(reading, at, out var last) is not [{ IsActor: false } matter, ..] || WordLists.Raised.Has(matter.Head))
            return [];
        foreach (var phrase in Clauses.Phrases(reading, last))
        {
            if (phrase.Preposition == "with" && IsOfficial(phrase.Nouns))
                return phrase.Nouns;
        }

        return [];
    }

    private static bool IsOfficial(List<Chunk> nouns) =>
        nouns.Count > 0 && nouns.TrueForAll(n => n.IsActor && !n.IsCommoner) && nouns.Exists(n => n.Parties.Exists(p => p.Persons.Count > 0) || n.Head is "counterpart" or "minister" or "president" or "premier" or "leaders" or "officials" or "government" or "authorities");
}
