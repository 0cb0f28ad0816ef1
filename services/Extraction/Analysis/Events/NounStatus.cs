using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>What the verbs, nouns and prepositions around a noun say of the talks or the ceasefire that it names.</summary>
internal sealed class NounStatus(Knowledge knowledge)
{
    private readonly Forces forces = new(knowledge);
    private readonly LooseStatus loose = new(knowledge);

    public (EntryStatus? Status, double Confidence, int Verb) Of(Reading reading, int at)
    {
        var chunks = reading.Chunks;
        var chunk = chunks[at];
        var type = chunk.Event!.Type;
        var inner = ByCompound(chunk);
        if (chunk.Head is "round" or "session" or "series" && at + 2 < chunks.Count && chunks[at + 1].Kind == ChunkKind.Preposition && chunks[at + 1].Head == "of")
            return (null, 0, -1);
        if (chunk.Compound is "none" or "line")
            return chunk.Compound == "line" && chunks.Exists(c => c.Lemma == "fire") ? (EntryStatus.Violated, 0.5, -1) : (null, 0, -1);

        // "held no talks" says nothing; "there will be no talks" refuses them.
        if (reading.Tokens[chunk.First].Is("no") && at > 0)
            return OfNone(reading, at, type);

        // What stands before: a verb, or a noun with "of", "for" or "to".
        var before = at - 1;
        while (before >= 0 && (chunks[before].IsDate || chunks[before].Kind == ChunkKind.Quote))
            before -= chunks[before].IsDate && before >= 2 && chunks[before - 1] is { Kind: ChunkKind.Preposition, Head: "on" or "for" or "in" or "at" or "until" or "late" or "from" } && chunks[before - 2].Kind == ChunkKind.Verb ? 2 : 1;
        var first = ListHead(chunks, at);
        if (first != at)
            before = first - 1;
        if (chunk.Head == "table")
            return OfTable(reading, before);
        if (chunk.Head == "conference" && chunk.Last - chunk.First > 1 && reading.Tokens[chunk.Last - 2].Word?.Text is "news" or "press")
            return ByNewsConference(reading, at);
        before = Giver(reading, before);
        if (before >= 0 && chunks[before].Kind == ChunkKind.Verb && !chunks[before].Passive | chunks[before].Lemma.Contains(' ', StringComparison.Ordinal))
        {
            var governed = ByVerb(reading, before, type, inner);
            if (governed.Known)
                return (governed.Status, 0.85, before);
        }

        if (chunk.Event.Kind == EntryKind.Call && reading.Tokens[chunk.First].Is("the") && chunk.Parties.Count == 0 && before >= 0 && chunks[before].Kind == ChunkKind.Preposition && !(at + 1 < chunks.Count && chunks[at + 1].Head is "with" or "between"))
            return (null, 0, -1);
        if (before >= 1 && chunks[before].Kind == ChunkKind.Preposition && VerbOfPreposition(reading, before) is >= 0 and var verbal)
        {
            var plainVerb = chunks[verbal].Lemma;
            chunks[verbal].Lemma = plainVerb + " " + chunks[before].Head;
            var governed = ByVerb(reading, verbal, type, inner);
            chunks[verbal].Lemma = plainVerb;
            if (governed.Known)
                return (governed.Status, 0.85, verbal);
        }

        if (before >= 1 && chunks[before].Kind == ChunkKind.Preposition)
        {
            var under = ByNoun(reading, before, type, inner);
            if (under.Known)
                return under.Result;
        }

        if (before >= 1 && chunks[before].Kind == ChunkKind.Preposition && chunks[before].Head is "for" or "to" && chunks[before - 1].Kind == ChunkKind.Predicate && StatusRules.Apply(type, type == EntryType.Talks ? EntryStatus.Held : EntryStatus.Agreed, forces.Of(reading, before - 1)) is { } readied)
            return (readied, 0.75, before - 1);
        if (type == EntryType.Ceasefire && inner is null && before >= 2 && chunks[before].Kind == ChunkKind.Preposition && chunks[before].Head == "for" && CalledForBefore(reading, before))
            return (EntryStatus.CalledFor, 0.7, -1);
        foreach (var after in PredicatesOf(reading, at))
        {
            var governed = BySubject(reading, after, type, inner);
            if (governed.Known)
                return (governed.Status, 0.85, after);
        }

        if (type == EntryType.Ceasefire && before >= 0 && chunks[before].Head is "despite" or "notwithstanding" && Fighting.In(reading))
            return (EntryStatus.Violated, 0.7, -1);
        if (inner is not null)
            return (inner, 0.7, -1);
        if (ByModifier(reading, chunk) is { } modified)
            return (modified, 0.6, -1);
        if (before >= 2 && chunks[before].Head == "of" && Spell(chunks[before - 1]) is not null && chunks[before - 2].Kind is ChunkKind.Preposition or ChunkKind.Subordinator)
            before -= 2;
        if (before >= 0 && chunks[before].Kind is ChunkKind.Preposition or ChunkKind.Subordinator && ByPreposition(reading, before, at, type) is { Status: not null } placed)
            return placed;
        return loose.Of(reading, at, before, AsSubject(reading, at));
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
    private (EntryStatus? Status, double Confidence, int Verb) OfTable(Reading reading, int before)
    {
        var chunks = reading.Chunks;
        var verb = before >= 1 && chunks[before].Kind == ChunkKind.Preposition ? before - 1 : before;
        while (verb > 0 && chunks[verb].Kind == ChunkKind.Noun && chunks[before].Kind == ChunkKind.Preposition)
            verb--;
        if (verb < 0 || chunks[verb].Kind != ChunkKind.Verb || !knowledge.Frames.TryGetValue(chunks[verb].Lemma.Split(' ')[0] + " table", out var frame) || frame.Talks is not { } plain)
            return (null, 0, -1);
        return (StatusRules.Apply(EntryType.Talks, plain, forces.Of(reading, verb)), 0.75, verb);
    }

    /// <summary>"There will be no truce", "would accept no talks", "No talks will be held": refused. "No talks took place", "no meeting is planned": nothing, unless they had been planned.</summary>
    private (EntryStatus? Status, double Confidence, int Verb) OfNone(Reading reading, int at, EntryType type)
    {
        var chunks = reading.Chunks;
        var verb = chunks[at - 1].Kind == ChunkKind.Verb ? at - 1 : AsSubject(reading, at);
        if (verb < 0 || chunks[verb].Modal is not ("will" or "would" or "could" or "can") || forces.Of(reading, verb) is Force.Doubt)
            return (null, 0, -1);
        if (chunks[verb].Lemma == "be" || knowledge.Frames.TryGetValue(chunks[verb].Lemma, out var frame) && frame.For(type) is EntryStatus.Held or EntryStatus.Agreed or EntryStatus.UnderWay or EntryStatus.Planned or EntryStatus.InForce or EntryStatus.Extended)
            return (EntryStatus.Rejected, 0.7, verb);
        return (null, 0, -1);
    }

    /// <summary>"an appeal to both sides for a ceasefire", "pressed Israel for a truce": the noun or verb of asking stands further left.</summary>
    private bool CalledForBefore(Reading reading, int preposition)
    {
        for (var j = preposition - 1; j >= 0; j--)
        {
            var chunk = reading.Chunks[j];
            if (chunk.Kind == ChunkKind.Noun && chunk.HeadWord?.NounFrame is { Ceasefire: EntryStatus.CalledFor or EntryStatus.Proposed })
                return true;
            if (chunk.Kind == ChunkKind.Verb)
                return chunk.Lemma is "press" or "appeal" or "appeal to" or "call" or "call on" or "urge" or "ask" or "plead" or "push" or "pressure" or "work" && forces.Of(reading, j) is Force.Do or Force.Continue or Force.Plan;
            if (chunk.Kind is ChunkKind.Break or ChunkKind.Subordinator)
                return false;
        }

        return false;
    }

    /// <summary>"agreed on Saturday to a truce": the verb whose preposition stands apart from it behind a phrase of time; -1 where there is none.</summary>
    private int VerbOfPreposition(Reading reading, int preposition)
    {
        var chunks = reading.Chunks;
        for (var j = preposition - 1; j >= 0; j--)
        {
            if (chunks[j].Kind == ChunkKind.Verb)
                return j < preposition - 1 && knowledge.Frames.ContainsKey(chunks[j].Lemma + " " + chunks[preposition].Head) ? j : -1;
            if (chunks[j].IsDate || (chunks[j].Kind == ChunkKind.Preposition && chunks[j + 1].IsDate))
                continue;
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

    private (bool Known, EntryStatus? Status) ByVerb(Reading reading, int verb, EntryType type, EntryStatus? inner)
    {
        var chunk = reading.Chunks[verb];
        var force = forces.Of(reading, verb);
        if (!knowledge.Frames.TryGetValue(chunk.Lemma, out var frame))
        {
            if (knowledge.Direct.TryGetValue(chunk.Lemma, out _) && chunk.Lemma is "host" or "join")
                return (true, StatusRules.Apply(type, EntryStatus.Held, force));
            if (knowledge.Attitudes.TryGetValue(chunk.Lemma, out var attitude) && attitude is Force.Wish or Force.Ask or Force.Offer or Force.Refuse)
                return (true, StatusRules.Apply(type, type == EntryType.Talks ? EntryStatus.Held : EntryStatus.Agreed, Forces.Combine(force, attitude)));
            if (inner is not null)
                return (true, force is Force.Do or Force.Continue or Force.Plan ? inner : null);
            return (false, null);
        }

        if (chunk.Lemma == "call" && Clauses.Object(reading, verb) is { Count: > 0 } named && VerbEvents.IsNaming(reading, named[^1]))
            return (true, null);
        if (chunk.Lemma == "make" && type == EntryType.Talks && Clauses.Object(reading, verb) is [{ Event.Kind: EntryKind.Call } made, ..] && made.Last - made.EventAt < 2 && made.EventAt - made.First < 2)
            return (true, null);
        if (chunk.Lemma == "follow" && type == EntryType.Talks)
            return (true, force == Force.Do ? EntryStatus.Held : null);
        if (frame.Shape == 'i' && !chunk.Lemma.Contains(' ', StringComparison.Ordinal))
            return (false, null);
        if (frame.For(type) is not { } plain)
            return (inner is not null, force is Force.Do or Force.Continue or Force.Plan ? inner : null);
        if (inner is not null)
        {
            var under = StatusRules.Under(type, plain, inner.Value);
            return (true, plain is EntryStatus.Rejected or EntryStatus.CalledFor or EntryStatus.Proposed ? force is Force.Doubt or Force.Not or Force.Threat ? null : under
                : inner is EntryStatus.Proposed or EntryStatus.CalledFor && plain is EntryStatus.Agreed && force is Force.Do or Force.Plan ? EntryStatus.Agreed : force is Force.Doubt or Force.Not ? null : inner);
        }

        if (force == Force.Not)
            return (true, Negated(type, plain));
        if (chunk.Lemma is "include" or "contain" or "provide for" or "stipulate" && Clauses.Subject(reading, verb, knowledge) is [.., var deal] && deal.Head is "plan" or "proposal" or "draft" or "initiative" or "roadmap" or "proposals" or "offer")
            return (true, EntryStatus.Proposed);
        if (type == EntryType.Ceasefire && chunk.Lemma is "end" or "cancel" or "scrap" or "terminate" or "renounce" && StatusRules.Apply(type, plain, force) is not null)
            return (true, EntryStatus.Suspended);
        if (type == EntryType.Talks && plain == EntryStatus.Held && chunk.Lemma is "end" or "finish" && force is Force.Do or Force.Plan && IsProcess(reading, verb))
            return (true, EntryStatus.Suspended);
        if (chunk.Lemma is "continue" or "carry on" or "pursue" or "maintain" or "intensify" && force is Force.Plan && type == EntryType.Talks)
            return (true, EntryStatus.UnderWay);
        return (true, StatusRules.Apply(type, plain, force));
    }

    /// <summary>Who ends "peace negotiations", "three years of talks" or "a dialogue" breaks them off; who ends a visit or a round has held it.</summary>
    private static bool IsProcess(Reading reading, int verb)
    {
        var chunks = reading.Chunks;
        if (chunks[verb].Passive || verb + 1 >= chunks.Count)
            return false;
        var what = chunks[verb + 1];
        if (what.IsDate)
            return what.Head is "months" or "years" or "month" or "year";
        return what.Event is { Kind: EntryKind.Negotiation or EntryKind.Mediation } && what.Head is not ("round" or "session") && !NounEvents.Has(reading, what, "round") && !NounEvents.Has(reading, what, "day");
    }

    /// <summary>"did not accept a truce" refuses it; "did not hold talks" says nothing.</summary>
    private static EntryStatus? Negated(EntryType type, EntryStatus plain) => (type, plain) switch
    {
        (EntryType.Ceasefire, EntryStatus.InForce) => EntryStatus.Violated,
        _ => null,
    };

    private (bool Known, EntryStatus? Status) BySubject(Reading reading, int verb, EntryType type, EntryStatus? inner)
    {
        var chunk = reading.Chunks[verb];
        var force = forces.Of(reading, verb);
        if (chunk.Lemma == "be")
        {
            // "The talks are due to begin", "the truce is over", "were a failure".
            var next = verb + 1 < reading.Chunks.Count ? reading.Chunks[verb + 1] : null;
            var word = next?.HeadWord?.Text ?? Following(reading, chunk);
            EntryStatus? said = word switch
            {
                "over" or "dead" or "off" => type == EntryType.Talks ? EntryStatus.Cancelled : EntryStatus.Collapsed,
                "underway" or "under" => type == EntryType.Talks ? EntryStatus.UnderWay : EntryStatus.InForce,
                "due" or "likely" or "set" or "expected" => type == EntryType.Talks ? EntryStatus.Planned : EntryStatus.Agreed,
                "failure" => type == EntryType.Talks ? EntryStatus.Suspended : EntryStatus.Collapsed,
                "force" or "effect" or "place" => type == EntryType.Talks ? EntryStatus.UnderWay : EntryStatus.InForce,
                _ => null,
            };
            if (said is null || (next?.Kind == ChunkKind.Predicate && verb + 2 < reading.Chunks.Count && reading.Chunks[verb + 2].Infinitive))
                return (false, null);
            return (true, force is Force.Not or Force.Doubt ? null : said);
        }

        if (!knowledge.Frames.TryGetValue(chunk.Lemma, out var frame) || frame.For(type) is not { } plain)
        {
            if (knowledge.Attitudes.TryGetValue(chunk.Lemma, out _) && chunk.Passive | chunk.Reduced && chunk.Lemma is "expect" or "plan" or "schedule" or "set" or "slate")
                return (true, inner ?? (type == EntryType.Talks ? EntryStatus.Planned : EntryStatus.Agreed));
            return (false, null);
        }

        var passive = chunk.Passive || chunk.Reduced || (frame.Shape == 't' && chunk.Finite && chunk.Modal is null && !chunk.Perfect && reading.Tokens[chunk.First].Is(WordClass.Participle) && Clauses.Object(reading, verb).Count == 0);
        if (frame.Shape == 't' && (!passive || chunk.Lemma is "have" or "make" or "give") || (frame.Shape == 'i' && chunk.Passive && chunk.Lemma is "follow" or "last" or "cover"))
            return (false, null);
        if (frame.Shape == 'e' && !passive && Clauses.Object(reading, verb) is { Count: > 0 } objects && !objects[0].IsDate && plain is not EntryStatus.InForce)
            return (false, null);
        if (chunk.Lemma == "hold" && type == EntryType.Ceasefire && inner is null)
            return (true, force switch { Force.Do or Force.Continue => EntryStatus.InForce, Force.Not or Force.Fail => EntryStatus.Violated, Force.Plan => null, _ => null });
        if (force == Force.Not)
            return (true, plain is EntryStatus.Extended || chunk.Lemma is "survive" or "last" ? EntryStatus.Collapsed : Negated(type, plain));

        // "The meeting will not take place": nobody refuses it, it is off; with a day in view it waits.
        if (force == Force.Refuse && type == EntryType.Talks && inner is null && chunk.Lemma is "take place" or "go ahead" or "happen" or "occur" or "hold" or "proceed" && chunk.Finite)
            return (true, plain is EntryStatus.Held or EntryStatus.Planned or EntryStatus.UnderWay ? EntryStatus.Cancelled : null);
        if (force == Force.Refuse && plain is EntryStatus.Extended)
            return (true, EntryStatus.Collapsed);
        if (inner is not null)
            return (true, plain is EntryStatus.Rejected or EntryStatus.Agreed && force is Force.Do or Force.Plan ? plain : force is Force.Doubt ? null : inner);
        if (type == EntryType.Ceasefire && plain is EntryStatus.InForce && force == Force.Plan && IsLasting(chunk.Lemma))
            return (true, EntryStatus.InForce);
        if (type == EntryType.Ceasefire && chunk.Lemma == "last" && force == Force.Do && IsShort(reading, chunk))
            return (true, EntryStatus.Collapsed);
        return (true, StatusRules.Apply(type, plain, force));
    }

    /// <summary>"The truce would continue", "will remain in force": it is and stays.</summary>
    private static bool IsLasting(string lemma) =>
        lemma is "continue" or "stand" or "endure" or "hold up" or "hold firm" || lemma.StartsWith("remain ", StringComparison.Ordinal) || lemma.StartsWith("stay ", StringComparison.Ordinal);

    /// <summary>"lasted barely an hour", "only two days".</summary>
    private static bool IsShort(Reading reading, Chunk verb)
    {
        for (var i = verb.Last; i < reading.Tokens.Length && i < verb.Last + 4; i++)
        {
            if (reading.Tokens[i].Word?.Text is "barely" or "only" or "less" or "just" or "hour" or "hours" or "minutes")
                return true;
        }

        return false;
    }

    private static string Following(Reading reading, Chunk chunk) => chunk.Last < reading.Tokens.Length ? reading.Tokens[chunk.Last].Word?.Text ?? "" : "";

    /// <summary>"two days of talks": the days only measure.</summary>
    private static Frame? Spell(Chunk noun) => noun.IsDate && noun.Head is "days" or "day" or "hours" or "hour" or "minutes" or "weeks" or "months" or "month" or "week" or "years" or "year" or "rounds" ? new Frame('n', null, null, PassesThrough: true) : null;

    private (bool Known, (EntryStatus? Status, double Confidence, int Verb) Result) ByNoun(Reading reading, int preposition, EntryType type, EntryStatus? inner)
    {
        var chunks = reading.Chunks;
        var noun = chunks[preposition - 1];
        if (noun.Kind != ChunkKind.Noun || chunks[preposition].Head is not ("of" or "for" or "to" or "in" or "on" or "with" or "from") || (noun.HeadWord?.NounFrame ?? (chunks[preposition].Head == "of" ? Spell(noun) : null)) is not { } frame)
            return (false, default);
        if (frame.PassesThrough)
        {
            var around = AsSubject(reading, preposition - 1);
            if (preposition >= 2 && chunks[preposition - 2].Kind == ChunkKind.Verb)
            {
                var governed = ByVerb(reading, preposition - 2, type, inner);
                if (governed.Known)
                    return (true, (governed.Status, 0.85, preposition - 2));
            }

            foreach (var predicate in around >= 0 ? PredicatesOf(reading, preposition - 1) : [])
            {
                var governed = BySubject(reading, predicate, type, inner);
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
        if (noun.Head is "agreement" or "deal" or "accord" && !(preposition >= 2 && chunks[preposition - 2].Kind == ChunkKind.Verb) && AsSubject(reading, preposition - 1) < 0)
            return (true, (null, 0, -1));
        var status = inner is null ? plain : StatusRules.Under(type, plain, inner.Value);
        if (reading.Tokens[noun.First].Is("no"))
            return (true, (plain is EntryStatus.Planned or EntryStatus.Proposed && type == EntryType.Talks ? EntryStatus.Rejected : null, 0.5, -1));

        // The noun's own verb: "rejected calls for", "agreed to an extension of", "announced the postponement of".
        var verb = preposition - 2;
        if (verb >= 0 && chunks[verb].Kind is ChunkKind.Preposition && verb >= 1 && chunks[verb - 1].Kind == ChunkKind.Verb)
            verb--;
        while (verb >= 2 && chunks[verb].Kind == ChunkKind.Noun && chunks[verb - 1].Kind is ChunkKind.Preposition or ChunkKind.Subordinator && chunks[verb - 1].Head is "as" or "on" && (chunks[verb].IsDate || chunks[verb - 1].Head == "as"))
            verb -= 2;
        if (verb >= 0 && chunks[verb].Kind is ChunkKind.Conjunction or ChunkKind.Comma && verb >= 2 && chunks[verb - 1].Kind == ChunkKind.Noun)
            verb -= 2;
        if (verb >= 0 && chunks[verb].Kind == ChunkKind.Verb && status is { } step)
        {
            var force = forces.Of(reading, verb);
            var outer = knowledge.Frames.TryGetValue(chunks[verb].Lemma, out var governing) ? governing.For(type) : null;
            if (force is Force.Doubt or Force.Not or Force.Threat)
                return (true, (outer is null && plain is EntryStatus.Proposed or EntryStatus.CalledFor && force == Force.Not ? step : null, 0.6, -1));
            if (outer is EntryStatus.Rejected)
                return (true, (force is Force.Do or Force.Plan or Force.Continue ? StatusRules.Under(type, outer, step) : null, 0.85, verb));
            if (outer is EntryStatus.CalledFor or EntryStatus.Proposed && plain is not (EntryStatus.CalledFor or EntryStatus.Proposed))
                return (true, (StatusRules.Under(type, outer, step), 0.8, verb));
            if (outer is EntryStatus.Agreed or EntryStatus.Planned && plain is EntryStatus.Proposed or EntryStatus.CalledFor && chunks[verb].Lemma is "accept" or "agree to" or "approve" or "endorse")
                return (true, (StatusRules.Apply(type, type == EntryType.Talks ? EntryStatus.Planned : EntryStatus.Agreed, force), 0.8, verb));
            if (force is Force.Wish or Force.Ask or Force.Offer or Force.Try && plain is not (EntryStatus.CalledFor or EntryStatus.Proposed))
                return (true, (StatusRules.Apply(type, step, force), 0.7, verb));
            return (true, (step, 0.8, verb));
        }

        foreach (var subject in inner is null ? PredicatesOf(reading, preposition - 1) : [])
        {
            if (!knowledge.Frames.TryGetValue(chunks[subject].Lemma, out var own) || own.For(type) is not { } done)
                continue;
            if (done is EntryStatus.Rejected ? chunks[subject].Passive : plain is EntryStatus.UnderWay or EntryStatus.Held or EntryStatus.Planned && done is EntryStatus.Postponed or EntryStatus.Cancelled or EntryStatus.Suspended or EntryStatus.Planned && BySubject(reading, subject, type, null) is { Status: not null })
                return (true, (done is EntryStatus.Rejected ? done : BySubject(reading, subject, type, null).Status, 0.8, subject));
        }

        return (true, (status, 0.7, -1));
    }

    /// <summary>The verbs whose subject the event is, the finite one first: "the truce, signed in Accra, has been violated".</summary>
    private static IEnumerable<int> PredicatesOf(Reading reading, int at)
    {
        var chunks = reading.Chunks;
        var first = AsSubject(reading, at);
        if (RelativeOf(chunks, at) is >= 0 and var relative && BehindRelative(chunks, relative) is >= 0 and var main && (at == 0 || chunks[at - 1].Kind != ChunkKind.Preposition))
            yield return main;
        if (first < 0)
            yield break;
        if (chunks[first].Reduced || chunks[first].Infinitive || (chunks[first].Past && !chunks[first].Passive && reading.Tokens[chunks[first].First].Is(WordClass.Participle)))
        {
            for (var j = first + 1; j < chunks.Count; j++)
            {
                if (chunks[j].Kind is ChunkKind.Subordinator && chunks[j].Head is not "as" || chunks[j].Kind is ChunkKind.Break or ChunkKind.Relative || (chunks[j].Kind == ChunkKind.Conjunction && !(j + 1 < chunks.Count && chunks[j + 1].Kind == ChunkKind.Noun)))
                    break;
                if (chunks[j].Kind == ChunkKind.Verb && chunks[j].Finite)
                {
                    if (!(chunks[j - 1].Kind == ChunkKind.Noun && chunks[j - 1].IsActor && chunks[j - 1].Parties.Count > 0 && chunks[j].Lemma is "say" or "tell"))
                        yield return j;
                    break;
                }
            }
        }

        yield return first;

        // "appeared to be holding", "is due to begin", "failed to hold": the infinitive says it.
        for (var j = first + 1; j < chunks.Count && j <= first + 3; j++)
        {
            if (chunks[j].Kind == ChunkKind.Verb && chunks[j].Infinitive)
            {
                yield return j;
                break;
            }

            if (chunks[j].Kind is not (ChunkKind.Predicate or ChunkKind.Noun or ChunkKind.Preposition) || (chunks[j].Kind == ChunkKind.Noun && !chunks[j].IsDate))
                break;
        }
    }

    /// <summary>Where the clause begins that a noun carries: "the truce, which", "the meeting that", "the ceasefire to which", "the truce they"; -1 where there is none.</summary>
    public static int RelativeOf(List<Chunk> chunks, int at)
    {
        for (var j = at + 1; j + 1 < chunks.Count && j < at + 12; j++)
        {
            if (chunks[j].Kind == ChunkKind.Conjunction && chunks[j - 1].Kind == ChunkKind.Noun && chunks[j + 1].Kind == ChunkKind.Noun && j > at + 2)
                continue;
            if (chunks[j].Kind == ChunkKind.Relative || (chunks[j].Kind == ChunkKind.Subordinator && chunks[j].Head is "that" && chunks[j + 1].Kind == ChunkKind.Noun))
                return j;
            if (chunks[j].Kind == ChunkKind.Noun && j == at + 1 && chunks[j].IsActor | chunks[j].IsPronoun && chunks[j + 1].Kind == ChunkKind.Verb)
                return at;
            if (chunks[j].Kind is not (ChunkKind.Comma or ChunkKind.Preposition or ChunkKind.Noun) || (chunks[j].Kind == ChunkKind.Comma && chunks[j + 1].Kind is not (ChunkKind.Relative or ChunkKind.Preposition)))
                return -1;
        }

        return -1;
    }

    /// <summary>The verb of the clause around a relative one: the second finite verb that no conjunction joins to the first; -1 where there is none.</summary>
    private static int BehindRelative(List<Chunk> chunks, int relative)
    {
        var inner = -1;
        for (var j = relative + 1; j < chunks.Count; j++)
        {
            if (chunks[j].Kind is ChunkKind.Break or ChunkKind.Subordinator)
                return -1;
            if (chunks[j].Kind != ChunkKind.Verb || !chunks[j].Finite)
                continue;
            if (inner < 0)
            {
                inner = j;
                continue;
            }

            var before = chunks[j - 1];
            var parted = before.Kind == ChunkKind.Comma || (before.Kind == ChunkKind.Noun && (before.IsDate || j - 2 < 0 || chunks[j - 2].Kind == ChunkKind.Preposition)) || j - 1 == inner;
            return parted ? j : -1;
        }

        return -1;
    }

    /// <summary>The verb whose subject the event is, looking past the phrases that belong to it; -1 where there is none.</summary>
    private static int AsSubject(Reading reading, int at)
    {
        var chunks = reading.Chunks;
        if (at > 0 && chunks[at - 1].Kind == ChunkKind.Preposition && !(at > 1 && chunks[at - 2].Kind == ChunkKind.Noun && chunks[at - 2].HeadWord?.NounFrame is { PassesThrough: true }))
        {
            // Inside another phrase only a participle or relative clause can speak of it.
            var next = at + 1;
            if (next < chunks.Count && chunks[next].Kind == ChunkKind.Verb && (chunks[next].Reduced || chunks[next].Infinitive))
                return next;
            return next + 1 < chunks.Count && chunks[next].Kind == ChunkKind.Relative && chunks[next + 1].Kind == ChunkKind.Verb ? next + 1 : -1;
        }

        for (var j = at + 1; j < chunks.Count; j++)
        {
            switch (chunks[j].Kind)
            {
                case ChunkKind.Verb:
                    return chunks[j].Gerund ? -1 : j;
                case ChunkKind.Preposition:
                    var list = Coordination.From(reading, j + 1, out var last);
                    if (list.Count > 0)
                        j = last;
                    break;
                case ChunkKind.Noun when chunks[j].IsDate:
                case ChunkKind.Comma or ChunkKind.Quote or ChunkKind.Relative:
                    break;
                case ChunkKind.Predicate when chunks[j - 1].Kind == ChunkKind.Comma:
                    break;
                case ChunkKind.Noun when chunks[j - 1].Kind == ChunkKind.Comma && Closes(chunks, j):
                    break;
                case ChunkKind.Subordinator when chunks[j].Head is "as" && chunks[j - 1].Kind == ChunkKind.Comma && chunks.FindIndex(j, c => c.Kind == ChunkKind.Comma) is var close && close > j && close < j + 7:
                    j = close;
                    break;
                case ChunkKind.Subordinator when chunks[j].Head is "since" && j + 1 < chunks.Count && chunks[j + 1].Kind == ChunkKind.Noun:
                    j++;
                    break;
                case ChunkKind.Open:
                    while (j + 1 < chunks.Count && chunks[j].Kind != ChunkKind.Close)
                        j++;
                    break;
                default:
                    return -1;
            }
        }

        return -1;
    }

    /// <summary>"The truce, the second in eight days, was": a phrase between two commas says what it is.</summary>
    private static bool Closes(List<Chunk> chunks, int at)
    {
        for (var j = at + 1; j < chunks.Count && j < at + 8; j++)
        {
            if (chunks[j].Kind == ChunkKind.Comma)
                return j + 1 < chunks.Count && chunks[j + 1].Kind == ChunkKind.Verb;
            if (chunks[j].Kind is not (ChunkKind.Noun or ChunkKind.Preposition) && !(chunks[j].Kind == ChunkKind.Verb && chunks[j].Reduced | chunks[j].Past))
                return false;
        }

        return false;
    }

    /// <summary>A joint news conference of two sides shows that their talks were held.</summary>
    private static (EntryStatus? Status, double Confidence, int Verb) ByNewsConference(Reading reading, int at)
    {
        var joint = NounEvents.Has(reading, reading.Chunks[at], "joint");
        for (var j = 0; j < reading.Chunks.Count && !joint; j++)
            joint |= reading.Chunks[j].Kind == ChunkKind.Preposition && reading.Chunks[j].Head is "alongside" && j + 1 < reading.Chunks.Count && reading.Chunks[j + 1].IsActor;
        var planned = reading.Chunks.Exists(c => c.Modal is "will" or "to");
        return joint ? (planned ? EntryStatus.Planned : EntryStatus.Held, 0.7, -1) : (null, 0, -1);
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

    private (EntryStatus? Status, double Confidence, int Verb) ByPreposition(Reading reading, int preposition, int at, EntryType type)
    {
        var chunk = reading.Chunks[at];
        var word = reading.Chunks[preposition].Head;
        if (type == EntryType.Ceasefire || !chunk.Event!.Strong)
            return (null, 0, -1);
        var verb = preposition - 1;
        while (verb >= 0 && reading.Chunks[verb].Kind != ChunkKind.Verb && reading.Chunks[verb].Kind is not (ChunkKind.Break or ChunkKind.Subordinator))
            verb--;
        var hasVerb = verb >= 0 && reading.Chunks[verb].Kind == ChunkKind.Verb;
        switch (word)
        {
            case "at" or "during" or "of" when chunk.Event.Kind is EntryKind.Summit or EntryKind.Conference && chunk.Parties.Exists(p => !knowledge.PartyCountries.ContainsKey(p.Id)):
                // "spied at the G20 summit": a setting (Ruling 24).
                return (null, 0, -1);
            case "after" or "during" or "following" or "at" or "since":
                var main = verb;
                while (hasVerb && main > 0 && !reading.Chunks[main].Finite && Clauses.Governor(reading, main) is >= 0 and var governor && governor < main)
                    main = governor;
                if (hasVerb && word is "at" or "during" && reading.Chunks[main].Kind == ChunkKind.Verb && forces.Of(reading, main) is Force.Plan)
                    return (EntryStatus.Planned, 0.6, -1);
                if (hasVerb && word is "at" or "during" && reading.Chunks[main].Kind == ChunkKind.Verb && forces.Of(reading, main) is Force.Doubt or Force.Not or Force.Refuse or Force.Wish or Force.Ask)
                    return (null, 0, -1);
                return (EntryStatus.Held, 0.7, -1);
            case "before" or "ahead" or "of" when word != "of" || (preposition > 0 && reading.Chunks[preposition - 1].Head == "ahead"):
                return (EntryStatus.Planned, 0.6, -1);
            case "in" when chunk.Head == "talks" || chunk.Event.Kind == EntryKind.Negotiation || chunk.Event.Kind == EntryKind.Call:
                if (chunk.Event.Kind == EntryKind.Call || reading.Chunks[preposition].First > 0 && chunk.IsDefinite)
                    return (EntryStatus.Held, 0.7, -1);
                return (hasVerb && forces.Of(reading, verb) is Force.Doubt or Force.Not or Force.Refuse ? null : EntryStatus.UnderWay, 0.6, -1);
            case "for" when preposition > 0 && reading.Chunks[preposition - 1].Kind == ChunkKind.Predicate:
                return (StatusRules.Apply(type, EntryStatus.Held, forces.Of(reading, preposition - 1)), 0.7, -1);
            case "for" when hasVerb:
                var force = forces.Of(reading, verb);
                var lemma = reading.Chunks[verb].Lemma;
                if (lemma is "arrive")
                    return (force is Force.Do ? EntryStatus.UnderWay : StatusRules.Apply(type, EntryStatus.Held, force), 0.7, verb);
                if (lemma is "meet" or "host" or "visit" or "receive" or "gather" or "welcome" or "join")
                    return (StatusRules.Apply(type, EntryStatus.Held, force), 0.7, verb);
                if (lemma is "be" && force is Force.Do && !reading.Chunks[verb].Past)
                    return (EntryStatus.UnderWay, 0.65, verb);
                if (Forces.IsMotion(lemma) || lemma is "invite" or "expect" or "be")
                    return (StatusRules.Apply(type, lemma is "invite" ? EntryStatus.Proposed : EntryStatus.Planned, force), 0.65, verb);
                return (null, 0, -1);
            case "for" when preposition > 0:
                return (EntryStatus.Planned, 0.5, -1);
            case "on" when chunk.Event.Kind == EntryKind.Visit && hasVerb:
                if (reading.Chunks[verb].Lemma is "leave" or "depart")
                    return (StatusRules.Apply(type, EntryStatus.Planned, forces.Of(reading, verb)), 0.65, verb);
                return (StatusRules.Apply(type, EntryStatus.UnderWay, forces.Of(reading, verb)), 0.65, verb);
            case "by" or "over" or "via" when chunk.Event.Kind == EntryKind.Call:
                return (EntryStatus.Held, 0.7, -1);
            default:
                return (null, 0, -1);
        }
    }
}
