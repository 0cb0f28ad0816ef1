using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>What the clauses around an event make of its status: a promise that hangs on an "if" is an offer, a truce hours before the shelling is broken.</summary>
internal static class Circumstance
{
    /// <param name="reading">The sentence.</param>
    /// <param name="at">The chunk that names the event.</param>
    /// <param name="type">What it is.</param>
    /// <param name="status">What its own clause says.</param>
    /// <param name="verb">The verb that says it; -1 where none does.</param>
    public static EntryStatus Applied(Reading reading, int at, EntryType type, EntryStatus status, int verb)
    {
        if (type == EntryType.Ceasefire && status is EntryStatus.Agreed or EntryStatus.InForce && HoursAfter(reading, at) is > 0 and var after && Fighting.In(reading, after))
            return EntryStatus.Violated;
        if (type == EntryType.Talks && status is EntryStatus.Held && IsSuggested(reading, verb))
            return EntryStatus.Proposed;
        if (type == EntryType.Talks && status is EntryStatus.Held && OfProposal(reading, verb) is { } offered)
            return offered;
        if (type == EntryType.Talks && status is EntryStatus.Cancelled && verb > at && IsOfLength(reading.Chunks[verb]))
            return EntryStatus.Held;
        if (type == EntryType.Talks && status is EntryStatus.Planned && (IsLater(reading, Math.Max(at, verb)) || (verb >= 0 && IsNowToBe(reading, reading.Chunks[verb]))))
            return EntryStatus.Postponed;
        if (type == EntryType.Talks && status is EntryStatus.Rejected && WasSet(reading, Math.Max(at, verb)))
            return reading.Tokens.Any(t => t.Is("date")) ? EntryStatus.Postponed : EntryStatus.Cancelled;
        if (type == EntryType.Ceasefire && status is EntryStatus.CalledFor && IsVain(reading, at))
            return EntryStatus.Collapsed;
        if (status is EntryStatus.Agreed or EntryStatus.Planned && verb >= 0 && IsPromise(reading, verb) && HangsOn(reading, Math.Max(at, verb)))
            return EntryStatus.Proposed;
        return status;
    }

    /// <summary>"What would have been the first talks in years", "was to have been their second meeting": they did not come about.</summary>
    public static bool IsUnreal(Reading reading, Chunk verb) => verb is { Kind: ChunkKind.Verb, Perfect: true, Negated: false, Modal: "would" or "to" } && reading.Tokens[verb.Last - 1].Is("been");

    /// <summary>"was to have lasted three days", "were to have ended on Friday": how long it was to go on; that it was held is not denied.</summary>
    public static bool IsOfLength(Chunk verb) => verb is { Kind: ChunkKind.Verb, Perfect: true, Negated: false, Modal: "would" or "to" or "should", Lemma: "last" or "end" or "conclude" or "finish" or "run" or "continue" or "go on" or "close" or "wind up" or "run on" };

    /// <summary>"had suggested in a letter that the meeting be held at sea": it is asked for, and has not been held.</summary>
    public static bool IsSuggested(Reading reading, int verb)
    {
        var chunks = reading.Chunks;
        if (verb < 2 || chunks[verb] is not { Kind: ChunkKind.Verb, Modal: null, Infinitive: false } || !reading.Tokens[chunks[verb].First].Is("be"))
            return false;
        var that = chunks.FindLastIndex(verb, verb, static c => c is { Kind: ChunkKind.Subordinator, Head: "that" });
        var said = that > 0 ? chunks.FindLastIndex(that, that, static c => c.Kind == ChunkKind.Verb) : -1;
        return said >= 0 && chunks[said].Lemma is "suggest" or "propose" or "ask" or "demand" or "recommend" or "request" or "urge" or "insist";
    }

    /// <summary>"accepted a proposal that delegations meet": it is agreed on; behind another verb it is offered. Null where the clause hangs on no proposal.</summary>
    private static EntryStatus? OfProposal(Reading reading, int verb)
    {
        var chunks = reading.Chunks;
        if (verb < 3 || chunks[verb] is not { Kind: ChunkKind.Verb, Modal: null, Past: false, Infinitive: false, Gerund: false, Perfect: false })
            return null;
        var that = chunks.FindLastIndex(verb, Math.Min(verb, 3), static c => c is { Kind: ChunkKind.Subordinator, Head: "that" });
        if (that < 2 || chunks[that - 1] is not { Kind: ChunkKind.Noun, Head: "proposal" or "suggestion" or "offer" or "demand" or "request" })
            return null;
        return chunks[that - 2] is { Kind: ChunkKind.Verb, Lemma: "accept" or "agree to" or "take up" } ? EntryStatus.Planned : EntryStatus.Proposed;
    }

