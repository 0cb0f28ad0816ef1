using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>What the verbs, nouns and prepositions around a noun say of the talks or the ceasefire that it names.</summary>
internal sealed class NounStatus(Knowledge knowledge)
{
    private readonly Forces forces = new(knowledge);
    private readonly LooseStatus loose = new(knowledge);
    private readonly VerbStatus verbs = new(knowledge);
    private readonly SubjectStatus subjects = new(knowledge);
    private readonly PrepositionStatus prepositions = new(knowledge);

    public (EntryStatus? Status, double Confidence, int Verb) Of(Reading reading, int at)
    {
        var chunks = reading.Chunks;
        var chunk = chunks[at];
        var type = chunk.Event!.Type;
        var inner = ByCompound(chunk);
        if (chunk.Head is "round" or "session" or "series" && at + 2 < chunks.Count && chunks[at + 1].Kind == ChunkKind.Preposition && chunks[at + 1].Head == "of" && chunks[at + 2].Event is not null)
            return None(reading, at, "what is told of it is told of the talks behind \"of\"");
        if (chunk.Compound is "none" or "line")
            return chunk.Compound == "line" && chunks.Exists(c => c.Lemma == "fire") ? (EntryStatus.Violated, 0.5, -1) : None(reading, at, "it only qualifies the word behind it, as in \"ceasefire line\"");

        // "held no talks" says nothing; "there will be no talks" refuses them.
        if (reading.Tokens[chunk.First].Is("no") && at > 0)
            return OfNone(reading, at, type);

        // What stands before: a verb, or a noun with "of", "for" or "to".
        var before = at - 1;
        before = BeforeDates(chunks, before);
        var first = ListHead(chunks, at);
        if (first != at)
            before = first - 1;
        if (chunk.Head == "table")
            return OfTable(reading, at, before);
        if (chunk.Head == "conference" && chunk.Last - chunk.First > 1 && reading.Tokens[chunk.Last - 2].Word?.Text is "news" or "press")
            return ByNewsConference(reading, at);
        before = Giver(reading, before);
        if (before >= 0 && chunks[before].Kind == ChunkKind.Verb && !chunks[before].Passive | chunks[before].Lemma.Contains(' ', StringComparison.Ordinal))
        {
            var governed = verbs.Of(reading, before, type, inner);
            if (governed.Known)
                return Told(reading, at, governed.Status is EntryStatus.Agreed or EntryStatus.UnderNegotiation or EntryStatus.CalledFor && inner is null ? OfRelative(reading, at, type) ?? governed.Status : governed.Status, 0.85, before, "the verb before it, whose object it is, says so", "the verb before it says nothing of the kind, denies it or leaves it open");
        }

        if (chunk.Event.Kind == EntryKind.Call && reading.Tokens[chunk.First].Is("the") && chunk.Parties.Count == 0 && before >= 0 && chunks[before].Kind == ChunkKind.Preposition && !(at + 1 < chunks.Count && chunks[at + 1].Head is "with" or "between"))
            return None(reading, at, "a call that is only the setting of something else, with nobody named behind it");
        if (before >= 1 && chunks[before].Kind == ChunkKind.Preposition && VerbOfPreposition(reading, before) is >= 0 and var verbal)
        {
            var plainVerb = chunks[verbal].Lemma;
            chunks[verbal].Lemma = plainVerb + " " + chunks[before].Head;
            var governed = verbs.Of(reading, verbal, type, inner);
            chunks[verbal].Lemma = plainVerb;
            if (governed.Known)
                return Told(reading, at, governed.Status, 0.85, verbal, "the verb before it, with its preposition, says so", "the verb before it says nothing of the kind, denies it or leaves it open");
        }

        if (type == EntryType.Talks && before >= 2 && chunks[before] is { Kind: ChunkKind.Preposition, Head: "to" or "for" } && Sending(chunks, before) is >= 0 and var sending)
            return Told(reading, at, StatusRules.Apply(type, EntryStatus.Planned, forces.Of(reading, sending)), 0.75, sending, "someone is sent to it", "someone is sent to it, denied or left open");
        if (type == EntryType.Talks && before >= 2 && chunks[before] is { Kind: ChunkKind.Preposition, Head: "to" } && Inviting(chunks, before) is >= 0 and var inviting)
            return Told(reading, at, StatusRules.Apply(type, EntryStatus.Proposed, forces.Of(reading, inviting)), 0.75, inviting, "someone is invited to it", "someone is invited to it, denied or left open");
        if (before >= 1 && chunks[before].Kind == ChunkKind.Preposition)
        {
            var under = ByNoun(reading, before, type, inner);
            if (under.Known)
                return Told(reading, at, under.Result.Status, under.Result.Confidence, under.Result.Verb, "the noun before it (\"a call for\", \"a round of\") says so", "the noun that it hangs on tells no step of it, or is denied");
        }

        if (before >= 1 && chunks[before].Kind == ChunkKind.Preposition && chunks[before].Head is "for" or "to" && chunks[before - 1].Kind == ChunkKind.Predicate && StatusRules.Apply(type, type == EntryType.Talks ? EntryStatus.Held : EntryStatus.Agreed, forces.Of(reading, before - 1)) is { } readied)
            return Told(reading, at, readied, 0.75, before - 1, "the predicate before it (\"ready for\") says so", "");
        if (inner is null && before >= 2 && chunks[before].Kind == ChunkKind.Preposition && chunks[before].Head == "for" && CalledForBefore(reading, before, type))
            return Told(reading, at, type == EntryType.Talks ? EntryStatus.Proposed : EntryStatus.CalledFor, 0.7, -1, "someone asks another for it further left", "");
        if (type == EntryType.Ceasefire && inner is null && before >= 1 && chunks[before] is { Kind: ChunkKind.Preposition, Head: "about" or "on" or "over" } && TalkingBefore(reading, before))
            return Told(reading, at, EntryStatus.UnderNegotiation, 0.7, -1, "the verb before it talks about it", "");
        if (type == EntryType.Ceasefire && before >= 0 && (chunks[before].Head is "despite" or "notwithstanding" || (chunks[before].Head == "of" && before > 0 && chunks[before - 1].Head is "spite")) && Fighting.In(reading))
            return Told(reading, at, EntryStatus.Violated, 0.7, -1, "fighting is told \"despite\" it", "");
        foreach (var after in Predicates.Of(reading, at))
        {
            var governed = subjects.Of(reading, after, type, inner);
            if (governed.Known)
                return Told(reading, at, governed.Status, 0.85, after, "the verb whose subject it is says so", "the verb whose subject it is denies it, leaves it open or says no step of it");
        }

        if (inner is not null)
            return Told(reading, at, inner, 0.7, -1, "the word behind it in its own phrase (\"violation\", \"proposal\") says so", "");
        if (ByModifier(reading, chunk) is { } modified)
            return Told(reading, at, modified, 0.6, -1, "the adjective before it (\"planned\", \"stalled\", \"fragile\") says so", "");
        if (before >= 2 && chunks[before].Head == "of" && Spell(chunks[before - 1]) is not null && chunks[before - 2].Kind is ChunkKind.Preposition or ChunkKind.Subordinator)
            before -= 2;
        if (before >= 0 && chunks[before].Kind is ChunkKind.Preposition or ChunkKind.Subordinator && prepositions.Of(reading, before, at, type) is { Status: not null } placed)
            return Told(reading, at, placed.Status, placed.Confidence, placed.Verb, "the preposition before it (\"after\", \"ahead of\", \"in\") says so", "");
        var guess = loose.Of(reading, at, before, Predicates.AsSubject(reading, at));
        return Told(reading, at, guess.Status, guess.Confidence, guess.Verb, "a guess: the nearest word that can say so", "no verb, noun or preposition around it says that it was, is or will be");
    }

