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
    private readonly DateWords on = new(text, tokens, published, ahead, at);

    private CalendarReader Calendar => new(on);

    private PeriodReader Periods => new(on);

    /// <summary>What an expression can begin with, besides numbers, months, weekdays and feasts: the words that <see cref="Read"/> asks for.</summary>
    public static bool MayBegin(string word) =>
        word is "day" or "weekend" or "first" or "second" or "third" or "fourth" or "final" or "last" or "today" or "tonight" or "yesterday" or "tomorrow" or "past" or "previous" or "next" or "coming" or "following" or "this"
            or "earlier" or "later" or "early" or "late" or "mid" or "end" or "beginning" or "a" or "an" or "spring" or "summer" or "autumn" or "winter" or "fall";

    public DateReading? Read(int i)
    {
        if (on.Tokens[i].Mark == Mark.Number)
            return Calendar.Iso(i) ?? Calendar.Named(i) ?? Periods.Quantity(i, i + 1, on.Value(i)) ?? Calendar.Year(i) ?? Periods.DayOfMonth(i);
        if (on.Tokens[i].Word is not { } word)
            return null;
        if (word.Is(WordClass.Month) && Calendar.Named(i) is { } calendar)
            return calendar;
        if (Feasts.MayBegin(on.Tokens[i]) && Feasts.Read(on.Text, on.Tokens, i, on.Published, on.Future) is { } feast)
            return feast;
        switch (word.Text)
        {
            case "day" when i > 0 && on.Is(i - 1, "the") && on.Is(i + 1, "before") && on.Is(i + 2, "yesterday"):
                return DateWords.Day(i + 3, on.Published?.AddDays(-2));
            case "day" when i > 0 && on.Is(i - 1, "the") && on.Is(i + 1, "after") && on.Is(i + 2, "tomorrow"):
                return DateWords.Day(i + 3, on.Published?.AddDays(2));
            case "weekend" when i > 0 && on.Is(i - 1, "the") && on.Published is { } now:
                var saturday = now.AddDays(6 - DateWords.Weekday(now) - (on.Future || DateWords.Weekday(now) >= 6 ? 0 : 7));
                return new DateReading(i + 1, saturday, saturday.AddDays(1), DatePrecision.Day);
            case "first" or "second" when on.Is(i + 1, "half") && on.Is(i + 2, "of") && on.YearNumber(i + 3) is { } halved:
                return new DateReading(i + 4, new DateOnly(halved, word.Text == "first" ? 1 : 7, 1), word.Text == "first" ? new DateOnly(halved, 6, 30) : new DateOnly(halved, 12, 31), DatePrecision.Month);
            case "first" or "last" or "second" or "third" or "fourth" or "final" when on.Is(i + 1, "week") && (on.Is(i + 2, "of") || on.Is(i + 2, "in")) && i + 3 < on.Tokens.Length && Calendar.Named(i + 3) is { Precision: DatePrecision.Month, From: { } month } inMonth:
                return PeriodReader.WeekOf(word.Text, month, inMonth.Last);
            case "today" or "tonight":
                return DateWords.Day(i + 1, on.Published);
            case "yesterday":
                return DateWords.Day(i + 1, on.Published?.AddDays(-1));
            case "tomorrow":
                return DateWords.Day(i + 1, on.Published?.AddDays(1));
            case "last" or "past" or "previous":
                return Periods.Relative(i, i + 1, -1);
            case "next" or "coming" or "following":
                return Periods.Relative(i, i + 1, 1);
            case "this":
                return Periods.This(i);
            case "earlier" or "later" or "early" or "late" when on.Is(i + 1, "this"):
                return Periods.This(i + 1) is { } period ? Periods.Part(word.Text, period) : null;
            case "earlier" or "later" or "early" or "late" or "mid" or "end" or "beginning":
                return Edge(i, word.Text);
            case "a" or "an" when i + 1 < on.Tokens.Length:
                return Periods.Quantity(i, i + 1, 1) ?? Periods.Quantity(i, i + 2, on.Is(i + 1, "few") ? 3 : on.Is(i + 1, "couple") ? 2 : on.Is(i + 1, "dozen") ? 12 : null);
            case "spring" or "summer" or "autumn" or "winter" or "fall":
                return Periods.Season(i);
            default:
                break;
        }

        if (word.Is(WordClass.Number))
            return Periods.Quantity(i, i + 1, on.Value(i));
        if (word.Is(WordClass.Weekday))
            return Weekday(i);
        return null;
    }

    private DateReading? Weekday(int i)
    {
        var ordinal = on.Tokens[i].Word!.Ordinal;
        var last = i + 1;

        // "Tuesday, January 15": the date decides.
        var comma = last < on.Tokens.Length && on.Tokens[last].Mark == Mark.Comma ? last + 1 : last;
        if (on.Month(comma) is not null && on.DayNumber(comma + 1) is not null || on.DayNumber(comma) is not null && on.Month(comma + 1) is not null)
            return Calendar.Named(comma);
        if (on.Published is not { } now)
            return new DateReading(last, null, null, DatePrecision.Day);
        var today = DateWords.Weekday(now);
        var delta = on.Future ? (ordinal - today + 7) % 7 : -((today - ordinal + 7) % 7);
        var day = now.AddDays(delta);
        if (on.Is(last, "and") && last + 1 < on.Tokens.Length && on.Tokens[last + 1].Is(WordClass.Weekday))
        {
            var second = on.Tokens[last + 1].Word!.Ordinal;
            return new DateReading(last + 2, day, day.AddDays((second - ordinal + 7) % 7), DatePrecision.Day);
        }

        if (on.Is(last, "of") && on.Is(last + 1, "last") && on.Is(last + 2, "week"))
            return DateWords.Day(last + 3, now.AddDays(ordinal - today - 7));
        if (on.Is(last, "of") && on.Is(last + 1, "next") && on.Is(last + 2, "week"))
            return DateWords.Day(last + 3, now.AddDays(ordinal - today + 7));
        if (on.Is(last, "of") && on.Is(last + 1, "this") && on.Is(last + 2, "week"))
            return DateWords.Day(last + 3, now.AddDays(ordinal - today));
        // "on Monday next he is to": the coming one.
        if (on.Is(last, "next") && !on.Is(last + 1, "week") && !on.Is(last + 1, "to") && !on.Is(last + 1, "month") && !on.Is(last + 1, "year"))
            return DateWords.Day(last + 1, now.AddDays(((ordinal - today + 6) % 7) + 1));
        if (on.Is(last, "week"))
            return DateWords.Day(last + 1, now.AddDays(((ordinal - today + 7) % 7) + 7));
        if (on.Is(last, "next") && on.Is(last + 1, "week"))
            return DateWords.Day(last + 2, now.AddDays(ordinal - today + 7));
        if (on.Is(last, "last") && on.Is(last + 1, "week"))
            return DateWords.Day(last + 2, now.AddDays(ordinal - today - 7));
        return DateWords.Day(last, day);
    }

    /// <summary>"early June", "late on July 23", "mid-2019", "the end of May": the period named.</summary>
    private DateReading? Edge(int i, string word)
    {
        var at = i + 1;
        while (at < on.Tokens.Length && (on.Tokens[at].Mark == Mark.Hyphen || on.Tokens[at].Is("of") || on.Tokens[at].Is("in") || on.Tokens[at].Is("on") || on.Tokens[at].Is("last") && word is "late" or "early"))
            at++;
        if (at >= on.Tokens.Length || at - i > 3)
            return null;
        if (on.Is(at, "the") && on.Is(at + 1, "month") && on.Published is { } current)
            return new DateReading(at + 2, new DateOnly(current.Year, current.Month, 1), new DateOnly(current.Year, current.Month, DateTime.DaysInMonth(current.Year, current.Month)), DatePrecision.Month);
        if (on.Is(at, "the") && on.Is(at + 1, "week") && word is "end" && on.Published is { } weekly)
            return PeriodReader.WeekFrom(at + 2, weekly.AddDays(1 - DateWords.Weekday(weekly)));
        if (Calendar.Named(at) is not { } period)
        {
            if (on.YearNumber(at) is { } year)
                return new DateReading(at + 1, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), DatePrecision.Year);
            return on.Tokens[at].Is(WordClass.Weekday) && word is "late" or "early" ? Weekday(at) : null;
        }

        return period;
    }
}
