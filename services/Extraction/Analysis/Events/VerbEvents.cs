using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Verbs that are talks by themselves ("met", "visited", "spoke with") and verbs of stopping a fight.</summary>
internal sealed class VerbEvents(Knowledge knowledge, ArticleMemory memory)
{
    private readonly Forces forces = new(knowledge);
    private readonly Roles roles = new(memory);

    public void Read(Reading reading, int at, List<Candidate> found)
    {
        var verb = reading.Chunks[at];
        if (IsFightStopper(verb.Lemma) && ReadStop(reading, at, found))
            return;
        if (knowledge.Direct.TryGetValue(verb.Lemma, out var direct))
            ReadDirect(reading, at, direct, found);
        else if (ByPhone(reading, at))
            ReadByPhone(reading, at, found);
        else if (verb.Lemma == "invite")
            ReadInvitation(reading, at, found);
        else if (verb.Lemma is "agree" or "agree on" or "agree to" && verb.Infinitive)
            ReadFailureToAgree(reading, at, found);
        else if (verb.Lemma is "reach" or "sign" or "strike" or "conclude")
            ReadAgreement(reading, at, found);
    }

    private static bool IsFightStopper(string lemma) =>
        lemma is "stop" or "halt" or "end" or "cease" or "suspend" or "pause" or "lay" or "silence" or "cease fire" or "freeze" or "hold";

    /// <summary>"agreed to halt fighting", "urged both sides to end hostilities": a ceasefire in other words.</summary>
    private bool ReadStop(Reading reading, int at, List<Candidate> found)
    {
        var verb = reading.Chunks[at];
        var objects = Clauses.Object(reading, at, out var last);
        var what = objects.Count > 0 ? objects[0] : null;
        var head = what?.Head;
        if (what is null && at + 1 < reading.Chunks.Count && reading.Chunks[at + 1] is { Gerund: true, Lemma: "fire" or "fight" or "shoot" or "shell" } && verb.Lemma is "stop" or "cease")
            head = "firing";
        if (verb.Lemma == "hold" && head is not "fire")
            return false;
        var military = head is "operations" or "activities" or "actions" or "offensives" or "campaign" && what is not null && Contains(reading, what, "military", "combat", "offensive");
        var fighting = head is "fighting" or "hostilities" or "fire" or "shooting" or "firing" or "shelling" or "bloodshed" or "arms" or "guns" or "hostility" || (head is "weapons" && verb.Lemma == "lay");
        var attacks = head is "attacks" or "bombing" or "bombardment" or "offensive" or "raids" or "violence";
        if (!fighting && !military && !attacks)
            return false;
        if (verb.Lemma is "lay" or "silence" && head is not ("arms" or "weapons" or "guns"))
            return false;
        var force = forces.Of(reading, at);
        var subjects = Clauses.Subject(reading, at, knowledge);
        var parties = roles.PartiesOf(reading, subjects);
        EntryStatus? status;
        if (attacks)
        {
            // One side's attacks: only its own halt counts, and only while it is said to be a halt.
            status = verb.Lemma is "suspend" or "halt" or "cease" && force is Force.Do or Force.Plan && parties.Exists(p => p.Known) && head is not "violence" ? EntryStatus.Agreed : null;
        }
        else if (verb.Lemma is "end" or "lay")
        {
            status = force is Force.Ask or Force.Wish ? EntryStatus.CalledFor : force is Force.Plan && verb.Infinitive && IsAgreed(reading, at) ? EntryStatus.Agreed : null;
        }
        else
        {
            status = force switch
            {
                Force.Do => EntryStatus.Agreed,
                Force.Plan when !verb.Infinitive || IsAgreed(reading, at) => EntryStatus.Agreed,
                Force.Ask or Force.Wish => EntryStatus.CalledFor,
                Force.Offer => EntryStatus.Proposed,
                Force.Refuse => EntryStatus.Rejected,
                _ => null,
            };
        }

        if (status is not { } s || (s is EntryStatus.Agreed && parties.Count == 0))
            return false;
        s = Circumstance.Applied(reading, at, EntryType.Ceasefire, s, at);
        var candidate = new Candidate
        {
            Type = EntryType.Ceasefire,
            Kind = EntryKind.CessationOfHostilities,
            Status = s,
            Reading = reading,
            At = at,
            Reach = last,
            Confidence = attacks ? 0.6 : 0.75,
        };
        candidate.AddParties(parties);
        AddCaller(reading, at, candidate);
        found.Add(candidate);
        return true;
    }

