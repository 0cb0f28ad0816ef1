using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>"The formal signing by the foreign ministers follows on Saturday": who comes together to sign, meets (Ruling 14).</summary>
internal sealed class Signings(Knowledge knowledge, ArticleMemory memory)
{
    private readonly Forces forces = new(knowledge);
    private readonly Roles roles = new(memory);

    public static bool IsOne(Reading reading, Chunk chunk) =>
        chunk is { Kind: ChunkKind.Noun, Event: null, IsPlural: false } && chunk.Last - chunk.First < 4 && (chunk.Head == "signing" || (chunk.Head == "ceremony" && reading.Has(chunk, "signing")));

    public void Read(Reading reading, int at, List<Candidate> found)
    {
        var verb = Predicates.AsSubject(reading, at);
        if (found.Count > 0 || verb < 0 || reading.Chunks[verb] is not { Kind: ChunkKind.Verb, Negated: false, Lemma: "follow" or "take place" or "hold" or "set" or "schedule" or "fix" } told)
            return;
        var signers = Clauses.Phrases(reading, at).Find(static p => p.Direct && p.Preposition is "by" or "between");
        if (signers.Nouns is null || !signers.Nouns.Exists(static n => n.IsActor && (WordLists.Signers.Has(n.Head) || n.Parties.Count > 0)))
            return;
        var parties = roles.PartiesOf(reading, signers.Nouns).FindAll(static p => p.Known);
        if (parties.Count < 2 && memory.LastEvent is { Type: EntryType.Talks, Parties.Count: > 1 } before)
            parties = before.Parties;
        EntryStatus? status = forces.Of(reading, verb) switch
        {
            Force.Plan => EntryStatus.Planned,
            Force.Do => told is { Past: false, Perfect: false } || told.Lemma is "set" or "schedule" or "fix" ? EntryStatus.Planned : EntryStatus.Held,
            _ => null,
        };
        if (parties.Count < 2 || status is not { } step)
        {
            reading.Note(at, "a signing, but of no two parties that the text names, or not told as set or done", ExplanationStage.Parties);
            return;
        }

        reading.Note(at, "who comes together to sign meets", ExplanationStage.Status);
        var candidate = new Candidate { Type = EntryType.Talks, Kind = EntryKind.Meeting, Status = step, Reading = reading, At = at, Reach = verb, Verb = verb, Confidence = 0.7 };
        candidate.AddParties(parties);
        found.Add(candidate);
    }
}
