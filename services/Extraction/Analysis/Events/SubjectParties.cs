using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>The parties that a noun's event has by the subject of its verb.</summary>
internal sealed class SubjectParties(Knowledge knowledge, ArticleMemory memory)
{
    private readonly Roles roles = new(memory);

    public void Add(Reading reading, int at, int verb, Candidate candidate)
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

            var closed = false;
            for (var j = at - 1; j >= 0; j--)
            {
                closed |= chunks[j].Kind == ChunkKind.Comma;
                if (chunks[j].Kind != ChunkKind.Verb || chunks[j].Reduced)
                    continue;
                if (!closed || Opening(chunks, j) is not (>= 0 and var opening))
                {
                    governing = j;
                    break;
                }

                (j, closed) = (opening, false);
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
                if (phrase.Preposition is "between" && NounParties.IsMatter(reading, phrase.At - 1, at))
                    continue;
                if (phrase.Preposition is "between" or "with" or "among")
                    candidate.AddParties(roles.PartiesOf(reading, phrase.Nouns, candidate.Parties));
                else if (phrase.Preposition == Clauses.Through)
                    candidate.AddMediators(roles.PartiesOf(reading, phrase.Nouns, candidate.Parties));
                else if (phrase.Preposition == "by" && chunks[verb].Passive | chunks[verb].Reduced)
                    AddActing(candidate, roles.PartiesOf(reading, phrase.Nouns, candidate.Parties), lemma);
            }

            return;
        }

        if (verb >= 0 && chunks[verb].Lemma == "invite" && !chunks[verb].Passive)
            candidate.AddParties(roles.PartiesOf(reading, Clauses.Object(reading, verb)));

        // "offered the rebels a truce": whom it was offered to stands between.
        if (verb >= 0 && verb + 2 == at && chunks[verb] is { Lemma: "offer" or "promise" or "grant" or "propose", Passive: false } && chunks[verb + 1] is { IsActor: true, IsCommoner: false } receiver)
            candidate.AddParties(roles.PartiesOf(reading, [receiver], candidate.Parties));
        var subjects = Subjects.Of(reading, governing, knowledge);

        // "During the meeting, the army chief assured the president that": who speaks to whom in it took part.
        if (verb < 0 && governing > at && candidate.Type == EntryType.Talks && at > 0 && chunks[at - 1].Head is "during" or "at" or "in" && chunks[at - 1].First == 0 && candidate.Parties.Count == 0)
            candidate.AddParties(roles.PartiesOf(reading, Clauses.Object(reading, governing).FindAll(o => o.IsActor && !o.IsCommoner)));

        // "He told the minister, at a meeting in a hotel, that": he and the one whom he told.
        if (verb < 0 && governing < at && own == 0 && candidate.Type == EntryType.Talks && at > 0 && chunks[at - 1].Head is "during" or "at" or "in" && chunks[governing].Lemma is "tell" or "inform" or "assure" or "warn" or "urge" && !chunks[governing].Passive)
            candidate.AddParties(roles.PartiesOf(reading, Clauses.Object(reading, governing).FindAll(o => o.IsActor && !o.IsCommoner)));
        if (subjects.Exists(s => s.IsCommoner))
        {
            if (candidate.Type == EntryType.Talks && own < 2)
                candidate.Parties.Clear();
            return;
        }

        var acting = roles.PartiesOf(reading, subjects, candidate.Parties);
        if (candidate.Type == EntryType.Talks && subjects is [{ Head: "host" or "hosts" }] && acting.TrueForAll(static p => p.Known))
        {
            // "The Kenyan hosts have set no date for the talks": those at whose table the others sit.
            foreach (var host in acting)
                Candidate.Add(candidate.Hosts, host);
            return;
        }

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

    /// <summary>"A agreed to a cabinet, in which B will sit, after talks": the comma that opens the clause between the two; -1 where the verb stands in none.</summary>
    private static int Opening(List<Chunk> chunks, int verb)
    {
        for (var i = verb - 1; i > 1 && chunks[i].Kind is not (ChunkKind.Comma or ChunkKind.Break); i--)
        {
            if (chunks[i].Kind != ChunkKind.Relative)
                continue;
            var before = chunks[i - 1].Kind == ChunkKind.Preposition ? i - 2 : i - 1;
            return chunks[before].Kind == ChunkKind.Comma ? before : -1;
        }

        return -1;
    }

    /// <summary>"who chaired the talks with the envoys of X": those who lead talks of others are none of their parties.</summary>
    public static bool IsChaired(Candidate candidate) =>
        candidate is { Type: EntryType.Talks, Verb: >= 0 and var verb } && verb < candidate.At && candidate.Reading.Chunks[verb].Lemma is "chair" or "co-chair" or "moderate" or "preside over" && candidate.Reading.Chunks[candidate.At] is { IsDefinite: true, Head: "talks" or "negotiations" or "discussions" or "session" or "sessions" or "round" or "rounds" };

    private static bool IsName(Reading reading, Chunk chunk)
    {
        for (var i = chunk.First; i < chunk.Last; i++)
        {
            if (reading.Tokens[i].Tag != Tag.Name)
                return false;
        }

        return true;
    }

    /// <summary>"Uganda called for direct talks with the rebels": a state that asks for talks with one other wants to be at them; an organisation may mean those of another.</summary>
    private bool IsOneToOne(Candidate candidate, Party caller) =>
        candidate.Type == EntryType.Talks && candidate.Parties.Count == 1 && knowledge.PartyCountries.ContainsKey(caller.Id) && Clauses.Phrases(candidate.Reading, candidate.At).Exists(p => p.Direct && p.Preposition == "with" && p.Nouns.Count == 1);

    private void AddActing(Candidate candidate, List<Party> acting, string lemma)
    {
        var caller = candidate.Status is EntryStatus.CalledFor || (candidate.Status is EntryStatus.Proposed && lemma is "call for" or "urge" or "appeal for" or "call" or "push for" or "press for");
        var broker = lemma is "broker" or "mediate" or "facilitate" || (candidate.Type == EntryType.Ceasefire && WordLists.BrokeringVerbs.Has(lemma) && acting is [{ Persons.Count: > 0 } arranger] && !arranger.IsIn(memory.Sides.Pair)) || IsChaired(candidate) || (lemma == "negotiate" && candidate.Parties.Count > 1) || (candidate.Kind == EntryKind.Mediation && candidate.Type == EntryType.Talks && candidate.Reading.Chunks[candidate.At].Head is not "talks");
        foreach (var party in acting)
        {
            if (candidate.Parties.Exists(p => p.Same(party)))
            {
                candidate.AddParties([party]);
                continue;
            }

            if (broker || (party.Text.Contains("mediator", StringComparison.OrdinalIgnoreCase) && candidate.Parties.Count > 1))
                Candidate.Add(candidate.Mediators, party);
            else if (caller && (candidate.Type == EntryType.Ceasefire || (candidate.Parties.Count > 0 && !IsOneToOne(candidate, party))))
                Candidate.Add(candidate.Callers, party);
            else if (WordLists.Commenting.Has(lemma) && candidate.Parties.Count > 1)
                continue;
            else
                Candidate.Add(candidate.Parties, party);
        }
    }
}
