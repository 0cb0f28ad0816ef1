using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Whose talks or ceasefire a noun names: the phrases behind it, its owners, the subject of its verb.</summary>
internal sealed class NounParties(Knowledge knowledge, ArticleMemory memory)
{
    private readonly Roles roles = new(memory);

    public void Add(Reading reading, int at, int verb, Candidate candidate)
    {
        var chunks = reading.Chunks;
        var chunk = chunks[at];
        // "the Libya ceasefire": where it is; "the Israeli-Hezbollah truce": whose.
        if (chunk.Event!.Type == EntryType.Talks)
        {
            candidate.AddParties(chunk.Parties);
        }
        else if (chunk.Parties.Count > 1 || chunk.Parties.Exists(p => !p.IsPlace))
        {
            foreach (var party in chunk.Parties)
                Candidate.Add(knowledge.PartyCountries.ContainsKey(party.Id) || party.Id.Contains('.', StringComparison.Ordinal) ? candidate.Parties : candidate.Status == EntryStatus.CalledFor ? candidate.Callers : candidate.Mediators, party);
        }

        if (reading.Tokens[chunk.First].Word?.Text is "their" && chunk.Event!.Type == EntryType.Talks)
            candidate.AddParties(roles.Owners(reading, at, several: true));
        else if (reading.Tokens[chunk.First].Word?.Text is "his" or "her" && chunk.Event!.Type == EntryType.Talks)
            candidate.AddParties(roles.Owners(reading, at, several: false));
        foreach (var mediator in chunk.Mediators)
            Candidate.Add(candidate.Mediators, mediator);
        var from = at;
        foreach (var phrase in Clauses.Phrases(reading, from))
        {
            if (phrase.Preposition is "of" or "by" or "from" && !phrase.Direct)
                continue;
            if (phrase.Preposition is "between" or "with" or "among" or "of" or "by" or "from" && !phrase.Nouns.Exists(n => n.IsCommoner))
            {
                var parties = roles.PartiesOf(reading, phrase.Nouns, candidate.Parties);
                if (phrase.Preposition is "by" && chunk.Event!.Type == EntryType.Talks && verb >= 0 && !(chunk.Event.Kind == EntryKind.Visit && (verb < at || phrase.At < verb)))
                    continue;
                if (phrase.Preposition is "from" && chunk.Event!.Kind != EntryKind.Visit)
                    continue;
                candidate.AddParties(parties);
                candidate.Reach = Math.Max(candidate.Reach, phrase.Last);
            }
            else if ((phrase.Preposition is "to" || (phrase.Preposition is "for" && chunk.Head == "departure")) && chunk.Event!.Kind == EntryKind.Visit)
            {
                AddVisited(reading, phrase, candidate);
            }
        }

        if (chunk.Event!.Kind == EntryKind.Call && verb < 0 && at > 0 && chunks[at - 1].Kind == ChunkKind.Preposition && candidate.Parties.Count < 2)
        {
            // "voiced support for Maduro in a phone call": whoever the clause names took part.
            for (var j = at - 2; j >= 0 && chunks[j].Kind is not (ChunkKind.Break or ChunkKind.Subordinator); j--)
            {
                if (chunks[j].IsActor)
                    candidate.AddParties(roles.PartiesOf(reading, [chunks[j]], candidate.Parties));
            }
        }

        if (chunk.Head == "conference")
        {
            for (var j = 0; j + 1 < chunks.Count; j++)
            {
                if (chunks[j].Kind == ChunkKind.Preposition && chunks[j].Head is "alongside" or "with" && chunks[j + 1].IsActor)
                    candidate.AddParties(roles.PartiesOf(reading, [chunks[j + 1]], candidate.Parties));
            }
        }

        if (candidate.Kind == EntryKind.Mediation && candidate.Parties.Count == 0)
        {
            // "a bid to settle the quarrel between Mali and Niger": the sides stand further on.
            foreach (var later in chunks.Skip(at + 1))
            {
                if (later.IsActor)
                    candidate.AddParties(roles.PartiesOf(reading, [later]).Where(p => !p.Weak || p.Text.Contains(' ', StringComparison.Ordinal)));
            }
        }

        AddSixParties(reading, chunk, candidate);
        AddCommission(reading, at, candidate);
        AddSigned(reading, at, candidate);
        AddRelative(reading, at, candidate);
        AddSubject(reading, at, verb, candidate);
        AddSides(reading, at, verb, candidate);
        AddBetween(reading, at, candidate);
    }

