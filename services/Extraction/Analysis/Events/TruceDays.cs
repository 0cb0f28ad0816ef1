using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>The day on which a truce takes effect, and what is not that day.</summary>
internal static class TruceDays
{
    private const int Reach = 12;
    private const int Phrases = 10;

    /// <summary>Characters between the hour and its day: "midnight (2100 GMT) on Friday".</summary>
    private const int AfterHour = 24;

    private const int AgeReach = 6;

    /// <summary>What is "days old" began about so many days ago.</summary>
    private const int SomeDays = 5;

    /// <summary>Where the phrase begins that says since when a truce is: "the truce of July 1997", ", called in August 1994,", "the cease-fire that the rebels proclaimed in July", "in force since May"; -1 where none does.</summary>
    public static int Origin(Reading reading, Candidate candidate)
    {
        var chunks = reading.Chunks;
        var at = candidate.At;
        if (at + 2 < chunks.Count && chunks[at + 1] is { Kind: ChunkKind.Preposition, Head: "of" } && chunks[at + 2].IsDate)
            return at + 2;

        // "A cease-fire in 2003 collapsed after seven months": when it was, and not when it ended.
        if (at + 3 < chunks.Count && candidate.Status is EntryStatus.Collapsed or EntryStatus.Violated or EntryStatus.Suspended && chunks[at + 1] is { Kind: ChunkKind.Preposition, Head: "in" } && chunks[at + 2].IsDate && chunks[at + 3] is { Kind: ChunkKind.Verb, Finite: true })
            return at + 2;
        // "cessation of hostilities" holds the phrases behind "of".
        var behind = at + 1;
        while (behind < chunks.Count && chunks[behind].First < chunks[at].Last)
            behind++;
        for (var j = behind; j + 1 < chunks.Count && j < at + Phrases; j++)
        {
            if (chunks[j] is { Kind: ChunkKind.Verb } verb)
            {
                if (verb.Last - verb.First == 1 && WordLists.Founding.Has(verb.Lemma) && reading.Tokens[verb.First].Is(WordClass.Participle) && (verb.Reduced || chunks[j - 1].Kind == ChunkKind.Comma || j == behind))
                    return j + 1;
                break;
            }

            if (chunks[j].Kind is not (ChunkKind.Preposition or ChunkKind.Comma or ChunkKind.Conjunction or ChunkKind.Subordinator) && !(chunks[j] is { Kind: ChunkKind.Noun, Event: null }))
                break;
        }

        if (Predicates.RelativeOf(chunks, at) is >= 0 and var relative && chunks.FindIndex(relative, c => c.Kind == ChunkKind.Verb) is >= 0 and var made && made < relative + 5 && WordLists.Founding.Has(chunks[made].Lemma) && chunks[made].Past)
            return made + 1;
        return Since(chunks, candidate);
    }

    /// <summary>"in force since May", "a truce under which they had lived since June"; "broken ten times since May" is since when it was broken.</summary>
    private static int Since(List<Chunk> chunks, Candidate candidate)
    {
        for (var j = candidate.At + 1; j + 1 < chunks.Count && j < candidate.At + Phrases; j++)
        {
            if (chunks[j].Kind is ChunkKind.Break || j == candidate.Verb || chunks[j].Event is not null)
                return -1;
            if (chunks[j].Head is "since" && chunks[j + 1].IsDate)
                return j + 1;

            // "since the first minute of Sunday".
            if (chunks[j].Head is "since" && j + 3 < chunks.Count && chunks[j + 1].Head is "minute" or "minutes" or "hour" or "hours" or "start" or "beginning" && chunks[j + 2].Head == "of" && chunks[j + 3].IsDate)
                return j + 3;
        }

        return -1;
    }

    /// <summary>"A truce brokered in May lasted from June only until the autumn": the chunk of the first day; -1 where the sentence tells none.</summary>
    public static int Lasted(List<Chunk> chunks, int at)
    {
        var lasted = chunks.FindIndex(at, static c => c is { Kind: ChunkKind.Verb, Lemma: "last" or "run", Past: true, Negated: false });
        return lasted > 0 && lasted + 2 < chunks.Count && chunks[lasted + 1] is { Kind: ChunkKind.Preposition, Head: "from" } && chunks[lasted + 2].IsDate ? lasted + 2 : -1;
    }

