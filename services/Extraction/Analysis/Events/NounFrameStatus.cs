using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>What the noun that an event hangs on says of it: "a call for talks", "the collapse of the truce", "two days of talks".</summary>
internal sealed class NounFrameStatus(Knowledge knowledge)
{
    /// <summary>Words behind the verb: "at any risk", "in serious doubt".</summary>
    private const int OpenReach = 4;

    private readonly Forces forces = new(knowledge);
    private readonly VerbStatus verbs = new(knowledge);
    private readonly SubjectStatus subjects = new(knowledge);
    private readonly Governors governors = new(knowledge);

    /// <summary>"gave his consent on Friday in a long meeting with the envoy": what was given in it shows that it was held.</summary>
    private static bool IsGivenIn(List<Chunk> chunks, int preposition)
    {
        var given = preposition - 1;
        while (given > 2 && chunks[given].IsDate)
            given -= chunks[given - 1].Kind == ChunkKind.Preposition ? 2 : 1;
        return given > 0 && chunks[preposition].Head is "in" or "during" && preposition + 1 < chunks.Count && !chunks[preposition + 1].IsDefinite && chunks[given].Head is "consent" or "assent" or "approval" or "blessing" or "backing" or "agreement" or "word" or "pledge" or "promise"
            && chunks[given - 1] is { Kind: ChunkKind.Verb, Past: true, Modal: null, Negated: false };
    }

    /// <summary>"gave orders Wednesday night for a truce": the noun that the phrase of time stands right behind; null where none does.</summary>
    private static Frame? BeforeDay(Reading reading, Chunk noun)
    {
        for (var i = noun.First + 1; i < noun.Last; i++)
        {
            if (reading.Tokens[i].Is(WordClass.Weekday))
                return reading.Tokens[i - 1].Word?.NounFrame is { PassesThrough: false, OnlyDenied: false } frame ? frame : null;
        }

        return null;
    }

