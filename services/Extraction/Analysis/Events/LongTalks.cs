using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>How long talks have lasted tells when they began: "ended three days of talks on Thursday", "after ten hours of talks", told at three in the morning.</summary>
internal static class LongTalks
{
    /// <summary>Sentences behind that may tell the hour.</summary>
    private const int Behind = 2;

    /// <summary>The hour that "before dawn" or "in the early hours" means at the latest.</summary>
    private const int Dawn = 6;

    /// <summary>Talks that are told by their days last no longer.</summary>
    private const int Longest = 29;

    /// <summary>Days from Monday to Friday.</summary>
    private const int WorkingWeek = 5;

    /// <summary>"agreed after ten hours of talks", told at three in the morning: they began the day before.</summary>
    /// <param name="reading">The sentence.</param>
    /// <param name="candidate">The talks, with their day.</param>
    /// <param name="readings">The sentences of the article.</param>
    /// <param name="number">The sentence's number, the first of the article being 1.</param>
    /// <param name="today">What "today" means in the text.</param>
    public static bool BeganYesterday(Reading reading, Candidate candidate, List<Reading> readings, int number, DateOnly? today)
    {
        var (chunks, at) = (reading.Chunks, candidate.At);
        if (candidate is not { Type: EntryType.Talks, Status: EntryStatus.Held or EntryStatus.Suspended, Precision: DatePrecision.Day, End: null } || candidate.Start != today || at < 3
            || chunks[at - 1] is not { Kind: ChunkKind.Preposition, Head: "of" } || chunks[at - 2] is not { Kind: ChunkKind.Noun, Head: "hours" } spell || chunks[at - 3].Head is not ("after" or "following"))
            return false;
        if (Hours(reading, spell) is not { } hours)
            return false;
        for (var i = number - 1; i < readings.Count && i < number + Behind; i++)
        {
            if (Told(readings[i]) is { } hour)
                return hours > hour;
        }

        return false;
    }

    /// <summary>"ended three days of discussions on Thursday", "wound up a four-day visit", "ended on Sunday, after two days", "a three-day round of negotiations ended": they began as many days before.</summary>
    public static void CountBack(Reading reading, Candidate candidate, DateOnly? published)
    {
        var chunks = reading.Chunks;
        var chunk = chunks[candidate.At];
        if (candidate is not { Type: EntryType.Talks, Status: EntryStatus.Held or EntryStatus.Suspended, Precision: DatePrecision.Day, Start: { } last, End: null, Verb: >= 0 } || chunk.Kind != ChunkKind.Noun
            || chunks[candidate.Verb].Lemma is not ("end" or "conclude" or "finish" or "wrap up" or "close" or "break up" or "wind up" or "complete" or "come to an end" or "wound up" or "collapse" or "break down" or "fail" or "fall apart" or "founder" or "adjourn"))
            return;
        var spell = candidate.At > 1 && chunks[candidate.At - 1].Head == "of" && chunks[candidate.At - 2].Head is "days" or "week" or "weeks" or "round" or "session" or "series" ? chunks[candidate.At - 2].First : chunk.First;
        var behind = chunks.FindIndex(candidate.Verb, c => c is { Kind: ChunkKind.Preposition, Head: "after" });
        var stop = chunk.Last;
        if (behind > 0 && behind + 1 < chunks.Count && chunks[behind + 1] is { Head: "days" or "week" or "weeks" })
            (spell, stop) = (chunks[behind + 1].First, chunks[behind + 1].Last);
        for (var i = spell; i + 1 < stop; i++)
        {
            var unit = reading.Tokens[i + 1].Mark == Mark.Hyphen && i + 2 < stop ? i + 2 : i + 1;
            if (Weeks(reading, i, unit, published) is { } weeks)
            {
                candidate.Start = Opened(last, weeks);
                candidate.End = last;
                return;
            }

            if (reading.Tokens[unit].Word?.Text is not ("day" or "days") || new DateWords(reading.Text, reading.Tokens, published, ahead: false, i).Value(i) is not (> 1 and < Longest and var days))
                continue;
            candidate.Start = last.AddDays(1 - days);
            candidate.End = last;
            return;
        }
    }

    /// <summary>"a week of talks", "two weeks of negotiations"; null for another spell.</summary>
    private static int? Weeks(Reading reading, int at, int unit, DateOnly? published) =>
        reading.Tokens[unit].Word?.Text is not ("week" or "weeks") ? null : reading.Tokens[at].Is("a") ? 1 : new DateWords(reading.Text, reading.Tokens, published, ahead: false, at).Value(at) is > 0 and < 5 and var weeks ? weeks : null;

    /// <summary>A week of talks that ends at its end began on its Monday, any other as many days before.</summary>
    private static DateOnly Opened(DateOnly last, int weeks) =>
        DateWords.Weekday(last) is >= WorkingWeek and var day ? last.AddDays(1 - day - (7 * (weeks - 1))) : last.AddDays(-7 * weeks);

