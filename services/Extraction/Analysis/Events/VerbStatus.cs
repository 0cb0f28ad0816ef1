using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>What a verb says of the event that is its object: "called off the talks", "agreed to a truce".</summary>
internal sealed class VerbStatus(Knowledge knowledge)
{
    private readonly Forces forces = new(knowledge);

    public (bool Known, EntryStatus? Status) Of(Reading reading, int verb, EntryType type, EntryStatus? inner)
    {
        var chunk = reading.Chunks[verb];
        var force = forces.Of(reading, verb);
        if (chunk.Lemma == "put" && PutOn(reading, verb) is { } halted && halted.For(type) is { } put)
            return (true, StatusRules.Apply(type, put, force));
        // "There will be a complete cessation of operations": whoever says so declares it.
        if (chunk.Lemma == "be" && type == EntryType.Ceasefire && inner is null && reading.Tokens[Math.Max(0, chunk.First - 1)].Is("there"))
            return (true, force switch { Force.Plan => EntryStatus.Agreed, Force.Do => EntryStatus.InForce, _ => null });
        if (!knowledge.Frames.TryGetValue(chunk.Lemma, out var frame))
        {
            if (knowledge.Direct.TryGetValue(chunk.Lemma, out _) && chunk.Lemma is "host" or "join")
                return (true, StatusRules.Apply(type, EntryStatus.Held, force));
            if (chunk.Lemma is "tell" or "address" or "order" or "persuade" or "instruct" or "command" or "advise" && type == EntryType.Talks && !chunk.Passive)
                return (true, null);
            if (knowledge.Attitudes.TryGetValue(chunk.Lemma, out var attitude) && attitude is Force.Wish or Force.Ask or Force.Offer or Force.Refuse)
                return (true, StatusRules.Apply(type, type == EntryType.Talks ? EntryStatus.Held : EntryStatus.Agreed, Forces.Combine(force, attitude)));
            if (inner is not null)
                return (true, force is Force.Do or Force.Continue or Force.Plan ? inner : null);
            return (false, null);
        }

        if (chunk.Lemma == "call" && Clauses.Object(reading, verb) is { Count: > 0 } named && VerbSense.IsNaming(reading, named[^1]))
            return (true, null);
        if (chunk.Lemma == "make" && type == EntryType.Talks && Clauses.Object(reading, verb) is [{ Event.Kind: EntryKind.Call } made, ..] && made.Last - made.EventAt < 2 && made.EventAt - made.First < 2)
            return (true, null);
        if (chunk.Lemma == "make" && type == EntryType.Talks && Clauses.Object(reading, verb) is [{ Head: "contact" or "contacts" }, ..])
            return (true, null);
        // "remained committed to the truce": it stands.
        if (type == EntryType.Ceasefire && chunk.Lemma == "commit to" && inner is null && force == Force.Do && verb > 0 && chunk.Last - chunk.First < 3 && reading.Chunks[verb - 1] is { Kind: ChunkKind.Verb, Lemma: "remain" or "stay", Negated: false })
            return (true, EntryStatus.InForce);
        // "had promised each other to respect their truce": a promise of old to keep what stands takes no step (Ruling 27).
        if (type == EntryType.Ceasefire && chunk is { Infinitive: true, Lemma: "respect" or "observe" or "honour" or "honor" or "uphold" } && Clauses.Object(reading, verb) is [var kept, ..] && reading.Tokens[kept.First].Is("their") && Infinitives.Governor(reading, verb) is >= 0 and var promise && reading.Chunks[promise] is { Kind: ChunkKind.Verb, Perfect: true, Past: true })
            return (true, null);
        if (chunk.Lemma == "welcome" && chunk.Modal == "would")
            return (true, EntryStatus.Proposed);

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
                : inner is EntryStatus.Proposed or EntryStatus.CalledFor && plain is EntryStatus.Agreed && chunk.Lemma != "make" && force is Force.Do or Force.Plan ? EntryStatus.Agreed : force is Force.Doubt or Force.Not ? null : inner);
        }

        if (type == EntryType.Ceasefire && chunk.Lemma is "declare" or "pronounce" or "consider" && force is Force.Do or Force.Plan && IsSaidOver(reading, verb))
            return (true, EntryStatus.Collapsed);
        if (force == Force.Not && type == EntryType.Talks && chunk.Lemma is "turn up for" or "turn up at" or "show up for" or "show up at" or "appear for" or "appear at")
            return (true, EntryStatus.Cancelled);
        if (force == Force.Not)
            return (true, chunk.NoLonger && type == EntryType.Ceasefire && plain is EntryStatus.InForce or EntryStatus.Agreed ? EntryStatus.Suspended : Negated(type, plain));
        if (chunk.Lemma is "include" or "contain" or "provide for" or "stipulate" && Subjects.Of(reading, verb, knowledge) is [.., var deal] && deal.Head is "plan" or "proposal" or "draft" or "initiative" or "roadmap" or "proposals" or "offer")
            return (true, EntryStatus.Proposed);
        if (type == EntryType.Ceasefire && chunk.Lemma is "cancel" or "scrap" or "terminate" or "renounce" && StatusRules.Apply(type, plain, force) is not null)
            return (true, EntryStatus.Suspended);

        if (type == EntryType.Talks && plain == EntryStatus.Held && chunk.Lemma is "end" or "finish" && force is Force.Do or Force.Plan && IsProcess(reading, verb))
            return (true, EntryStatus.Suspended);
        if (type == EntryType.Ceasefire && chunk.Lemma is "continue" or "maintain" or "keep" or "keep to" && force is Force.Plan)
            return (true, IsOn(reading, chunk) || Clauses.Phrases(reading, verb + 1).Exists(p => p.Preposition == "for" && p.Nouns.Exists(n => n.IsDate)) ? EntryStatus.Extended : EntryStatus.InForce);
        if (type == EntryType.Talks && chunk.Lemma is "adjourn" && Clauses.Phrases(reading, verb).Exists(p => p.Preposition is "until" or "till" or "to" && p.Nouns.Exists(n => n.IsDate)) && force is Force.Do or Force.Plan)
            return (true, EntryStatus.Postponed);
        if (chunk.Lemma is "continue" or "carry on" or "pursue" or "maintain" or "intensify" && force is Force.Plan && type == EntryType.Talks)
            return (true, EntryStatus.UnderWay);
        if (type == EntryType.Ceasefire && plain == EntryStatus.InForce && force == Force.Fail)
            return (true, EntryStatus.Violated);
        if (type == EntryType.Ceasefire && chunk.Progressive && force is Force.Do or Force.Continue && chunk.Lemma is "broker" or "arrange" or "forge" or "conclude" or "seal" or "clinch" or "secure" or "strike")
            return (true, EntryStatus.UnderNegotiation);
        if (chunk.Lemma is "declare" or "pronounce" && force is Force.Do or Force.Plan && IsDeclaredOver(reading, verb))
            return (true, type == EntryType.Talks ? EntryStatus.Suspended : EntryStatus.Collapsed);
        if (plain == EntryStatus.Suspended && type == EntryType.Talks && force is Force.Do or Force.Plan && chunk.Lemma is "pull out of" or "withdraw from" or "back out of" or "drop out of" or "abandon" && (Clauses.Object(reading, verb) is [{ Head: "meeting" or "summit" or "visit" or "trip" }, ..] || HadNotBegun(reading, verb)))
            return (true, EntryStatus.Cancelled);
        return (true, StatusRules.Apply(type, plain, force));
    }

    /// <summary>"put its talks with Syria on hold": the rest of the idiom stands behind the object.</summary>
    private Frame? PutOn(Reading reading, int verb)
    {
        var chunks = reading.Chunks;
        for (var j = verb + 2; j + 1 < chunks.Count && chunks[j].Kind is not (ChunkKind.Break or ChunkKind.Subordinator or ChunkKind.Verb); j++)
        {
            if (chunks[j] is { Kind: ChunkKind.Preposition, Head: "on" } && chunks[j + 1].Head is "hold" or "ice" or "calendar")
                return knowledge.Frames.GetValueOrDefault("put on " + chunks[j + 1].Head);
        }

        return null;
    }

    /// <summary>"declared the truce over", "dead", "null and void".</summary>
    private static bool IsDeclaredOver(Reading reading, int verb)
    {
        var at = Clauses.Object(reading, verb) is [var what, ..] ? what.Last : reading.Tokens.Length;
        return at < reading.Tokens.Length && reading.Tokens[at].Word?.Text is "over" or "dead" or "ended" or "finished" or "void" or "null" or "off" || (at + 2 < reading.Tokens.Length && reading.Tokens[at].Is("at") && reading.Tokens[at + 2].Is("end"));
    }

    /// <summary>"declared its ceasefire with Turkey over on Thursday", "dead".</summary>
    private static bool IsSaidOver(Reading reading, int verb)
    {
        var tokens = reading.Tokens;
        for (var i = reading.Chunks[verb].Last; i < tokens.Length && tokens[i].Mark is not (Mark.Comma or Mark.Stop or Mark.Period); i++)
        {
            if (tokens[i].Word?.Text is "over" or "dead" or "finished" or "void" && (i + 1 == tokens.Length || tokens[i + 1].Mark != Mark.Word || tokens[i + 1].Is(WordClass.Preposition | WordClass.Conjunction | WordClass.Subordinator | WordClass.Weekday)))
                return true;
        }

        return false;
    }

    /// <summary>"pulled out of talks that were due to open on Monday", "scheduled for next week": there was nothing yet to break off.</summary>
    private static bool HadNotBegun(Reading reading, int verb)
    {
        var tokens = reading.Tokens;
        for (var i = reading.Chunks[verb].Last; i + 1 < tokens.Length && tokens[i].Mark is not (Mark.Stop or Mark.Period); i++)
        {
            if (tokens[i].Word?.Text is "due" or "scheduled" or "planned" or "slated" or "set" && (!tokens[i + 1].Is("to") || (i + 2 < tokens.Length && tokens[i + 2].Word?.Text is "open" or "begin" or "start" or "take" or "be")))
                return true;
        }

        return false;
    }

    /// <summary>"would continue their truce until May", "for another month".</summary>
    private static bool IsOn(Reading reading, Chunk verb)
    {
        for (var i = verb.Last; i < reading.Tokens.Length; i++)
        {
            if (reading.Tokens[i].Word?.Text is "until" or "till" or "another" or "further")
                return true;
        }

        return false;
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
        return what.Event is { Kind: EntryKind.Negotiation or EntryKind.Mediation } && what.Head is not ("round" or "session") && !reading.Has(what, "round") && !reading.Has(what, "day");
    }

    /// <summary>"did not accept a truce" refuses it; "did not hold talks" says nothing.</summary>
    public static EntryStatus? Negated(EntryType type, EntryStatus plain) => (type, plain) switch
    {
        (EntryType.Ceasefire, EntryStatus.InForce) => EntryStatus.Violated,
        _ => null,
    };
}
