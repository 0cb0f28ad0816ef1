using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>The parties of a noun's event that its clause names elsewhere: behind its participle, in the clause that it carries, beside it.</summary>
internal sealed class ClauseParties(Knowledge knowledge, ArticleMemory memory)
{
    private readonly Roles roles = new(memory);

    /// <summary>"the truce signed at Burnham by A and B": who stands behind its participle.</summary>
    public void AddSigned(Reading reading, int at, Candidate candidate)
    {
        var chunks = reading.Chunks;
        if (at + 1 >= chunks.Count || chunks[at + 1] is not { Kind: ChunkKind.Verb, Modal: null, Perfect: false } participle || !(participle.Reduced || participle.Past) || participle.Last - participle.First > 1
            || !WordLists.Concluding.Has(participle.Lemma))
            return;
        foreach (var phrase in Clauses.Phrases(reading, at + 1))
        {
            if (phrase.Preposition is "by" or "between" or "with")
                candidate.AddParties(roles.PartiesOf(reading, phrase.Nouns, candidate.Parties).Where(p => !p.Weak));
        }
    }

    /// <summary>"Talks aimed at settling the quarrel between A and B broke up": the only two that the clause sets between.</summary>
    public void AddBetween(Reading reading, int at, Candidate candidate)
    {
        if (candidate.Parties.Exists(p => p.Known) || candidate.Type != EntryType.Talks)
            return;
        for (var j = at + 1; j + 1 < reading.Chunks.Count; j++)
        {
            if (reading.Chunks[j].Kind is ChunkKind.Break)
                return;
            if (reading.Chunks[j] is not { Kind: ChunkKind.Preposition, Head: "between" })
                continue;
            var sides = roles.PartiesOf(reading, Coordination.From(reading, j + 1, out _));
            if (sides.Count(p => p.Known) > 1)
                candidate.AddParties(sides);
            return;
        }
    }

    /// <summary>"a visit to Tunis": the visited state is a party (Ruling 29).</summary>
    public void AddVisited(Reading reading, Clauses.Phrase phrase, Candidate candidate)
    {
        foreach (var target in phrase.Nouns)
        {
            if (target.Place is not { } place)
                continue;
            candidate.Place = place;
            candidate.PlaceText = reading.Slice(target.PlaceAt, target.PlaceEnd);
            if (place.Kind is NameKind.State or NameKind.Seat || target.IsActor || (place.Country is { } country && knowledge.Capitals.GetValueOrDefault(country) == place.Name))
                Candidate.Add(candidate.Parties, new Party { Id = place.Party, Name = place.PartyName, Text = reading.Slice(target.First, target.Last), Known = true, Country = place.Country, IsPlace = true });
        }

        candidate.Reach = Math.Max(candidate.Reach, phrase.Last);
    }

    /// <summary>"the truce that A and B made", "the meeting which A was to have with B": whose it is stands in the clause that it carries.</summary>
    public void AddRelative(Reading reading, int at, Candidate candidate)
    {
        var chunks = reading.Chunks;
        if (Predicates.RelativeOf(chunks, at) is not (>= 0 and var relative))
            return;
        for (var j = relative + 1; j < chunks.Count && chunks[j].Kind is ChunkKind.Noun or ChunkKind.Comma or ChunkKind.Conjunction or ChunkKind.Verb; j++)
        {
            if (chunks[j].Kind != ChunkKind.Verb)
                continue;

            // "the truce that he brokered was broken": the verb behind is of the clause around it.
            if (j > relative + 1 && chunks[j - 1] is { Kind: ChunkKind.Verb, Infinitive: false } && chunks[j].Finite)
                return;

            // "a truce during which the fighters would gather": it says what is done meanwhile.
            if (candidate.Type == EntryType.Ceasefire && relative > at && chunks[relative - 1] is { Kind: ChunkKind.Preposition, Head: not ("with" or "between" or "by" or "to") })
                return;

            // "which the envoy had a hand in".
            if (chunks[j].Lemma == "have" && j + 1 < chunks.Count && chunks[j + 1].Head is "hand" or "part" or "role" or "share")
                return;
            var acting = j == relative + 1 && relative != at ? [] : roles.PartiesOf(reading, Subjects.Of(reading, j, knowledge), candidate.Parties);
            if (chunks[j].Lemma is "broker" or "mediate" or "negotiate" or "sponsor" or "call for" or "demand" or "announce" || (candidate.Type == EntryType.Ceasefire && chunks[j].Lemma is "wring" or "arrange" or "secure" or "obtain" or "extract") || (chunks[j].Lemma == "propose" && j + 1 < chunks.Count && chunks[j + 1].Kind == ChunkKind.Conjunction))
            {
                // "that Egypt proposed and both sides accepted": who proposed it stands beside them.
                foreach (var broker in acting.Where(p => p.Known))
                    Candidate.Add(candidate.Mediators, broker);
                foreach (var phrase in Clauses.Phrases(reading, j))
                {
                    if (phrase.Preposition is "between" or "from")
                        candidate.AddParties(roles.PartiesOf(reading, phrase.Nouns, candidate.Parties).Where(p => !p.Weak));
                }

                continue;
            }

            // "the truce that the president proclaimed", of two others: he is no side of it.
            if (candidate.Type == EntryType.Ceasefire && chunks[j].Lemma is "proclaim" or "declare" && acting.Count == 1 && IsHerald(acting[0]))
            {
                Candidate.Add(candidate.Mediators, acting[0]);
                continue;
            }

            // "the truce that the guerrillas proclaimed": one side's own.
            candidate.Unilateral |= candidate.Type == EntryType.Ceasefire && acting is [{ Known: true }] && chunks[j].Lemma is "proclaim" or "declare" or "order" or "observe";
            candidate.AddParties(acting.Where(p => !p.Weak));
            foreach (var phrase in Clauses.Phrases(reading, j))
            {
                if (phrase.Preposition is "with" or "between")
                    candidate.AddParties(roles.PartiesOf(reading, phrase.Nouns, candidate.Parties));
                else if (phrase.Preposition is "to" && chunks[at].Event!.Kind == EntryKind.Visit)
                    AddVisited(reading, phrase, candidate);
            }

            return;
        }
    }

