using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>"was to put the demand in person to the president": who brings a matter himself meets whom he brings it to.</summary>
internal sealed class InPerson(Knowledge knowledge, ArticleMemory memory)
{
    private readonly Forces forces = new(knowledge);
    private readonly Roles roles = new(memory);

    public static bool IsOne(Reading reading, int at)
    {
        if (!WordLists.Brought.Has(reading.Chunks[at].Lemma) || reading.Chunks[at].Passive)
            return false;
        for (var j = at + 1; j < reading.Chunks.Count && reading.Chunks[j].Kind is not (ChunkKind.Verb or ChunkKind.Break or ChunkKind.Subordinator); j++)
        {
            if (reading.Chunks[j].Head == "person" && reading.Chunks[j - 1] is { Kind: ChunkKind.Preposition, Head: "in" })
                return true;
        }

        return false;
    }

    public void Read(Reading reading, int at, List<Candidate> found)
    {
        var chunks = reading.Chunks;
        var to = chunks.FindIndex(at, c => c is { Kind: ChunkKind.Preposition, Head: "to" or "before" });
        if (to < 0 || to + 1 >= chunks.Count || chunks[to + 1] is not { IsActor: true, IsCommoner: false } whom || !whom.Parties.Exists(static p => p.Persons.Count > 0 && p.Known))
            return;
        var parties = roles.PartiesOf(reading, Subjects.Of(reading, at, knowledge));
        foreach (var other in roles.PartiesOf(reading, [whom], parties))
            Candidate.Add(parties, other);
        parties.RemoveAll(static p => p.Weak);
        var force = forces.Of(reading, at);
        if (parties.Count(static p => p.Known) < 2 || Party.AreOfOneState(parties) || StatusRules.Apply(EntryType.Talks, EntryStatus.Held, force) is not { } status)
        {
            reading.Note(at, "brought in person, but by no known party to another, or not told as done", ExplanationStage.Parties);
            return;
        }

        reading.Note(at, "who brings a matter in person meets whom he brings it to", ExplanationStage.Status);
        var candidate = new Candidate { Type = EntryType.Talks, Kind = EntryKind.Meeting, Status = status, Reading = reading, At = at, Reach = to + 1, Verb = at, Confidence = 0.7 };
        candidate.AddParties(parties);
        found.Add(candidate);
    }
}
