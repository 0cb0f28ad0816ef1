using System.Globalization;
using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Feast days that news dates by: New Year, Christmas, Easter and what hangs on them.</summary>
internal static class Feasts
{
    // The years that the calendar knows, and one to look back and ahead.
    private const int FirstHijri = 1902;
    private const int LastHijri = 2075;

    private static readonly UmAlQuraCalendar Calendar = new();

    public static bool MayBegin(in Token token) => token.Capital && token.Word is { } word && MayBegin(word.Text);

    public static bool MayBegin(string word) => word is "new" or "christmas" or "boxing" or "easter" or "good" or "epiphany" or "eid";

    public static DateReading? Read(string text, ReadOnlySpan<Token> tokens, int i, DateOnly? published, bool future)
    {
        if (Find(tokens, i) is not { } feast || (tokens[i].Is("eid") && published is { Year: < FirstHijri or > LastHijri }))
            return null;
        if (published is not { } now)
            return new DateReading(feast.Last, null, null, DatePrecision.Day);
        var on = new DateWords(text, tokens, published, future, i);
        var at = on.Is(feast.Last, "of") || on.Is(feast.Last, "in") || (feast.Last < tokens.Length && tokens[feast.Last].Mark == Mark.Comma) ? feast.Last + 1 : feast.Last;
        var (last, day) = on.YearNumber(at) is { } year ? (at + 1, feast.In(year)) : (feast.Last, Nearest(feast.In, now, future));
        return new DateReading(last, day, day, DatePrecision.Day);
    }

    private static (int Last, Func<int, DateOnly> In)? Find(ReadOnlySpan<Token> tokens, int i)
    {
        var next = i + 1 < tokens.Length ? tokens[i + 1].Word?.Text : null;
        switch (tokens[i].Word?.Text)
        {
            case "new" when next is "year" or "year's":
                var at = i + 2 < tokens.Length && tokens[i + 2].Mark == Mark.Apostrophe ? i + 3 : i + 2;
                return at >= tokens.Length ? null : tokens[at].Word?.Text switch
                {
                    "day" => (at + 1, year => new DateOnly(year, 1, 1)),
                    "eve" => (at + 1, year => new DateOnly(year, 12, 31)),
                    _ => null,
                };
            case "christmas":
                return next is "eve" ? (i + 2, year => new DateOnly(year, 12, 24)) : next is "day" ? (i + 2, year => new DateOnly(year, 12, 25))
                    : i > 0 && tokens[i - 1].Word?.Text is "at" or "on" or "before" or "by" or "after" or "until" or "since" ? (i + 1, year => new DateOnly(year, 12, 25)) : null;
            case "boxing" when next is "day":
                return (i + 2, year => new DateOnly(year, 12, 26));
            case "easter":
                return next is "sunday" ? (i + 2, Easter) : next is "monday" ? (i + 2, year => Easter(year).AddDays(1)) : next is "saturday" ? (i + 2, year => Easter(year).AddDays(-1))
                    : i > 0 && tokens[i - 1].Word?.Text is "at" or "on" or "before" or "by" or "after" or "until" or "since" ? (i + 1, Easter) : null;
            case "good" when next is "friday":
                return (i + 2, year => Easter(year).AddDays(-2));
            case "epiphany":
                return (i + 1, year => new DateOnly(year, 1, 6));
            case "eid":
                // "Eid", "Eid al-Fitr", "Eid al-Adha": the hyphen is a token; alone it is the first of the two.
                var part = i + 2 < tokens.Length && tokens[i + 1].Word?.Text is "al" or "ul" or "el" ? tokens[i + 2].Mark == Mark.Hyphen ? i + 3 : i + 2 : -1;
                return part < 0 || part >= tokens.Length ? (i + 1, year => Hijri(year, 10, 1)) : tokens[part].Word?.Text switch
                {
                    "fitr" => (part + 1, year => Hijri(year, 10, 1)),
                    "adha" or "azha" => (part + 1, year => Hijri(year, 12, 10)),
                    _ => null,
                };
            default:
                return null;
        }
    }

    /// <summary>The day of the Islamic calendar, as Saudi Arabia reckons it, in a year of ours; the sighting of the moon may move it by a day.</summary>
    private static DateOnly Hijri(int year, int month, int day)
    {
        for (var hijri = Calendar.GetYear(new DateTime(year, 1, 1)); ; hijri++)
        {
            if (DateOnly.FromDateTime(Calendar.ToDateTime(hijri, month, day, 0, 0, 0, 0)) is var on && on.Year >= year)
                return on;
        }
    }

    private static DateOnly Nearest(Func<int, DateOnly> feast, DateOnly now, bool future)
    {
        var best = feast(now.Year);
        foreach (var day in new[] { feast(now.Year - 1), feast(now.Year + 1) })
        {
            if (Cost(day, now, future) < Cost(best, now, future))
                best = day;
        }

        return best;
    }

    private static int Cost(DateOnly day, DateOnly now, bool future)
    {
        var days = day.DayNumber - now.DayNumber;
        return days >= 0 ? (future ? days : days * 3) : (future ? -days * 3 : -days);
    }

    /// <summary>Western Easter, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8).</summary>
    private static DateOnly Easter(int year)
    {
        var a = year % 19;
        var (b, c) = (year / 100, year % 100);
        var (d, e) = (b / 4, b % 4);
        var g = ((8 * b) + 13) / 25;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = (c / 4, c % 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (19 * l)) / 433;
        var n = (h + l - (7 * m) + 90) / 25;
        return new DateOnly(year, n, ((h + l - (7 * m) + (33 * n) + 19) % 32));
    }
}
