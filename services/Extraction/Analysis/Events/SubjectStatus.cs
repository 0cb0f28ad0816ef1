using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>What a verb says of the event that is its subject: "the talks collapsed", "the truce has been extended".</summary>
internal sealed class SubjectStatus(Knowledge knowledge)
{
    private readonly Forces forces = new(knowledge);

    public (bool Known, EntryStatus? Status) Of(Reading reading, int verb, EntryType type, EntryStatus? inner)
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
                "in" when verb + 2 < reading.Chunks.Count && reading.Chunks[verb + 2] is { IsDate: true, Head: "day" or "week" or "month" or "year" or "hour" } spell && reading.Tokens[spell.First].Word?.Text is "its" or "their" => type == EntryType.Talks ? EntryStatus.UnderWay : EntryStatus.InForce,
                "force" or "effect" or "place" => type == EntryType.Talks ? EntryStatus.UnderWay : EntryStatus.InForce,
                _ => null,
            };

            // "Their last meeting was in February": it took place.
            if (said is null && type == EntryType.Talks && inner is null && force is Force.Do or Force.Plan && !chunk.Progressive && next is { Kind: ChunkKind.Preposition, Head: "in" or "on" or "at" } && verb + 2 < reading.Chunks.Count && (reading.Chunks[verb + 2].IsDate && next.Head != "at" || (reading.Chunks[verb + 2].Place is not null && verb + 4 < reading.Chunks.Count && reading.Chunks[verb + 4].IsDate)))
                return (true, force == Force.Plan ? EntryStatus.Planned : chunk.Past ? EntryStatus.Held : null);
            if (said is null || (next?.Kind == ChunkKind.Predicate && verb + 2 < reading.Chunks.Count && reading.Chunks[verb + 2].Infinitive))
                return (false, null);
            return (true, force is Force.Not or Force.Doubt ? null : said);
        }

        if (chunk.Lemma == "wait" && inner is null)
            return (true, force is Force.Not or Force.Refuse or Force.Doubt ? null : EntryStatus.Postponed);
        if (chunk.Lemma is "move" or "shift" or "slip" or "adjourn" or "break off" or "suspend" && type == EntryType.Talks && inner is null && Clauses.Phrases(reading, verb).Exists(p => (p.Preposition is "until" or "till" || (p.Preposition is "to" or "into" && chunk.Lemma is not "suspend")) && p.Nouns.Exists(n => n.IsDate || n.Head == "date")))
            return (true, force is Force.Do or Force.Plan ? EntryStatus.Postponed : null);
        // "The truce lapses on Monday": until then it holds.
        if (chunk is { Lemma: "expire" or "lapse" or "run out" or "end", Past: false, Perfect: false, Modal: null, Infinitive: false, Passive: false, Negated: false } && type == EntryType.Ceasefire && inner is null && force == Force.Do && Clauses.Phrases(reading, verb).Exists(p => p.Nouns.Exists(n => n.IsDate || n.Head is "end" or "midnight" or "noon" or "dawn")))
            return (true, EntryStatus.InForce);
        if (chunk.Lemma is "run" or "go on" or "continue" or "last" && type == EntryType.Ceasefire && inner is null && force == Force.Plan)
            return (true, IsOn(reading, chunk) ? EntryStatus.Extended : EntryStatus.InForce);

        // "The talks are expected to go on through the weekend": they are on.
        if (chunk.Lemma is "go on" or "continue" or "last" && type == EntryType.Talks && inner is null && force == Force.Plan && Clauses.Phrases(reading, verb).Exists(static p => p.Preposition is "through" or "until" or "till" && p.Nouns.Exists(static n => n.IsDate || n.Head == "weekend")))
            return (true, EntryStatus.UnderWay);
        if (!knowledge.Frames.TryGetValue(chunk.Lemma, out var frame) || frame.For(type) is not { } plain)
        {
            if (knowledge.Attitudes.TryGetValue(chunk.Lemma, out _) && chunk.Passive | chunk.Reduced && chunk.Lemma is "expect" or "plan" or "schedule" or "set" or "slate")
                return (true, inner ?? (type == EntryType.Talks ? EntryStatus.Planned : EntryStatus.Agreed));
            return (false, null);
        }

        // "talks hosted by Japan": whose house it is, and not whether they took place.
        if (type == EntryType.Talks && chunk.Reduced && WordLists.BrokeringVerbs.Has(chunk.Lemma))
            return (false, null);

        var passive = chunk.Passive || chunk.Reduced || (frame.Shape == 't' && chunk.Finite && chunk.Modal is null && !chunk.Perfect && reading.Tokens[chunk.First].Is(WordClass.Participle) && Clauses.Object(reading, verb).Count == 0);
        if (frame.Shape == 't' && (!passive || chunk.Lemma is "have" or "make" or "give") || (frame.Shape == 'i' && chunk.Passive && chunk.Lemma is "follow" or "last" or "cover"))
            return (false, null);
        if (frame.Shape == 'e' && !passive && plain is not EntryStatus.InForce && (IsSpellOf(reading.Chunks, verb) || (Clauses.Object(reading, verb) is { Count: > 0 } objects && !objects[0].IsDate)))
            return (false, null);
        if (chunk.Lemma == "hold" && type == EntryType.Ceasefire && inner is null)
            return (true, force switch { Force.Do or Force.Continue => EntryStatus.InForce, Force.Not or Force.Fail => EntryStatus.Violated, Force.Plan => null, _ => null });
        if (force == Force.Not)
            return (true, plain is EntryStatus.Extended || chunk.NoLonger || chunk.Lemma is "survive" or "last" ? EntryStatus.Collapsed : VerbStatus.Negated(type, plain));

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
        if (type == EntryType.Talks && force == Force.Do && chunk is { Past: true, Perfect: false, Progressive: false, Lemma: "drag on" or "go on" or "stretch on" or "run on" } && Clauses.Phrases(reading, verb).Exists(p => p.Preposition is "through" or "until" or "till" or "for" && p.Nouns.Exists(n => n.IsDate || WordLists.TimeWords.Has(n.Head))))
            return (true, EntryStatus.Held);
        return (true, StatusRules.Apply(type, plain, force));
    }

    /// <summary>"a truce that ends two years of war": what it ends, and not how long it lasted.</summary>
    private static bool IsSpellOf(List<Chunk> chunks, int verb) =>
        verb + 3 < chunks.Count && chunks[verb + 1] is { Kind: ChunkKind.Noun, IsDate: true } && chunks[verb + 2] is { Kind: ChunkKind.Preposition, Head: "of" } && chunks[verb + 3] is { Kind: ChunkKind.Noun, IsDate: false };

    /// <summary>"The truce would continue", "will remain in force": it is and stays.</summary>
    private static bool IsLasting(string lemma) =>
        lemma is "continue" or "stand" or "endure" or "hold up" or "hold firm" || lemma.StartsWith("remain ", StringComparison.Ordinal) || lemma.StartsWith("stay ", StringComparison.Ordinal);

    /// <summary>"would run for a further three days", "run on until".</summary>
    private static bool IsOn(Reading reading, Chunk verb)
    {
        for (var i = verb.Last; i < reading.Tokens.Length && i < verb.Last + 6; i++)
        {
            if (reading.Tokens[i].Word?.Text is "on" or "another" or "further" or "additional" or "more" && !(reading.Tokens[i].Is("on") && i > verb.Last))
                return true;
        }

        return false;
    }

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
}