    /// <summary>"the six-week-old truce", "the cease-fire, three weeks old today": since when it is, told by its age.</summary>
    public static DateExpression? Age(Reading reading, int at, DateOnly? today)
    {
        var tokens = reading.Tokens;
        if (IntoIt(reading, at, today) is { } into)
            return into;
        var stop = Math.Min(tokens.Length, reading.Chunks[at].Last + AgeReach);
        for (var i = reading.Chunks[at].First; i + 2 < stop; i++)
        {
            // "a cease-fire that is only days old": of the week before.
            if (today is { } told && tokens[i + 1].Is("old") && tokens[i].Is("days") && !(i > 0 && new DateWords(reading.Text, tokens, today, ahead: false, i - 1).Value(i - 1) is not null))
                return new DateExpression(tokens[i].Start, tokens[i + 1].End, reading.Slice(i, i + 2), told.AddDays(-SomeDays), told, DatePrecision.Week);

            var gap = tokens[i + 1].Mark == Mark.Hyphen ? 1 : 0;
            var old = i + 2 + gap + (gap > 0 && i + 3 < tokens.Length && tokens[i + 3].Mark == Mark.Hyphen ? 1 : 0);
            if (today is not { } now || old >= tokens.Length || !tokens[old].Is("old") || new DateWords(reading.Text, tokens, today, ahead: false, i).Value(i) is not { } count)
                continue;
            var unit = tokens[i + 1 + gap];
            if (Before(now, count, unit) is { } from)
                return new DateExpression(tokens[i].Start, tokens[old].End, reading.Slice(i, old + 1), from.From, from.From, from.Precision);
        }

        return null;
    }

    /// <summary>"shook hands six months after a cease-fire that has held": so long ago; null where nothing is counted from it.</summary>
    private static DateExpression? IntoIt(Reading reading, int at, DateOnly? today)
    {
        var chunks = reading.Chunks;
        if (today is not { } now || at < 2 || chunks[at - 1].Head is not "after" || chunks[at - 2] is not { IsDate: true } spell || spell.Last - spell.First < 2)
            return null;
        var tokens = reading.Tokens;
        return new DateWords(reading.Text, tokens, today, ahead: false, spell.Last - 2).Value(spell.Last - 2) is { } count && Before(now, count, tokens[spell.Last - 1]) is { } from
            ? new DateExpression(tokens[spell.First].Start, tokens[spell.Last - 1].End, reading.Slice(spell.First, spell.Last), from.From, from.From, from.Precision)
            : null;
    }

    /// <summary>So many days, weeks, months or years before; null for another unit.</summary>
    private static (DateOnly From, DatePrecision Precision)? Before(DateOnly now, int count, Token unit) => unit.Word?.Text switch
    {
        "day" or "days" => (now.AddDays(-count), DatePrecision.Day),
        "week" or "weeks" => (now.AddDays(-7 * count), count < 4 ? DatePrecision.Day : DatePrecision.Week),
        "month" or "months" => (FirstOf(now.AddMonths(-count)), DatePrecision.Month),
        "year" or "years" => (now.AddYears(-count), DatePrecision.Year),
        _ => null,
    };

    /// <summary>"The January truce was flouted", "last August's ceasefire": the month, or the year, that it is called by; null where it is called by none.</summary>
    public static DateExpression? OfMonth(Reading reading, int at, DateOnly? today)
    {
        var chunk = reading.Chunks[at];
        for (var i = chunk.First; i < chunk.EventAt; i++)
        {
            // "A 1991 ceasefire crumbled".
            if (reading.Tokens[i].Mark == Mark.Number && i + 1 == chunk.EventAt && DateFinder.Number(reading.Slice(i, i + 1)) is > 1900 and < 2100 and var year && reading.Tokens[i].End - reading.Tokens[i].Start == 4)
                return new DateExpression(reading.Tokens[i].Start, reading.Tokens[i].End, reading.Slice(i, i + 1), new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), DatePrecision.Year);
            if (today is not { } now || !reading.Tokens[i].Is(WordClass.Month) || !reading.Tokens[i].Capital || reading.Tokens[i + 1].Mark == Mark.Number || (i > 0 && reading.Tokens[i - 1].Mark == Mark.Number) || reading.Tokens[i].Word is not { Ordinal: > 0 and < 13 and var month })
                continue;
            var from = new DateOnly(month > now.Month ? now.Year - 1 : now.Year, month, 1);
            return new DateExpression(reading.Tokens[i].Start, reading.Tokens[i].End, reading.Slice(i, i + 1), from, from.AddMonths(1).AddDays(-1), DatePrecision.Month);
        }