    /// <summary>"Attempts to arrange a truce failed", "A bid to secure one has come to nothing".</summary>
    private static bool IsVain(Reading reading, int at)
    {
        var chunks = reading.Chunks;
        var effort = chunks.FindIndex(c => c.Head is "attempt" or "attempts" or "effort" or "efforts" or "bid" or "bids" or "moves" or "mediation");
        var said = chunks.FindIndex(at, c => c.Kind is ChunkKind.Verb && c.Finite);
        return effort >= 0 && effort < at && said > at && !chunks.Exists(c => chunks.IndexOf(c) < effort && c.Kind == ChunkKind.Verb)
            && chunks[said] is { Negated: false, Modal: null, Lemma: "fail" or "collapse" or "founder" or "come to nothing" or "come to naught" or "fall through" or "break down" };
    }

    /// <summary>"hours after a truce took effect", "hours after both armies had promised one", "three days into a truce": the token "after"; 0 where there is none.</summary>
    private static int HoursAfter(Reading reading, int at)
    {
        var chunks = reading.Chunks;
        for (var j = at - 1; j > 0; j--)
        {
            if (chunks[j].Kind is ChunkKind.Break)
                return 0;
            if (chunks[j] is { Kind: ChunkKind.Subordinator, Head: "although" or "though" })
                return chunks[j].First;
            if (chunks[j] is { Kind: ChunkKind.Preposition, Head: "into" } && chunks[j - 1] is { IsDate: true, Head: "hours" or "days" or "weeks" or "minutes" or "day" or "week" })
                return chunks[j].First;
            if (chunks[j].Head is "after" && chunks[j].Kind is ChunkKind.Subordinator or ChunkKind.Preposition)
                return chunks[j - 1] is { IsDate: true, Head: "hours" or "minutes" or "hour" or "day" or "days" } ? chunks[j].First : 0;
        }

        return 0;
    }

    /// <summary>"The talks will now be held in March": not when they were to be.</summary>
    private static bool IsNowToBe(Reading reading, Chunk verb)
    {
        for (var i = verb.First; verb.Modal == "will" && i < verb.Last; i++)
        {
            if (reading.Tokens[i].Is("now"))
                return verb.Lemma is "hold" or "take place" or "begin" or "start" or "meet" or "open" or "visit";
        }

        return false;
    }

    /// <summary>"will begin later than planned", "on Thursday instead of Monday": the day has moved.</summary>
    private static bool IsLater(Reading reading, int from)
    {
        var tokens = reading.Tokens;
        for (var i = reading.Chunks[from].Last; i + 2 < tokens.Length; i++)
        {
            if (tokens[i].Is("later") && tokens[i + 1].Is("than") && WordLists.ThanPlanned.Has(tokens[i + 2].Word?.Text))
                return true;
            if (((tokens[i].Is("instead") && tokens[i + 1].Is("of")) || (tokens[i].Is("rather") && tokens[i + 1].Is("than"))) && (tokens[i + 2].Is(WordClass.Weekday | WordClass.Month) || (tokens[i + 2].Is("on") && i + 3 < tokens.Length && tokens[i + 3].Is(WordClass.Weekday | WordClass.Month))))
                return true;
        }

        return false;
    }

    /// <summary>"will not meet on Friday as planned": it had been set, so it is off.</summary>
    private static bool WasSet(Reading reading, int from)
    {
        var tokens = reading.Tokens;
        for (var i = reading.Chunks[from].Last; i + 1 < tokens.Length; i++)
        {
            if (tokens[i].Is("as") && (tokens[i + 1].Word?.Text is "planned" or "scheduled" or "arranged" or "expected" or "originally" or "announced" || (tokens[i + 1].Is("had") && i + 2 < tokens.Length && tokens[i + 2].Is("been"))))
                return true;
        }

        return false;
    }

    private static bool IsPromise(Reading reading, int verb) =>
        reading.Chunks[verb].Modal is "would" or "will" || (reading.Chunks[verb].Infinitive && reading.Chunks.Exists(c => c.Kind == ChunkKind.Verb && c.Lemma is "promise" or "pledge" or "vow"));

    /// <summary>"if at all", "if only for a week": nothing hangs on it.</summary>
    private static bool IsAside(Token[] tokens, int at) => at < tokens.Length && tokens[at].Word?.Text is "at" or "ever" or "any" or "anything" or "only" or "anywhere" or "not";

    /// <summary>"if the rebels did the same", "once the bombing stopped", "provided that" behind the promise.</summary>
    private static bool HangsOn(Reading reading, int from)
    {
        for (var j = from + 1; j < reading.Chunks.Count; j++)
        {
            if (reading.Chunks[j].Kind == ChunkKind.Subordinator && reading.Chunks[j].Head is "if" or "provided" or "once" && !IsAside(reading.Tokens, reading.Chunks[j].Last))
                return true;
        }

        return false;
    }
}