    /// <summary>Sides of a ceasefire that the sentence names elsewhere: the accuser beside the accused, those who trade fire while it fails, the author of an offer.</summary>
    public void AddSides(Reading reading, int at, int verb, Candidate candidate)
    {
        var chunks = reading.Chunks;
        if (verb >= 0 && chunks[verb].Gerund && candidate.Status == EntryStatus.Violated)
        {
            for (var j = verb - 1; j >= 0; j--)
            {
                if (chunks[j].Kind == ChunkKind.Verb && chunks[j].Lemma is "accuse" or "blame")
                {
                    candidate.AddParties(roles.PartiesOf(reading, Subjects.Of(reading, j, knowledge)).Where(p => p.Id is not ("UN" or "EU" or "NATO" or "AU")));
                    break;
                }
            }
        }

        if (candidate is { Type: EntryType.Ceasefire, Status: EntryStatus.Violated, Parties: [{ Known: true } breaker] })
            AddComplaining(reading, at, breaker, candidate);
        if (candidate.Status == EntryStatus.Violated && candidate.Parties.Count == 0)
        {
            var accusing = chunks.FindIndex(c => c.Kind == ChunkKind.Verb && c.Lemma is "accuse" or "blame" && !c.Passive);
            if (accusing >= 0 && accusing < at)
            {
                candidate.AddParties(roles.PartiesOf(reading, Clauses.Object(reading, accusing)));
                candidate.AddParties(roles.PartiesOf(reading, Subjects.Of(reading, accusing, knowledge)).Where(p => p.Id is not ("UN" or "EU" or "NATO" or "AU")));
            }
        }

        if (at >= 2 && chunks[at - 1].Kind == ChunkKind.Preposition && chunks[at - 2].HeadWord?.NounFrame is not null)
        {
            foreach (var owner in chunks[at - 2].Modifiers)
            {
                if (candidate.Status is EntryStatus.CalledFor || (candidate.Status == EntryStatus.Rejected && chunks[at - 2].Head is "call" or "calls" or "appeal" or "appeals" or "demand" or "demands"))
                    Candidate.Add(candidate.Callers, owner);
                else if (candidate is { Type: EntryType.Ceasefire, Status: EntryStatus.Proposed } && !MayFight(owner))
                    Candidate.Add(candidate.Mediators, owner);
                else if (candidate.Type == EntryType.Talks || candidate.Status is EntryStatus.Proposed or EntryStatus.Rejected)
                    candidate.AddParties([owner]);
            }

            if (candidate is { Type: EntryType.Ceasefire, Status: EntryStatus.Proposed, Parties: [{ Known: true }] })
                AddTaker(reading, at - 2, candidate);
        }

        if (candidate is { Type: EntryType.Ceasefire, Parties.Count: < 2 })
            AddFoes(reading, at, candidate);

        if (candidate.Type != EntryType.Ceasefire || candidate.Parties.Count > 0)
            return;
        for (var j = 0; j < chunks.Count; j++)
        {
            if (chunks[j].Kind != ChunkKind.Verb || !chunks[j].Finite)
                continue;
            var sides = roles.PartiesOf(reading, Subjects.Of(reading, j, knowledge));
            if (sides.Count == 2 && sides.TrueForAll(p => p.Known && !candidate.Callers.Exists(c => c.Same(p)) && !candidate.Mediators.Exists(m => m.Same(p))) && chunks[j].Lemma is not ("say" or "call" or "call for" or "urge" or "welcome" or "demand" or "announce"))
                candidate.AddParties(sides);
            break;
        }
    }

