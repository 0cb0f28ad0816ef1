using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Days that are counted from a day told before: "the same evening", "two days later", "the day before".</summary>
internal static class RelativeDays
{
    private const int Beside = 4;

    /// <summary>Words of a phrase up to the noun that names talks.</summary>
    private const int Phrase = 9;

    /// <summary>Days that stand for a month until it is counted.</summary>
    private const int Month = 30;

    /// <param name="text">The article's text.</param>
    /// <param name="tokens">The tokens of one sentence.</param>
    /// <param name="earlier">The last day that earlier sentences told; null where there is none. Asked for only where an expression is counted from it.</param>
    /// <param name="dates">The sentence's own expressions; those that are counted from another day are replaced.</param>
    public static void Add(string text, ReadOnlySpan<Token> tokens, Func<DateOnly?> earlier, List<DateExpression> dates)
    {
        var added = false;
        for (var i = 0; i + 1 < tokens.Length; i++)
        {
            if (!tokens[i].Is(WordRules.RelativeDay))
                continue;
            if (MonthBehind(text, tokens, i, dates) is { } month)
            {
                Replace(dates, month);
                added = true;
                continue;
            }

            if (Read(tokens, i, dates) is not { } read || !Add(text, tokens, i, read.Last, read.Days, earlier, dates))
                continue;
            added = true;
            i = read.Last - 1;
        }

        if (added)
            dates.Sort((a, b) => a.Start.CompareTo(b.Start));
    }

    /// <summary>What an expression that is counted from another day can begin with.</summary>
    public static bool MayBegin(string word) => word is "that" or "the" or "following" || Count(word) is not null;

    /// <summary>"lasted from December 2002 until the following May", "a round in November, and two months later a meeting": counted from the month that the sentence has named.</summary>
    private static DateExpression? MonthBehind(string text, ReadOnlySpan<Token> tokens, int i, List<DateExpression> dates)
    {
        if (dates.Count == 0)
            return null;
        var following = tokens[i].Is("following") && tokens[i + 1] is { Capital: true, Word: { Ordinal: > 0 } } && tokens[i + 1].Is(WordClass.Month);
        var counted = !following && i + 2 < tokens.Length && tokens[i + 1].Word?.Text is "month" or "months" && tokens[i + 2].Is("later") ? Count(tokens[i]) : null;
        if ((!following && counted is null) || LastBefore(tokens[i].Start, dates) is not { From: { } told })
            return null;
        var (year, month) = following ? (tokens[i + 1].Word!.Ordinal > told.Month ? told.Year : told.Year + 1, tokens[i + 1].Word!.Ordinal) : (told.AddMonths(counted!.Value).Year, told.AddMonths(counted.Value).Month);
        var first = new DateOnly(year, month, 1);
        var (start, end) = (tokens[i].Start, tokens[following ? i + 1 : i + 2].End);
        return new DateExpression(start, end, text[start..end], first, first.AddMonths(1).AddDays(-1), DatePrecision.Month);
    }

    /// <summary>The last month that the sentence names before; null where it names none.</summary>
    private static DateExpression? LastBefore(int start, List<DateExpression> dates)
    {
        for (var i = dates.Count - 1; i >= 0; i--)
        {
            if (dates[i].End <= start && dates[i] is { Precision: DatePrecision.Month, From: not null })
                return dates[i];
        }

        return null;
    }

    private static void Replace(List<DateExpression> dates, DateExpression counted)
    {
        for (var i = dates.Count - 1; i >= 0; i--)
        {
            if (dates[i].Start < counted.End && dates[i].End > counted.Start)
                dates.RemoveAt(i);
        }

        dates.Add(counted);
    }

