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
    private readonly Beside beside = new(knowledge, memory);

    public void Read(Reading reading, int at, List<Candidate> found)
    {
        var verb = reading.Chunks[at];
        if (StopEvents.IsOne(verb.Lemma) && stops.Read(reading, at, found))
            return;
        if (knowledge.Direct.TryGetValue(verb.Lemma, out var direct) && !(verb.Lemma is "leave" or "depart" && Outcome.IsFailure(reading, at)))
            ReadDirect(reading, at, direct, found);
        else if (ByPhone(reading, at))
            ReadByPhone(reading, at, found);
        else if (Beside.IsOne(verb))
            beside.Read(reading, at, found);
        else if (verb.Lemma == "invite")
            invitations.Read(reading, at, found);
        else if (verb.Lemma is "accept" or "decline" or "reject" or "turn down" or "spurn" or "refuse" or "cancel" or "withdraw" or "rescind" or "retract" or "revoke")
            invitations.ReadAnswer(reading, at, found);
        else if (verb.Lemma is "agree" or "agree on" or "agree to" && verb.Infinitive)
            agreements.ReadFailure(reading, at, found);
        else if (verb.Lemma is "leave" or "part" or "depart" or "separate" or "disperse" && verb.Finite && Outcome.IsFailure(reading, at))
            agreements.ReadParting(reading, at, found);
        else if (verb.Lemma is "reach" or "sign" or "strike" or "conclude")
            agreements.Read(reading, at, found);
    }

    private void ReadDirect(Reading reading, int at, DirectVerb direct, List<Candidate> found)
    {
        var verb = reading.Chunks[at];
        var subjects = Subjects.Of(reading, at, knowledge);
        if (subjects.Exists(c => c.IsCommoner))
        {
            reading.Note(at, "its subject holds no talks between parties", ExplanationStage.Parties);
            return;
        }

        var parties = roles.PartiesOf(reading, subjects);
        var objects = verb.Passive ? [] : Clauses.Object(reading, at, out _);
        var phrases = Clauses.Phrases(reading, at);
        var last = objects.Count > 0 ? reading.Chunks.IndexOf(objects[^1]) : at;
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

            kind = EntryKind.Visit;
        }
        else
        {
            if (objects.Count > 0 && direct.Object is "party" or "person")
            {
                if (objects.Exists(o => o.IsCommoner) || !objects.Exists(o => o.IsActor || o.IsPronoun || roles.PartiesOf(reading, [o]).Count > 0) && !IsReciprocal(objects))
                {
                    reading.Note(at, "its object is no party", ExplanationStage.Parties);
                    return;
                }

                if (direct.Object == "person" && !IsReciprocal(objects) && !objects.Exists(o => IsPerson(reading, o, verb.Lemma)))
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

                    others.AddRange(roles.PartiesOf(reading, phrase.Nouns, parties).Where(o => !others.Exists(x => x.Same(o))));
                    last = Math.Max(last, phrase.Last);
                }
                else if (verb.Passive && phrase.Preposition == "by")
                {
                    others.AddRange(roles.PartiesOf(reading, phrase.Nouns, parties));
                }
            }

            if (others.Count == 0 && WithWhom(reading, at) is { } whom)
                others.AddRange(roles.PartiesOf(reading, [whom], parties));
            if (!Fits(reading, verb, direct, subjects, objects, phrases, parties, others, ref kind))
            {
                reading.Note(at, others.Count == 0 && verb.Lemma is not ("call" or "see" or "meet") ? "the verb has no other side here: nobody is named with whom" : "the verb means something else here than talks");
                return;
            }
        }

        var force = forces.Of(reading, at);
        var plain = direct is { Kind: EntryKind.Visit, Object: "none" } ? direct.Prepositions == "for" ? EntryStatus.Planned : EntryStatus.UnderWay : verb.Lemma is "mediate" or "negotiate" && direct.Kind is EntryKind.Mediation or EntryKind.Negotiation && verb.Progressive ? EntryStatus.UnderWay : EntryStatus.Held;
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
        if (!Party.AreSeveral(all) && !(all.Count == 1 && (IsGroupMeeting(verb, subjects, objects, phrases) || (others.Count == 0 && place is not null))))
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
        if (IsOneState(all))
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

        found.Add(candidate);
    }

    /// <summary>"Putin met Interior Minister Kolokoltsev": where neither's country is said, it is one country; and someone's must be known.</summary>
    public static bool IsOneState(List<Party> parties) =>
        !parties.Exists(p => p.Country is not null || p.Fighters)
        || (parties.Exists(p => p.Country is null && !p.Fighters && p.Persons.Count > 0) && parties.TrueForAll(p => !p.Stated || p.Country is null));

    private static bool IsGroupMeeting(Chunk verb, List<Chunk> subjects, List<Chunk> objects, List<Clauses.Phrase> phrases) =>
        verb.Lemma is "meet" && subjects.Exists(s => s.Parties.Exists(p => p.Fighters && p.Id is "factions" or "sides" or "parties" or "combatants" or "belligerents")) && objects.Count == 0
        || verb.Lemma is "meet" or "negotiate" or "confer" or "gather" or "convene" or "assemble" && !verb.Passive && objects.Count == 0 && !phrases.Exists(p => p.Preposition == "with") && subjects.Exists(s => s.IsPlural || s.Parties.Count > 1) && subjects.Exists(s => s.Parties.Exists(p => p.Id is "EU" or "NATO" or "ASEAN" or "ARL" or "AU" or "G7" or "G8" or "G20" or "OPEC" or "GCC" or "UNSC" or "OAU" or "ECOWAS" or "OAS"));

    private static bool IsPerson(Reading reading, Chunk chunk, string verb)
    {
        if (chunk.IsActor && chunk.Parties.Exists(p => p.Persons.Count > 0))
            return true;
        if (verb is "host" or "receive" or "welcome" or "greet" && chunk.IsActor)
        {
            return chunk.Head is { } head && (head is "delegation" or "team" or "minister" or "ministers" or "president" or "leaders" or "leader" or "envoy" or "officials" or "negotiators" or "premier" or "counterpart" or "diplomat" or "diplomats" or "ambassador" or "emir" or "king" or "chancellor" or "delegates" or "representatives" or "secretary" or "chief" or "presidents" or "envoys" or "counterparts" or "general" or "prince" or "negotiator" or "colleague" or "colleagues");
        }

        return chunk.IsPronoun && chunk.Head is "him" or "her" || (chunk.IsActor && chunk.Head is "president" or "minister" or "premier" or "leader" or "leaders" or "counterpart" or "king" or "emir" or "chancellor" or "prince" or "presidents" or "secretary" or "counterparts" or "chief" or "secretary-general" or "general" or "ambassador" or "envoy" or "pope")
            || (verb is "join" && chunk.IsActor && reading.Tokens.Any(t => t.Is("meeting") || t.Is("talks")));
    }

    /// <summary>Rules out what a verb means besides talks: "called him a liar", "received aid", "met the criteria", "discussed the plan".</summary>
    private static bool Fits(
        Reading reading, Chunk verb, DirectVerb direct, List<Chunk> subjects, List<Chunk> objects, List<Clauses.Phrase> phrases, List<Party> parties, List<Party> others, ref EntryKind kind)
    {
        switch (verb.Lemma)
        {
            case "call":
                // "called Putin a killer", "called the president corrupt", "is called": a name for him, no telephone.
                return objects.Count > 0 && !verb.Passive && parties.Count > 0 && !IsNaming(reading, objects[^1]) && !(verb.Infinitive && objects[0].IsPronoun);
            case "speak":
                if (parties.Count > 1 && HasPhone(reading))
                    return true;
                if (others.Count == 0)
                    return false;
                if (phrases.Exists(p => p.Nouns.Exists(n => n.Head is "phone" or "telephone")))
                    return true;
                return others.Exists(o => o.Persons.Count > 0) || phrases.Exists(p => p.Preposition == "with");
            case "talk":
                return others.Count > 0 || (parties.Count > 1 && !verb.Passive && parties.TrueForAll(p => p.Known) && !phrases.Exists(p => p.Preposition is "of" or "about"));
            case "discuss":
                if (parties.Count > 1 && others.Count == 0 && HasPhone(reading))
                {
                    kind = EntryKind.Call;
                    return true;
                }

                if (others.Count > 0 && !phrases.Exists(p => p.Preposition is "with" && reading.Chunks[p.At - 1].Head is "ties" or "relations" or "cooperation" or "relationship" or "trade" or "border" or "war" or "dispute" or "conflict" or "issues" or "deal" or "problems"))
                {
                    if (HasPhone(reading))
                        kind = EntryKind.Call;
                    return true;
                }

                return AreOfficials(reading, verb, objects, parties);
            case "take up" or "go over":
                return others.Count > 0 ? others.Exists(o => o.Persons.Count > 0) : AreOfficials(reading, verb, objects, parties);
            case "spend":
                // "spent an hour with Brezhnev": time, with a man.
                return others.Exists(o => o.Persons.Count > 0) && parties.Exists(p => p.Persons.Count > 0) && reading.Chunks.IndexOf(verb) + 1 is var spent && spent < reading.Chunks.Count && (reading.Chunks[spent].IsDate || (spent + 2 < reading.Chunks.Count && reading.Chunks[spent + 1].Head == "of" && reading.Chunks[spent + 2].IsDate));
            case "embrace":
                return parties.Exists(p => p.Persons.Count > 0) && (others.Exists(o => o.Persons.Count > 0) || (objects.Count == 0 && parties.Count > 1 && parties.TrueForAll(p => p.Persons.Count > 0)));
            case "meet":
                // "were met with a shrug", "by a volley": met by somebody only.
                return verb.Passive is false || (others.Count > 0 && !phrases.Exists(p => p.Preposition == "with"));
            case "receive" or "welcome" or "greet" or "host":
                return others.Count > 0;
            case "negotiate" when objects.Count > 0 && others.Count == 0:
                // "are negotiating a prisoner exchange": two sides, whatever it is about, unless that is a truce.
                return verb.Progressive && parties.Count > 1 && parties.TrueForAll(p => p.Known) && objects.TrueForAll(o => o.Event is null);
            case "consult" or "negotiate" or "confer" or "dine" or "converse":
                return others.Count > 0 || (parties.Count > 1 && !verb.Passive && objects.Count == 0);
            case "see":
                // "sees him as", "saw action": only who is to see another, or those who see each other, meet.
                return parties.Count > 0 && !verb.Passive && (IsReciprocal(objects) ? parties.Count > 1 : (verb.Infinitive || verb.Modal is "will" or "to" || (verb.Past && verb.Modal is null && !verb.Negated && parties.Exists(p => p.Persons.Count > 0) && others.TrueForAll(o => o.Known && o.Persons.Count > 0))) && others.Exists(o => o.Persons.Count > 0) && !IsNaming(reading, objects[^1]) && !(reading.Chunks.IndexOf(objects[^1]) + 1 is var behind && behind < reading.Chunks.Count && reading.Chunks[behind].Kind == ChunkKind.Verb));
            case "call on":
                // "called on the minister to discuss fish": paid him a call; "called on him to resign" asks.
                return parties.Exists(p => p.Persons.Count > 0) && others.Exists(o => o.Persons.Count > 0) && reading.Chunks.IndexOf(objects[^1]) + 1 is var after
                    && (after >= reading.Chunks.Count || reading.Chunks[after].Kind is ChunkKind.Preposition or ChunkKind.Break || reading.Chunks[after].IsDate) && !reading.Chunks.Exists(c => c.Infinitive && c.First > verb.Last && c.Lemma is not ("discuss" or "exchange" or "review" or "convey" or "present" or "deliver" or "brief"));
            case "convene":
                return objects.Count == 0 && ((parties.Count > 1 && AreOfficials(reading, parties)) || IsGroupMeeting(verb, subjects, objects, phrases));
            case "gather":
                return others.Count > 0 || (parties.Count > 1 && parties.TrueForAll(p => !p.Fighters) && AreOfficials(reading, parties)) || IsGroupMeeting(verb, subjects, objects, phrases);
            case "come together" or "sit down" or "reconvene" or "sit" or "haggle" or "wrangle" or "bargain" or "shake hands" or "come face to face" or "meet face to face" or "sit face to face" or "sit at one table" or "sit at the same table" or "sit around the table" or "sit round the table" or "share a table" or "return to the table" or "return to the negotiating table" or "come to the table" or "closet" or "deliberate" or "get together":
                return others.Count > 0 || parties.Count > 1;
            case "assemble":
                return others.Count > 0 || IsGroupMeeting(verb, subjects, objects, phrases);
            default:
                return direct.Object != "none" || others.Count > 0 || (parties.Count > 1 && direct.Kind == EntryKind.Meeting && !verb.Passive && objects.Count == 0 && verb.Lemma.Contains(' ', StringComparison.Ordinal) | verb.Lemma is "huddle" or "lunch" or "parley");
        }
    }

    /// <summary>"The presidents of A and B discussed water": two sides' own men do it together.</summary>
    private static bool AreOfficials(Reading reading, Chunk verb, List<Chunk> objects, List<Party> parties) =>
        objects.Count > 0 && !verb.Passive && !verb.Gerund && verb.Modal is null or "will" or "to" && AreOfficials(reading, parties);

    private static bool AreOfficials(Reading reading, List<Party> parties) =>
        parties.Where(p => p.Known).Select(p => p.Country ?? p.Id).Distinct().Count() > 1 && parties.TrueForAll(p => p.Known)
        && reading.Chunks.Exists(c => c.IsActor && (c.Parties.Exists(p => p.Persons.Count > 0 && parties.Exists(q => q.Same(p))) || c.Head is "minister" or "secretary" or "counterpart" or "ministers" or "presidents" or "leaders" or "officials" or "envoys" or "negotiators" or "diplomats" or "secretaries" or "premiers" or "delegates" or "delegations" or "representatives" or "officers" or "commanders" or "generals" or "experts"));

    /// <summary>"called the trip a success": a name is given, nothing is called.</summary>
    public static bool IsNaming(Reading reading, Chunk last)
    {
        var chunks = reading.Chunks;
        for (var j = chunks.IndexOf(last) + 1; j < chunks.Count; j++)
        {
            if (chunks[j] is { Kind: ChunkKind.Noun, Head: "one" })
                continue;
            switch (chunks[j].Kind)
            {
                case ChunkKind.Preposition when j + 1 < chunks.Count && chunks[j + 1].Kind == ChunkKind.Noun && chunks[j].Head is not "as":
                    j++;
                    break;
                case ChunkKind.Noun when chunks[j].IsDate:
                    break;
                case ChunkKind.Noun or ChunkKind.Predicate or ChunkKind.Quote:
                    return true;
                default:
                    return chunks[j].Kind == ChunkKind.Preposition && chunks[j].Head == "as";
            }
        }

        return false;
    }

    /// <summary>"the ambassador, with whom he discussed": the one before the relative; null where there is none.</summary>
    private static Chunk? WithWhom(Reading reading, int at)
    {
        var chunks = reading.Chunks;
        for (var j = at - 1; j > 1 && j > at - 5; j--)
        {
            if (chunks[j] is not { Kind: ChunkKind.Relative, Head: "whom" } || chunks[j - 1] is not { Kind: ChunkKind.Preposition, Head: "with" })
                continue;
            for (var k = j - 2; k >= 0; k--)
            {
                if (chunks[k].Kind == ChunkKind.Noun && chunks[k].IsActor)
                    return chunks[k];
            }
        }

        return null;
    }

    private static bool IsReciprocal(List<Chunk> objects) => objects.Count > 0 && objects[0].Head is "other" or "another" or "each";

    private static bool HasPhone(Reading reading)
    {
        foreach (var token in reading.Tokens)
        {
            if (token.Is("phone") || token.Is("telephone") || token.Is("videoconference") || token.Is("video") || token.Is("hotline"))
                return true;
        }

        return false;
    }

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

    private static bool ByPhone(Reading reading, int at) =>
        reading.Chunks[at].Finite && HasLine(reading.Chunks, at) && Clauses.Phrases(reading, at).Exists(p => p.Preposition is "by" or "over" or "on" or "via" && p.Nouns.Exists(n => n.Head is "telephone" or "phone" or "hotline" or "videoconference" && n.Event is null));

    /// <summary>"The two had settled it by telephone": a call, whatever was done in it.</summary>
    private void ReadByPhone(Reading reading, int at, List<Candidate> found)
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
        if (parties.Count < 2 || IsOneState(parties))
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