    /// <summary>An organisation is no side of a war: what it proposes is the truce of others.</summary>
    private bool MayFight(Party party) => knowledge.Capitals.ContainsKey(party.Id) || knowledge.PartyCountries.ContainsKey(party.Id);

    /// <summary>"put his name to the union's proposal for a truce with the neighbour", "signed", "accepted": whose truce it will be.</summary>
    private void AddTaker(Reading reading, int plan, Candidate candidate)
    {
        var chunks = reading.Chunks;
        var verb = plan - 1;
        if (verb > 1 && chunks[verb] is { Kind: ChunkKind.Preposition, Head: "to" } && chunks[verb - 1].Head is "signature" or "name" or "initials")
            verb -= 2;
        if (verb < 0 || chunks[verb] is not { Kind: ChunkKind.Verb, Passive: false } taken || (verb == plan - 1 ? taken.Lemma is not ("sign" or "accept" or "initial" or "agree to") : taken.Lemma is not ("put" or "set" or "affix")))
            return;
        foreach (var taker in roles.PartiesOf(reading, Subjects.Of(reading, verb, knowledge), candidate.Parties))
        {
            if (taker.Known && MayFight(taker) && !taker.IsIn(candidate.Mediators))
                candidate.AddParties([taker]);
        }
    }

    /// <summary>"signed a truce meant to end his country's conflict with the neighbour", "a truce to end the war between A and B": those who are at war.</summary>
    private void AddFoes(Reading reading, int at, Candidate candidate)
    {
        var chunks = reading.Chunks;
        for (var ending = at + 1; ending + 3 < chunks.Count && ending < at + 4 && chunks[ending].Kind is ChunkKind.Verb or ChunkKind.Preposition; ending++)
        {
            if (chunks[ending] is not { Kind: ChunkKind.Verb, Lemma: "end" or "halt" or "stop" or "finish" } verb || !(verb.Infinitive || verb.Gerund || verb.Reduced))
                continue;
            if (chunks[ending + 1] is { Kind: ChunkKind.Noun, Event: null } war && WordLists.Quarrels.Has(war.Head) && chunks[ending + 2] is { Kind: ChunkKind.Preposition, Head: "with" or "between" })
                candidate.AddParties(roles.PartiesOf(reading, Coordination.From(reading, ending + 3, out _), candidate.Parties).Where(static p => p.Known && !p.Weak));
            return;
        }
    }

    /// <summary>"The army said the rebels had broken the truce": he who complains of his foe speaks of a truce of both.</summary>
    private void AddComplaining(Reading reading, int at, Party breaker, Candidate candidate)
    {
        var chunks = reading.Chunks;
        for (var j = 0; j < at; j++)
        {
            if (chunks[j] is not { Kind: ChunkKind.Verb, Finite: true, Passive: false, Lemma: "say" or "claim" or "charge" or "complain" or "allege" or "report" or "state" or "announce" })
                continue;
            foreach (var speaker in roles.PartiesOf(reading, Subjects.Of(reading, j, knowledge)))
            {
                if (AreFoes(speaker, breaker) || AreFoes(breaker, speaker) || (speaker.IsIn(memory.Sides.Pair) && breaker.IsIn(memory.Sides.Pair)))
                    candidate.AddParties([speaker]);
            }

            return;
        }
    }

    /// <summary>A person of a land that is no side of what the text is about.</summary>
    private bool IsHerald(Party party)
    {
        if (party is not { Known: true, Persons.Count: > 0 } || memory.Sides.Pair.Count != 2)
            return false;
        foreach (var side in memory.Sides.Pair)
        {
            if (side.Same(party) || side.Country == party.Id)
                return false;
        }

        return true;
    }

    private bool AreFoes(Party state, Party group) =>
        knowledge.PartyCountries.TryGetValue(group.Id, out var country) && (knowledge.Foes.GetValueOrDefault(group.Id) ?? country) == state.Id;
}
