using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Talks that show in what they brought: signed together, parted without agreement (Rulings 16 and 21).</summary>
internal sealed class Agreements(Knowledge knowledge, ArticleMemory memory)
{
    private readonly Forces forces = new(knowledge);
    private readonly Roles roles = new(memory);

    /// <summary>"failed to reach agreement", "signed an accord in Geneva" (Ruling 21).</summary>
    public void Read(Reading reading, int at, List<Candidate> found)
    {
        var verb = reading.Chunks[at];
        if (verb.Lemma is "sign" or "initial")
            ReadSigning(reading, at, found);
        if (verb.Lemma == "initial")
            return;
        var objects = Clauses.Object(reading, at, out var last);
        if (objects.Count == 0 || objects[0].Head is not ("agreement" or "deal" or "accord" or "compromise" or "breakthrough" or "consensus"))
            return;
        if (forces.Of(reading, at) != Force.Fail || verb.Passive)
        {
            if (verb.Lemma != "sign")
                reading.Note(at, "an agreement that was reached shows no talks by itself", ExplanationStage.Status);
            return;
        }

        var subjects = Subjects.Of(reading, at, knowledge);
        var parties = roles.PartiesOf(reading, subjects);
        foreach (var subject in subjects)
        {
            if (subject.Event is not null)
                parties.AddRange(PartiesBehind(reading, subject));
        }

        foreach (var phrase in Clauses.Phrases(reading, last))
        {
            if (phrase.Preposition == "with")
                parties.AddRange(roles.PartiesOf(reading, phrase.Nouns, parties));
        }

        if (parties.Count == 0)
        {
            reading.Note(at, "nobody is named who failed to agree", ExplanationStage.Parties);
            return;
        }

        reading.Note(at, "who failed to agree had talked", ExplanationStage.Status);
        var candidate = new Candidate { Type = EntryType.Talks, Kind = EntryKind.Negotiation, Status = EntryStatus.Suspended, Reading = reading, At = at, Reach = last, Verb = at, Confidence = parties.Count > 1 ? 0.75 : 0.55 };
        candidate.AddParties(parties);
        found.Add(candidate);
    }

    /// <summary>"The four ministers failed in Berlin to agree on": their talks ended without result.</summary>
    public void ReadFailure(Reading reading, int at, List<Candidate> found)
    {
        if (forces.Of(reading, at) == Force.Fail)
            ReadParting(reading, at, found, Infinitives.Governor(reading, at));
    }

    /// <summary>"Negotiators of A and B left the town without agreement".</summary>
    public void ReadParting(Reading reading, int at, List<Candidate> found, int failed = -1)
    {
        var parties = roles.PartiesOf(reading, Subjects.Of(reading, at, knowledge));
        parties.RemoveAll(p => p.Weak);
        if (parties.Count < 2 || parties.Exists(p => !p.Known))
        {
            reading.Note(at, "who parted without agreement is not told: two known parties are needed", ExplanationStage.Parties);
            return;
        }

        reading.Note(at, "who parted without agreement had met", ExplanationStage.Status);
        var candidate = new Candidate { Type = EntryType.Talks, Kind = EntryKind.Meeting, Status = EntryStatus.Suspended, Reading = reading, At = at, Reach = at, Verb = at, Confidence = 0.7 };
        candidate.AddParties(parties);

        // "failed in Berlin to agree": where they failed.
        if (failed >= 0 && failed + 2 < at && reading.Chunks[failed + 1] is { Kind: ChunkKind.Preposition, Head: "in" or "at" } && reading.Chunks[failed + 2].Place is { } place)
            (candidate.Place, candidate.PlaceText) = (place, place.Name);
        found.Add(candidate);
    }

    /// <summary>Signed together in one place: the signatories met (Ruling 21).</summary>
    private void ReadSigning(Reading reading, int at, List<Candidate> found)
    {
        var (last, passive) = (at, reading.Chunks[at].Passive);
        var objects = passive ? Subjects.Of(reading, at, knowledge) : Clauses.Object(reading, at, out last);
        if (objects.Count == 0 || objects[0].Event is not null || !WordLists.Signed.Has(objects[0].Head))
            return;

        // "The accord was signed in Lusaka by Kabila and by the rebels' envoy".
        var parties = passive ? [] : roles.PartiesOf(reading, Subjects.Of(reading, at, knowledge));
        for (var j = at + 1; passive && j + 1 < reading.Chunks.Count && reading.Chunks[j].Kind is not (ChunkKind.Verb or ChunkKind.Break or ChunkKind.Subordinator); j++)
        {
            if (reading.Chunks[j] is { Kind: ChunkKind.Preposition, Head: "by" })
                parties.AddRange(roles.PartiesOf(reading, Coordination.From(reading, j + 1, out _), parties));
        }

        parties.RemoveAll(p => p.Weak);
        var placed = Clauses.Phrases(reading, last).Exists(p => p.Preposition is "in" or "at" && p.Nouns.Exists(n => n.Place is { Kind: NameKind.City or NameKind.Seat }));
        var force = forces.Of(reading, at);
        var here = !placed && force == Force.Do ? Abroad(parties) : null;
        placed |= here is not null;
        if (parties.Count < 2 || !placed || force is not (Force.Do or Force.Plan))
        {
            reading.Note(at, "a signing shows talks only where two parties sign in a named town, told as done or to be");
            return;
        }

        reading.Note(at, "who sign together in one place meet", ExplanationStage.Status);
        var candidate = new Candidate { Type = EntryType.Talks, Kind = EntryKind.Meeting, Status = force == Force.Plan ? EntryStatus.Planned : EntryStatus.Held, Reading = reading, At = at, Reach = last, Verb = at, Confidence = 0.6 };
        candidate.AddParties(parties);

        // "HELSINKI - A's minister and B's envoy signed a memorandum": where the text was written, where both are guests.
        if (here is not null)
            (candidate.Place, candidate.PlaceText) = (here, here.Name);
        found.Add(candidate);
    }

    /// <summary>The town of the dateline, where those who sign are guests from elsewhere; null where it is none.</summary>
    private NameEntry? Abroad(List<Party> parties)
    {
        if (memory.Dateline is not { Kind: NameKind.City or NameKind.Seat, Country: not null } town || parties.Count < 2 || WordLists.NewsHubs.Has(town.Name))
            return null;
        foreach (var party in parties)
        {
            if (!party.Known || party.Persons.Count == 0 || party.Country == town.Country)
                return null;
        }

        return town;
    }

    private List<Party> PartiesBehind(Reading reading, Chunk chunk)
    {
        var parties = new List<Party>(chunk.Parties);
        foreach (var phrase in Clauses.Phrases(reading, reading.Chunks.IndexOf(chunk)))
        {
            if (phrase.Preposition is "between" or "with" or "of" or "among")
                parties.AddRange(roles.PartiesOf(reading, phrase.Nouns, parties));
        }

        return parties;
    }
}
