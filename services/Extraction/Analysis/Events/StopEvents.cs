using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Verbs of stopping a fight: a ceasefire in other words.</summary>
internal sealed class StopEvents(Knowledge knowledge, ArticleMemory memory)
{
    private readonly Forces forces = new(knowledge);
    private readonly Roles roles = new(memory);

    /// <summary>"agreed to halt fighting", "urged both sides to end hostilities": a ceasefire in other words.</summary>
    public bool Read(Reading reading, int at, List<Candidate> found)
    {
        var verb = reading.Chunks[at];
        var objects = Clauses.Object(reading, at, out var last);
        var what = objects.Count > 0 ? objects[0] : null;
        var head = objects.Count > 1 ? objects[^1].Head : what?.Head;
        if (what is null && at + 1 < reading.Chunks.Count && reading.Chunks[at + 1] is { Gerund: true, Lemma: "fire" or "fight" or "shoot" or "shell" or "attack" or "bomb" or "bombard" } doing && verb.Lemma is "stop" or "cease" or "halt" or "quit")
            head = doing.Lemma is "attack" or "bomb" ? "attacks" : "firing";
        if (what is null && verb.Lemma is "stop" or "cease" && at + 1 < reading.Chunks.Count && reading.Chunks[at + 1] is { Kind: ChunkKind.Noun, Head: "shooting" or "firing" or "fire" or "fighting" })
            head = "firing";
        if (what is null && at + 3 < reading.Chunks.Count && NounFrameStatus.Spell(reading.Chunks[at + 1]) is not null && reading.Chunks[at + 2] is { Kind: ChunkKind.Preposition, Head: "of" } && reading.Chunks[at + 3].Kind == ChunkKind.Noun)
            head = reading.Chunks[at + 3].Head;
        if (verb.Lemma is "fall silent" or "go silent" or "fall quiet" && Subjects.Of(reading, at, knowledge).Exists(s => s.Head is "guns" or "weapons" or "artillery" or "cannon" or "cannons" or "arms" or "rifles"))
            head = "guns";
        if (verb.Lemma == "hold" && head is not "fire")
            return false;
        var military = head is "operations" or "activities" or "actions" or "offensives" or "campaign" && what is not null && Contains(reading, what, "military", "combat", "offensive");
        if (what is null && verb.Lemma is "cease" or "stop" or "halt" && head is null && Subjects.Of(reading, at, knowledge) is [{ Head: "hostilities" or "fighting" or "shelling" or "shooting" or "firing" or "bombardment" or "operations" or "activities" } stopping, ..] && (stopping.Head is not ("operations" or "activities") || Contains(reading, stopping, "military", "combat", "offensive")))
            return ReadStopping(reading, at, stopping, found);
        var fighting = (head is "struggle" or "campaign" && what is not null && Contains(reading, what, "armed") && verb.Lemma is not "end") || WordLists.Fighting.Has(head);
        var attacks = head is "attacks" or "bombing" or "bombardment" or "offensive" or "raids" or "violence";
        if (!fighting && !military && !attacks)
            return false;
        if (verb.Lemma is "silence" && head is not ("arms" or "weapons" or "guns"))
        {
            reading.Note(at, "the verb means something else here than a halt of fighting");
            return false;
        }

        var force = forces.Of(reading, at);
        var subjects = Subjects.Of(reading, at, knowledge);
        var parties = roles.PartiesOf(reading, subjects);
        EntryStatus? status;
        if (attacks)
        {
            // One side's attacks: only its own halt counts, and only while it is said to be a halt.
            status = verb.Lemma is "suspend" or "halt" or "cease" or "stop" && head is not "violence" && parties.Exists(p => p.Known) ? force switch
            {
                Force.Do or Force.Plan => verb.Lemma is "stop" && force == Force.Do ? null : EntryStatus.Agreed,
                Force.Offer => EntryStatus.Proposed,
                _ => null,
            }
            : null;
        }
        else if (verb.Lemma is "lay down")
        {
            // Both sides are asked for a truce; one side for its surrender.
            status = !Party.AreSeveral(parties) ? null : force is Force.Ask or Force.Wish ? EntryStatus.CalledFor : force is Force.Plan && verb.Infinitive && IsAgreed(reading, at) ? EntryStatus.Agreed : null;
        }
        else if (verb.Lemma is "end")
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

        if (status is not { } s)
        {
            if (attacks)
                reading.Note(at, "one side's attacks: only its own halt of them counts, where a known party is said to halt them", ExplanationStage.Status);
            else if (verb.Lemma is "end" or "lay down")
                reading.Note(at, "an end of fighting counts where it is called for or agreed to, not where it is told", ExplanationStage.Status);
            else
                reading.Note(at, ForceWords.None(force), ExplanationStage.Status);
            return false;
        }

        if (s is EntryStatus.Agreed && parties.Count == 0)
        {
            reading.Note(at, "nobody is named who stops fighting", ExplanationStage.Parties);
            return false;
        }

        reading.Note(at, "a halt of fighting is a ceasefire in other words", ExplanationStage.Status);
        if (s is EntryStatus.Agreed && IsDraft(reading, at))
        {
            // "flew in with a draft agreement to halt the fighting": who brings it offers it to others.
            s = EntryStatus.Proposed;
            parties.Clear();
        }

        s = Circumstance.Applied(reading, at, EntryType.Ceasefire, s, at);
        var candidate = new Candidate
        {
            Type = EntryType.Ceasefire,
            Kind = EntryKind.CessationOfHostilities,
            Status = s,
            Reading = reading,
            At = at,
            Reach = last,
            Verb = at,
            Confidence = attacks ? 0.6 : 0.75,
            Unilateral = s is EntryStatus.Agreed && parties.Count == 1 && IsOrderedToItsOwn(reading, at),
        };
        candidate.AddParties(parties);
        AddCaller(reading, at, candidate);
        found.Add(candidate);
        return true;
    }

