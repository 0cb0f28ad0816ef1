using System.Globalization;
using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Reads days, months and years by their calendar names: "June 14", "14.06.2020", "the 1970s".</summary>
internal readonly ref struct CalendarReader(DateWords on)
{
    /// <summary>What "a few days" are.</summary>
    private const int FewDays = 3;

    /// <summary>Words of "or a few days later".</summary>
    private const int Later = 5;

    private readonly DateWords on = on;

    /// <summary>2020-06-14, 14.06.2020, 06/14/2020.</summary>
    public DateReading? Iso(int i)
    {
        if (on.Tokens[i].Mark != Mark.Number || i + 4 >= on.Tokens.Length || on.Tokens[i + 1].Mark != Mark.Hyphen || on.Tokens[i + 3].Mark != Mark.Hyphen)
            return null;
        if (on.Value(i) is not { } a || on.Value(i + 2) is not { } b || on.Value(i + 4) is not { } c)
            return null;
        if (a > 1000)
            return Make(i + 5, a, b, c);
        if (c < 1000)
            return null;
        return a > 12 ? Make(i + 5, c, b, a) : Make(i + 5, c, a, b);
    }

    private static DateReading? Make(int last, int year, int month, int day) =>
        month is >= 1 and <= 12 && year is > 1800 and < 2200 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? DateWords.Day(last, new DateOnly(year, month, day)) : null;

    /// <summary>June 14, June 14-15, July 21 and 22, 14 June 2020, 21 to 23 July, June 2020, June.</summary>
    public DateReading? Named(int i)
    {
        if (on.Month(i) is { } month)
        {
            if (on.DayNumber(i + 1) is { } first)
            {
                var last = i + 2;
                var to = first;
                if (last + 1 < on.Tokens.Length && (on.Tokens[last].Mark is Mark.Hyphen or Mark.Dash || on.Tokens[last].Is("and") || on.Tokens[last].Is("to")) && on.DayNumber(last + 1) is { } second && second > first && on.Month(last + 2) is null)
                {
                    to = second;
                    last += 2;
                }
                else if (last + 2 < on.Tokens.Length && (on.Tokens[last].Mark is Mark.Hyphen or Mark.Dash || on.Tokens[last].Is("to")) && on.Month(last + 1) is { } toMonth && on.DayNumber(last + 2) is { } toDay)
                {
                    return Span(last + 3, month, first, toMonth, toDay);
                }

                return Days(last, month, first, to);
            }

            return on.DayWord(i + 1, out var behindWord) is { } word ? Days(behindWord, month, word, word) : MonthOf(i + 1, month);
        }

        if (on.DayNumber(i) is { } day)
        {
            var at = i + 1;
            var to = day;
            if (at + 1 < on.Tokens.Length && (on.Tokens[at].Mark is Mark.Hyphen or Mark.Dash || on.Tokens[at].Is("and") || on.Tokens[at].Is("to")) && on.DayNumber(at + 1) is { } second && second > day)
            {
                to = second;
                at += 2;
            }

            if (on.Is(at, "of"))
                at++;
            if (on.Month(at) is { } behind)
                return Days(at + 1, behind, day, to);
        }

        return null;
    }

    private DateReading? Days(int last, int month, int first, int to)
    {
        int? year = null;
        if (last < on.Tokens.Length && on.Tokens[last].Mark == Mark.Comma && on.YearNumber(last + 1) is { } behind)
        {
            year = behind;
            last += 2;
        }
        else if (on.YearNumber(last) is { } next)
        {
            year = next;
            last++;
        }
        else if (on.Is(last, "last") && on.Is(last + 1, "year") && on.Published is { } now)
        {
            year = now.Year - 1;
            last += 2;
        }

        if (year is null && on.Is(last, "of") && on.Is(last + 2, "year") && YearOf(last + 1) is { } relative)
        {
            year = relative;
            last += 3;
        }

        year ??= YearBefore(last);
        if (year is null && on.Published is null)
            return new DateReading(last, null, null, DatePrecision.Day);
        if (year is null)
        {
            var nearest = Nearest(month, first, on.Published!.Value);
            if (nearest is null)
                return null;
            year = nearest.Value.Year;
        }

        if (first > DateTime.DaysInMonth(year.Value, month))
            return null;
        var from = new DateOnly(year.Value, month, first);
        if (to == first && IsFewDaysMore(last))
            return new DateReading(last + Later, from, from.AddDays(FewDays), DatePrecision.Day);
        return new DateReading(last, from, new DateOnly(year.Value, month, Math.Min(to, DateTime.DaysInMonth(year.Value, month))), DatePrecision.Day);
    }

    /// <summary>"on May 10 or a few days thereafter": not on one day for sure.</summary>
    private bool IsFewDaysMore(int at) =>
        on.Is(at, "or") && on.Is(at + 1, "a") && on.Is(at + 2, "few") && on.Is(at + 3, "days") && (on.Is(at + 4, "thereafter") || on.Is(at + 4, "later") || on.Is(at + 4, "afterwards"));

    /// <summary>"of last year", "of this year", "of that year".</summary>
    private int? YearOf(int i) =>
        on.Is(i, "last") ? on.Published?.Year - 1 : on.Is(i, "this") ? on.Published?.Year : on.Is(i, "that") || on.Is(i, "the") ? YearBefore(i) : null;

    /// <summary>"from June 3, 1991, to Aug. 4", "in January 1995 ... in April", "In 1995 ... in April": the year that the sentence named last with a month, or opens with.</summary>
    private int? YearBefore(int i)
    {
        for (var j = i - 2; j > 0; j--)
        {
            if (on.YearNumber(j) is { } year && ((j == 1 && on.Tokens[0].Is("in")) || on.Month(j - 1) is not null || on.Month(j - 2) is not null || on.Month(j - 3) is not null && on.Tokens[j - 1].Mark == Mark.Comma))
                return year;
        }

        return null;
    }

    private DateReading? Span(int last, int month, int day, int toMonth, int toDay)
    {
        var year = on.YearNumber(last) ?? on.YearNumber(last + 1);
        if (year is not null)
            last += on.YearNumber(last) is null ? 2 : 1;
        year ??= on.Published is { } now ? Nearest(month, day, now)?.Year : null;
        if (year is not { } y || day > DateTime.DaysInMonth(y, month) || toDay > DateTime.DaysInMonth(y, toMonth))
            return new DateReading(last, null, null, DatePrecision.Day);
        return new DateReading(last, new DateOnly(y, month, day), new DateOnly(toMonth < month ? y + 1 : y, toMonth, toDay), DatePrecision.Day);
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
            var cost = days >= 0 ? (on.Future ? days : days * 3) : (on.Future ? -days * 3 : -days);
            if (cost < distance)
            {
                distance = cost;
                best = date;
            }
        }

        return best;
    }

    private DateReading? MonthOf(int last, int month)
    {
        int? year = null;
        if (on.YearNumber(last) is { } next)
        {
            year = next;
            last++;
        }
        else if (last < on.Tokens.Length && on.Tokens[last].Mark == Mark.Comma && on.YearNumber(last + 1) is { } behind)
        {
            year = behind;
            last += 2;
        }
        else if (on.Is(last, "last") && on.Is(last + 1, "year"))
        {
            year = on.Published?.Year - 1;
            last += 2;
        }
        else if (on.Is(last, "of") && on.YearNumber(last + 1) is { } of)
        {
            year = of;
            last += 2;
        }
        else if (on.Is(last, "of") && on.Is(last + 2, "year") && YearOf(last + 1) is { } relative)
        {
            year = relative;
            last += 3;
        }
        else
        {
            year = YearBefore(last);
        }

        if (year is null)
        {
            // "Jan Egeland" and "a Mar vote": a short form alone is a name or something else.
            if (on.Tokens[last - 1].End - on.Tokens[last - 1].Start < 4 && month != 5)
                return null;
            if (on.Published is not { } now)
                return new DateReading(last, null, null, DatePrecision.Month);
            year = month == now.Month ? now.Year : on.Future ? (month > now.Month ? now.Year : now.Year + 1) : (month < now.Month ? now.Year : now.Year - 1);
        }

        var from = new DateOnly(year.Value, month, 1);
        return new DateReading(last, from, from.AddMonths(1).AddDays(-1), DatePrecision.Month);
    }

    public DateReading? Year(int i)
    {
        if (Decade(i) is { } decade)
            return new DateReading(i + 1, new DateOnly(decade, 1, 1), new DateOnly(decade + 9, 12, 31), DatePrecision.Year);
        if (on.YearNumber(i) is not { } year || year < 1900 || year > 2100)
            return null;
        if (!(i > 0 && (on.Tokens[i - 1].Is(WordClass.Preposition | WordClass.Subordinator) || on.Tokens[i - 1].Is("early") || on.Tokens[i - 1].Is("late") || on.Tokens[i - 1].Is("the") || on.Tokens[i - 1].Is("and") || on.Tokens[i - 1].Mark == Mark.Hyphen)))
        {
            if (i > 0)
                return null;
        }

        return new DateReading(i + 1, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), DatePrecision.Year);
    }

    /// <summary>"the 1970s".</summary>
    private int? Decade(int i)
    {
        var length = on.Tokens[i].End - on.Tokens[i].Start;
        return length == 5 && on.Text[on.Tokens[i].End - 1] == 's' && on.Text[on.Tokens[i].End - 2] == '0' && int.TryParse(on.Text.AsSpan(on.Tokens[i].Start, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1800 and < 2200 ? year : null;
    }
}