    public (bool Known, (EntryStatus? Status, double Confidence, int Verb) Result) Of(Reading reading, int preposition, EntryType type, EntryStatus? inner)
    {
        var chunks = reading.Chunks;
        var at = preposition - 1;

        // "the entry into force on Tuesday of the truce", "an end on Tuesday to the truce": past the phrase of time, and past "into force".
        while (chunks[preposition].Head is "of" or "to" && at >= 2 && chunks[at - 1].Kind == ChunkKind.Preposition && chunks[at - 1].Head is not ("after" or "following") && (chunks[at].IsDate || (chunks[preposition].Head == "of" && chunks[at].Head is "force" or "effect")))
            at -= 2;
        // "gave orders on Wednesday for a truce": past the phrase of time.
        if (type == EntryType.Ceasefire && chunks[preposition].Head is "for" && at > 1 && chunks[at].IsDate && chunks[at - 1].Kind == ChunkKind.Preposition)
            at -= 2;
        if (type == EntryType.Ceasefire && chunks[at].Kind == ChunkKind.Noun && BeforeDay(reading, chunks[at]) is { } dated && dated.For(type) is { } given && inner is null)
            return (true, (Declared(type, given, chunks, at), 0.7, at > 0 && chunks[at - 1].Kind == ChunkKind.Verb ? at - 1 : -1));
        if (at != preposition - 1 && chunks[at].HeadWord?.NounFrame is { PassesThrough: false, OnlyDenied: false } far && far.For(type) is { } started && chunks[at].Kind == ChunkKind.Noun)
            return (true, (inner is null ? Declared(type, started, chunks, at) : StatusRules.Under(type, started, inner.Value), 0.7, chunks[Math.Max(at - 1, 0)].Kind == ChunkKind.Verb ? at - 1 : -1));
        // "the withdrawal of the rebels from the talks", "the rejection by Khartoum of a truce": who does it stands between.
        if (chunks[preposition - 1].IsActor && preposition >= 3 && chunks[preposition - 2].Kind == ChunkKind.Preposition && (chunks[preposition - 2].Head == "by" || (chunks[preposition - 2].Head == "of" && chunks[preposition].Head == "from")) && chunks[preposition - 3].HeadWord?.NounFrame is { PassesThrough: false, OnlyDenied: false } act && act.For(type) is { } told && inner is null && !(type == EntryType.Talks && told == EntryStatus.Proposed && chunks[preposition].Head is "to" or "for"))
            return (true, (told, 0.7, -1));

        // "a request by Turkey's minister, Abdullah Gul, for a meeting", "an appeal by X for": who asks stands between.
        at = preposition - 1;
        if (chunks[preposition].Head is "for" or "to" && Asking(chunks, preposition) is >= 0 and var asking && (chunks[preposition].Head == "for" || chunks[asking].Head is "invitation" or "invitations"))
            at = asking;
        var noun = chunks[at];
        // "after a day of talks": they are behind those who speak.
        if (type == EntryType.Talks && inner is null && noun.IsDate && preposition > 1 && chunks[preposition - 2] is { Kind: ChunkKind.Preposition, Head: "after" or "following" })
            return (true, (EntryStatus.Held, 0.7, -1));
        if (noun.Head is "agreement" or "deal" or "accord" && chunks[preposition].Head == "in")
            return (false, default);
        if (type == EntryType.Talks && inner is null && IsGivenIn(chunks, preposition))
            return (true, (EntryStatus.Held, 0.7, -1));
        if (noun.Kind != ChunkKind.Noun || chunks[preposition].Head is not ("of" or "for" or "to" or "in" or "on" or "with" or "from") || (noun.HeadWord?.NounFrame ?? (chunks[preposition].Head == "of" ? Spell(noun) : null)) is not { } frame)
            return (false, default);
        if (frame.PassesThrough)
        {
            var around = Predicates.AsSubject(reading, preposition - 1);
            if (governors.BeforeDates(chunks, preposition - 2) is >= 0 and var outer && chunks[outer].Kind == ChunkKind.Verb)
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
                return Of(reading, preposition - 2, type, inner);
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
        var status = inner is null ? Declared(type, plain, chunks, at) : StatusRules.Under(type, plain, inner.Value);
        if (reading.Tokens[noun.First].Is("no"))
            return (true, (plain is EntryStatus.Planned or EntryStatus.Proposed && type == EntryType.Talks ? EntryStatus.Rejected : null, 0.5, -1));

        // "will come to Ghana for the opening of talks": it is to be opened.
        if (type == EntryType.Talks && plain is EntryStatus.UnderWay or EntryStatus.Held && at > 1 && chunks[at - 1] is { Kind: ChunkKind.Preposition, Head: "for" or "before" } && chunks.FindLastIndex(at - 1, c => c.Kind is ChunkKind.Verb or ChunkKind.Break) is >= 0 and var going && chunks[going].Kind == ChunkKind.Verb && forces.Of(reading, going) == Force.Plan)
            return (true, (EntryStatus.Planned, 0.7, going));

        // "are to be pulled back from the second day of the truce": it lies ahead.
        if (type == EntryType.Ceasefire && plain is EntryStatus.InForce && inner is null && at > 1 && chunks[at - 1].Kind == ChunkKind.Preposition && chunks.FindLastIndex(at - 1, c => c.Kind is ChunkKind.Verb or ChunkKind.Break) is >= 0 and var ordered && chunks[ordered].Kind == ChunkKind.Verb && forces.Of(reading, ordered) == Force.Plan)
            return (true, (EntryStatus.Agreed, 0.7, -1));

        // "The resumption of the talks on Monday is not in danger": it is to come.
        if (type == EntryType.Talks && inner is null && plain is EntryStatus.UnderWay && IsOpen(reading, preposition))
            return (true, (EntryStatus.Planned, 0.7, -1));

        // The noun's own verb: "rejected calls for", "agreed to an extension of", "announced the postponement of".
        var verb = governors.BeforeDates(chunks, at - 1);

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

    /// <summary>"was in doubt", "is not at risk", "remains uncertain": so one speaks of what has not happened yet.</summary>
    private static bool IsOpen(Reading reading, int preposition)
    {
        if (reading.Chunks.FindIndex(preposition, static c => c.Kind is ChunkKind.Verb or ChunkKind.Break) is not (>= 0 and var verb) || reading.Chunks[verb] is not { Kind: ChunkKind.Verb, Finite: true } chunk
            || !(chunk.Lemma is "be" or "remain" or "look" or "seem" or "hang" or "appear" || chunk.Lemma.StartsWith("be ", StringComparison.Ordinal)))
            return false;
        for (var i = chunk.First; i < reading.Tokens.Length && i < chunk.Last + OpenReach; i++)
        {
            if (WordLists.Open.Has(reading.Tokens[i].Word?.Text))
                return true;
        }

        return false;
    }

    /// <summary>"announced an end to the talks": whoever declares the end breaks them off; an end that comes by itself concludes them.</summary>
    private static EntryStatus Declared(EntryType type, EntryStatus plain, List<Chunk> chunks, int noun) =>
        type == EntryType.Talks && plain == EntryStatus.Held && chunks[noun].Head == "end" && noun > 0 && chunks[noun - 1] is { Kind: ChunkKind.Verb, Lemma: "declare" or "announce" or "order" } ? EntryStatus.Suspended : plain;

    /// <summary>"two days of talks": the days only measure.</summary>
    public static Frame? Spell(Chunk noun) => noun.IsDate && WordLists.Spells.Has(noun.Head) ? new Frame('n', null, null, PassesThrough: true) : null;

    /// <summary>The noun of asking whose "for" stands apart from it behind "by X" and commas; -1 where there is none.</summary>
    private static int Asking(List<Chunk> chunks, int preposition)
    {
        if (chunks[preposition - 1].HeadWord?.NounFrame is not null && chunks[preposition - 1].Kind == ChunkKind.Noun)
            return -1;
        for (var j = preposition - 1; j > 0 && j > preposition - 8; j--)
        {
            if (chunks[j].Kind is not (ChunkKind.Noun or ChunkKind.Comma or ChunkKind.Preposition or ChunkKind.Conjunction) || (chunks[j].Kind == ChunkKind.Preposition && chunks[j].Head is not ("by" or "from" or "of" or "to" or "on")))
                return -1;
            if (chunks[j] is { Kind: ChunkKind.Noun, HeadWord.NounFrame: { Talks: EntryStatus.Proposed, Ceasefire: EntryStatus.CalledFor or EntryStatus.Proposed or null } } && chunks[j + 1].Kind == ChunkKind.Preposition)
                return j;
        }

        return -1;
    }
}