    /// <summary>"entered their eleventh day on Tuesday", "went into a third day": they began as many days before.</summary>
    public static void CountOrdinal(Reading reading, Candidate candidate, DateOnly? today)
    {
        var chunks = reading.Chunks;
        if (CountDays(reading, candidate, today) || NthDays.Count(reading, candidate, today))
            return;
        if (candidate is not { Type: EntryType.Talks, Status: EntryStatus.UnderWay or EntryStatus.Held, Verb: >= 0 and var verb } || chunks[candidate.At].Kind != ChunkKind.Noun || candidate.Start is not null && candidate.Precision != DatePrecision.Day
            || !(chunks[verb].Lemma is "go" or "go into" or "move" or "move into" or "stretch" or "stretch into" or "be" or "begin" or "drag into" || chunks[verb].Lemma.StartsWith("enter", StringComparison.Ordinal)))
            return;
        var day = chunks.FindIndex(verb, static c => c.Kind is ChunkKind.Noun && c.Head is "day");
        if (day < 0 || day > verb + 2 || (candidate.Start ?? today) is not { } now)
            return;
        for (var i = chunks[day].First; i < chunks[day].Last; i++)
        {
            if (new DateWords(reading.Text, reading.Tokens, today, ahead: false, i).Ordinal(i) is not (> 1 and var nth))
                continue;
            (candidate.Start, candidate.End, candidate.Step, candidate.Precision) = (now.AddDays(1 - nth), now, now, DatePrecision.Day);
            reading.Note(candidate.At, "counted back from the day that they have come to", ExplanationStage.Date);
            return;
        }
    }

    /// <summary>"met for a second day on Tuesday", "held talks for the third day running": they go on since as many days before.</summary>
    private static bool CountDays(Reading reading, Candidate candidate, DateOnly? today)
    {
        var chunks = reading.Chunks;
        if (candidate is not { Type: EntryType.Talks, Status: EntryStatus.UnderWay or EntryStatus.Held, Verb: >= 0 and var verb, Precision: DatePrecision.Day, Start: { } now, End: null } || chunks[verb].Kind != ChunkKind.Verb)
            return false;
        foreach (var phrase in Clauses.Phrases(reading, Math.Max(verb, candidate.At)))
        {
            if (phrase is not { Preposition: "for", Nouns: [{ Head: "day" } day] })
                continue;
            for (var i = day.First; i < day.Last; i++)
            {
                if (new DateWords(reading.Text, reading.Tokens, today, ahead: false, i).Ordinal(i) is not (> 1 and < 15 and var nth))
                    continue;
                (candidate.Start, candidate.End) = (now.AddDays(1 - nth), now);
                reading.Note(candidate.At, "counted back from the day that they have come to", ExplanationStage.Date);
                return true;
            }
        }

        return false;
    }

    /// <summary>"after ten days of talks": the phrase says how long they have lasted.</summary>
    public static bool IsSpell(List<Chunk> chunks, int at) =>
        at > 2 && chunks[at - 1] is { Kind: ChunkKind.Preposition, Head: "of" } && chunks[at - 2] is { Kind: ChunkKind.Noun, Head: "days" or "weeks" or "week" } && chunks[at - 3].Head is "after" or "following";

    /// <summary>"handed over a draft after ten days of talks", "agreed on Friday, after two weeks of negotiations": they began as many days before.</summary>
    public static void CountSpell(Reading reading, Candidate candidate, DateOnly? today)
    {
        var chunks = reading.Chunks;
        if (candidate is not { Type: EntryType.Talks, Status: EntryStatus.Held or EntryStatus.UnderWay, End: null } || candidate.Start is not null && candidate.Precision != DatePrecision.Day || (candidate.Start ?? today) is not { } now || now > today || !IsSpell(chunks, candidate.At))
            return;
        // "came to London after three days of talks": they were over when he set out.
        if (candidate.Start is null && candidate.At > 3 && chunks.FindLastIndex(candidate.At - 3, static c => c.Kind is ChunkKind.Verb or ChunkKind.Break) is >= 0 and var went && chunks[went] is { Kind: ChunkKind.Verb, Past: true } && (WordLists.GoingThere.Has(chunks[went].Lemma) || chunks[went].Lemma is "arrive" or "leave" or "depart" or "leave for" or "fly to" or "come to"))
            now = now.AddDays(-1);
        var spell = chunks[candidate.At - 2];
        for (var i = spell.First; i < spell.Last; i++)
        {
            if (i + 1 < spell.Last && Weeks(reading, i, i + 1, today) is { } weeks)
                (candidate.Start, candidate.End, candidate.Precision) = (Opened(now, weeks), now, DatePrecision.Day);
            else if (spell.Head is "days" && new DateWords(reading.Text, reading.Tokens, today, ahead: false, i).Value(i) is > 1 and < Longest and var days)
                (candidate.Start, candidate.End, candidate.Precision) = (now.AddDays(1 - days), now, DatePrecision.Day);
            else
                continue;
            reading.Note(candidate.At, "counted back over the days that they have lasted", ExplanationStage.Date);
            return;
        }
    }