    private static bool IsAgreed(Reading reading, int at)
    {
        var governor = Clauses.Governor(reading, at);
        return governor >= 0 && (reading.Chunks[governor].Lemma is "agree" or "decide" or "pledge" or "promise" or "order" or "undertake" or "vow" || reading.Chunks[governor].Head is "agreement" or "deal" or "accord" or "decision" or "pact" || (reading.Chunks[governor].Head is "plan" or "proposal" or "resolution" or "call" or "offer" && governor > 0 && reading.Chunks[governor - 1].Lemma is "accept" or "agree to" or "sign" or "approve" or "endorse" or "back"));
    }

    private static bool Contains(Reading reading, Chunk chunk, params ReadOnlySpan<string> words)
    {
        for (var i = chunk.First; i < chunk.Last; i++)
        {
            foreach (var word in words)
            {
                if (reading.Tokens[i].Is(word))
                    return true;
            }
        }

        return false;
    }

    private void AddCaller(Reading reading, int at, Candidate candidate)
    {
        var governor = Clauses.Governor(reading, at);
        if (candidate.Status != EntryStatus.CalledFor || governor < 0 || reading.Chunks[governor].Kind != ChunkKind.Verb || reading.Chunks[governor].Passive)
            return;
        foreach (var caller in roles.PartiesOf(reading, Clauses.Subject(reading, governor, knowledge)))
        {
            if (!candidate.Parties.Exists(p => p.Same(caller)))
                Candidate.Add(candidate.Callers, caller);
        }
    }

    private void ReadDirect(Reading reading, int at, DirectVerb direct, List<Candidate> found)
    {
        var verb = reading.Chunks[at];
        var subjects = Clauses.Subject(reading, at, knowledge);
        if (subjects.Exists(c => c.IsCommoner))
            return;
        var parties = roles.PartiesOf(reading, subjects);
        var objects = verb.Passive ? [] : Clauses.Object(reading, at, out _);
        var phrases = Clauses.Phrases(reading, at);
        var last = objects.Count > 0 ? reading.Chunks.IndexOf(objects[^1]) : at;
        var others = new List<Party>();
        var kind = direct.Kind;
        NameEntry? place = null;
        if (direct.Object == "place")
        {
            if (!ReadVisit(reading, verb, subjects, objects, parties, others, ref place))
                return;
        }
        else if (direct is { Kind: EntryKind.Visit, Object: "none" })
        {
            if (!ReadJourney(reading, at, verb, phrases, parties, others, ref place, found))
                return;
            kind = EntryKind.Visit;
        }
        else
        {
            if (objects.Count > 0 && direct.Object is "party" or "person")
            {
                if (objects.Exists(o => o.IsCommoner) || !objects.Exists(o => o.IsActor || o.IsPronoun || roles.PartiesOf(reading, [o]).Count > 0) && !IsReciprocal(objects))
                    return;
                if (direct.Object == "person" && !IsReciprocal(objects) && !objects.Exists(o => IsPerson(reading, o, verb.Lemma)))
                    return;
                others.AddRange(roles.PartiesOf(reading, objects, parties));
            }

            foreach (var phrase in phrases)
            {
                if (direct.Prepositions.Split(',').Contains(phrase.Preposition) && phrase.Preposition.Length > 0)
                {
                    if (phrase.Nouns.Exists(n => n.IsCommoner))
                        return;
                    others.AddRange(roles.PartiesOf(reading, phrase.Nouns, parties).Where(o => !others.Exists(x => x.Same(o))));
                    last = Math.Max(last, phrase.Last);
                }
                else if (verb.Passive && phrase.Preposition == "by")
                {
                    others.AddRange(roles.PartiesOf(reading, phrase.Nouns, parties));
                }
            }

            if (!Fits(reading, verb, direct, objects, phrases, parties, others, ref kind))
                return;
        }

        var force = forces.Of(reading, at);
        var plain = direct is { Kind: EntryKind.Visit, Object: "none" } ? direct.Prepositions == "for" ? EntryStatus.Planned : EntryStatus.UnderWay : verb.Lemma is "mediate" or "negotiate" && direct.Kind is EntryKind.Mediation or EntryKind.Negotiation && verb.Progressive ? EntryStatus.UnderWay : EntryStatus.Held;
        if (verb.Lemma is "welcome" && !verb.Finite && force != Force.Do)
            return;
        if (force == Force.Not || StatusRules.Apply(EntryType.Talks, plain, force) is not { } status)
            return;
        var all = new List<Party>(parties);
        foreach (var other in others)
            Candidate.Add(all, other);
        all.RemoveAll(p => p.Weak);
        if (all.Select(p => p.Id).Distinct().Count() < 2 && !(all.Count == 1 && (IsGroupMeeting(verb, subjects, objects, phrases) || (others.Count == 0 && place is not null))))
            return;
        if (status is EntryStatus.Held && Outcome.IsFailure(reading, at))
            status = EntryStatus.Suspended;
        var candidate = new Candidate
        {
            Type = EntryType.Talks,
            Kind = kind,
            Status = status,
            Reading = reading,
            At = at,
            Reach = last,
            Confidence = all.TrueForAll(p => p.Known) ? 0.85 : 0.65,
            Place = place,
            PlaceText = place?.Name ?? "",
        };
        others.RemoveAll(p => p.Weak);
        if (IsOneState(all))
            return;
        if (kind == EntryKind.Mediation)
        {
            candidate.AddParties(others);
            foreach (var party in parties)
                Candidate.Add(candidate.Mediators, party);
        }
        else
        {
            candidate.AddParties(all);
        }

        if (candidate.Parties.Count == 0)
            return;
        found.Add(candidate);
    }

