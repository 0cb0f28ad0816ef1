using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Verbs that are talks by themselves ("met", "visited", "spoke with") and verbs of stopping a fight.</summary>
internal sealed class VerbEvents(Knowledge knowledge, ArticleMemory memory)
{
    private readonly Forces forces = new(knowledge);
    private readonly Roles roles = new(memory);
    private readonly StopEvents stops = new(knowledge, memory);
    private readonly Journeys journeys = new(knowledge, memory);
    private readonly Agreements agreements = new(knowledge, memory);
    private readonly Invitations invitations = new(knowledge, memory);
    private readonly InPerson inPerson = new(knowledge, memory);
    private readonly Beside beside = new(knowledge, memory);
    private readonly PhoneEvents calls = new(knowledge, memory);
    private readonly Presences presences = new(knowledge, memory);
    private readonly Briefings briefings = new(knowledge, memory);

    public void Read(Reading reading, int at, List<Candidate> found)
    {
        var verb = reading.Chunks[at];
        var use = VerbUses.Of(verb.Lemma);
        if ((use & VerbUse.Stop) != 0 && stops.Read(reading, at, found))
            return;
        if ((use & VerbUse.Briefing) != 0 && Briefings.IsOne(verb) && !PhoneEvents.IsOne(reading, at) && briefings.Read(reading, at, found))
            return;
        if (Presences.IsOne(reading.Chunks, at) && presences.Read(reading, at, found))
            return;
        if (knowledge.Direct.TryGetValue(verb.Lemma, out var direct) && !(verb.Lemma is "leave" or "depart" && Outcome.IsFailure(reading, at)))
            ReadDirect(reading, at, direct, found);
        else if (PhoneEvents.IsOne(reading, at))
            calls.Read(reading, at, found);
        else if ((use & VerbUse.InPerson) != 0 && InPerson.IsOne(reading, at))
            inPerson.Read(reading, at, found);
        else if ((use & VerbUse.Beside) != 0 && Beside.IsOne(verb))
            beside.Read(reading, at, found);
        else if (verb.Lemma == "invite")
            invitations.Read(reading, at, found);
        else if ((use & VerbUse.Answer) != 0)
            invitations.ReadAnswer(reading, at, found);
        else if (verb.Lemma is "agree" or "agree on" or "agree to" && verb.Infinitive)
            agreements.ReadFailure(reading, at, found);
        else if (verb.Lemma is "leave" or "part" or "depart" or "separate" or "disperse" && verb.Finite && Outcome.IsFailure(reading, at))
            agreements.ReadParting(reading, at, found);
        else if (verb.Lemma is "reach" or "sign" or "initial" or "strike" or "conclude")
            agreements.Read(reading, at, found);
    }

    // Loops and no lambdas: what a lambda captures is allocated at the head of the method, for each of the verbs that lead nowhere.
    private bool HasParty(Reading reading, List<Chunk> objects)
    {
        foreach (var chunk in objects)
            if (chunk.IsActor || chunk.IsPronoun || roles.PartiesOf(reading, [chunk]).Count > 0) return true;
        return false;
    }

    private static bool HasPerson(Reading reading, List<Chunk> objects, string lemma)
    {
        foreach (var chunk in objects)
            if (VerbSense.IsPerson(reading, chunk, lemma)) return true;
        return false;
    }

    private static void AddOthers(List<Party> others, List<Party> more)
    {
        foreach (var party in more)
            if (!others.Exists(o => o.Same(party))) others.Add(party);
    }