    /// <summary>"The talks ended on Tuesday. After 17 days at the palace, they": the sentence behind says how long they lasted.</summary>
    public static void CountBehind(Candidate candidate, Reading? behind, DateOnly? today)
    {
        if (behind is not { Tokens: { Length: > 4 } tokens } || candidate is not { Type: EntryType.Talks, Status: EntryStatus.Held or EntryStatus.Suspended, Precision: DatePrecision.Day, Start: { } last, End: null, Verb: >= 0 and var verb } || !WordLists.Ending.Has(candidate.Reading.Chunks[verb].Lemma)
            || !tokens[0].Is("after") || !tokens[2].Is("days") || tokens[3].Word?.Text is not ("at" or "in" or "of") || new DateWords(behind.Text, tokens, today, ahead: false, 1).Value(1) is not (> 1 and < Longest and var days))
            return;
        (candidate.Start, candidate.End) = (last.AddDays(1 - days), last);
        candidate.Reading.Note(candidate.At, "counted back over the days that they have lasted", ExplanationStage.Date);
    }

    /// <summary>"will open four days of talks on Friday", "a two-day visit is to begin on Monday", "leaves on Saturday on a three-day visit": as many days, from the first.</summary>
    public static void CountOn(Reading reading, Candidate candidate, DateOnly? published)
    {
        if (candidate is not { Type: EntryType.Talks, Status: EntryStatus.Planned or EntryStatus.UnderWay, Precision: DatePrecision.Day, Start: { } first, End: null, Kind: not EntryKind.Call })
            return;
        // "returned today after a four-day visit".
        var back = candidate is { Kind: EntryKind.Visit, Status: EntryStatus.UnderWay, Verb: >= 0 and var verb } && reading.Chunks[verb].Lemma is "return" or "come back" or "fly back" or "return from" or "return to";
        foreach (var chunk in reading.Chunks)
        {
            if (chunk.Kind != ChunkKind.Noun || !(chunk.Event is { Type: EntryType.Talks } || chunk.Head is "round" or "session"))
                continue;
            for (var i = chunk.First; i + 2 < chunk.Last; i++)
            {
                if (reading.Tokens[i + 1].Mark != Mark.Hyphen || !reading.Tokens[i + 2].Is("day") || new DateWords(reading.Text, reading.Tokens, published, ahead: false, i).Value(i) is not (> 1 and < 15 and var days))
                    continue;
                (candidate.Start, candidate.End) = back ? (first.AddDays(1 - days), first) : (first, first.AddDays(days - 1));
                if (back)
                    candidate.Status = EntryStatus.Held;
                return;
            }
        }

        CountStay(reading, candidate, first, published);
    }

    /// <summary>"travels to Sofia on Monday for three days", "will leave on Tuesday and return on Thursday": from the first to the last.</summary>
    private static void CountStay(Reading reading, Candidate candidate, DateOnly first, DateOnly? published)
    {
        if (candidate.Kind != EntryKind.Visit || candidate.Date is not { } date)
            return;
        var tokens = reading.Tokens;
        for (var i = reading.Chunks[candidate.At].First; i + 2 < tokens.Length; i++)
        {
            if (tokens[i].Is("for") && tokens[i + 2].Is("days") && new DateWords(reading.Text, tokens, published, ahead: false, i + 1).Value(i + 1) is > 1 and < 15 and var days)
            {
                candidate.End = first.AddDays(days - 1);
                return;
            }

            var back = tokens[i].Start >= date.End && tokens[i].Word?.Lemma is "return" && tokens[i - 1].Is("and") ? tokens[i + 1].Is("on") ? i + 2 : i + 1 : 0;
            if (back <= 0 || !tokens[back].Is(WordClass.Weekday))
                continue;
            candidate.End = first.AddDays((tokens[back].Word!.Ordinal - DateWords.Weekday(first) + 7) % 7);
            return;
        }
    }

    private static int? Hours(Reading reading, Chunk spell)
    {
        for (var i = spell.First; i < spell.Last; i++)
        {
            if (new DateWords(reading.Text, reading.Tokens, null, ahead: false, i).Value(i) is { } count)
                return count;
        }

        return null;
    }

    /// <summary>The hour of the night or of the early morning that the sentence names; null where it names none.</summary>
    private static int? Told(Reading reading)
    {
        var tokens = reading.Tokens;
        for (var i = 1; i < tokens.Length; i++)
        {
            if (tokens[i].Is("dawn") || tokens[i].Is("daybreak") || (tokens[i].Is("hours") && tokens[i - 1].Word?.Text is "early" or "small"))
                return Dawn;
            var morning = tokens[i].Is("a.m") || tokens[i].Is("a.m.") || tokens[i].Is("am") || (tokens[i].Is("in") && i + 2 < tokens.Length && tokens[i + 1].Is("the") && tokens[i + 2].Is("morning"));
            if (morning && new DateWords(reading.Text, tokens, null, ahead: false, i - 1).Value(i - 1) is { } hour and < 12)
                return hour;
        }

        return null;
    }
}