    private static bool Add(string text, ReadOnlySpan<Token> tokens, int first, int last, int days, Func<DateOnly?> earlier, List<DateExpression> dates)
    {
        var (start, end) = (tokens[first].Start, tokens[last - 1].End);
        var here = dates.FindLast(d => d.End <= start && d is { Precision: DatePrecision.Day, From: not null });
        // "On Wednesday, the day before he spoke": the day stands there already.
        if (here is not null && first > 0 && !tokens[last - 1].Is("after") && !(days > 0 && tokens[last - 1].Is("before")) && tokens[first - 1].Mark == Mark.Comma && start - here.End < Beside)
            return false;
        if ((here?.To ?? earlier()) is not { } anchor)
            return false;
        var day = anchor.AddDays(days);
        dates.RemoveAll(d => d.Start < end && d.End > start);
        if (tokens[last - 2].Word?.Text is "month" or "months")
        {
            day = anchor.AddMonths(days / Month);
            day = new DateOnly(day.Year, day.Month, 1);
            dates.Add(new DateExpression(start, end, text[start..end], day, day.AddMonths(1).AddDays(-1), DatePrecision.Month));
            return true;
        }

        var monday = day.AddDays(1 - DateWords.Weekday(day));
        dates.Add(tokens[last - 2].Word?.Text is "week" or "weeks" ? new DateExpression(start, end, text[start..end], monday, monday.AddDays(6), DatePrecision.Week) : new DateExpression(start, end, text[start..end], day, day, DatePrecision.Day));
        return true;
    }

    /// <summary>The sentence has named a day before.</summary>
    private static bool NamesDay(int before, List<DateExpression> dates)
    {
        foreach (var date in dates)
        {
            if (date.End <= before && date is { Precision: DatePrecision.Day, From: not null })
                return true;
        }

        return false;
    }

    /// <summary>"a day after her talks with him".</summary>
    private static bool IsOwnTalks(ReadOnlySpan<Token> tokens, int at) =>
        at + 1 < tokens.Length && tokens[at].Word?.Text is "his" or "her" or "their" or "its" && tokens[at + 1].Word is { IsTrigger: true } && tokens[at + 1].Tag == Tag.Noun;

    /// <summary>"the opening of a summit", "the talks in Agra".</summary>
    private static bool IsTalks(ReadOnlySpan<Token> tokens, int at)
    {
        for (var i = at; i < tokens.Length && i < at + Phrase && tokens[i].Tag is not (Tag.Verb or Tag.Pronoun) && tokens[i].Mark is not (Mark.Comma or Mark.Period or Mark.Stop); i++)
        {
            if (tokens[i].Word is { IsTrigger: true } && tokens[i].Tag == Tag.Noun)
                return true;
        }

        return false;
    }

    /// <summary>"met her on Sunday, two days before he is to travel": the days that the sentence names are those of what has been done.</summary>
    public static bool LeadsToClause(ReadOnlySpan<Token> tokens)
    {
        for (var i = 2; i + 1 < tokens.Length; i++)
        {
            if (tokens[i].Is("before") && tokens[i - 1].Word?.Text is "day" or "days" && Count(tokens[i - 2]) is not null && IsClause(tokens, i + 1))
                return true;
        }

        return false;
    }

    /// <summary>"the king is to travel", "he was to see her": a clause stands behind, of what is told as still to come.</summary>
    private static bool IsClause(ReadOnlySpan<Token> tokens, int at)
    {
        for (var i = at; i < tokens.Length && i < at + Phrase && tokens[i].Mark is not (Mark.Comma or Mark.Period or Mark.Stop); i++)
        {
            if (i > at && tokens[i].Word?.Text is "will" or "would" || (i > at && tokens[i].Is(WordClass.Be) && i + 1 < tokens.Length && tokens[i + 1].Word?.Text is "to" or "due" or "scheduled" or "expected"))
                return true;
        }

        return false;
    }

    private static bool IsSubject(in Token token) => token.Tag is Tag.Pronoun or Tag.Name;

