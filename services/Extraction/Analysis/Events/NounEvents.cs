using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Nouns that name talks or a ceasefire: what becomes of them (<see cref="NounStatus"/>), whose they are (<see cref="NounParties"/>), whether that is enough.</summary>
internal sealed class NounEvents(Knowledge knowledge, ArticleMemory memory)
{
    private readonly NounStatus statuses = new(knowledge);
    private readonly NounParties parties = new(knowledge, memory);
    private readonly UnnamedParties unnamed = new(memory);
    private readonly ToldParties whose = new(knowledge, memory);
    private readonly Roles roles = new(memory);

    public void Read(Reading reading, int at, List<Candidate> found)
    {
        var chunk = reading.Chunks[at];
        var noun = chunk.Event!;
        if (chunk.Head is "contact" or "contacts" && (reading.Has(chunk, "diplomatic") || reading.Has(chunk, "commercial") || reading.Has(chunk, "radio") || reading.Has(chunk, "eye") || reading.Has(chunk, "physical") || reading.Has(chunk, "trade")))
        {
            reading.Note(at, "relations, or a line of wire: no talks");
            return;
        }
        var (status, confidence, verb) = statuses.Of(reading, at);
        if (status is not { } s)
            return;
        if (noun.Type == EntryType.Talks && s == EntryStatus.Held && Outcome.IsFailure(reading, at))
            s = EntryStatus.Suspended;
        if (s == EntryStatus.Suspended && status == EntryStatus.Held)
            reading.Note(at, "it ended without result", ExplanationStage.Status);
        var plain = s;
        s = Circumstance.Applied(reading, at, noun.Type, s, verb);
        if (s != plain)
            reading.Note(at, s == EntryStatus.Violated ? "fighting is told hours after it" : "the promise hangs on an \"if\"", ExplanationStage.Status);
        var candidate = new Candidate
        {
            Type = noun.Type,
            Kind = KindOf(reading, chunk),
            Status = s,
            Reading = reading,
            At = at,
            Reach = at,
            Verb = verb,
            Confidence = confidence,
            Anaphoric = chunk.IsDefinite && chunk.Parties.Count == 0,
            Unilateral = reading.Has(chunk, "unilateral"),
        };
        parties.Add(reading, at, verb, candidate);
        Governments.Name(candidate.Parties, knowledge);
        if (confidence <= LooseStatus.Confidence && !whose.IsWhose(reading, candidate))
        {
            reading.Note(at, "its status is a guess, and the text does not say whose it is", ExplanationStage.Parties);
            return;
        }

        if (noun.Type == EntryType.Talks && IsOwnBusiness(reading, chunk, at) && candidate.Parties.Count(p => p.Known) < 2)
        {
            reading.Note(at, "a body's own meeting, or one with those who are no party (Ruling 7)");
            return;
        }

        if (noun.Type == EntryType.Talks && IsScene(reading, at))
        {
            reading.Note(at, "it only says where something else happened");
            return;
        }

        if (noun.Type == EntryType.Talks)
            TakenUp.Settle(reading, candidate, memory);
        if (candidate.Parties.Count == 0 && noun.Type == EntryType.Talks && verb >= 0)
        {
            // "did not turn up for the session, and the meeting was cancelled": the same, named again.
            if (chunk.IsDefinite && found.Count > 0 && found[^1].Type == EntryType.Talks && found[^1].Kind != EntryKind.Call)
                candidate.AddParties(found[^1].Parties);
            if (candidate.Parties.Count == 0 && (candidate.Anaphoric || chunk.IsPronoun) && found.Count == 0 && memory.LastEvent is { Type: EntryType.Talks } told && told.Kind != EntryKind.Call && !Presiding.AreOthers(told, s, memory.Sides))
                candidate.AddParties(told.Parties);
            if (candidate.Parties.Count == 0)
                unnamed.Add(reading, candidate);
        }

        if (noun.Type == EntryType.Talks && candidate.Parties.Count < 2)
            whose.AddCounted(reading, candidate);
        if (noun.Type == EntryType.Talks)
        {
            Presiding.Settle(reading, candidate, memory.Sides, knowledge);
            Presiding.SettleChair(reading, candidate, memory.Sides);
            Presiding.SettleConvener(reading, candidate);
            Presiding.SettleAbsence(reading, candidate, memory.LastEvent);
            if (Presiding.IsHostOnly(reading, candidate))
            {
                reading.Note(at, "it names only where it is held", ExplanationStage.Parties);
                return;
            }
        }

        if (noun.Type == EntryType.Talks && verb >= 0)
            whose.AddSides(reading, verb, candidate);
        if (noun.Type == EntryType.Talks && candidate.Parties.Count == 0 && (verb > at || (verb < 0 && status == EntryStatus.Held)))
            whose.AddTold(reading, candidate);
        if (noun.Kind == EntryKind.Summit && candidate.Parties.Count == 0 && verb < 0)
            GroupSummits.AddBody(reading, candidate);
        if (noun.Type == EntryType.Talks && !Stands(reading, candidate, verb))
        {
            reading.Note(at, candidate.Parties.Count == 0 ? "the text names no party to it" : candidate.Parties.Count == 1 ? "it names one party, and neither another nor a place abroad" : "the parties that it names do not make talks: none is known, or all are of one state", ExplanationStage.Parties);
            return;
        }

        if (verb >= 0)
            candidate.Reach = Math.Max(candidate.Reach, verb);
        if (IsSeparate(reading, chunk, candidate))
            Split(reading, candidate, found);
        else
            found.Add(candidate);
    }

