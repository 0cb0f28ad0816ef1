using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Reads what is counted from today: "last week", "next Monday", "three months ago".</summary>
internal readonly ref struct PeriodReader(DateWords on)
{
    /// <summary>Thursday.</summary>
    private const int Midweek = 4;

    private readonly DateWords on = on;

    public DateReading? Relative(int first, int i, int direction)
    {
        if (i >= on.Tokens.Length || on.Tokens[i].Word is not { } word)
            return on.Tokens.Length > i && on.Tokens[i].Mark == Mark.Number ? Many(i, direction) : null;
        if (word.Is(WordClass.Weekday))
        {
            if (on.Published is not { } now)
                return new DateReading(i + 1, null, null, DatePrecision.Day);
            var delta = direction < 0 ? -((DateWords.Weekday(now) - word.Ordinal + 6) % 7 + 1) : (word.Ordinal - DateWords.Weekday(now) + 6) % 7 + 1;
            // Said early in a week, "next Sunday" is the one that ends it; no other day of the same week is called next.
            if (direction > 0 && delta < 7 - DateWords.Weekday(now) + 1 && !(word.Ordinal == 7 && DateWords.Weekday(now) <= Midweek))
                delta += 7;
            return DateWords.Day(i + 1, now.AddDays(delta));
        }

        if (on.Month(i) is { } month && on.Published is { } today)
        {
            var year = direction < 0 ? (month < today.Month ? today.Year : today.Year - 1) : (month > today.Month ? today.Year : today.Year + 1);
            var from = new DateOnly(year, month, 1);
            return on.DayNumber(i + 1) is { } day && day <= DateTime.DaysInMonth(year, month) ? DateWords.Day(i + 2, new DateOnly(year, month, day)) : new DateReading(i + 1, from, from.AddMonths(1).AddDays(-1), DatePrecision.Month);
        }

        if (word.Text is "day" && first > 0)
            return null;
        return Period(i, word.Text, direction) ?? (word.Is(WordClass.Number) || word.Text is "few" ? Many(i, direction) : null);
    }

    private DateReading? Many(int i, int direction)
    {
        if (on.Value(i) is not { } n || i + 1 >= on.Tokens.Length || on.Published is not { } now)
            return null;
        var sign = direction;
        DateOnly? edge = on.Tokens[i + 1].Word?.Text switch
        {
            "days" => now.AddDays(sign * n),
            "weeks" => now.AddDays(sign * 7 * n),
            "months" => now.AddMonths(sign * n),
            "years" => now.AddYears(sign * n),
            _ => null,
        };
        if (edge is not { } other)
            return null;
        return sign < 0 ? new DateReading(i + 2, other, now.AddDays(-1), DatePrecision.Day) : new DateReading(i + 2, now.AddDays(1), other, DatePrecision.Day);
    }

    private DateReading? Period(int i, string word, int direction)
    {
        if (word is not ("week" or "month" or "year" or "weekend" or "quarter" or "decade" or "century" or "night"))
            return null;
        if (on.Published is not { } now)
            return word is "night" ? new DateReading(i + 1, null, null, DatePrecision.Day) : new DateReading(i + 1, null, null, word is "week" or "weekend" ? DatePrecision.Week : word is "month" ? DatePrecision.Month : DatePrecision.Year);
        var monday = now.AddDays(1 - DateWords.Weekday(now) + (7 * direction));
        switch (word)
        {
            case "night":
                return DateWords.Day(i + 1, now.AddDays(direction));
            case "week":
                // "The summit last week", said on a Sunday: of the week that has just ended.
                if (direction < 0 && now.DayOfWeek == DayOfWeek.Sunday)
                    monday = monday.AddDays(7);
                return new DateReading(i + 1, monday, monday.AddDays(6), DatePrecision.Week);
            case "weekend":
                return new DateReading(i + 1, monday.AddDays(5), monday.AddDays(6), DatePrecision.Day);
            case "month":
                var month = new DateOnly(now.Year, now.Month, 1).AddMonths(direction);
                return new DateReading(i + 1, month, month.AddMonths(1).AddDays(-1), DatePrecision.Month);
            case "year":
                return new DateReading(i + 1, new DateOnly(now.Year + direction, 1, 1), new DateOnly(now.Year + direction, 12, 31), DatePrecision.Year);
            default:
                return null;
        }
    }

    public DateReading? This(int i)
    {
        if (i + 1 >= on.Tokens.Length || on.Tokens[i + 1].Word is not { } word)
            return null;
        if (word.Is(WordClass.Weekday) && on.Published is { } now)
            return DateWords.Day(i + 2, now.AddDays(word.Ordinal - DateWords.Weekday(now)));
        if (word.Text is "morning" or "afternoon" or "evening")
            return DateWords.Day(i + 2, on.Published);
        if (on.Month(i + 1) is { } month && on.Published is { } today)
        {
            var from = new DateOnly(today.Year, month, 1);
            return new DateReading(i + 2, from, from.AddMonths(1).AddDays(-1), DatePrecision.Month);
        }

        // "is due in London this week", said on a Sunday: of the week that comes.
        return Period(i + 1, word.Text, word.Text is "week" && on.Published is { DayOfWeek: DayOfWeek.Sunday } && on.Future ? 1 : 0);
    }

    /// <summary>"will travel there on the 22nd", "met on the 9th": of the month in which it is next or was last; "on the 22nd day" is none.</summary>
    public DateReading? DayOfMonth(int i)
    {
        if (i < 2 || !on.Is(i - 1, "the") || on.Tokens[i - 2].Word?.Text is not ("on" or "from" or "until" or "by" or "since") || on.Tokens[i].End - on.Tokens[i].Start < 3 || on.DayNumber(i) is not { } day
            || (i + 1 < on.Tokens.Length && on.Tokens[i + 1].Tag is Tag.Noun or Tag.Name or Tag.Adjective or Tag.Number) || on.Is(i + 1, "of"))
            return null;
        if (on.Published is not { } now)
            return new DateReading(i + 1, null, null, DatePrecision.Day);
        var month = new DateOnly(now.Year, now.Month, 1);
        if (on.Future ? day < now.Day : day > now.Day)
            month = month.AddMonths(on.Future ? 1 : -1);
        return day <= DateTime.DaysInMonth(month.Year, month.Month) ? DateWords.Day(i + 1, month.AddDays(day - 1)) : null;
    }

    public static DateReading WeekFrom(int last, DateOnly monday) => new(last, monday, monday.AddDays(6), DatePrecision.Week);

    public DateReading? Part(string word, DateReading period)
    {
        if (period.From is not { } from || on.Published is not { } now)
            return period;
        return word is "earlier" && period.To > now ? period with { To = now > from ? now.AddDays(-1) : from } : period;
    }

    public static DateReading WeekOf(string which, DateOnly month, int last)
    {
        var end = month.AddMonths(1).AddDays(-1);
        var first = which switch { "second" => month.AddDays(7), "third" => month.AddDays(14), "fourth" => month.AddDays(21), "last" or "final" => end.AddDays(-6), _ => month };
        var monday = first.AddDays(1 - DateWords.Weekday(first));
        if (which is "last" or "final")
            monday = end.AddDays(1 - DateWords.Weekday(end));
        return new DateReading(last, monday, monday.AddDays(6), DatePrecision.Week);
    }

    public DateReading? Season(int i)
    {
        // "in the spring of 1968" as well as "in spring 1968".
        var at = on.Is(i + 1, "of") ? i + 2 : i + 1;
        if (on.YearNumber(at) is not { } year)
            return null;
        var month = on.Tokens[i].Word!.Text switch { "spring" => 3, "summer" => 6, "winter" => 12, _ => 9 };
        var from = new DateOnly(year, month, 1);
        return new DateReading(at + 1, from, from.AddMonths(3).AddDays(-1), DatePrecision.Month);
    }

    /// <summary>"three months ago", "a week earlier", "in two days".</summary>
    public DateReading? Quantity(int first, int i, int? count)
    {
        var at = i;
        if (at < on.Tokens.Length && on.Tokens[at].Mark == Mark.Hyphen)
            return null;
        if (count is not { } n || at + 1 >= on.Tokens.Length || on.Tokens[at].Word?.Text is not { } unit)
            return null;
        var back = on.Tokens[at + 1].Word?.Text is "ago" || (on.Tokens[at + 1].Is("earlier") || on.Tokens[at + 1].Is("before") && (at + 2 >= on.Tokens.Length || (at + 3 >= on.Tokens.Length && on.Tokens[at + 2].Mark is Mark.Period or Mark.Stop)));
        if (!back)
        {
            if (first > 0 && on.Tokens[first - 1].Is("in") && !(first > 1 && on.Tokens[first - 2].Word?.Text is "first" or "second" or "third" or "fourth" or "fifth" or "sixth" or "time" or "times" or "once" or "twice") && unit is "days" or "weeks" or "months" && !on.Is(at + 1, "of") && on.Future && on.Published is { } now)
                return unit is "days" ? DateWords.Day(at + 1, now.AddDays(n)) : null;
            return null;
        }

        if (on.Published is not { } today)
            return unit is "day" or "days" or "week" or "weeks" or "month" or "months" or "year" or "years" ? new DateReading(at + 2, null, null, DatePrecision.Day) : null;
        switch (unit)
        {
            case "day" or "days":
                return DateWords.Day(at + 2, today.AddDays(-n));
            case "fortnight":
                return DateWords.Day(at + 2, today.AddDays(-14 * n));
            case "week" or "weeks":
                var week = today.AddDays(-7 * n);
                return new DateReading(at + 2, week, week, DatePrecision.Week);
            case "month" or "months":
                var month = today.AddMonths(-n);
                return new DateReading(at + 2, month, month, DatePrecision.Month);
            case "year" or "years":
                var year = today.AddYears(-Math.Min(n, 1000));
                return new DateReading(at + 2, year, year, DatePrecision.Year);
            case "hour" or "hours" or "minutes":
                return DateWords.Day(at + 2, today.AddDays(-(n / 24)));
            default:
                return null;
        }
    }
}