    private static (int Last, int Days)? Read(ReadOnlySpan<Token> tokens, int i, List<DateExpression> dates)
    {
        if (tokens[i].Is("that") && IsPart(tokens[i + 1]) && !(i + 2 < tokens.Length && tokens[i + 2].Tag is Tag.Noun))
            return (i + 2, 0);
        if (tokens[i].Is("the") && i + 2 < tokens.Length && IsPart(tokens[i + 2]))
        {
            if (tokens[i + 1].Is("same"))
                return (i + 3, 0);
            if (tokens[i + 1].Is("next") || tokens[i + 1].Is("following"))
                return (i + 3, 1);
            if (tokens[i + 1].Is("previous"))
                return (i + 3, -1);
        }

        if (tokens[i].Is("the") && (tokens[i + 1].Is("evening") || tokens[i + 1].Is("night") || tokens[i + 1].Is("morning")) && i + 2 < tokens.Length && tokens[i + 2].Is("before"))
            return (i + 3, -1);
        if (tokens[i].Is("the") && tokens[i + 1].Is("day") && i + 2 < tokens.Length)
            return tokens[i + 2].Is("before") ? i + 3 < tokens.Length && tokens[i + 3].Is("yesterday") ? null : (i + 3, -1) : tokens[i + 2].Is("after") ? Behind(tokens, i + 3) : null;
        if (Count(tokens[i]) is { } count && i + 2 < tokens.Length && tokens[i + 1].Word?.Text is "day" or "days")
        {
            // "met on Sunday, two days before the opening of a summit": the summit is as many days after.
            if (tokens[i + 2].Is("before") && IsTalks(tokens, i + 3))
                return NamesDay(tokens[i].Start, dates) ? (i + 3, count) : null;

            // "met on Sunday, two days before the king is to travel": his journey is as many days after.
            if (tokens[i + 2].Is("before") && IsClause(tokens, i + 3))
                return (i + 3, count);

            return tokens[i + 2].Word?.Text switch
            {
                "later" or "afterwards" => (i + 3, count),
                "earlier" or "before" => (i + 3, -count),

                // "waited in vain on Monday, a day after he broke them off".
                "after" when i + 3 < tokens.Length && NamesDay(tokens[i].Start, dates) && (IsSubject(tokens[i + 3]) || IsOwnTalks(tokens, i + 3)) => (i + 3, -count),
                _ => null,
            };
        }

        // "A truce reached five months earlier had broken down": counted from what is being told, and not from today.
        if (Count(tokens[i]) is { } spell && i + 2 < tokens.Length && tokens[i + 2].Is("earlier") && tokens[i + 1].Word?.Text is "week" or "weeks" or "month" or "months")
            return (i + 3, -spell * (tokens[i + 1].Word?.Text is "week" or "weeks" ? 7 : Month));

        // "will go back to the table on October 14, six weeks after they broke off": as many weeks before.
        if (Count(tokens[i]) is { } weeks && i + 3 < tokens.Length && tokens[i + 1].Word?.Text is "week" or "weeks" && tokens[i + 2].Is("after") && NamesDay(tokens[i].Start, dates) && (IsSubject(tokens[i + 3]) || IsOwnTalks(tokens, i + 3)))
            return (i + 3, -7 * weeks);
        return null;
    }

    /// <summary>"signed it, the day after he had received her": what stands behind was the day before.</summary>
    private static (int Last, int Days)? Behind(ReadOnlySpan<Token> tokens, int last) =>
        last < tokens.Length && tokens[last].Tag is Tag.Pronoun or Tag.Name or Tag.Noun or Tag.Determiner ? (last, -1) : (last, 1);

    private static bool IsPart(in Token token) => token.Word?.Text is "day" or "evening" or "night" or "morning" or "afternoon";

    private static int? Count(in Token token) => Count(token.Word?.Text);

    private static int? Count(string? word) => word switch { "a" or "one" => 1, "two" => 2, "three" => 3, "four" => 4, "five" => 5, "six" => 6, _ => null };
}