    /// <summary>"its weekly meeting", "a meeting of his staff", "talks with the governing coalition", "a national dialogue".</summary>
    private static bool IsOwnBusiness(Reading reading, Chunk chunk, int at) =>
        (reading.Tokens[chunk.First].Is("its") && (reading.Has(chunk, "weekly") || reading.Has(chunk, "monthly") || reading.Has(chunk, "regular") || reading.Has(chunk, "plenary")))
        || (chunk.Head == "dialogue" && reading.Has(chunk, "national"))
        || (chunk.Head is "session" or "sitting" && at > 1 && reading.Chunks[at - 1].Kind == ChunkKind.Verb && reading.Chunks[at - 2].Head is "parliament" or "assembly" or "senate" or "congress" or "cabinet")
        || Clauses.Phrases(reading, at).Exists(p => p.Direct && p.Preposition is "of" or "with" && p.Nouns.TrueForAll(n => (n.IsCommoner && n.Modifiers.Count < 2) || n.Head is "coalition" or "cabinet" or "parliament" or "lawmakers"));

    /// <summary>"a hall where the summit was being held" (Ruling 24).</summary>
    private static bool IsScene(Reading reading, int at) =>
        at > 1 && ((reading.Chunks[at - 1] is { Kind: ChunkKind.Subordinator, Head: "where" } && reading.Chunks[at - 2] is { Kind: ChunkKind.Noun, Place: null })

            // "the truce, declared when the talks opened, ended": it only dates the truce.
            || (reading.Chunks[at].IsDefinite && reading.Chunks[at - 1] is { Kind: ChunkKind.Subordinator, Head: "when" } && at > 2 && reading.Chunks[at - 3].Kind == ChunkKind.Comma && reading.Chunks[at - 2] is { Kind: ChunkKind.Verb } told && told.Last - told.First == 1 && reading.Tokens[told.First].Is(WordClass.Participle)));

    /// <summary>"held phone conversations with A and B", "separate talks with A and B": one with each.</summary>
    private static bool IsSeparate(Reading reading, Chunk chunk, Candidate candidate) =>
        candidate.Type == EntryType.Talks && candidate.Status == EntryStatus.Held && candidate.Parties.Count == 3
        && ((candidate.Kind == EntryKind.Call && chunk.IsPlural) || reading.Has(chunk, "separate") || Array.Exists(reading.Tokens, t => t.Is("separately")));