    /// <summary>"Putin met Interior Minister Kolokoltsev": where neither's country is said, it is one country; and someone's must be known.</summary>
    public static bool IsOneState(List<Party> parties) =>
        !parties.Exists(p => p.Country is not null || p.Fighters)
        || (parties.Exists(p => p.Country is null && !p.Fighters && p.Persons.Count > 0) && parties.TrueForAll(p => !p.Stated || p.Country is null));

    private static bool IsGroupMeeting(Chunk verb, List<Chunk> subjects, List<Chunk> objects, List<Clauses.Phrase> phrases) =>
        verb.Lemma is "meet" && subjects.Exists(s => s.Parties.Exists(p => p.Fighters && p.Id is "factions" or "sides" or "parties" or "combatants" or "belligerents")) && objects.Count == 0
        || verb.Lemma is "meet" or "negotiate" or "confer" && objects.Count == 0 && !phrases.Exists(p => p.Preposition == "with") && subjects.Exists(s => s.IsPlural || s.Parties.Count > 1) && subjects.Exists(s => s.Parties.Exists(p => p.Id is "EU" or "NATO" or "ASEAN" or "ARL" or "AU" or "G7" or "G8" or "G20" or "OPEC" or "GCC" or "UNSC" or "OAU" or "ECOWAS" or "OAS"));

    private static bool IsPerson(Reading reading, Chunk chunk, string verb)
    {
        if (chunk.IsActor && chunk.Parties.Exists(p => p.Persons.Count > 0))
            return true;
        if (verb is "host" or "receive" or "welcome" or "greet" && chunk.IsActor)
        {
            return chunk.Head is { } head && (head is "delegation" or "team" or "minister" or "ministers" or "president" or "leaders" or "leader" or "envoy" or "officials" or "negotiators" or "premier" or "counterpart" or "diplomat" or "diplomats" or "ambassador" or "emir" or "king" or "chancellor" or "delegates" or "representatives" or "secretary" or "chief" or "presidents" or "envoys" or "counterparts" or "general" or "prince" or "negotiator");
        }

        return chunk.IsPronoun && chunk.Head is "him" or "her" || (chunk.IsActor && chunk.Head is "president" or "minister" or "premier" or "leader" or "leaders" or "counterpart" or "king" or "emir" or "chancellor" or "prince" or "presidents" or "secretary" or "counterparts" or "chief" or "secretary-general" or "general" or "ambassador" or "envoy" or "pope")
            || (verb is "join" && chunk.IsActor && reading.Tokens.Any(t => t.Is("meeting") || t.Is("talks")));
    }

    /// <summary>Rules out what a verb means besides talks: "called him a liar", "received aid", "met the criteria", "discussed the plan".</summary>
    private static bool Fits(
        Reading reading, Chunk verb, DirectVerb direct, List<Chunk> objects, List<Clauses.Phrase> phrases, List<Party> parties, List<Party> others, ref EntryKind kind)
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
                return others.Count > 0;
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

