using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>What is done by telephone is a call.</summary>
internal sealed class PhoneEvents(Knowledge knowledge, ArticleMemory memory)
{
    private readonly Forces forces = new(knowledge);
    private readonly Roles roles = new(memory);

    /// <summary>Nearly every verb has no telephone behind it, and its phrases need not be read.</summary>
    private static bool HasLine(List<Chunk> chunks, int at)
    {
        for (var i = at + 1; i < chunks.Count; i++)
        {
            if (chunks[i].Kind == ChunkKind.Noun && chunks[i].Head is "telephone" or "phone" or "hotline" or "videoconference")
                return true;
        }

        return false;
    }

    public static bool IsOne(Reading reading, int at) =>
        reading.Chunks[at].Finite && HasLine(reading.Chunks, at) && Clauses.Phrases(reading, at).Exists(p => p.Preposition is "by" or "over" or "on" or "via" && p.Nouns.Exists(n => n.Head is "telephone" or "phone" or "hotline" or "videoconference" && n.Event is null));

    /// <summary>"The two had settled it by telephone": a call, whatever was done in it.</summary>
    public void Read(Reading reading, int at, List<Candidate> found)
    {
        var verb = reading.Chunks[at];
        if (verb.Passive || verb.Lemma is "say" or "report" or "add" || (verb.Lemma is "tell" && !Clauses.Object(reading, at).Exists(o => o.IsActor && !o.IsCommoner)) || forces.Of(reading, at) is not (Force.Do or Force.Plan) || verb.Modal is not null)
        {
            reading.Note(at, "a call by telephone counts only where someone did or is to do something in it", ExplanationStage.Status);
            return;
        }

        var parties = roles.PartiesOf(reading, Subjects.Of(reading, at, knowledge));
        foreach (var other in roles.PartiesOf(reading, Clauses.Object(reading, at).FindAll(o => o.IsActor), parties))
            Candidate.Add(parties, other);
        foreach (var phrase in Clauses.Phrases(reading, at).Where(p => p.Preposition is "with"))
        {
            foreach (var other in roles.PartiesOf(reading, phrase.Nouns, parties))
                Candidate.Add(parties, other);
        }

        parties.RemoveAll(p => p.Weak || !p.Known);
        if (parties.Count < 2 || Party.AreOfOneState(parties))
        {
            reading.Note(at, "the call names no two parties of different states", ExplanationStage.Parties);
            return;
        }

        reading.Note(at, "done by telephone: a call, whatever was done in it", ExplanationStage.Status);
        var candidate = new Candidate { Type = EntryType.Talks, Kind = EntryKind.Call, Status = EntryStatus.Held, Reading = reading, At = at, Verb = at, Reach = at, Confidence = 0.75 };
        candidate.AddParties(parties);
        found.Add(candidate);
    }
}
