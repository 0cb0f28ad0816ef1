using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Whose talks or ceasefire a noun names: the phrases behind it, its owners, the subject of its verb.</summary>
internal sealed class NounParties(Knowledge knowledge, ArticleMemory memory)
{
    private readonly Roles roles = new(memory);
    private readonly SubjectParties subjects = new(knowledge, memory);
    private readonly ClauseParties clauses = new(knowledge, memory);

    public void Add(Reading reading, int at, int verb, Candidate candidate)
    {
        var chunks = reading.Chunks;
        var chunk = chunks[at];
        // "the Libya ceasefire": where it is; "the Israeli-Hezbollah truce": whose.
        if (candidate.Kind == EntryKind.Mediation && candidate.Type == EntryType.Talks)
        {
            // "the Saudi mediation", "Norwegian-Swiss good offices": those who mediate.
            foreach (var mediator in chunk.Parties)
                Candidate.Add(candidate.Mediators, mediator);
        }
        else if (chunk.Event!.Type == EntryType.Talks)
        {
            if (!IsNamedByTown(chunk, candidate))
                candidate.AddParties(chunk.Parties);
        }
        else if (chunk.Parties.Count > 1 || chunk.Parties.Exists(p => !p.IsPlace))
        {
            foreach (var party in chunk.Parties)
                Candidate.Add(knowledge.PartyCountries.ContainsKey(party.Id) || party.Id.Contains('.', StringComparison.Ordinal) ? candidate.Parties : candidate.Status == EntryStatus.CalledFor ? candidate.Callers : candidate.Mediators, party);
        }

        else if (chunk.Parties is [{ Persons.Count: 0 } owner] && Array.Exists(reading.Tokens[chunk.First..chunk.EventAt], static t => t.Tag == Tag.Genitive) && Clauses.Phrases(reading, at).Exists(static p => p.Direct && p.Preposition == "with"))
        {
            // "Peru's ceasefire with the rebels": whose, and not only where.
            Candidate.Add(candidate.Parties, owner);
        }

        if (reading.Tokens[chunk.First].Word?.Text is "their" && chunk.Event!.Type == EntryType.Talks)
            candidate.AddParties(roles.Owners(reading, at, several: true));
        else if (reading.Tokens[chunk.First].Word?.Text is "his" or "her" && chunk.Event!.Type == EntryType.Talks)
            candidate.AddParties(roles.Owners(reading, at, several: false));
        else if (reading.Tokens[chunk.First].Is("its") && chunk.Event!.Type == EntryType.Talks && chunk.Event.Kind != EntryKind.Summit && Clauses.Phrases(reading, at).Exists(p => p.Direct && p.Preposition == "with"))
            candidate.AddParties(roles.Owners(reading, at, several: false));
        if (at > 1 && chunk.Event!.Type == EntryType.Talks && IsSetOutFor(reading, at))
            candidate.AddParties(roles.Owners(reading, at - 2, several: false));
        if (at > 1 && chunks[at - 1] is { Kind: ChunkKind.Relative, Head: "whom" } && WhomClauses.With(reading, at) is { } whom)
            candidate.AddParties(roles.PartiesOf(reading, [whom]));
        foreach (var mediator in chunk.Mediators)
            Candidate.Add(candidate.Mediators, mediator);
        var from = at;
        List<Chunk>? opposed = null;
        foreach (var phrase in Clauses.Phrases(reading, from))
        {
            if (phrase.Preposition is "by" && (IsBrokered(chunks, at, phrase.At) || IsArranged(reading, candidate, phrase)))
            {
                foreach (var broker in roles.PartiesOf(reading, phrase.Nouns, candidate.Parties))
                    Candidate.Add(candidate.Mediators, broker);
                candidate.Reach = Math.Max(candidate.Reach, phrase.Last);
                continue;
            }

            if (phrase is { Preposition: "of", Direct: true, Nouns: [var author, ..] } && candidate.Type == EntryType.Ceasefire && chunk.Compound == "proposed")
            {
                // "a ceasefire plan of the Union": whose plan it is.
                candidate.AddMediators(roles.PartiesOf(reading, [author], candidate.Parties));
                continue;
            }

            if (phrase.Preposition == Clauses.Through || IsUnderAuspices(chunks, phrase))
            {
                foreach (var leader in roles.PartiesOf(reading, phrase.Nouns, candidate.Parties))
                    Candidate.Add(candidate.Mediators, leader);
                continue;
            }

            if (phrase.Preposition is "of" or "by" or "from" && !phrase.Direct)
                continue;
            if (phrase.Preposition is "by" or "of" && candidate.Kind == EntryKind.Mediation && phrase.Direct)
            {
                foreach (var mediator in roles.PartiesOf(reading, phrase.Nouns, candidate.Parties))
                    Candidate.Add(candidate.Mediators, mediator);
                continue;
            }

            if (phrase.Preposition is "between" && IsMatter(reading, phrase.At - 1, at))
            {
                opposed ??= phrase.Nouns;
                continue;
            }

            if (phrase.Preposition is "between" or "with" or "among" or "of" or "by" or "from" && !phrase.Nouns.Exists(n => n.IsCommoner))
            {
                var parties = roles.PartiesOf(reading, phrase.Nouns, candidate.Parties);
                if (phrase.Preposition is "by" && chunk.Event!.Type == EntryType.Talks && verb >= 0 && !IsOffered(chunks, at) && !(chunk.Event.Kind == EntryKind.Visit && (verb < at || phrase.At < verb)))
                    continue;
                if (phrase.Preposition is "from" && chunk.Event!.Kind != EntryKind.Visit)
                    continue;
                if (phrase.Preposition is "with" && SubjectParties.IsChaired(candidate))
                {
                    foreach (var chair in parties)
                        Candidate.Add(candidate.Mediators, chair);
                    continue;
                }

                candidate.AddParties(parties);
                candidate.Reach = Math.Max(candidate.Reach, phrase.Last);
            }
            else if (phrase.Preposition is "to" && candidate is { Type: EntryType.Ceasefire, Status: EntryStatus.Proposed } && verb >= 0 && verb < at && chunks[verb].Lemma is "offer" or "propose" or "present" or "make" or "extend")
            {
                // "offered a truce to the government": to its foe, and not to a mediator.
                candidate.AddParties(roles.PartiesOf(reading, phrase.Nouns, candidate.Parties).Where(p => p.Known && knowledge.PartyCountries.ContainsKey(p.Id)));
            }
            else if ((phrase.Preposition is "to" || (phrase.Preposition is "for" && chunk.Head == "departure")) && chunk.Event!.Kind == EntryKind.Visit)
            {
                clauses.AddVisited(reading, phrase, candidate);
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
                if (chunks[j].Kind == ChunkKind.Preposition && chunks[j].Head is "alongside" or "with" && chunks[j + 1].IsActor && !(j > 0 && j - 1 != at && chunks[j - 1].Event is not null))
                    candidate.AddParties(roles.PartiesOf(reading, [chunks[j + 1]], candidate.Parties));
            }
        }

        if (candidate.Kind == EntryKind.Mediation && candidate.Parties.Count == 0 && !AddActing(reading, at, candidate))
        {
            // "a bid to settle the quarrel between Mali and Niger": the sides stand further on.
            foreach (var later in chunks.Skip(at + 1))
            {
                if (later.IsActor)
                    candidate.AddParties(roles.PartiesOf(reading, [later]).Where(p => (!p.Weak || p.Text.Contains(' ', StringComparison.Ordinal)) && !p.IsIn(candidate.Mediators)));
            }
        }

        AddOfferer(reading, at, candidate);
        AddGivenOffer(reading, at, candidate);
        AddSixParties(reading, chunk, candidate);
        AddCommission(reading, at, candidate);
        clauses.AddSigned(reading, at, candidate);
        clauses.AddRelative(reading, at, candidate);
        subjects.Add(reading, at, verb, candidate);
        clauses.AddSides(reading, at, verb, candidate);
        if (opposed is not null && candidate.Kind is not EntryKind.Summit && candidate.Parties.Count(p => p.Known) < 2)
            candidate.AddParties(roles.PartiesOf(reading, opposed, candidate.Parties));
        clauses.AddBetween(reading, at, candidate);
        if (candidate.Kind == EntryKind.Mediation && (candidate.Mediators.Count > 0 || (chunk.Head == "talks" && candidate.Confidence > LooseStatus.Confidence)) && memory.Sides.Pair.Count == 2 && candidate.Parties.Count < 2 && candidate.Parties.TrueForAll(p => p.IsIn(memory.Sides.Pair)) && !candidate.Mediators.Exists(m => m.IsIn(memory.Sides.Pair)))
        {
            candidate.AddParties(memory.Sides.Pair);
            reading.Note(at, "mediation between the two sides that the text is about", ExplanationStage.Parties);
        }
    }