    /// <summary>"six-party talks on the North's programme": of the six those that the text names (Ruling 29).</summary>
    private static void AddSixParties(Reading reading, Chunk chunk, Candidate candidate)
    {
        if (!reading.Tokens[chunk.EventAt].Is("six") && !(chunk.EventAt > 0 && reading.Tokens[chunk.EventAt - 1].Is("six")))
            return;
        foreach (var name in reading.Names)
        {
            if (name.Entry.Party is "PRK" or "KOR" or "USA" or "CHN" or "JPN" or "RUS")
                Candidate.Add(candidate.Parties, Party.Of(name.Entry, reading.Slice(name.First, name.Last)));
        }
    }

    /// <summary>"a session of the Israeli-Palestinian committee": whose commission it is.</summary>
    private static void AddCommission(Reading reading, int at, Candidate candidate)
    {
        if (candidate.Type == EntryType.Talks && at + 2 < reading.Chunks.Count && reading.Chunks[at + 1] is { Kind: ChunkKind.Preposition, Head: "of" } && reading.Chunks[at + 2] is { IsCommoner: true, Modifiers.Count: > 1 } body)
            candidate.AddParties(body.Modifiers);
    }

    /// <summary>"the truce signed at Burnham by A and B": who stands behind its participle.</summary>
    private void AddSigned(Reading reading, int at, Candidate candidate)
    {
        var chunks = reading.Chunks;
        if (at + 1 >= chunks.Count || chunks[at + 1] is not { Kind: ChunkKind.Verb, Modal: null, Perfect: false } participle || !(participle.Reduced || participle.Past) || participle.Last - participle.First > 1
            || participle.Lemma is not ("sign" or "reach" or "agree" or "conclude" or "seal" or "make" or "declare" or "proclaim" or "announce" or "initial" or "negotiate" or "hold" or "strike"))
            return;
        foreach (var phrase in Clauses.Phrases(reading, at + 1))
        {
            if (phrase.Preposition is "by" or "between" or "with")
                candidate.AddParties(roles.PartiesOf(reading, phrase.Nouns, candidate.Parties).Where(p => !p.Weak));
        }
    }

    /// <summary>"Talks aimed at settling the quarrel between A and B broke up": the only two that the clause sets between.</summary>
    private void AddBetween(Reading reading, int at, Candidate candidate)
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
    private void AddVisited(Reading reading, Clauses.Phrase phrase, Candidate candidate)
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
    private void AddRelative(Reading reading, int at, Candidate candidate)
    {
        var chunks = reading.Chunks;
        if (Predicates.RelativeOf(chunks, at) is not (>= 0 and var relative))
            return;
        for (var j = relative + 1; j < chunks.Count && chunks[j].Kind is ChunkKind.Noun or ChunkKind.Comma or ChunkKind.Conjunction or ChunkKind.Verb; j++)
        {
            if (chunks[j].Kind != ChunkKind.Verb)
                continue;
            var acting = j == relative + 1 && relative != at ? [] : roles.PartiesOf(reading, Subjects.Of(reading, j, knowledge), candidate.Parties);
            if (chunks[j].Lemma is "broker" or "mediate" or "negotiate" or "sponsor" or "call for" or "demand" or "announce" || (chunks[j].Lemma == "propose" && j + 1 < chunks.Count && chunks[j + 1].Kind == ChunkKind.Conjunction))
            {
                // "that Egypt proposed and both sides accepted": who proposed it stands beside them.
                foreach (var broker in acting.Where(p => p.Known))
                    Candidate.Add(candidate.Mediators, broker);
                continue;
            }

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
    private void AddSides(Reading reading, int at, int verb, Candidate candidate)
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
                else if (candidate.Type == EntryType.Talks || candidate.Status is EntryStatus.Proposed or EntryStatus.Rejected)
                    candidate.AddParties([owner]);
            }
        }

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