    /// <summary>"brokered a truce that took effect on Monday", "that quickly collapsed": the step that the event's own clause tells; null where it tells none.</summary>
    private EntryStatus? OfRelative(Reading reading, int at, EntryType type)
    {
        if (type != EntryType.Ceasefire || Predicates.RelativeOf(reading.Chunks, at) is not (>= 0 and var relative) || relative + 1 >= reading.Chunks.Count || reading.Chunks[relative + 1].Kind != ChunkKind.Verb)
            return null;
        var told = subjects.Of(reading, relative + 1, type, null).Status;
        return told is EntryStatus.InForce or EntryStatus.Collapsed or EntryStatus.Violated or EntryStatus.Extended ? told : null;
    }

    /// <summary>Notes which rule settled it, or left it without a status.</summary>
    private static (EntryStatus? Status, double Confidence, int Verb) Told(Reading reading, int at, EntryStatus? status, double confidence, int verb, string told, string none)
    {
        reading.Note(at, status is null ? none : told, ExplanationStage.Status);
        return (status, confidence, verb);
    }

    private static (EntryStatus? Status, double Confidence, int Verb) None(Reading reading, int at, string reason) => Told(reading, at, null, 0, -1, "", reason);

    /// <summary>"called off on Wednesday a round": the index before phrases of time and marks of quotation.</summary>
    private int BeforeDates(List<Chunk> chunks, int index)
    {
        while (index >= 0 && (chunks[index].IsDate || chunks[index].Kind == ChunkKind.Quote))
            index -= chunks[index].IsDate && index >= 2 && chunks[index - 1] is { Kind: ChunkKind.Preposition, Head: "on" or "for" or "in" or "at" or "until" or "late" or "from" } && chunks[index - 2].Kind == ChunkKind.Verb ? 2 : 1;

        // "to prolong for three months, to Aug. 26, the truce": phrases of time, and nothing else, up to the verb.
        var back = index;
        while (back > 0 && (chunks[back].Kind == ChunkKind.Comma || chunks[back].IsDate || (chunks[back].Kind == ChunkKind.Preposition && chunks[back + 1].IsDate)))
            back--;
        return back >= 0 && back < index && chunks[back].Kind == ChunkKind.Verb && knowledge.Frames.TryGetValue(chunks[back].Lemma, out var frame) && frame.Shape == 't' && chunks.FindIndex(back, index - back + 1, c => c.IsDate) >= 0 ? back : index;
    }