    private void ReadDirect(Reading reading, int at, DirectVerb direct, List<Candidate> found)
    {
        var verb = reading.Chunks[at];
        // "got", "went on", "came": common, and most lead nowhere.
        if (direct is { Kind: EntryKind.Visit, Object: "none" } && verb.Lemma != "arrive" && !Journeys.NamesPlace(reading.Chunks, at))
        {
            reading.Note(at, "it names no place to go to", ExplanationStage.Parties);
            return;
        }

        var subjects = Subjects.Of(reading, at, knowledge);
        if (subjects.Exists(c => c.IsCommoner))
        {
            reading.Note(at, "its subject holds no talks between parties", ExplanationStage.Parties);
            return;
        }

        var parties = roles.PartiesOf(reading, subjects);
        if (IsOfDelegates(verb, subjects) && memory.Sides.Pair.Count == 2 && !parties.Exists(p => p.Known))
            parties = [.. memory.Sides.Pair];
        var objects = verb.Passive ? [] : Clauses.Object(reading, at, out _);
        if (objects.Count == 0 && direct.Object is "party" or "person" && !verb.Passive && WhomClauses.Of(reading, at) is { } seen)
            objects = [seen];
        var phrases = Clauses.Phrases(reading, at);
        var last = objects.Count > 0 ? Math.Max(at, reading.Chunks.IndexOf(objects[^1])) : at;
        var others = new List<Party>();
        var kind = direct.Kind;
        NameEntry? place = null;
        if (direct.Object == "place")
        {
            if (!journeys.ReadVisit(reading, verb, subjects, objects, parties, others, ref place))
            {
                reading.Note(at, parties.Exists(p => p.Known) ? "it visits no other party" : "no known party visits", ExplanationStage.Parties);
                return;
            }
        }
        else if (direct is { Kind: EntryKind.Visit, Object: "none" })
        {
            if (!journeys.ReadJourney(reading, at, verb, phrases, parties, others, ref place, found))
                return;

            kind = memory.Sides.Pair.Count == 2 && parties is [var one] && others is [var other] && one.IsIn(memory.Sides.Pair) && other.IsIn(memory.Sides.Pair) && place is { Country: { } abroad } && abroad != one.Country && abroad != other.Country ? EntryKind.Negotiation : EntryKind.Visit;
        }
        else
        {
            if (objects.Count > 0 && direct.Object is "party" or "person")
            {
                if (objects.Exists(o => o.IsCommoner) || !HasParty(reading, objects) && !VerbSense.IsReciprocal(objects))
                {
                    reading.Note(at, "its object is no party", ExplanationStage.Parties);
                    return;
                }

                if (direct.Object == "person" && !VerbSense.IsReciprocal(objects) && !HasPerson(reading, objects, verb.Lemma))
                {
                    reading.Note(at, "its object is no person who speaks for a party", ExplanationStage.Parties);
                    return;
                }

                others.AddRange(roles.PartiesOf(reading, objects, parties));
            }

            foreach (var phrase in phrases)
            {
                if (direct.Behind.Contains(phrase.Preposition) && phrase.Preposition.Length > 0)
                {
                    // "talks in riddles, with Kissinger out of his depth": what goes on meanwhile.
                    if (phrase.Preposition == "with" && reading.Chunks[phrase.At - 1].Kind == ChunkKind.Comma && verb.Lemma is "talk" or "speak")
                        continue;
                    if (phrase.Nouns.Exists(n => n.IsCommoner))
                    {
                        reading.Note(at, "its other side holds no talks between parties", ExplanationStage.Parties);
                        return;
                    }

                    AddOthers(others, roles.PartiesOf(reading, Capitals(reading, phrase) ?? phrase.Nouns, parties));
                    if (kind == EntryKind.Mediation)
                        journeys.AddSeats(reading, phrase.Nouns, others);
                    last = Math.Max(last, phrase.Last);
                }
                else if (verb.Passive && phrase.Preposition == "by")
                {
                    others.AddRange(roles.PartiesOf(reading, phrase.Nouns, parties));
                }
            }

            if (others.Count == 0 && WhomClauses.With(reading, at) is { } whom)
                others.AddRange(roles.PartiesOf(reading, [whom], parties));
            if (!VerbSense.Fits(reading, verb, direct, subjects, objects, phrases, parties, others, ref kind))
            {
                reading.Note(at, others.Count == 0 && verb.Lemma is not ("call" or "see" or "meet") ? "the verb has no other side here: nobody is named with whom" : "the verb means something else here than talks");
                return;
            }
        }

        var force = forces.Of(reading, at);
        var plain = direct is { Kind: EntryKind.Visit, Object: "none" } ? direct.Prepositions == "for" ? EntryStatus.Planned : EntryStatus.UnderWay : verb.Lemma is "return to the table" or "return to the negotiating table" or "come back to the table" || verb.Lemma is "mediate" or "negotiate" && direct.Kind is EntryKind.Mediation or EntryKind.Negotiation && verb.Progressive ? EntryStatus.UnderWay : EntryStatus.Held;
        if (verb.Lemma is "welcome" && !verb.Finite && force != Force.Do)
        {
            reading.Note(at, "a welcome that is not told as done", ExplanationStage.Status);
            return;
        }

        if (force == Force.Not || StatusRules.Apply(EntryType.Talks, plain, force) is not { } status)
        {
            reading.Note(at, ForceWords.None(force), ExplanationStage.Status);
            return;
        }

        var all = new List<Party>(parties);
        foreach (var other in others)
            Candidate.Add(all, other);
        Governments.Name(all, knowledge);
        reading.Note(at, "the verb names talks by itself", ExplanationStage.Status);
        if (!Party.AreSeveral(all) && !(all.Count == 1 && (VerbSense.IsGroupMeeting(verb, subjects, objects, phrases) || (others.Count == 0 && place is not null))))
        {
            reading.Note(at, "it names no two parties", ExplanationStage.Parties);
            return;
        }

        if (status is EntryStatus.Held && Outcome.IsFailure(reading, at))
            status = EntryStatus.Suspended;
        status = Circumstance.Applied(reading, at, EntryType.Talks, status, at);
        var candidate = new Candidate
        {
            Type = EntryType.Talks,
            Kind = kind,
            Status = status,
            Reading = reading,
            At = at,
            Reach = last,
            Verb = at,
            Confidence = all.TrueForAll(p => p.Known) ? 0.85 : 0.65,
            Place = place,
            PlaceText = place?.Name ?? "",
        };
        others.RemoveAll(p => p.Weak);
        if (Party.AreOfOneState(all))
        {
            reading.Note(at, "both sides are of one state", ExplanationStage.Parties);
            return;
        }

        if (kind == EntryKind.Mediation)
        {
            candidate.AddParties(others);
            foreach (var party in parties.Where(p => !p.Weak))
                Candidate.Add(candidate.Mediators, party);
        }
        else
        {
            candidate.AddParties(all);
        }

        if (candidate.Parties.Count == 0)
        {
            reading.Note(at, "it names no party", ExplanationStage.Parties);
            return;
        }

        roles.AddThrough(reading, phrases, candidate);
        found.Add(candidate);
    }

    /// <summary>"The delegations are to sit again on Wednesday", "Delegations were to have met": those of the two sides that the text is about.</summary>
    private static bool IsOfDelegates(Chunk verb, List<Chunk> subjects) =>
        verb is { Passive: false, Lemma: "meet" or "sit" or "sit down" or "reconvene" or "convene" or "confer" or "negotiate" } && subjects is [{ IsPlural: true } those] && (those.Head is "delegations" or "delegates" or "negotiators" or "representatives" || WordLists.Enemies.Has(those.Head));

    /// <summary>"shuttled between the capitals of Ethiopia and Eritrea": the states behind "of"; null where it says no such thing.</summary>
    private static List<Chunk>? Capitals(Reading reading, Clauses.Phrase phrase)
    {
        var chunks = reading.Chunks;
        return phrase.Nouns is [{ Head: "capitals" or "leaders" or "governments" }] && phrase.Last + 2 < chunks.Count && chunks[phrase.Last + 1] is { Kind: ChunkKind.Preposition, Head: "of" } && Coordination.From(reading, phrase.Last + 2, out _) is { Count: > 1 } states ? states : null;
    }
}
