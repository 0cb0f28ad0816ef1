using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>What the verbs, nouns and prepositions around a noun say of the talks or the ceasefire that it names.</summary>
internal sealed class NounStatus(Knowledge knowledge)
{
    private readonly Forces forces = new(knowledge);
    private readonly Governors governors = new(knowledge);
    private readonly AskedBefore asking = new(knowledge);
    private readonly NounFrameStatus nouns = new(knowledge);
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
        if (chunk.Head == "round" && at + 2 < chunks.Count && chunks[at + 1] is { Kind: ChunkKind.Preposition, Head: "of" } && chunks[at + 2] is { Event: null, IsActor: false, IsDate: false, Parties.Count: 0, Modifiers.Count: < 2 })
            return None(reading, at, "a round of something else");
        if (chunk.Compound is "none" or "line")
            return chunk.Compound == "line" && chunks.Exists(c => c.Lemma == "fire") ? (EntryStatus.Violated, 0.5, -1) : None(reading, at, "it only qualifies the word behind it, as in \"ceasefire line\"");

        // "held no talks" says nothing; "there will be no talks" refuses them.
        if (reading.Tokens[chunk.First].Is("no") && at > 0)
            return OfNone(reading, at, type);

        // What stands before: a verb, or a noun with "of", "for" or "to".
        var before = at - 1;
        before = governors.BeforeDates(chunks, before);
        var first = Governors.ListHead(chunks, at);
        if (first != at)
            before = first - 1;
        if (chunk.Head == "table")
            return OfTable(reading, at, before);
        if (chunk.Head == "conference" && chunk.Last - chunk.First > 1 && reading.Tokens[chunk.Last - 2].Word?.Text is "news" or "press")
            return ByNewsConference(reading, at);
        if (IsDayBetween(reading, at, before))
            before--;
        before = Governors.Giver(reading, before);
        if (type == EntryType.Talks && before >= 0 && Circumstance.IsUnreal(reading, chunks[before]) && !chunks.Exists(c => c is { Kind: ChunkKind.Subordinator, Head: "if" or "unless" or "had" }))
            return Told(reading, at, EntryStatus.Cancelled, 0.75, before, "it would have been, and was not", "");
        if (before >= 0 && chunks[before].Kind == ChunkKind.Verb && !chunks[before].Passive | chunks[before].Lemma.Contains(' ', StringComparison.Ordinal) && !IsNamed(reading, before, at))
        {
            var governed = verbs.Of(reading, before, type, inner);
            if (governed.Known)
                return Told(reading, at, governed.Status is EntryStatus.Agreed or EntryStatus.UnderNegotiation or EntryStatus.CalledFor && inner is null ? OfRelative(reading, at, type) ?? governed.Status : governed.Status, 0.85, before, "the verb before it, whose object it is, says so", "the verb before it says nothing of the kind, denies it or leaves it open");
        }

        if (chunk.Event.Kind == EntryKind.Call && reading.Tokens[chunk.First].Is("the") && chunk.Parties.Count == 0 && before >= 0 && chunks[before].Kind == ChunkKind.Preposition && !(at + 1 < chunks.Count && chunks[at + 1].Head is "with" or "between"))
            return None(reading, at, "a call that is only the setting of something else, with nobody named behind it");
        if (before >= 1 && chunks[before].Kind == ChunkKind.Preposition && governors.VerbOfPreposition(reading, before) is >= 0 and var verbal)
        {
            var plainVerb = chunks[verbal].Lemma;
            chunks[verbal].Lemma = plainVerb + " " + chunks[before].Head;
            var governed = verbs.Of(reading, verbal, type, inner);
            chunks[verbal].Lemma = plainVerb;
            if (governed.Known)
                return Told(reading, at, governed.Status, 0.85, verbal, "the verb before it, with its preposition, says so", "the verb before it says nothing of the kind, denies it or leaves it open");
        }

        if (type == EntryType.Talks && before >= 2 && chunks[before] is { Kind: ChunkKind.Preposition, Head: "to" or "for" } && Governors.Sending(chunks, before) is >= 0 and var sending)
            return Told(reading, at, StatusRules.Apply(type, EntryStatus.Planned, forces.Of(reading, sending)), 0.75, sending, "someone is sent to it", "someone is sent to it, denied or left open");
        if (type == EntryType.Talks && before >= 2 && chunks[before] is { Kind: ChunkKind.Preposition, Head: "to" } && Governors.Inviting(chunks, before) is >= 0 and var inviting)
            return Told(reading, at, StatusRules.Apply(type, EntryStatus.Proposed, forces.Of(reading, inviting)), 0.75, inviting, "someone is invited to it", "someone is invited to it, denied or left open");
        if (before >= 1 && chunks[before].Kind == ChunkKind.Preposition)
        {
            var under = nouns.Of(reading, before, type, inner);
            if (under.Known)
                return Told(reading, at, under.Result.Status, under.Result.Confidence, under.Result.Verb, "the noun before it (\"a call for\", \"a round of\") says so", "the noun that it hangs on tells no step of it, or is denied");
        }

