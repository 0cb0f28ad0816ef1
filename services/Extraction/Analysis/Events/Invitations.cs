using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Invitations of one party to another.</summary>
internal sealed class Invitations(Knowledge knowledge, ArticleMemory memory)
{
    private readonly Forces forces = new(knowledge);
    private readonly Roles roles = new(memory);

    /// <summary>"invited the president to visit", "were invited to Moscow": a visit or meeting that one party offers another.</summary>
    public void Read(Reading reading, int at, List<Candidate> found)
    {
        var verb = reading.Chunks[at];
        var guests = verb.Passive ? Subjects.Of(reading, at, knowledge) : Clauses.Object(reading, at);
        var hosts = verb.Passive ? [.. Clauses.Phrases(reading, at).Where(p => p.Preposition == "by").SelectMany(p => p.Nouns)] : Subjects.Of(reading, at, knowledge);
        if (guests.Exists(g => g.IsCommoner) || hosts.Exists(h => h.IsCommoner) || guests.Exists(g => g.Event is not null) || !IsToCome(reading, at))
        {
            reading.Note(at, "nobody who speaks for a party is invited to come or to meet");
            return;
        }

        var parties = roles.PartiesOf(reading, hosts);
        foreach (var guest in roles.PartiesOf(reading, guests, parties))
            Candidate.Add(parties, guest);
        parties.RemoveAll(p => p.Weak);
        var force = forces.Of(reading, at);
        if (StatusRules.Apply(EntryType.Talks, EntryStatus.Proposed, force) is not { } s)
        {
            reading.Note(at, ForceWords.None(force), ExplanationStage.Status);
            return;
        }

        if (parties.Count(p => p.Known) < 2 || Party.AreOfOneState(parties))
        {
            reading.Note(at, "it names no host and guest of different states", ExplanationStage.Parties);
            return;
        }

        reading.Note(at, "an invitation offers a visit", ExplanationStage.Status);
        var candidate = new Candidate { Type = EntryType.Talks, Kind = EntryKind.Visit, Status = s, Reading = reading, At = at, Reach = at, Verb = at, Confidence = 0.75 };
        candidate.AddParties(parties);
        found.Add(candidate);
    }

    /// <summary>"accepted an invitation from the king to visit", "declined an invitation to meet", "withdrew its invitation to the president".</summary>
    public void ReadAnswer(Reading reading, int at, List<Candidate> found)
    {
        var verb = reading.Chunks[at];
        if (verb.Passive || Clauses.Object(reading, at, out var last) is not [{ Head: "invitation" or "invitations" } invitation, ..])
            return;
        var withdrawn = verb.Lemma is "cancel" or "withdraw" or "rescind" or "retract" or "revoke";
        if (!withdrawn && !IsToCome(reading, last))
        {
            reading.Note(at, "the invitation is not one to come or to meet");
            return;
        }

        var parties = roles.PartiesOf(reading, Subjects.Of(reading, at, knowledge));
        foreach (var phrase in Clauses.Phrases(reading, reading.Chunks.IndexOf(invitation)).Where(p => p.Preposition is "from" or "by" or "of" || (withdrawn && p.Preposition == "to")))
        {
            foreach (var host in roles.PartiesOf(reading, phrase.Nouns, parties))
                Candidate.Add(parties, host);
        }

        foreach (var host in invitation.Parties.Concat(invitation.Modifiers))
            Candidate.Add(parties, host);
        var force = forces.Of(reading, at);
        var plain = withdrawn ? EntryStatus.Cancelled : verb.Lemma == "accept" ? EntryStatus.Planned : EntryStatus.Rejected;
        parties.RemoveAll(p => p.Weak);
        if (StatusRules.Apply(EntryType.Talks, plain, force) is not { } status)
        {
            reading.Note(at, ForceWords.None(force), ExplanationStage.Status);
            return;
        }

        if (parties.Count(p => p.Known) < 2 || Party.AreOfOneState(parties))
        {
            reading.Note(at, "it names no host and guest of different states", ExplanationStage.Parties);
            return;
        }

        reading.Note(at, "an invitation is answered", ExplanationStage.Status);
        var candidate = new Candidate { Type = EntryType.Talks, Kind = EntryKind.Visit, Status = status, Reading = reading, At = at, Reach = last, Verb = at, Confidence = 0.75 };
        candidate.AddParties(parties);
        found.Add(candidate);
    }

    /// <summary>"to visit", "to come to Pyongyang", "to his capital": what the guest is asked to.</summary>
    private static bool IsToCome(Reading reading, int at)
    {
        for (var j = at + 1; j < reading.Chunks.Count && j < at + 7; j++)
        {
            var chunk = reading.Chunks[j];
            if (chunk.Kind is ChunkKind.Verb)
                return chunk.Infinitive && WordLists.InvitedTo.Has(chunk.Lemma);
            if (chunk is { Kind: ChunkKind.Preposition, Head: "to" } && j + 1 < reading.Chunks.Count && reading.Chunks[j + 1].Place is not null)
                return true;
            if (chunk.Kind is ChunkKind.Break or ChunkKind.Subordinator)
                return false;
        }

        return false;
    }
}