    /// <summary>"put off his departure for the summit with A": he who sets out for it takes part.</summary>
    private static bool IsSetOutFor(Reading reading, int at) =>
        reading.Chunks[at].Event!.Kind != EntryKind.Visit && reading.Chunks[at - 1] is { Kind: ChunkKind.Preposition, Head: "for" or "to" } && reading.Chunks[at - 2] is { Kind: ChunkKind.Noun, Head: "departure" or "trip" or "journey" or "flight" or "preparations" } going
        && reading.Tokens[going.First].Word?.Text is "his" or "her" && Clauses.Phrases(reading, at).Exists(static p => p.Direct && p.Preposition == "with");

    /// <summary>"a ceasefire brokered last week by Kenya", "talks mediated by the envoy": by them, and not theirs.</summary>
    private static bool IsBrokered(List<Chunk> chunks, int at, int by)
    {
        var participle = chunks.FindIndex(at + 1, by - at - 1, c => c.Kind == ChunkKind.Verb);
        return participle >= 0 && chunks[participle].Reduced && WordLists.BrokeringVerbs.Has(chunks[participle].Lemma);
    }

    /// <summary>"when a truce arranged by the envoy went into effect": behind the truce and before its verb a form that may be past is none; the two sides arrange their own.</summary>
    private bool IsArranged(Reading reading, Candidate candidate, Clauses.Phrase phrase) =>
        candidate.Type == EntryType.Ceasefire && phrase.At == candidate.At + 2 && reading.Chunks[candidate.At + 1] is { Kind: ChunkKind.Verb, Modal: null, Perfect: false } made && made.Last - made.First == 1 && WordLists.BrokeringVerbs.Has(made.Lemma)
        && phrase.Nouns is [{ IsPlural: false } broker, ..] && !broker.Parties.Exists(p => p.IsIn(memory.Sides.Pair));