    private void AddSubject(Reading reading, int at, int verb, Candidate candidate)
    {
        var chunks = reading.Chunks;
        var own = candidate.Parties.Count;

        // "said after talks with X that lasted an hour": the clause behind it names nobody.
        if (verb > at && own == 1 && chunks[verb - 1].Kind == ChunkKind.Relative && at > 0 && chunks[at - 1].Kind == ChunkKind.Preposition)
            verb = -1;
        var governing = verb;
        if (governing < 0)
        {
            // "X said after talks with Y": the subject of the clause took part.
            if (own > 1 || candidate.Type == EntryType.Ceasefire)
                return;
            for (var j = at + 1; j < chunks.Count && governing < 0; j++)
            {
                if (chunks[j].Kind == ChunkKind.Verb && chunks[j].Finite)
                    governing = j;
            }

            for (var j = at - 1; j >= 0; j--)
            {
                if (chunks[j].Kind == ChunkKind.Verb && !chunks[j].Reduced)
                {
                    governing = j;
                    break;
                }
            }

            if (governing < 0)
            {
                if (at > 1 && chunks[at - 1].Kind == ChunkKind.Preposition)
                    candidate.AddParties(roles.PartiesOf(reading, chunks.GetRange(0, at - 1).FindAll(c => c.IsActor)));
                return;
            }
        }

        if (governing > at && verb >= 0)
        {
            var lemma = chunks[verb].Lemma;
            foreach (var phrase in Clauses.Phrases(reading, verb))
            {
                if (phrase.Preposition is "between" or "with" or "among")
                    candidate.AddParties(roles.PartiesOf(reading, phrase.Nouns, candidate.Parties));
                else if (phrase.Preposition == "by" && chunks[verb].Passive | chunks[verb].Reduced)
                    AddActing(candidate, roles.PartiesOf(reading, phrase.Nouns, candidate.Parties), lemma);
            }

            return;
        }

        if (verb >= 0 && chunks[verb].Lemma == "invite" && !chunks[verb].Passive)
            candidate.AddParties(roles.PartiesOf(reading, Clauses.Object(reading, verb)));
        var subjects = Subjects.Of(reading, governing, knowledge);

        // "During the meeting, the army chief assured the president that": who speaks to whom in it took part.
        if (verb < 0 && governing > at && candidate.Type == EntryType.Talks && at > 0 && chunks[at - 1].Head is "during" or "at" or "in" && chunks[at - 1].First == 0 && candidate.Parties.Count == 0)
            candidate.AddParties(roles.PartiesOf(reading, Clauses.Object(reading, governing).FindAll(o => o.IsActor && !o.IsCommoner)));
        if (subjects.Exists(s => s.IsCommoner))
        {
            if (candidate.Type == EntryType.Talks && own < 2)
                candidate.Parties.Clear();
            return;
        }

        var acting = roles.PartiesOf(reading, subjects, candidate.Parties);

        // "Texaco said it had ended negotiations": the pronoun is the name that opens the sentence.
        var named = subjects is [{ IsPronoun: true }] && acting.Count == 0 ? chunks[0] : subjects is [var only] ? only : null;
        candidate.OfStranger = verb >= 0 && own < 2 && named is { Kind: ChunkKind.Noun, IsActor: false, IsPronoun: false, IsDefinite: false, IsDate: false, Event: null, Parties.Count: 0 } && IsName(reading, named);
        if (candidate.Type == EntryType.Ceasefire && acting.Count == 0)
            acting.AddRange(subjects.SelectMany(s => s.Modifiers));
        var asked = verb >= 0 && chunks[verb].Infinitive && Infinitives.Governor(reading, verb) is >= 0 and var by && chunks[by].Kind == ChunkKind.Verb && !chunks[by].Passive && knowledge.Attitudes.GetValueOrDefault(chunks[by].Lemma) == Force.Ask;
        if (asked)
            candidate.AddParties(acting);
        else
            AddActing(candidate, acting, verb >= 0 ? chunks[verb].Lemma : "");

        // "X urged Y to hold talks": X asks.
        if (verb >= 0 && chunks[verb].Infinitive && Infinitives.Governor(reading, verb) is >= 0 and var governor && chunks[governor].Kind == ChunkKind.Verb)
        {
            foreach (var caller in roles.PartiesOf(reading, Subjects.Of(reading, governor, knowledge), candidate.Parties))
                Candidate.Add(candidate.Callers, caller);
        }
    }

    private static bool IsName(Reading reading, Chunk chunk)
    {
        for (var i = chunk.First; i < chunk.Last; i++)
        {
            if (reading.Tokens[i].Tag != Tag.Name)
                return false;
        }

        return true;
    }

    private static void AddActing(Candidate candidate, List<Party> acting, string lemma)
    {
        var caller = candidate.Status is EntryStatus.CalledFor || (candidate.Status is EntryStatus.Proposed && lemma is "call for" or "urge" or "appeal for" or "call" or "push for" or "press for");
        var broker = lemma is "broker" or "mediate" or "facilitate" || (lemma == "negotiate" && candidate.Parties.Count > 1) || (candidate.Kind == EntryKind.Mediation && candidate.Type == EntryType.Talks && candidate.Reading.Chunks[candidate.At].Head is not "talks");
        foreach (var party in acting)
        {
            if (candidate.Parties.Exists(p => p.Same(party)))
            {
                candidate.AddParties([party]);
                continue;
            }

            if (broker || (party.Text.Contains("mediator", StringComparison.OrdinalIgnoreCase) && candidate.Parties.Count > 1))
                Candidate.Add(candidate.Mediators, party);
            else if (caller && (candidate.Parties.Count > 0 || candidate.Type == EntryType.Ceasefire))
                Candidate.Add(candidate.Callers, party);
            else if (lemma is "announce" or "confirm" or "discuss" or "welcome" or "hail" or "praise" or "applaud" or "support" or "back" or "note" or "report" or "monitor" or "condemn" or "applaud" && candidate.Parties.Count > 1)
                continue;
            else
                Candidate.Add(candidate.Parties, party);
        }
    }
}