    /// <summary>"offered Turkey a truce", "grant each other a pause": the verb stands before the one to whom it is given.</summary>
    private static int Giver(Reading reading, int before)
    {
        var chunks = reading.Chunks;
        var verb = before;
        while (verb > 0 && verb > before - 3 && chunks[verb].Kind == ChunkKind.Noun && (chunks[verb].IsActor || chunks[verb].IsPronoun || chunks[verb].Head is "other" or "another" or "sides" or "parties" or "each"))
            verb--;
        return verb >= 0 && verb < before && chunks[verb] is { Kind: ChunkKind.Verb, Lemma: "offer" or "grant" or "give" or "promise" or "deny" or "refuse" or "guarantee" or "allow" or "send" } ? verb : before;
    }

    /// <summary>"urged them to come to the negotiating table", "left the table": what one does with the table stands in the frames under its name.</summary>
    private (EntryStatus? Status, double Confidence, int Verb) OfTable(Reading reading, int at, int before)
    {
        var chunks = reading.Chunks;
        var verb = before >= 1 && chunks[before].Kind == ChunkKind.Preposition ? before - 1 : before;
        while (verb > 0 && chunks[verb].Kind == ChunkKind.Noun && chunks[before].Kind == ChunkKind.Preposition)
            verb--;
        if (verb < 0 || chunks[verb].Kind != ChunkKind.Verb || !knowledge.Frames.TryGetValue(chunks[verb].Lemma.Split(' ')[0] + " table", out var frame) || frame.Talks is not { } plain)
            return None(reading, at, "nothing is done with the table that tells of talks");
        return Told(reading, at, StatusRules.Apply(EntryType.Talks, plain, forces.Of(reading, verb)), 0.75, verb, "what is done with the table says so", "what is done with the table is denied or left open");
    }