        if (before >= 1 && chunks[before].Kind == ChunkKind.Preposition && chunks[before].Head is "for" or "to" && chunks[before - 1].Kind == ChunkKind.Predicate && StatusRules.Apply(type, type == EntryType.Talks ? EntryStatus.Held : EntryStatus.Agreed, forces.Of(reading, before - 1)) is { } readied)
            return Told(reading, at, readied, 0.75, before - 1, "the predicate before it (\"ready for\") says so", "");
        if (type == EntryType.Ceasefire && inner is null && before >= 0 && chunks[before] is { Kind: ChunkKind.Verb, Passive: false, Lemma: "monitor" or "police" or "supervise" or "verify" or "oversee" or "watch over" })
            return None(reading, at, "it is only watched over (Ruling 13)");
        if (inner is null && before >= 2 && chunks[before].Kind == ChunkKind.Preposition && chunks[before].Head == "for" && asking.CalledForBefore(reading, before, type))
            return Told(reading, at, type == EntryType.Talks ? EntryStatus.Proposed : EntryStatus.CalledFor, 0.7, -1, "someone asks another for it further left", "");
        if (type == EntryType.Ceasefire && inner is null && before >= 1 && chunks[before] is { Kind: ChunkKind.Preposition, Head: "about" or "on" or "over" } && asking.TalkingBefore(reading, before))
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
        if (before >= 2 && chunks[before].Head == "of" && NounFrameStatus.Spell(chunks[before - 1]) is not null && chunks[before - 2].Kind is ChunkKind.Preposition or ChunkKind.Subordinator)
            before -= 2;
        if (before >= 0 && chunks[before].Kind is ChunkKind.Preposition or ChunkKind.Subordinator && prepositions.Of(reading, before, at, type) is { Status: not null } placed)
            return Told(reading, at, placed.Status, placed.Confidence, placed.Verb, "the preposition before it (\"after\", \"ahead of\", \"in\") says so", "");
        var guess = loose.Of(reading, at, before, Predicates.AsSubject(reading, at));
        return Told(reading, at, guess.Status, guess.Confidence, guess.Verb, "a guess: the nearest word that can say so", "no verb, noun or preposition around it says that it was, is or will be");
    }

    /// <summary>"called the session serious", "called the talks a success", "called the truce \"fragile\"": it is only described.</summary>
    private static bool IsNamed(Reading reading, int verb, int at)
    {
        var chunk = reading.Chunks[at];
        if (verb != at - 1 || reading.Chunks[verb].Lemma is not ("call" or "describe" or "label") || !(chunk.IsDefinite || reading.Tokens[chunk.First].Word?.Text is "their" or "its" or "his" or "her"))
            return false;
        return (chunk.Last - 1 > chunk.EventAt && reading.Tokens[chunk.Last - 1].Tag == Tag.Adjective)
            || (chunk.Last < reading.Tokens.Length && (reading.Tokens[chunk.Last].Tag == Tag.Adjective || reading.Tokens[chunk.Last].Word?.Text is "a" or "an" or "as" || reading.Tokens[chunk.Last].Mark == Mark.Quote));
    }

    /// <summary>"ruled out on Tuesday talks with": the weekday is no part of what is ruled out.</summary>
    private static bool IsDayBetween(Reading reading, int at, int before) =>
        before > 0 && before == at - 1 && reading.Tokens[reading.Chunks[at].First].Is(WordClass.Weekday) && reading.Chunks[before] is { Kind: ChunkKind.Preposition, Head: "on" } && reading.Chunks[before - 1] is { Kind: ChunkKind.Verb, Past: true, Passive: false };

    /// <summary>"brokered a truce that took effect on Monday", "that quickly collapsed": the step that the event's own clause tells; null where it tells none.</summary>
    private EntryStatus? OfRelative(Reading reading, int at, EntryType type)
    {
        if (type != EntryType.Ceasefire || Predicates.RelativeOf(reading.Chunks, at) is not (>= 0 and var relative) || relative + 1 >= reading.Chunks.Count || reading.Chunks[relative + 1].Kind != ChunkKind.Verb)
            return null;
        // "signed a truce that takes effect on Wednesday": it is signed, and not yet in force.
        if (reading.Chunks[relative + 1] is { Past: false, Perfect: false, Modal: null, Lemma: "take effect" or "come into force" or "come into effect" or "go into effect" or "go into force" or "enter into force" or "begin" or "start" })
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
        if (chunks[verb].Lemma == "be" || knowledge.Frames.TryGetValue(chunks[verb].Lemma, out var frame) && frame.For(type) is EntryStatus.UnderNegotiation or EntryStatus.Held or EntryStatus.Agreed or EntryStatus.UnderWay or EntryStatus.Planned or EntryStatus.InForce or EntryStatus.Extended)
            return Told(reading, at, EntryStatus.Rejected, 0.7, verb, "\"no\" before it and \"will\" or \"would\" refuse it", "");
        return None(reading, at, "\"no\" stands before it, and the verb is none of holding or agreeing");
    }

    private static EntryStatus? ByCompound(Chunk chunk) => chunk.Compound switch
    {
        null or "same" or "attempt" or "none" or "line" => null,
        var word => WireWord.TryParse<EntryStatus>(word, out var status) ? status : null,
    };

    /// <summary>A joint news conference of two sides shows that their talks were held.</summary>
    private static (EntryStatus? Status, double Confidence, int Verb) ByNewsConference(Reading reading, int at)
    {
        var joint = reading.Has(reading.Chunks[at], "joint");
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