                return false;
            case "meet":
                // "were met with a shrug", "by a volley": met by somebody only.
                return verb.Passive is false || (others.Count > 0 && !phrases.Exists(p => p.Preposition == "with"));
            case "receive" or "welcome" or "greet" or "host":
                return others.Count > 0;
            case "consult" or "negotiate" or "confer" or "dine" or "converse":
                return others.Count > 0 || (parties.Count > 1 && !verb.Passive && objects.Count == 0);
            case "see":
                // "sees him as", "saw action": only who is to see another, or those who see each other, meet.
                return parties.Count > 0 && !verb.Passive && (IsReciprocal(objects) ? parties.Count > 1 : (verb.Infinitive || verb.Modal is "will" or "to") && others.Exists(o => o.Persons.Count > 0) && !IsNaming(reading, objects[^1]));
            case "sit down" or "reconvene" or "sit" or "haggle" or "wrangle":
                return others.Count > 0 || parties.Count > 1;
            default:
                return direct.Object != "none" || others.Count > 0;
        }
    }

    /// <summary>"called the trip a success": a name is given, nothing is called.</summary>
    public static bool IsNaming(Reading reading, Chunk last)
    {
        var chunks = reading.Chunks;
        for (var j = chunks.IndexOf(last) + 1; j < chunks.Count; j++)
        {
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

    private static bool IsReciprocal(List<Chunk> objects) => objects.Count > 0 && objects[0].Head is "other" or "another" or "each";

    private static bool HasPhone(Reading reading)
    {
        foreach (var token in reading.Tokens)
        {
            if (token.Is("phone") || token.Is("telephone") || token.Is("videoconference"))
                return true;
        }

        return false;
    }

    private bool ReadVisit(Reading reading, Chunk verb, List<Chunk> subjects, List<Chunk> objects, List<Party> parties, List<Party> others, ref NameEntry? place)
    {
        if (verb.Passive || objects.Count == 0 || parties.Count == 0 || !subjects.Exists(s => s.IsActor || s.IsPronoun))
            return false;
        if (!subjects.Exists(s => s.Parties.Exists(p => p.Persons.Count > 0) || (s.HeadWord is not null && s.Head.Length > 0) || s.IsPronoun))
            return false;
        foreach (var target in objects)
        {
            if (target.Place is { } where && (target.IsActor || target.PlaceEnd == target.Last || target.Head is "capital"))
            {
                place ??= where;
                if (where.Country is not null && where.Kind is NameKind.State or NameKind.Seat || IsCapital(where))
                    Candidate.Add(others, new Party { Id = where.Party, Name = where.PartyName, Text = reading.Slice(target.First, target.Last), Known = true, Country = where.Country });
            }
            else if (target.IsActor)
            {
                others.AddRange(target.Parties);
            }
        }

        if (!parties.Exists(p => p.Known))
            return false;
        var country = place?.Country;

        // A town stands for its country where a foreigner visits it (Ruling 29).
        if (others.Count == 0 && country is not null && parties.TrueForAll(p => p.Known && p.Country != country) && knowledge.PartyNames.TryGetValue(country, out var state))
            Candidate.Add(others, new Party { Id = country, Name = state, Text = place!.Name, Known = true, Country = country });
        return (others.Count > 0 && others.Exists(o => !parties.Exists(p => p.Same(o)))) || (country is not null && parties.Exists(p => p.Country != country));
    }

    private bool IsCapital(NameEntry place) => place.Country is not null && knowledge.Capitals.GetValueOrDefault(place.Country) == place.Name;

    private bool ReadJourney(Reading reading, int at, Chunk verb, List<Clauses.Phrase> phrases, List<Party> parties, List<Party> others, ref NameEntry? place, List<Candidate> found)
    {
        if (parties.Count == 0 || !parties.Exists(p => p.Known))
            return false;
        _ = found;
        var target = phrases.Find(p => p.Preposition is "to" or "into" or "in" or "at" or "for" && p.Nouns.Exists(n => n.Place is not null && (n.PlaceEnd == n.Last || n.Head == "capital")));
        if (target.Nouns is null)
            return false;
        var purpose = phrases.Exists(p => p.Nouns.Exists(n => n.Event?.Type == EntryType.Talks)) || MeetsLater(reading, at);
        var official = parties.Exists(p => p.Persons.Count > 0) || Clauses.Subject(reading, at, knowledge).Exists(s => s.Head is "delegation" or "envoy" or "negotiators" or "minister" or "president" or "leader" or "team" or "ministers" or "leaders" or "envoys");
        if (!official || (!purpose && verb.Lemma is not ("arrive" or "travel" or "fly" or "land" or "touch down" or "jet" or "journey")))
            return false;
        var where = target.Nouns.Find(n => n.Place is not null)!.Place!;
        place = where;
        if (where.Country is not null && parties.Exists(p => p.Country == where.Country || p.Id == where.Country))
            return false;
        if (where.Kind is NameKind.State or NameKind.Seat || IsCapital(where))
            Candidate.Add(others, new Party { Id = where.Party, Name = where.PartyName, Text = where.Name, Known = true, Country = where.Country });
        return purpose || others.Count > 0;
    }

    /// <summary>"The ministers are due in Lima on Sunday": a visit to come.</summary>
    public void ReadDue(Reading reading, int at, List<Candidate> found)
    {
        var chunks = reading.Chunks;
        if (at < 1 || at + 2 >= chunks.Count || chunks[at - 1] is not { Kind: ChunkKind.Verb, Lemma: "be" } || chunks[at + 1] is not { Kind: ChunkKind.Preposition, Head: "in" } || chunks[at + 2].Place is not { Country: { } country } place || forces.Of(reading, at) != Force.Plan)
            return;
        var subjects = Clauses.Subject(reading, at - 1, knowledge);
        var parties = roles.PartiesOf(reading, subjects);
        parties.RemoveAll(p => p.Weak || !p.Known);
        if (parties.Count == 0 || subjects.Exists(s => s.IsCommoner) || parties.Exists(p => p.Country == country) || !subjects.Exists(s => s.IsPronoun || s.Parties.Exists(p => p.Persons.Count > 0) || s.Head.Length > 0) || !knowledge.PartyNames.TryGetValue(country, out var state))
            return;
        var candidate = new Candidate { Type = EntryType.Talks, Kind = EntryKind.Visit, Status = EntryStatus.Planned, Reading = reading, At = at, Reach = at + 2, Confidence = 0.75, Place = place, PlaceText = place.Name };
        candidate.AddParties(parties);
        Candidate.Add(candidate.Parties, new Party { Id = country, Name = state, Text = place.Name, Known = true, Country = country });
        found.Add(candidate);
    }

    private static bool MeetsLater(Reading reading, int at)
    {
        for (var j = at + 1; j < reading.Chunks.Count; j++)
        {
            if (reading.Chunks[j].Kind == ChunkKind.Verb && reading.Chunks[j].Lemma is "meet" or "hold" or "discuss" or "negotiate")
                return true;
        }

        return false;
    }

    /// <summary>"failed to reach agreement", "signed an accord in Geneva" (Ruling 21).</summary>
    private void ReadAgreement(Reading reading, int at, List<Candidate> found)
    {
        var verb = reading.Chunks[at];
        if (verb.Lemma == "sign" && !verb.Passive)
            ReadSigning(reading, at, found);
        if (forces.Of(reading, at) != Force.Fail || verb.Passive)
            return;
        var objects = Clauses.Object(reading, at, out var last);
        if (objects.Count == 0 || objects[0].Head is not ("agreement" or "deal" or "accord" or "compromise" or "breakthrough" or "consensus"))
            return;
        var subjects = Clauses.Subject(reading, at, knowledge);
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
            return;
        var candidate = new Candidate { Type = EntryType.Talks, Kind = EntryKind.Negotiation, Status = EntryStatus.Suspended, Reading = reading, At = at, Reach = last, Confidence = parties.Count > 1 ? 0.75 : 0.55 };
        candidate.AddParties(parties);
        found.Add(candidate);
    }

    /// <summary>"invited the president to visit", "were invited to Moscow": a visit or meeting that one party offers another.</summary>
    private void ReadInvitation(Reading reading, int at, List<Candidate> found)
    {
        var verb = reading.Chunks[at];
        var guests = verb.Passive ? Clauses.Subject(reading, at, knowledge) : Clauses.Object(reading, at);
        var hosts = verb.Passive ? [.. Clauses.Phrases(reading, at).Where(p => p.Preposition == "by").SelectMany(p => p.Nouns)] : Clauses.Subject(reading, at, knowledge);
        if (guests.Exists(g => g.IsCommoner) || hosts.Exists(h => h.IsCommoner) || guests.Exists(g => g.Event is not null) || !IsToCome(reading, at))
            return;
        var parties = roles.PartiesOf(reading, hosts);
        foreach (var guest in roles.PartiesOf(reading, guests, parties))
            Candidate.Add(parties, guest);
        parties.RemoveAll(p => p.Weak);
        var status = StatusRules.Apply(EntryType.Talks, EntryStatus.Proposed, forces.Of(reading, at));
        if (status is not { } s || parties.Count < 2 || parties.Count(p => p.Known) < 2 || IsOneState(parties))
            return;
        var candidate = new Candidate { Type = EntryType.Talks, Kind = EntryKind.Visit, Status = s, Reading = reading, At = at, Reach = at, Confidence = 0.75 };
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
                return chunk.Infinitive && chunk.Lemma is "visit" or "come" or "travel" or "meet" or "pay" or "discuss" or "go" or "return" or "sit down" or "talk";
            if (chunk is { Kind: ChunkKind.Preposition, Head: "to" } && reading.Chunks[j + 1].Place is not null)
                return true;
            if (chunk.Kind is ChunkKind.Break or ChunkKind.Subordinator)
                return false;
        }

        return false;
    }

    private static bool ByPhone(Reading reading, int at) =>
        reading.Chunks[at].Finite && Clauses.Phrases(reading, at).Exists(p => p.Preposition is "by" or "over" or "on" or "via" && p.Nouns.Exists(n => n.Head is "telephone" or "phone" or "hotline" or "videoconference" && n.Event is null));

    /// <summary>"The two had settled it by telephone": a call, whatever was done in it.</summary>
    private void ReadByPhone(Reading reading, int at, List<Candidate> found)
    {
        var verb = reading.Chunks[at];
        if (verb.Passive || verb.Lemma is "say" or "tell" or "report" or "add" || forces.Of(reading, at) is not (Force.Do or Force.Plan) || verb.Modal is not null)
            return;
        var parties = roles.PartiesOf(reading, Clauses.Subject(reading, at, knowledge));
        foreach (var other in roles.PartiesOf(reading, Clauses.Object(reading, at).FindAll(o => o.IsActor), parties))
            Candidate.Add(parties, other);
        foreach (var phrase in Clauses.Phrases(reading, at).Where(p => p.Preposition is "with"))
        {
            foreach (var other in roles.PartiesOf(reading, phrase.Nouns, parties))
                Candidate.Add(parties, other);
        }

        parties.RemoveAll(p => p.Weak || !p.Known);
        if (parties.Count < 2 || IsOneState(parties))
            return;
        var candidate = new Candidate { Type = EntryType.Talks, Kind = EntryKind.Call, Status = EntryStatus.Held, Reading = reading, At = at, Reach = at, Confidence = 0.75 };
        candidate.AddParties(parties);
        found.Add(candidate);
    }

    /// <summary>"The four ministers failed in Berlin to agree on": their talks ended without result.</summary>
    private void ReadFailureToAgree(Reading reading, int at, List<Candidate> found)
    {
        if (forces.Of(reading, at) != Force.Fail)
            return;
        var parties = roles.PartiesOf(reading, Clauses.Subject(reading, at, knowledge));
        parties.RemoveAll(p => p.Weak);
        if (parties.Count < 2 || parties.Exists(p => !p.Known))
            return;
        var candidate = new Candidate { Type = EntryType.Talks, Kind = EntryKind.Meeting, Status = EntryStatus.Suspended, Reading = reading, At = at, Reach = at, Confidence = 0.7 };
        candidate.AddParties(parties);
        found.Add(candidate);
    }

    /// <summary>Signed together in one place: the signatories met (Ruling 21).</summary>
    private void ReadSigning(Reading reading, int at, List<Candidate> found)
    {
        var objects = Clauses.Object(reading, at, out var last);
        if (objects.Count == 0 || objects[0].Event is not null || objects[0].Head is not ("agreement" or "agreements" or "accord" or "accords" or "treaty" or "pact" or "protocol" or "memorandum" or "declaration" or "deal" or "deals"))
            return;
        var parties = roles.PartiesOf(reading, Clauses.Subject(reading, at, knowledge));
        parties.RemoveAll(p => p.Weak);
        var placed = Clauses.Phrases(reading, last).Exists(p => p.Preposition is "in" or "at" && p.Nouns.Exists(n => n.Place is { Kind: NameKind.City or NameKind.Seat }));
        var force = forces.Of(reading, at);
        if (parties.Count < 2 || !placed || force is not (Force.Do or Force.Plan))
            return;
        var candidate = new Candidate { Type = EntryType.Talks, Kind = EntryKind.Meeting, Status = force == Force.Plan ? EntryStatus.Planned : EntryStatus.Held, Reading = reading, At = at, Reach = last, Confidence = 0.6 };
        candidate.AddParties(parties);
        found.Add(candidate);
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