    /// <summary>"There will be no truce", "would accept no talks", "No talks will be held": refused. "No talks took place", "no meeting is planned": nothing, unless they had been planned.</summary>
    private (EntryStatus? Status, double Confidence, int Verb) OfNone(Reading reading, int at, EntryType type)
    {
        var chunks = reading.Chunks;
        var verb = chunks[at - 1].Kind == ChunkKind.Verb ? at - 1 : Predicates.AsSubject(reading, at);
        if (verb < 0 || chunks[verb].Modal is not ("will" or "would" or "could" or "can") || (chunks[verb].Lemma != "be" && forces.Of(reading, verb) is Force.Doubt))
            return None(reading, at, "\"no\" stands before it, and no \"will\" or \"would\" refuses it");
        if (chunks[verb].Lemma == "be" || knowledge.Frames.TryGetValue(chunks[verb].Lemma, out var frame) && frame.For(type) is EntryStatus.Held or EntryStatus.Agreed or EntryStatus.UnderWay or EntryStatus.Planned or EntryStatus.InForce or EntryStatus.Extended)
            return Told(reading, at, EntryStatus.Rejected, 0.7, verb, "\"no\" before it and \"will\" or \"would\" refuse it", "");
        return None(reading, at, "\"no\" stands before it, and the verb is none of holding or agreeing");
    }

    /// <summary>"was negotiating with the generals about a ceasefire".</summary>
    private bool TalkingBefore(Reading reading, int preposition)
    {
        for (var j = preposition - 1; j >= 0; j--)
        {
            var chunk = reading.Chunks[j];
            if (chunk.Kind == ChunkKind.Verb)
                return chunk.Lemma is "negotiate" or "talk" or "haggle" or "bargain" or "confer" or "consult" or "work" && forces.Of(reading, j) is Force.Do or Force.Continue;
            if (chunk.Event is not null || chunk.Kind is ChunkKind.Break or ChunkKind.Subordinator)
                return false;
        }

        return false;
    }

    /// <summary>"an appeal to both sides for a ceasefire", "pressed Israel for a truce": the noun or verb of asking stands further left.</summary>
    private bool CalledForBefore(Reading reading, int preposition, EntryType type)
    {
        var chunks = reading.Chunks;
        for (var j = preposition - 1; j >= 0; j--)
        {
            var chunk = chunks[j];
            if (chunk.Kind == ChunkKind.Noun && (type == EntryType.Talks ? IsAsked(chunk) && !(j > 0 && chunks[j - 1] is { Kind: ChunkKind.Verb, Lemma: not ("make" or "issue" or "send" or "extend" or "renew" or "repeat" or "launch" or "deliver") }) : chunk.HeadWord?.NounFrame is { Ceasefire: EntryStatus.CalledFor or EntryStatus.Proposed }))
                return true;
            if (chunk.Kind == ChunkKind.Verb && type == EntryType.Talks)
                return chunk.Lemma is "ask" or "press" or "pressure" or "petition" or "beg" or "lobby" or "appeal" or "appeal to" or "plead" or "plead with" && j == preposition - (chunk.Lemma is "appeal" or "plead" ? 3 : 2) && forces.Of(reading, j) is Force.Do or Force.Continue or Force.Plan;
            if (chunk.Kind == ChunkKind.Verb)
                return knowledge.Attitudes.GetValueOrDefault(chunk.Lemma) is Force.Ask or Force.Wish or Force.Try && forces.Of(reading, j) is Force.Do or Force.Continue or Force.Plan or Force.Try or Force.Ask or Force.Wish;
            if (chunk.Kind is ChunkKind.Break or ChunkKind.Subordinator)
                return false;
        }

        return false;
    }