        return null;
    }

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>"would begin at noon on Friday", "from midnight on the 24th", "took effect one minute into Thursday": the day that stands at the token is the first.</summary>
    public static bool IsEffect(ReadOnlySpan<Token> tokens, int at)
    {
        for (var i = at - 1; i >= 0 && i > at - Reach; i--)
        {
            if (tokens[i].Word is not { } word)
            {
                if (tokens[i].Mark is Mark.Number or Mark.Open or Mark.Close or Mark.Period or Mark.Other)
                    continue;
                return false;
            }

            switch (word.Text)
            {
                case "from" when i > 0 && tokens[i - 1].Word?.Lemma is "prolong" or "extend" or "move" or "shift" or "delay" or "postpone":
                    return false;
                case "from" or "effective" or "starting" or "beginning":
                    return true;
                case "effect" or "force":
                    return i > 0 && (tokens[i - 1].Is("into") || tokens[i - 1].Word?.Lemma is "take");
                case "on" or "at" or "of" or "the" or "noon" or "midday" or "midnight" or "dawn" or "gmt" or "local" or "time" or "a.m." or "p.m." or "am" or "pm" or "hours" or "about" or "early" or "late" or "next" or "into" or "minute" or "minutes" or "one" or "after" or "past" or "with" or "first" or "stroke" or "festival" or "feast" or "holiday" or "until":
                    continue;
                default:
                    return word.Lemma is "begin" or "start";
            }
        }

        return false;
    }

    /// <summary>"From midnight the guns will rest", "will come into effect a minute after midnight": the next day; "took effect at midnight": today. Null where a day stands behind the hour or another is that of the effect.</summary>
    public static DateOnly? Midnight(Reading reading, Candidate candidate, List<DateExpression> dates, DateOnly? today)
    {
        var tokens = reading.Tokens;
        var at = candidate is { Type: EntryType.Ceasefire, Status: EntryStatus.Agreed or EntryStatus.InForce } ? Array.FindIndex(tokens, t => t.Is("midnight")) : -1;
        if (at < 1 || tokens[at - 1].Word?.Text is not ("from" or "at" or "after" or "local") || dates.Exists(d => (d.Start > tokens[at].Start && d.Start - tokens[at].End < AfterHour) || IsEffect(tokens, Array.FindIndex(tokens, t => t.Start >= d.Start))))
            return null;
        // "gave orders on Wednesday night for a truce from midnight": of that night.
        if (TruceClauses.Night(tokens, at, dates, today) is { } night)
            return night.AddDays(1);
        var verb = reading.Chunks.FindLast(c => c.Kind == ChunkKind.Verb && c.First < at);
        var ahead = verb is null ? tokens[at - 1].Is("from") : verb.Modal is "will" or "would" or "to" || verb.Infinitive;
        return ahead ? today?.AddDays(1) : verb is { Past: true, Lemma: "take effect" or "begin" or "start" or "come into force" or "go into effect" or "come into effect" or "go into force" or "enter into force" } ? today : null;
    }

    /// <summary>"at midnight between Saturday and Sunday", "in the night from Friday to Saturday": the second day is the first.</summary>
    public static bool IsMidnightBetween(ReadOnlySpan<Token> tokens, DateExpression date)
    {
        var at = 0;
        while (at < tokens.Length && tokens[at].Start < date.Start)
            at++;
        return at > 1 && at < tokens.Length && tokens[at].Is(WordClass.Weekday) && date.To > date.From && tokens[at - 1].Word?.Text is "between" or "from" && tokens[at - 2].Word?.Text is "midnight" or "night";
    }

    /// <summary>"unravelled within hours", "hours after it had begun": its end is told with its beginning; "with hours to spare" tells of neither.</summary>
    public static bool IsHoursOld(ReadOnlySpan<Token> tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Is("hours") && !(i + 1 < tokens.Length && tokens[i + 1].Is("to")) && !(i + 1 < tokens.Length && tokens[i + 1].Is("before")))
                return true;
        }

        return false;
    }

    /// <summary>"until Sunday", "up to Jan. 6", "expires on Thursday": the day that stands at the token is the last.</summary>
    public static bool IsEnd(ReadOnlySpan<Token> tokens, int at, EntryType type)
    {
        var i = at - 1;
        while (i > 0 && tokens[i].Word?.Text is "nearly" or "about" or "at" or "least" or "the" or "midnight" or "noon" or "early" or "late" or "on" or "end" or "of" && i > at - 5)
            i--;
        if (i < 0)
            return false;
        if (tokens[i].Is("to") && i > 0 && tokens[i - 1].Is("up"))
            return true;
        if (tokens[i].Is("until") || tokens[i].Is("till") || tokens[i].Is("through"))
            return type == EntryType.Ceasefire || i == at - 1 || (i == at - 2 && tokens[at - 1].Is("the"));
        return type == EntryType.Ceasefire && (tokens[i].Word?.Lemma is "expire" or "lapse" || (i > 0 && tokens[i].Is("out") && tokens[i - 1].Word?.Lemma is "run"));
    }

    /// <summary>A truce whose first day one sentence of an article tells has it in the others too.</summary>
    public static void Share(List<Candidate> candidates, DateOnly? published)
    {
        foreach (var candidate in candidates)
        {
            if (candidate is not { Type: EntryType.Ceasefire, Start: null, Status: EntryStatus.InForce or EntryStatus.Violated or EntryStatus.Collapsed or EntryStatus.Suspended or EntryStatus.Extended })
                continue;
            if (TruceSteps.IsUpheld(candidate.Reading, candidate))
                continue;
            if (IsPrevious(candidate) || (candidate is { Status: EntryStatus.Collapsed, Background: true } && IsEarlier(candidate)))
                continue;
            Candidate? best = null;
            foreach (var other in candidates)
            {
                // What ran out years ago is not the one that began last week.
                if (candidate is { Status: EntryStatus.Collapsed, Step: { } over } && over < other.Start)
                    continue;
                if (other is { Type: EntryType.Ceasefire, Start: { } start, Status: EntryStatus.Agreed or EntryStatus.InForce or EntryStatus.Violated } && start <= published && !(candidate.Status is EntryStatus.InForce or EntryStatus.Extended && TruceSteps.IsOver(other, published)) && !(other is { Precision: DatePrecision.Year, Background: true } && candidate.Status == EntryStatus.Extended) && AreOne(candidate, other) && (best is null || start > best.Start))
                    best = other;
            }

            if (best is null)
                continue;
            (candidate.Start, candidate.Precision) = (best.Start, best.Precision);
            candidate.Reading.Note(candidate.At, "the day that another sentence gives the same truce", ExplanationStage.Date);
        }
    }

    /// <summary>"The last truce went up in smoke", "a previous ceasefire": not the one of today.</summary>
    private static bool IsEarlier(Candidate candidate)
    {
        var chunk = candidate.Reading.Chunks[candidate.At];
        for (var i = chunk.First; i < chunk.EventAt; i++)
        {
            if (candidate.Reading.Tokens[i].Word?.Text is "last" or "previous" or "earlier" or "former" or "first" or "another")
                return true;
        }

        return false;
    }

    /// <summary>"when a previous truce ended": another than the one that the article is about.</summary>
    public static bool IsPrevious(Candidate candidate)
    {
        if (candidate.Type != EntryType.Ceasefire)
            return false;
        var chunk = candidate.Reading.Chunks[candidate.At];
        for (var i = chunk.First; i < chunk.EventAt; i++)
        {
            if (candidate.Reading.Tokens[i].Word?.Text is "previous" or "earlier" or "former")
                return true;
        }

        return false;
    }

    private static bool AreOne(Candidate a, Candidate b) =>
        a.Parties.Count == 0 ? IsDefinite(a) : b.Parties.Count > 0 && (a.Parties.TrueForAll(p => p.IsIn(b.Parties)) || b.Parties.TrueForAll(p => p.IsIn(a.Parties)));

    private static bool IsDefinite(Candidate a) => a.Reading.Chunks[a.At].IsDefinite;
}