    /// <summary>"in the presence of the envoy", "under the chairmanship of the minister": he leads them, and they are of others.</summary>
    public static bool IsUnderAuspices(List<Chunk> chunks, Clauses.Phrase phrase) =>
        phrase is { Preposition: "of", At: > 1 } && WordLists.Auspices.Has(chunks[phrase.At - 1].Head) && chunks[phrase.At - 2].Kind == ChunkKind.Preposition && chunks[phrase.At - 2].Head is "in" or "under" or "with" or "before" or "through";

    /// <summary>"X, Y and Z went to their rooms, and the proximity talks were under way": of those who open the sentence together.</summary>
    private bool AddActing(Reading reading, int at, Candidate candidate)
    {
        var verb = reading.Chunks.FindIndex(c => c is { Kind: ChunkKind.Verb, Finite: true });
        if (!(reading.Chunks[at].IsDefinite || (at > 0 && reading.Chunks[at - 1] is { Kind: ChunkKind.Preposition, Head: "for" })) || reading.Chunks[at].Head != "talks" || verb < 0 || verb > at)
            return false;
        var acting = roles.PartiesOf(reading, reading.Chunks.GetRange(0, verb).FindAll(c => c.IsActor && !c.IsCommoner));
        acting.RemoveAll(p => !p.Known);
        if (acting.Count < 2)
            return false;
        candidate.AddParties(acting);
        reading.Note(at, "of those who open the sentence together", ExplanationStage.Parties);
        return true;
    }

    /// <summary>"discussed with X the war between A and B", "a summit with an appeal to end the hostilities between": those whom a matter sets against each other are not those who meet.</summary>
    public static bool IsMatter(Reading reading, int before, int at) =>
        before > at && reading.Chunks[before] is { Kind: ChunkKind.Noun, IsActor: false } noun && (noun.Event is { Type: EntryType.Ceasefire } || WordLists.Quarrels.Has(noun.Head));

    /// <summary>"an offer of talks", "proposals for a meeting": who stands behind "by" has made it.</summary>
    private static bool IsOffered(List<Chunk> chunks, int at) =>
        at > 1 && chunks[at - 1] is { Kind: ChunkKind.Preposition, Head: "of" or "for" or "to" } && chunks[at - 2] is { Kind: ChunkKind.Noun, HeadWord.NounFrame: { Talks: EntryStatus.Proposed, OnlyDenied: false } } && WordLists.Appeals.Has(chunks[at - 2].Head);