    /// <summary>"send anyone to a meeting", "dispatched an envoy to Cairo for talks": the verb; -1 where there is none.</summary>
    private static int Sending(List<Chunk> chunks, int preposition)
    {
        for (var j = preposition - 1; j >= 0 && j > preposition - 7; j--)
        {
            if (chunks[j].Kind == ChunkKind.Verb)
                return chunks[j].Lemma is "send" or "dispatch" && !chunks[j].Reduced ? j : -1;
            if (chunks[j].Kind is not (ChunkKind.Noun or ChunkKind.Preposition))
                return -1;
        }

        return -1;
    }

    private static bool IsAsked(Chunk noun) => noun.Head is "appeal" or "appeals" or "call" or "calls" or "plea" or "pleas" or "request" or "requests" or "overture" or "overtures" or "invitation" or "invitations" or "offer" or "proposal";

    /// <summary>"invited Roh, along with others, to a conference": the verb; -1 where there is none.</summary>
    private static int Inviting(List<Chunk> chunks, int preposition)
    {
        for (var j = preposition - 1; j >= 0 && j > preposition - 14; j--)
        {
            if (chunks[j].Kind == ChunkKind.Verb)
                return chunks[j].Lemma is "invite" or "summon" ? j : -1;
            if (chunks[j].Kind is ChunkKind.Break or ChunkKind.Subordinator)
                return -1;
        }

        return -1;
    }

    /// <summary>"agreed on Saturday to a truce": the verb whose preposition stands apart from it behind a phrase of time; -1 where there is none.</summary>
    private int VerbOfPreposition(Reading reading, int preposition)
    {
        var chunks = reading.Chunks;
        for (var j = preposition - 1; j >= 0; j--)
        {
            if (chunks[j].Kind == ChunkKind.Verb)
                return j < preposition - 1 && knowledge.Frames.ContainsKey(chunks[j].Lemma + " " + chunks[preposition].Head) ? j : -1;

            // "withdrew its envoys from the talks".
            if (chunks[j].Kind == ChunkKind.Noun && j == preposition - 1 && chunks[preposition].Head == "from")
                continue;
            if (chunks[j].Kind is ChunkKind.Comma && chunks[preposition].Head == "from" && chunks.FindLastIndex(j, Math.Min(j, 6), c => c is { Kind: ChunkKind.Verb, Lemma: "withdraw" or "recall" }) is >= 0 and var recalled)
                return recalled;
            if (chunks[j].IsDate || (chunks[j].Kind == ChunkKind.Preposition && chunks[j + 1].IsDate))
                continue;

            // "to agree without delay to a ceasefire".
            if (chunks[j].Kind == ChunkKind.Noun && !chunks[j].IsActor && chunks[j].Event is null && j > 0 && chunks[j - 1] is { Kind: ChunkKind.Preposition, Head: "without" or "with" or "in" or "at" })
            {
                j--;
                continue;
            }

            return -1;
        }

        return -1;
    }

    /// <summary>"called for talks and a ceasefire": what governs the first of a list governs the others.</summary>
    private static int ListHead(List<Chunk> chunks, int at)
    {
        var i = at;
        while (i >= 2 && chunks[i - 1].Kind is ChunkKind.Conjunction or ChunkKind.Comma && chunks[i - 2].Kind == ChunkKind.Noun && !chunks[i - 2].IsActor && !chunks[i - 2].IsDate)
            i -= 2;
        return i > 0 && chunks[i - 1].Kind is ChunkKind.Verb or ChunkKind.Preposition ? i : at;
    }

    private static EntryStatus? ByCompound(Chunk chunk) => chunk.Compound switch
    {
        null or "same" or "attempt" or "none" or "line" => null,
        var word => WireWord.TryParse<EntryStatus>(word, out var status) ? status : null,
    };

    /// <summary>"two days of talks": the days only measure.</summary>
    private static Frame? Spell(Chunk noun) => noun.IsDate && noun.Head is "days" or "day" or "hours" or "hour" or "minutes" or "weeks" or "months" or "month" or "week" or "years" or "year" or "rounds" ? new Frame('n', null, null, PassesThrough: true) : null;