    private void Split(Reading reading, Candidate candidate, List<Candidate> found)
    {
        var others = Clauses.Phrases(reading, candidate.At).Where(p => p.Preposition == "with").SelectMany(p => roles.PartiesOf(reading, p.Nouns)).ToList();
        var own = candidate.Parties.FindAll(p => !others.Exists(o => o.Same(p)));
        if (own.Count != 1 || others.Count != 2)
        {
            found.Add(candidate);
            return;
        }

        foreach (var other in others)
        {
            var one = new Candidate { Type = candidate.Type, Kind = candidate.Kind, Status = candidate.Status, Reading = reading, At = candidate.At, Reach = candidate.Reach, Verb = candidate.Verb, Confidence = candidate.Confidence };
            one.AddParties([own[0], other]);
            found.Add(one);
        }
    }

    private static EntryKind KindOf(Reading reading, Chunk chunk)
    {
        if (chunk.Event!.Type == EntryType.Talks && chunk.Event.Kind == EntryKind.Meeting && (reading.Has(chunk, "phone") || reading.Has(chunk, "telephone") || reading.Has(chunk, "video")))
            return EntryKind.Call;
        if (chunk.Event.Kind == EntryKind.Meeting && (reading.Has(chunk, "consultation") || reading.Has(chunk, "expert") || reading.Has(chunk, "working-level")))
            return EntryKind.Consultation;
        return chunk.Event.Kind;
    }

    /// <summary>Talks need parties; without two of them they need a verb that tells of them.</summary>
    private bool Stands(Reading reading, Candidate candidate, int verb)
    {
        if (reading.Chunks[candidate.At].Head == "conference" && reading.Chunks[candidate.At].Event!.Strong is false && candidate.Parties.Count < 2 && candidate.Kind is EntryKind.Meeting or EntryKind.Conference && candidate.Status is EntryStatus.Held or EntryStatus.UnderWay)
            return false;
        if (candidate.Kind == EntryKind.Mediation && candidate.Mediators.Exists(m => m.Known))
            return true;
        if (candidate.Parties.Count > 0 && Party.AreOfOneState(candidate.Parties))
            return false;
        if (candidate.Kind == EntryKind.Visit && candidate.Parties.Count == 1 && (candidate.Place?.Country == candidate.Parties[0].Country || candidate.Parties[0].IsPlace))
            return false;

        // "at the G20 summit": a setting (Ruling 24).
        if (verb < 0 && candidate.Status == EntryStatus.Held && candidate.Parties.Count == 1 && candidate.Kind is EntryKind.Summit or EntryKind.Conference)
            return GroupSummits.IsNews(reading, candidate);
        var known = candidate.Parties.Count(p => p.Known || p.Fighters);
        var chunk = reading.Chunks[candidate.At];
        if (Party.AreSeveral(candidate.Parties) && known >= 1)
            return true;
        if (candidate.Parties.Count == 0)
            return (candidate.Kind == EntryKind.Mediation && candidate.Mediators.Exists(m => m.Known)) || candidate.Anaphoric && verb >= 0 && memory.Recent.Count > 0 && candidate.Status is EntryStatus.Postponed or EntryStatus.Cancelled or EntryStatus.Suspended or EntryStatus.Rejected && chunk.Event!.Strong;
        if (known == 0 || candidate.OfStranger)
            return false;
        return candidate.Status is EntryStatus.Postponed or EntryStatus.Cancelled or EntryStatus.Suspended or EntryStatus.Rejected or EntryStatus.Planned or EntryStatus.Proposed || (candidate.Status == EntryStatus.UnderWay && (chunk.Event!.Strong || chunk.HeadWord?.Text is "round" or "visit" or "trip" or "tour")) || (chunk.Event!.Kind is EntryKind.Summit && candidate.Parties.Exists(p => !knowledge.PartyCountries.ContainsKey(p.Id))) || IsAbroad(reading, candidate) || candidate.Mediators.Count > 0 || chunk.Parties.Count > 0;
    }

    /// <summary>One party's meeting in another country is talks there, whoever the other side is.</summary>
    private static bool IsAbroad(Reading reading, Candidate candidate)
    {
        var place = reading.Names.FindLast(n => n.Entry.Kind is NameKind.City or NameKind.State or NameKind.Seat && n.First > reading.Chunks[candidate.At].First);
        return place.Entry?.Country is { } country && !candidate.Parties.Exists(p => p.Country == country || p.Id == country);
    }
}