    /// <summary>"an invitation from X to talks", "a proposal by X for a meeting": who makes it stands between.</summary>
    private void AddOfferer(Reading reading, int at, Candidate candidate)
    {
        var chunks = reading.Chunks;
        if (candidate.Type == EntryType.Talks && candidate.Status is EntryStatus.Proposed or EntryStatus.Rejected or EntryStatus.Planned && at > 3 && chunks[at - 1] is { Kind: ChunkKind.Preposition, Head: "to" or "for" } && chunks[at - 2] is { IsActor: true, IsCommoner: false } && chunks[at - 3] is { Kind: ChunkKind.Preposition, Head: "from" or "by" } && WordLists.Appeals.Has(chunks[at - 4].Head))
            candidate.AddParties(roles.PartiesOf(reading, [chunks[at - 2]], candidate.Parties));
    }

    /// <summary>"The government gave the rebels a proposal for a truce": who gives it, and to whom.</summary>
    private void AddGivenOffer(Reading reading, int at, Candidate candidate)
    {
        var chunks = reading.Chunks;
        if (candidate is not { Type: EntryType.Ceasefire, Status: EntryStatus.Proposed, Parties.Count: < 2 } || at < 4 || chunks[at - 1] is not { Kind: ChunkKind.Preposition, Head: "for" or "of" } || !WordLists.Appeals.Has(chunks[at - 2].Head)
            || chunks[at - 3] is not { Kind: ChunkKind.Noun, IsActor: true, IsCommoner: false } given || chunks[at - 4] is not { Kind: ChunkKind.Verb, Passive: false, Lemma: "give" or "hand" or "send" or "offer" or "present" } verb)
            return;
        var offerers = roles.PartiesOf(reading, Subjects.Of(reading, chunks.IndexOf(verb), knowledge), candidate.Parties);
        if (offerers is not [{ Known: true } offerer])
            return;
        candidate.AddParties(offerers);
        candidate.AddParties(roles.PartiesOf(reading, [given], candidate.Parties).Select(p => p.Fighters && memory.Sides.OfOneCountry is var (state, group) && state.Same(offerer) ? group : p));
    }

    /// <summary>"six-party talks on the North's programme": of the six those that the text names (Ruling 29).</summary>
    private void AddSixParties(Reading reading, Chunk chunk, Candidate candidate)
    {
        if (!reading.Tokens[chunk.EventAt].Is("six") && !(chunk.EventAt > 0 && reading.Tokens[chunk.EventAt - 1].Is("six")) && !(chunk.EventAt > 2 && reading.Tokens[chunk.EventAt - 3].Is("six") && reading.Tokens[chunk.EventAt - 1].Word?.Text is "way" or "nation" or "party" or "sided" or "country"))
            return;
        foreach (var name in memory.Readings.SelectMany(static r => r.Names))
        {
            if (name.Entry.Party is "PRK" or "KOR" or "USA" or "CHN" or "JPN" or "RUS")
                Candidate.Add(candidate.Parties, Party.Of(name.Entry, name.Entry.Name));
        }
    }

    /// <summary>"a session of the Israeli-Palestinian committee": whose commission it is.</summary>
    private static void AddCommission(Reading reading, int at, Candidate candidate)
    {
        if (candidate.Type == EntryType.Talks && at + 2 < reading.Chunks.Count && reading.Chunks[at + 1] is { Kind: ChunkKind.Preposition, Head: "of" } && reading.Chunks[at + 2] is { IsCommoner: true, Modifiers.Count: > 1 } body)
            candidate.AddParties(body.Modifiers);
    }

    /// <summary>"the Tokyo meeting", of two others whom the article is about: where it is held.</summary>
    private bool IsNamedByTown(Chunk chunk, Candidate candidate) =>
        chunk is { IsDefinite: true, Parties: [{ IsPlace: true, Persons.Count: 0 } town], Place.Kind: NameKind.City or NameKind.Seat } && candidate.Kind is not (EntryKind.Visit or EntryKind.Call) && memory.Sides.Pair.Count == 2 && !town.IsIn(memory.Sides.Pair);
}