    private (bool Known, (EntryStatus? Status, double Confidence, int Verb) Result) ByNoun(Reading reading, int preposition, EntryType type, EntryStatus? inner)
    {
        var chunks = reading.Chunks;
        var at = preposition - 1;

        // "the entry into force on Tuesday of the truce": past the phrase of time, and past "into force".
        while (chunks[preposition].Head == "of" && at >= 2 && chunks[at - 1].Kind == ChunkKind.Preposition && (chunks[at].IsDate || chunks[at].Head is "force" or "effect"))
            at -= 2;
        if (at != preposition - 1 && chunks[at].HeadWord?.NounFrame is { PassesThrough: false, OnlyDenied: false } far && far.For(type) is { } started && chunks[at].Kind == ChunkKind.Noun)
            return (true, (inner is null ? started : StatusRules.Under(type, started, inner.Value), 0.7, -1));
        // "the withdrawal of the rebels from the talks", "the rejection by Khartoum of a truce": who does it stands between.
        if (chunks[preposition - 1].IsActor && preposition >= 3 && chunks[preposition - 2].Kind == ChunkKind.Preposition && (chunks[preposition - 2].Head == "by" || (chunks[preposition - 2].Head == "of" && chunks[preposition].Head == "from")) && chunks[preposition - 3].HeadWord?.NounFrame is { PassesThrough: false, OnlyDenied: false } act && act.For(type) is { } told && inner is null)
            return (true, (told, 0.7, -1));

        // "a request by Turkey's minister, Abdullah Gul, for a meeting", "an appeal by X for": who asks stands between.
        at = preposition - 1;
        if (chunks[preposition].Head == "for" && Asking(chunks, preposition) is >= 0 and var asking)
            at = asking;
        var noun = chunks[at];
        if (noun.Head is "agreement" or "deal" or "accord" && chunks[preposition].Head == "in")
            return (false, default);
        if (noun.Kind != ChunkKind.Noun || chunks[preposition].Head is not ("of" or "for" or "to" or "in" or "on" or "with" or "from") || (noun.HeadWord?.NounFrame ?? (chunks[preposition].Head == "of" ? Spell(noun) : null)) is not { } frame)
            return (false, default);
        if (frame.PassesThrough)
        {
            var around = Predicates.AsSubject(reading, preposition - 1);
            if (BeforeDates(chunks, preposition - 2) is >= 0 and var outer && chunks[outer].Kind == ChunkKind.Verb)
            {
                var governed = verbs.Of(reading, outer, type, inner);
                if (governed.Known)
                    return (true, (governed.Status, 0.85, outer));
            }

            foreach (var predicate in around >= 0 ? Predicates.Of(reading, preposition - 1) : [])
            {
                var governed = subjects.Of(reading, predicate, type, inner);
                if (governed.Known)
                    return (true, (governed.Status, 0.85, predicate));
            }

            if (preposition >= 3 && chunks[preposition - 2].Kind == ChunkKind.Preposition)
                return ByNoun(reading, preposition - 2, type, inner);
            return (false, default);
        }

        if (frame.OnlyDenied)
        {
            var denied = reading.Tokens[noun.First].Is("no") || (preposition >= 2 && chunks[preposition - 2] is { Kind: ChunkKind.Verb, Negated: true });
            return denied ? (true, (EntryStatus.Rejected, 0.75, preposition - 2)) : (false, default);
        }

        if (frame.For(type) is not { } plain)
            return (true, (null, 0, -1));
        if (noun.Head is "agreement" or "deal" or "accord" && !(preposition >= 2 && chunks[preposition - 2].Kind == ChunkKind.Verb) && Predicates.AsSubject(reading, preposition - 1) < 0)
            return (true, (null, 0, -1));
        var status = inner is null ? plain : StatusRules.Under(type, plain, inner.Value);
        if (reading.Tokens[noun.First].Is("no"))
            return (true, (plain is EntryStatus.Planned or EntryStatus.Proposed && type == EntryType.Talks ? EntryStatus.Rejected : null, 0.5, -1));

        // The noun's own verb: "rejected calls for", "agreed to an extension of", "announced the postponement of".
        var verb = at - 1;

        // "offered Almaty as a venue for".
        if (verb >= 2 && chunks[verb].Head == "as" && chunks[verb - 1].Kind == ChunkKind.Noun && chunks[verb - 2].Kind == ChunkKind.Verb)
            verb -= 2;
        if (verb >= 0 && chunks[verb].Kind is ChunkKind.Preposition && verb >= 1 && chunks[verb - 1].Kind == ChunkKind.Verb)
            verb--;
        while (verb >= 2 && chunks[verb].Kind == ChunkKind.Noun && chunks[verb - 1].Kind is ChunkKind.Preposition or ChunkKind.Subordinator && chunks[verb - 1].Head is "as" or "on" && (chunks[verb].IsDate || chunks[verb - 1].Head == "as"))
            verb -= 2;
        if (verb >= 0 && chunks[verb].Kind is ChunkKind.Conjunction or ChunkKind.Comma && verb >= 2 && chunks[verb - 1].Kind == ChunkKind.Noun)
            verb -= 2;
        if (verb >= 0 && chunks[verb].Kind == ChunkKind.Verb && status is { } step)
        {
            var force = forces.Of(reading, verb);
            var above = knowledge.Frames.TryGetValue(chunks[verb].Lemma, out var governing) ? governing.For(type) : null;
            if (force is Force.Doubt or Force.Not or Force.Threat)
                return (true, (above is null && plain is EntryStatus.Proposed or EntryStatus.CalledFor && force == Force.Not ? step : null, 0.6, -1));
            if (above is EntryStatus.Rejected)
                return (true, (force is Force.Do or Force.Plan or Force.Continue ? StatusRules.Under(type, above, step) : null, 0.85, verb));
            if (plain is EntryStatus.Planned && type == EntryType.Talks && chunks[verb].Lemma == "abandon")
                return (true, (StatusRules.Apply(type, EntryStatus.Cancelled, force), 0.8, verb));
            if (above is EntryStatus.Postponed or EntryStatus.Cancelled or EntryStatus.Suspended && plain is EntryStatus.UnderWay or EntryStatus.Planned or EntryStatus.Held && type == EntryType.Talks)
                return (true, (StatusRules.Apply(type, above.Value, force), 0.8, verb));
            if (above is EntryStatus.CalledFor or EntryStatus.Proposed && plain is not (EntryStatus.CalledFor or EntryStatus.Proposed))
                return (true, (StatusRules.Under(type, above, step), 0.8, verb));
            if (above is EntryStatus.Agreed or EntryStatus.Planned && plain is EntryStatus.Proposed or EntryStatus.CalledFor && chunks[verb].Lemma is "accept" or "agree to" or "approve" or "endorse")
                return (true, (StatusRules.Apply(type, type == EntryType.Talks ? EntryStatus.Planned : EntryStatus.Agreed, force), 0.8, verb));
            if (force is Force.Fail && plain is EntryStatus.Agreed or EntryStatus.Extended)
                return (true, (EntryStatus.Collapsed, 0.7, verb));
            if (force is Force.Wish or Force.Ask or Force.Offer or Force.Try && plain is not (EntryStatus.CalledFor or EntryStatus.Proposed))
                return (true, (StatusRules.Apply(type, step, force), 0.7, verb));
            return (true, (step, 0.8, verb));
        }

        foreach (var subject in inner is null ? Predicates.Of(reading, at) : [])
        {
            if (!knowledge.Frames.TryGetValue(chunks[subject].Lemma, out var own) || own.For(type) is not { } done)
                continue;
            if (done is EntryStatus.Rejected ? chunks[subject].Passive : plain is EntryStatus.UnderWay or EntryStatus.Held or EntryStatus.Planned && done is EntryStatus.Postponed or EntryStatus.Cancelled or EntryStatus.Suspended or EntryStatus.Planned && subjects.Of(reading, subject, type, null) is { Status: not null })
                return (true, (done is EntryStatus.Rejected ? done : subjects.Of(reading, subject, type, null).Status, 0.8, subject));
        }

        return (true, (status, 0.7, -1));
    }