    /// <summary>"Hostilities between A and B ceased at midnight", "all military operations are to cease".</summary>
    private bool ReadStopping(Reading reading, int at, Chunk what, List<Candidate> found)
    {
        EntryStatus? status = forces.Of(reading, at) switch
        {
            Force.Do => EntryStatus.InForce,
            Force.Plan => EntryStatus.Agreed,
            Force.Wish or Force.Ask => EntryStatus.CalledFor,
            _ => null,
        };
        if (status is not { } s)
            return false;
        var candidate = new Candidate { Type = EntryType.Ceasefire, Kind = EntryKind.CessationOfHostilities, Status = s, Reading = reading, At = at, Reach = at, Confidence = 0.65 };
        foreach (var phrase in Clauses.Phrases(reading, reading.Chunks.IndexOf(what)))
        {
            if (phrase.Preposition is "between" or "by" or "of")
                candidate.AddParties(roles.PartiesOf(reading, phrase.Nouns));
        }

        // "X and Y have signed an accord under which all fighting stopped": theirs.
        var named = reading.Chunks.IndexOf(what);
        if (candidate.Parties.Count == 0 && named > 3 && reading.Chunks[named - 1].Kind == ChunkKind.Relative && reading.Chunks[named - 2].Kind == ChunkKind.Preposition && reading.Chunks[named - 3].Kind == ChunkKind.Noun && reading.Chunks[named - 4] is { Kind: ChunkKind.Verb, Passive: false, Lemma: "sign" or "reach" or "conclude" or "strike" or "agree" or "agree on" or "agree to" or "accept" or "announce" or "initial" })
            candidate.AddParties(roles.PartiesOf(reading, Subjects.Of(reading, named - 4, knowledge)));
        if (candidate.Parties.Count == 0)
            candidate.AddParties(memory.Sides.OfTruce);
        if (candidate.Parties.Count == 0)
            return false;
        found.Add(candidate);
        return true;
    }

    private static bool IsAgreed(Reading reading, int at)
    {
        var governor = Infinitives.Governor(reading, at);
        return governor >= 0 && (Infinitives.IsCommand(reading, governor) || reading.Chunks[governor].Lemma is "agree" or "decide" or "pledge" or "promise" or "order" or "undertake" or "vow" || reading.Chunks[governor].Head is "agreement" or "deal" or "accord" or "decision" or "pact" || (reading.Chunks[governor].Head is "plan" or "proposal" or "resolution" or "call" or "offer" && governor > 0 && reading.Chunks[governor - 1].Lemma is "accept" or "agree to" or "agree on" or "sign" or "approve" or "endorse" or "back"));
    }

    private static bool IsDraft(Reading reading, int at) =>
        reading.Chunks[at].Infinitive && Infinitives.Governor(reading, at) is >= 0 and var governor && reading.Chunks[governor] is { Kind: ChunkKind.Noun } paper && Contains(reading, paper, "draft", "proposed", "tentative", "possible");

    /// <summary>"ordered its own troops to hold their fire": one side's truce.</summary>
    private static bool IsOrderedToItsOwn(Reading reading, int at) =>
        reading.Chunks[at].Infinitive && Infinitives.Governor(reading, at) is >= 0 and var governor && reading.Chunks[governor] is { Kind: ChunkKind.Verb, Passive: false, Lemma: "order" or "tell" or "instruct" or "command" } && governor + 1 < at && Contains(reading, reading.Chunks[governor + 1], "own");

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
        var governor = Infinitives.Governor(reading, at);
        if (candidate.Status != EntryStatus.CalledFor || governor < 0 || reading.Chunks[governor].Kind != ChunkKind.Verb || reading.Chunks[governor].Passive)
            return;
        foreach (var caller in roles.PartiesOf(reading, Subjects.Of(reading, governor, knowledge)))
        {
            if (!candidate.Parties.Exists(p => p.Same(caller)))
                Candidate.Add(candidate.Callers, caller);
        }
    }
}
