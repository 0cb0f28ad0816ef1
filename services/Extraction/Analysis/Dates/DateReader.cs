using System.Globalization;
using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Reads date expressions.</summary>
/// <param name="text">The article's text.</param>
/// <param name="tokens">The tokens of one sentence.</param>
/// <param name="published">The day that "today" is; null where it is not known.</param>
/// <param name="ahead">The sentence looks ahead, whatever its verbs say.</param>
/// <param name="at">The token from which the verbs before are looked at.</param>
internal readonly ref struct DateReader(string text, ReadOnlySpan<Token> tokens, DateOnly? published, bool ahead, int at)
{
    internal readonly record struct Result(int Last, DateOnly? From, DateOnly? To, DatePrecision Precision);

    private readonly ReadOnlySpan<Token> tokens = tokens;

    /// <summary>A bare weekday or date is the next one. Found out where it is asked for only, since few tokens begin a date.</summary>
    private bool Future => ahead || Outlook.IsAhead(tokens, at);

    public Result? Read(int i)
    {
        if (Iso(i) is { } iso)
            return iso;
        if (Calendar(i) is { } calendar)
            return calendar;
        if (tokens[i].Mark == Mark.Number)
            return Quantity(i, i + 1, Value(i)) ?? Year(i);
        if (tokens[i].Word is not { } word)
            return null;
        if (Feasts.MayBegin(tokens[i]) && Feasts.Read(tokens, i, published, Future) is { } feast)
            return feast;
        switch (word.Text)
        {
            case "day" when i > 0 && Is(i - 1, "the") && Is(i + 1, "before") && Is(i + 2, "yesterday"):
                return Day(i + 3, published?.AddDays(-2));
            case "day" when i > 0 && Is(i - 1, "the") && Is(i + 1, "after") && Is(i + 2, "tomorrow"):
                return Day(i + 3, published?.AddDays(2));
            case "weekend" when i > 0 && Is(i - 1, "the") && published is { } now:
                var saturday = now.AddDays(6 - Iso(now) - (Future || Iso(now) >= 6 ? 0 : 7));
                return new Result(i + 1, saturday, saturday.AddDays(1), DatePrecision.Day);
            case "first" or "second" when Is(i + 1, "half") && Is(i + 2, "of") && YearNumber(i + 3) is { } halved:
                return new Result(i + 4, new DateOnly(halved, word.Text == "first" ? 1 : 7, 1), word.Text == "first" ? new DateOnly(halved, 6, 30) : new DateOnly(halved, 12, 31), DatePrecision.Month);
            case "first" or "last" or "second" or "third" or "fourth" or "final" when Is(i + 1, "week") && (Is(i + 2, "of") || Is(i + 2, "in")) && i + 3 < tokens.Length && Calendar(i + 3) is { Precision: DatePrecision.Month, From: { } month } inMonth:
                return WeekOf(word.Text, month, inMonth.Last);
            case "today" or "tonight":
                return Day(i + 1, published);
            case "yesterday":
                return Day(i + 1, published?.AddDays(-1));
            case "tomorrow":
                return Day(i + 1, published?.AddDays(1));
            case "last" or "past" or "previous":
                return Relative(i, i + 1, -1);
            case "next" or "coming" or "following":
                return Relative(i, i + 1, 1);
            case "this":
                return This(i);
            case "earlier" or "later" or "early" or "late" when Is(i + 1, "this"):
                return This(i + 1) is { } period ? Part(word.Text, period) : null;
            case "earlier" or "later" or "early" or "late" or "mid" or "end" or "beginning":
                return Edge(i, word.Text);
            case "a" or "an" when i + 1 < tokens.Length:
                return Quantity(i, i + 1, 1) ?? Quantity(i, i + 2, Is(i + 1, "few") ? 3 : Is(i + 1, "couple") ? 2 : Is(i + 1, "dozen") ? 12 : null);
            case "spring" or "summer" or "autumn" or "winter" or "fall":
                return Season(i);
            default:
                break;
        }

        if (word.Is(WordClass.Number))
            return Quantity(i, i + 1, Value(i));
        if (word.Is(WordClass.Weekday))
            return Weekday(i);
        return null;
    }

    private bool Is(int i, string word) => i >= 0 && i < tokens.Length && tokens[i].Is(word);

    private int? Value(int i)
    {
        if (i >= tokens.Length)
            return null;
        if (tokens[i].Mark == Mark.Number)
            return DateFinder.Number(text[tokens[i].Start..tokens[i].End]);
        return tokens[i].Word?.Text switch
        {
            "one" or "a" or "an" => 1,
            "two" => 2,
            "three" => 3,
            "four" => 4,
            "five" => 5,
            "six" => 6,
            "seven" => 7,
            "eight" => 8,
            "nine" => 9,
            "ten" => 10,
            "eleven" => 11,
            "twelve" => 12,
            "thirteen" => 13,
            "fourteen" => 14,
            "fifteen" => 15,
            "sixteen" => 16,
            "seventeen" => 17,
            "eighteen" => 18,
            "nineteen" => 19,
            "twenty" => 20,
            "thirty" => 30,
            "several" => 3,
            "few" => 3,
            _ => null,
        };
    }

    private static Result Day(int last, DateOnly? day) => new(last, day, day, DatePrecision.Day);

    /// <summary>2020-06-14, 14.06.2020, 06/14/2020.</summary>
    private Result? Iso(int i)
    {
        if (tokens[i].Mark != Mark.Number || i + 4 >= tokens.Length || tokens[i + 1].Mark != Mark.Hyphen || tokens[i + 3].Mark != Mark.Hyphen)
            return null;
        if (Value(i) is not { } a || Value(i + 2) is not { } b || Value(i + 4) is not { } c)
            return null;
        if (a > 1000)
            return Make(i + 5, a, b, c);
        if (c < 1000)
            return null;
        return a > 12 ? Make(i + 5, c, b, a) : Make(i + 5, c, a, b);
    }

    private static Result? Make(int last, int year, int month, int day) =>
        month is >= 1 and <= 12 && year is > 1800 and < 2200 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? Day(last, new DateOnly(year, month, day)) : null;

    private int? Month(int i) =>
        i < tokens.Length && i >= 0 && tokens[i].Is(WordClass.Month) && (tokens[i].Capital || !tokens[i].Is(WordClass.Modal | WordClass.AnyVerb)) ? tokens[i].Word!.Ordinal : null;

    private int? DayNumber(int i)
    {
        if (i >= tokens.Length || tokens[i].Mark != Mark.Number)
            return null;
        var raw = text.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start);
        var letters = 0;
        foreach (var c in raw)
        {
            if (char.IsLetter(c))
                letters++;
            else if (!char.IsAsciiDigit(c))
                return null;
        }

        return letters is 0 or 2 && raw.Length - letters <= 2 && Value(i) is >= 1 and <= 31 and var day ? day : null;
    }

    private int? YearNumber(int i) =>
        i < tokens.Length && tokens[i].Mark == Mark.Number && tokens[i].End - tokens[i].Start == 4 && Value(i) is > 1800 and < 2200 and var year ? year : null;

    /// <summary>June 14, June 14-15, July 21 and 22, 14 June 2020, 21 to 23 July, June 2020, June.</summary>
    private Result? Calendar(int i)
    {
        if (Month(i) is { } month)
        {
            if (DayNumber(i + 1) is { } first)
            {
                var last = i + 2;
                var to = first;
                if (last + 1 < tokens.Length && (tokens[last].Mark is Mark.Hyphen or Mark.Dash || tokens[last].Is("and") || tokens[last].Is("to")) && DayNumber(last + 1) is { } second && second > first && Month(last + 2) is null)
                {
                    to = second;
                    last += 2;
                }
                else if (last + 2 < tokens.Length && (tokens[last].Mark is Mark.Hyphen or Mark.Dash || tokens[last].Is("to")) && Month(last + 1) is { } toMonth && DayNumber(last + 2) is { } toDay)
                {
                    return Span(last + 3, month, first, toMonth, toDay);
                }

                return Days(last, month, first, to);
            }

            return MonthOf(i, i + 1, month);
        }

        if (DayNumber(i) is { } day)
        {
            var at = i + 1;
            var to = day;
            if (at + 1 < tokens.Length && (tokens[at].Mark is Mark.Hyphen or Mark.Dash || tokens[at].Is("and") || tokens[at].Is("to")) && DayNumber(at + 1) is { } second && second > day)
            {
                to = second;
                at += 2;
            }

            if (Is(at, "of"))
                at++;
            if (Month(at) is { } behind)
                return Days(at + 1, behind, day, to);
        }

        return null;
    }

    private Result? Days(int last, int month, int first, int to)
    {
        int? year = null;
        if (last < tokens.Length && tokens[last].Mark == Mark.Comma && YearNumber(last + 1) is { } behind)
        {
            year = behind;
            last += 2;
        }
        else if (YearNumber(last) is { } next)
        {
            year = next;
            last++;
        }
        else if (Is(last, "last") && Is(last + 1, "year") && published is { } now)
        {
            year = now.Year - 1;
            last += 2;
        }

        if (year is null && published is null)
            return new Result(last, null, null, DatePrecision.Day);
        if (year is null)
        {
            var nearest = Nearest(month, first, published!.Value);
            if (nearest is null)
                return null;
            year = nearest.Value.Year;
        }

        if (first > DateTime.DaysInMonth(year.Value, month))
            return null;
        var from = new DateOnly(year.Value, month, first);
        return new Result(last, from, new DateOnly(year.Value, month, Math.Min(to, DateTime.DaysInMonth(year.Value, month))), DatePrecision.Day);
    }

    private Result? Span(int last, int month, int day, int toMonth, int toDay)
    {
        var year = YearNumber(last) ?? YearNumber(last + 1);
        if (year is not null)
            last += YearNumber(last) is null ? 2 : 1;
        year ??= published is { } now ? Nearest(month, day, now)?.Year : null;
        if (year is not { } y || day > DateTime.DaysInMonth(y, month) || toDay > DateTime.DaysInMonth(y, toMonth))
            return new Result(last, null, null, DatePrecision.Day);
        return new Result(last, new DateOnly(y, month, day), new DateOnly(toMonth < month ? y + 1 : y, toMonth, toDay), DatePrecision.Day);
    }

    /// <summary>The year in which a bare day lies: the nearest, by a little in favour of the tense.</summary>
    private DateOnly? Nearest(int month, int day, DateOnly now)
    {
        DateOnly? best = null;
        var distance = int.MaxValue;
        for (var year = now.Year - 1; year <= now.Year + 1; year++)
        {
            if (day > DateTime.DaysInMonth(year, month))
                continue;
            var date = new DateOnly(year, month, day);
            var days = date.DayNumber - now.DayNumber;
            var cost = days >= 0 ? (Future ? days : days * 3) : (Future ? -days * 3 : -days);
            if (cost < distance)
            {
                distance = cost;
                best = date;
            }
        }

        return best;
    }

    private Result? MonthOf(int first, int last, int month)
    {
        int? year = null;
        if (YearNumber(last) is { } next)
        {
            year = next;
            last++;
        }
        else if (last < tokens.Length && tokens[last].Mark == Mark.Comma && YearNumber(last + 1) is { } behind)
        {
            year = behind;
            last += 2;
        }
        else if (Is(last, "last") && Is(last + 1, "year"))
        {
            year = published?.Year - 1;
            last += 2;
        }
        else if (Is(last, "of") && YearNumber(last + 1) is { } of)
        {
            year = of;
            last += 2;
        }

        if (year is null)
        {
            // A bare month needs a sign that it is one: a preposition, "last", "early".
            if (published is not { } now)
                return new Result(last, null, null, DatePrecision.Month);
            year = month == now.Month ? now.Year : Future ? (month > now.Month ? now.Year : now.Year + 1) : (month < now.Month ? now.Year : now.Year - 1);
            _ = first;
        }

        var from = new DateOnly(year.Value, month, 1);
        return new Result(last, from, from.AddMonths(1).AddDays(-1), DatePrecision.Month);
    }

    private Result? Year(int i)
    {
        if (Decade(i) is { } decade)
            return new Result(i + 1, new DateOnly(decade, 1, 1), new DateOnly(decade + 9, 12, 31), DatePrecision.Year);
        if (YearNumber(i) is not { } year || year < 1900 || year > 2100)
            return null;
        if (!(i > 0 && (tokens[i - 1].Is(WordClass.Preposition | WordClass.Subordinator) || tokens[i - 1].Is("early") || tokens[i - 1].Is("late") || tokens[i - 1].Is("the") || tokens[i - 1].Is("and") || tokens[i - 1].Mark == Mark.Hyphen)))
        {
            if (i > 0)
                return null;
        }

        return new Result(i + 1, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), DatePrecision.Year);
    }

    /// <summary>"the 1970s".</summary>
    private int? Decade(int i)
    {
        var length = tokens[i].End - tokens[i].Start;
        return length == 5 && text[tokens[i].End - 1] == 's' && text[tokens[i].End - 2] == '0' && int.TryParse(text.AsSpan(tokens[i].Start, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1800 and < 2200 ? year : null;
    }

    private Result? Weekday(int i)
    {
        var ordinal = tokens[i].Word!.Ordinal;
        var last = i + 1;

        // "Tuesday, January 15": the date decides.
        var comma = last < tokens.Length && tokens[last].Mark == Mark.Comma ? last + 1 : last;
        if (Month(comma) is not null && DayNumber(comma + 1) is not null || DayNumber(comma) is not null && Month(comma + 1) is not null)
            return Calendar(comma);
        if (published is not { } now)
            return new Result(last, null, null, DatePrecision.Day);
        var today = Iso(now);
        var delta = Future ? (ordinal - today + 7) % 7 : -((today - ordinal + 7) % 7);
        var day = now.AddDays(delta);
        if (Is(last, "and") && last + 1 < tokens.Length && tokens[last + 1].Is(WordClass.Weekday))
        {
            var second = tokens[last + 1].Word!.Ordinal;
            return new Result(last + 2, day, day.AddDays((second - ordinal + 7) % 7), DatePrecision.Day);
        }

        if (Is(last, "week"))
            return Day(last + 1, now.AddDays(((ordinal - today + 7) % 7) + 7));
        if (Is(last, "next") && Is(last + 1, "week"))
            return Day(last + 2, now.AddDays(ordinal - today + 7));
        if (Is(last, "last") && Is(last + 1, "week"))
            return Day(last + 2, now.AddDays(ordinal - today - 7));
        return Day(last, day);
    }

    private static int Iso(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    private Result? Relative(int first, int i, int direction)
    {
        if (i >= tokens.Length || tokens[i].Word is not { } word)
            return tokens.Length > i && tokens[i].Mark == Mark.Number ? Many(i, direction) : null;
        if (word.Is(WordClass.Weekday))
        {
            if (published is not { } now)
                return new Result(i + 1, null, null, DatePrecision.Day);
            var delta = direction < 0 ? -((Iso(now) - word.Ordinal + 6) % 7 + 1) : (word.Ordinal - Iso(now) + 6) % 7 + 1;
            if (direction > 0 && delta < 7 - Iso(now) + 1)
                delta += 7;
            return Day(i + 1, now.AddDays(delta));
        }

        if (Month(i) is { } month && published is { } today)
        {
            var year = direction < 0 ? (month < today.Month ? today.Year : today.Year - 1) : (month > today.Month ? today.Year : today.Year + 1);
            var from = new DateOnly(year, month, 1);
            return DayNumber(i + 1) is { } day && day <= DateTime.DaysInMonth(year, month) ? Day(i + 2, new DateOnly(year, month, day)) : new Result(i + 1, from, from.AddMonths(1).AddDays(-1), DatePrecision.Month);
        }

        if (word.Text is "day" && first > 0)
            return null;
        return Period(i, word.Text, direction) ?? (word.Is(WordClass.Number) || word.Text is "few" ? Many(i, direction) : null);
    }

    private Result? Many(int i, int direction)
    {
        if (Value(i) is not { } n || i + 1 >= tokens.Length || published is not { } now)
            return null;
        var sign = direction;
        DateOnly? edge = tokens[i + 1].Word?.Text switch
        {
            "days" => now.AddDays(sign * n),
            "weeks" => now.AddDays(sign * 7 * n),
            "months" => now.AddMonths(sign * n),
            "years" => now.AddYears(sign * n),
            _ => null,
        };
        if (edge is not { } other)
            return null;
        return sign < 0 ? new Result(i + 2, other, now.AddDays(-1), DatePrecision.Day) : new Result(i + 2, now.AddDays(1), other, DatePrecision.Day);
    }

    private Result? Period(int i, string word, int direction)
    {
        if (word is not ("week" or "month" or "year" or "weekend" or "quarter" or "decade" or "century" or "night"))
            return null;
        if (published is not { } now)
            return word is "night" ? new Result(i + 1, null, null, DatePrecision.Day) : new Result(i + 1, null, null, word is "week" or "weekend" ? DatePrecision.Week : word is "month" ? DatePrecision.Month : DatePrecision.Year);
        var monday = now.AddDays(1 - Iso(now) + (7 * direction));
        switch (word)
        {
            case "night":
                return Day(i + 1, now.AddDays(direction));
            case "week":
                return new Result(i + 1, monday, monday.AddDays(6), DatePrecision.Week);
            case "weekend":
                return new Result(i + 1, monday.AddDays(5), monday.AddDays(6), DatePrecision.Day);
            case "month":
                var month = new DateOnly(now.Year, now.Month, 1).AddMonths(direction);
                return new Result(i + 1, month, month.AddMonths(1).AddDays(-1), DatePrecision.Month);
            case "year":
                return new Result(i + 1, new DateOnly(now.Year + direction, 1, 1), new DateOnly(now.Year + direction, 12, 31), DatePrecision.Year);
            default:
                return null;
        }
    }

    private Result? This(int i)
    {
        if (i + 1 >= tokens.Length || tokens[i + 1].Word is not { } word)
            return null;
        if (word.Is(WordClass.Weekday) && published is { } now)
            return Day(i + 2, now.AddDays(word.Ordinal - Iso(now)));
        if (word.Text is "morning" or "afternoon" or "evening")
            return Day(i + 2, published);
        if (Month(i + 1) is { } month && published is { } today)
        {
            var from = new DateOnly(today.Year, month, 1);
            return new Result(i + 2, from, from.AddMonths(1).AddDays(-1), DatePrecision.Month);
        }

        return Period(i + 1, word.Text, 0);
    }

    private Result? Part(string word, Result period)
    {
        if (period.From is not { } from || published is not { } now)
            return period;
        return word is "earlier" && period.To > now ? period with { To = now > from ? now.AddDays(-1) : from } : period;
    }

    /// <summary>"early June", "late on July 23", "mid-2019", "the end of May": the period named.</summary>
    private Result? Edge(int i, string word)
    {
        var at = i + 1;
        while (at < tokens.Length && (tokens[at].Mark == Mark.Hyphen || tokens[at].Is("of") || tokens[at].Is("in") || tokens[at].Is("on") || tokens[at].Is("last") && word is "late" or "early"))
            at++;
        if (at >= tokens.Length || at - i > 3)
            return null;
        if (Calendar(at) is not { } period)
        {
            if (YearNumber(at) is { } year)
                return new Result(at + 1, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), DatePrecision.Year);
            return tokens[at].Is(WordClass.Weekday) && word is "late" or "early" ? Weekday(at) : null;
        }

        return period;
    }

    private static Result WeekOf(string which, DateOnly month, int last)
    {
        var end = month.AddMonths(1).AddDays(-1);
        var first = which switch { "second" => month.AddDays(7), "third" => month.AddDays(14), "fourth" => month.AddDays(21), "last" or "final" => end.AddDays(-6), _ => month };
        var monday = first.AddDays(1 - Iso(first));
        if (which is "last" or "final")
            monday = end.AddDays(1 - Iso(end));
        return new Result(last, monday, monday.AddDays(6), DatePrecision.Week);
    }

    private Result? Season(int i)
    {
        if (YearNumber(i + 1) is not { } year)
            return null;
        var month = tokens[i].Word!.Text switch { "spring" => 3, "summer" => 6, "winter" => 12, _ => 9 };
        var from = new DateOnly(year, month, 1);
        return new Result(i + 2, from, from.AddMonths(3).AddDays(-1), DatePrecision.Month);
    }

    /// <summary>"three months ago", "a week earlier", "in two days".</summary>
    private Result? Quantity(int first, int i, int? count)
    {
        var at = i;
        if (at < tokens.Length && tokens[at].Mark == Mark.Hyphen)
            return null;
        if (count is not { } n || at + 1 >= tokens.Length || tokens[at].Word?.Text is not { } unit)
            return null;
        var back = tokens[at + 1].Word?.Text is "ago" || (tokens[at + 1].Is("earlier") || tokens[at + 1].Is("before") && at + 2 >= tokens.Length);
        if (!back)
        {
            if (first > 0 && tokens[first - 1].Is("in") && unit is "days" or "weeks" or "months" && Future && published is { } now)
                return unit is "days" ? Day(at + 1, now.AddDays(n)) : null;
            return null;
        }

        if (published is not { } today)
            return unit is "day" or "days" or "week" or "weeks" or "month" or "months" or "year" or "years" ? new Result(at + 2, null, null, DatePrecision.Day) : null;
        switch (unit)
        {
            case "day" or "days":
                return Day(at + 2, today.AddDays(-n));
            case "fortnight":
                return Day(at + 2, today.AddDays(-14 * n));
            case "week" or "weeks":
                var week = today.AddDays(-7 * n);
                return new Result(at + 2, week, week, DatePrecision.Week);
            case "month" or "months":
                var month = today.AddMonths(-n);
                return new Result(at + 2, month, month, DatePrecision.Month);
            case "year" or "years":
                var year = today.AddYears(-Math.Min(n, 1000));
                return new Result(at + 2, year, year, DatePrecision.Year);
            case "hour" or "hours" or "minutes":
                return Day(at + 2, today.AddDays(-(n / 24)));
            default:
                return null;
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{tokens.Length} tokens");
}