    /// <summary>The noun of asking whose "for" stands apart from it behind "by X" and commas; -1 where there is none.</summary>
    private static int Asking(List<Chunk> chunks, int preposition)
    {
        if (chunks[preposition - 1].HeadWord?.NounFrame is not null && chunks[preposition - 1].Kind == ChunkKind.Noun)
            return -1;
        for (var j = preposition - 1; j > 0 && j > preposition - 8; j--)
        {
            if (chunks[j].Kind is not (ChunkKind.Noun or ChunkKind.Comma or ChunkKind.Preposition or ChunkKind.Conjunction) || (chunks[j].Kind == ChunkKind.Preposition && chunks[j].Head is not ("by" or "from" or "of" or "to" or "on")))
                return -1;
            if (chunks[j] is { Kind: ChunkKind.Noun, HeadWord.NounFrame: { Talks: EntryStatus.Proposed, Ceasefire: EntryStatus.CalledFor or EntryStatus.Proposed } } && chunks[j + 1].Kind == ChunkKind.Preposition)
                return j;
        }

        return -1;
    }

    /// <summary>A joint news conference of two sides shows that their talks were held.</summary>
    private static (EntryStatus? Status, double Confidence, int Verb) ByNewsConference(Reading reading, int at)
    {
        var joint = NounEvents.Has(reading, reading.Chunks[at], "joint");
        for (var j = 0; j < reading.Chunks.Count && !joint; j++)
            joint |= reading.Chunks[j].Kind == ChunkKind.Preposition && reading.Chunks[j].Head is "alongside" && j + 1 < reading.Chunks.Count && reading.Chunks[j + 1].IsActor;
        // "at a news conference with Xi": given by both.
        joint |= at + 2 < reading.Chunks.Count && reading.Chunks[at + 1] is { Kind: ChunkKind.Preposition, Head: "with" } && reading.Chunks[at + 2] is { IsActor: true, IsCommoner: false } other && other.Parties.Exists(p => p.Persons.Count > 0 || p.Known);
        var planned = reading.Chunks.Exists(c => c.Modal is "will" or "to");
        return joint ? Told(reading, at, planned ? EntryStatus.Planned : EntryStatus.Held, 0.7, -1, "a joint news conference shows that the two sides meet", "") : None(reading, at, "a news conference of one side shows no talks");
    }

    private static EntryStatus? ByModifier(Reading reading, Chunk chunk)
    {
        for (var i = chunk.First; i < chunk.EventAt; i++)
        {
            EntryStatus? status = (chunk.Event!.Type, reading.Tokens[i].Word?.Text) switch
            {
                (EntryType.Talks, "planned" or "scheduled" or "upcoming" or "forthcoming") => EntryStatus.Planned,
                (EntryType.Talks, "proposed") => EntryStatus.Proposed,
                (EntryType.Talks, "stalled" or "suspended" or "failed" or "deadlocked") => EntryStatus.Suspended,
                (EntryType.Talks, "postponed") => EntryStatus.Postponed,
                (EntryType.Talks, "cancelled" or "canceled" or "aborted") => EntryStatus.Cancelled,
                (EntryType.Talks, "ongoing") => EntryStatus.UnderWay,
                (EntryType.Ceasefire, "proposed") => EntryStatus.Proposed,
                (EntryType.Ceasefire, "shaky" or "fragile" or "tenuous" or "uneasy") => Fighting.In(reading) ? EntryStatus.Violated : EntryStatus.InForce,
                _ => null,
            };
            if (status is not null)
                return status;
        }

        return null;
    }

}
