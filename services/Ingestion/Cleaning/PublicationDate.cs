using System.Globalization;
using Parley.Contracts;

namespace Parley.Ingestion.Cleaning;

/// <summary>
/// Infers when a text was published from what it says itself: a date line ("date 2020-06-14 …", "June 14 2020 11:08:00"), a dateline
/// ("CAIRO, 14 June 2020 (Agency) - "), a photo caption ("… in Ankara, Turkey on June 19, 2020"). Pure: no clock.
/// </summary>
internal static class PublicationDate
{
    // A date line or dateline stands at the top; captions may stand a little further down.
    private const int Head = 1200;
    private const int Top = 300;

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>The publication time that the text states, at UTC because texts name no offset; midnight where it names no clock time; null where it states none.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="latest">The day after which it cannot have been published; gives a dateline its year where it names none.</param>
    public static DateTimeOffset? Infer(string text, DateOnly latest)
    {
        var head = text.Length > Head ? text[..Head] : text;
        var words = Split(head);
        DateTime? best = null;
        var caption = default(DateTime?);
        for (var i = 0; i < words.Count; i++)
        {
            if (Read(words, i, latest) is not { } read)
                continue;
            var atTop = words[i].Start < Top;
            var stands = atTop && (IsDateLine(head, words, i, read.Last) || IsDateline(head, words, i));
            if (stands)
            {
                var time = Clock(words, read.Last);
                var candidate = read.Day.Add(time ?? TimeSpan.Zero);

                // A line with a clock time says more than the day alone; both name the same day.
                if (best is null || (best.Value.Date == candidate.Date && time is not null))
                    best = candidate;
            }
            else if (read.HasYear && IsCaption(head, words, i))
            {
                // Of several captions the latest is the nearest to the publication.
                caption = caption is null || read.Day > caption ? read.Day : caption;
            }

            i = read.Last;
        }

        return (best ?? caption) is { } found && DateOnly.FromDateTime(found) <= latest ? new DateTimeOffset(DateTime.SpecifyKind(found, DateTimeKind.Unspecified), TimeSpan.Zero) : null;
    }

    private readonly record struct Piece(int Start, int End, string Text);

    private readonly record struct Found(DateTime Day, int Last, bool HasYear);

    private static List<Piece> Split(string text)
    {
        var pieces = new List<Piece>();
        var i = 0;
        while (i < text.Length)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || (text[i] is ':' or '-' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i - 1]))))
                i++;
            pieces.Add(new Piece(start, i, text[start..i]));
        }

        return pieces;
    }

    private static Found? Read(List<Piece> words, int i, DateOnly latest)
    {
        if (DateTime.TryParseExact(words[i].Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso) && PublicationTime.IsYear(iso.Year))
            return new Found(iso, i, true);
        if (i + 1 >= words.Count)
            return null;
        var (month, day) = (Month(words[i].Text), Number(words[i + 1].Text, 2));
        if (month is null)
            (month, day) = (Month(words[i + 1].Text), Number(words[i].Text, 2));
        if (month is not { } m || day is not { } d || d is < 1 or > 31)
            return null;
        if (i + 2 < words.Count && Number(words[i + 2].Text, 4) is > 1900 and < 2200 and var year)
            return d <= DateTime.DaysInMonth(year, m) ? new Found(new DateTime(year, m, d), i + 2, true) : null;
        for (var back = 0; back < 5; back++)
        {
            var tried = latest.Year - back;
            if (d <= DateTime.DaysInMonth(tried, m) && new DateOnly(tried, m, d) <= latest)
                return new Found(new DateTime(tried, m, d), i + 1, false);
        }

        return null;
    }

    private static int? Month(string word)
    {
        for (var i = 0; i < Months.Length; i++)
        {
            if (word.Equals(Months[i], StringComparison.OrdinalIgnoreCase) || (word.Length is 3 or 4 && Months[i].StartsWith(word, StringComparison.OrdinalIgnoreCase)))
                return i + 1;
        }

        return null;
    }

    private static int? Number(string word, int digits) =>
        word.Length <= digits && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static TimeSpan? Clock(List<Piece> words, int last) =>
        last + 1 < words.Count && words[last + 1].Text.Contains(':', StringComparison.Ordinal)
        && TimeSpan.TryParse(words[last + 1].Text, CultureInfo.InvariantCulture, out var time) && time < TimeSpan.FromDays(1) ? time : null;

    /// <summary>The date stands alone on its line, or opens it behind a label ("date", "Published:", "Updated").</summary>
    private static bool IsDateLine(string text, List<Piece> words, int first, int last)
    {
        var lineStart = text.LastIndexOf('\n', Math.Max(0, words[first].Start - 1)) + 1;
        var before = text[lineStart..words[first].Start].Trim(' ', '\t', '\r', '•', '-', '|', ':', '*', '\u00A0');
        if (before.Length == 0)
        {
            var behind = Clock(words, last) is null ? last : last + 1;
            var lineEnd = text.IndexOf('\n', words[behind].End) is >= 0 and var end ? end : text.Length;
            return lineEnd - words[behind].End < 30;
        }

        return before.Length < 24 && before.TrimEnd(':', ',').Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var label, ..]
            && label.TrimEnd(':') is "date" or "Date" or "Published" or "Updated" or "Posted" or "PUBLISHED" or "DATE" or "UPDATED";
    }

    /// <summary>"CAIRO, June 14 (Agency) - ": capitals open the line, and a bracket or dash follows.</summary>
    private static bool IsDateline(string text, List<Piece> words, int first)
    {
        var lineStart = text.LastIndexOf('\n', Math.Max(0, words[first].Start - 1)) + 1;
        var before = text.AsSpan(lineStart, words[first].Start - lineStart);
        if (before.Length is 0 or > 60 || !char.IsUpper(before.TrimStart()[..1] is [var initial] ? initial : ' '))
            return false;
        var capitals = 0;
        foreach (var c in before)
        {
            if (char.IsLower(c))
                return false;
            if (char.IsUpper(c))
                capitals++;
        }

        var after = text.AsSpan(words[first].End, Math.Min(60, text.Length - words[first].End));
        return capitals > 2 && after.IndexOfAny("(-–—") is >= 0 and < 40;
    }

    /// <summary>"on June 19, 2020" at the end of a sentence of the present tense or before a credit.</summary>
    private static bool IsCaption(string text, List<Piece> words, int first)
    {
        if (first == 0 || !words[first - 1].Text.Equals("on", StringComparison.OrdinalIgnoreCase))
            return false;
        var end = text.AsSpan(words[first].End, Math.Min(24, text.Length - words[first].End));
        var stop = end.IndexOfAny('.', '(');
        var sentence = text.LastIndexOfAny(['.', '\n'], Math.Max(0, words[first].Start - 1)) + 1;
        var told = text[sentence..words[first].Start];
        return stop >= 0 && (told.Contains("(R)", StringComparison.Ordinal) || told.Contains("(L)", StringComparison.Ordinal) || told.Contains(" hold ", StringComparison.Ordinal)
            || told.Contains(" holds ", StringComparison.Ordinal) || told.Contains(" attend", StringComparison.Ordinal) && !told.Contains(" attended", StringComparison.Ordinal) || told.Contains(" meets ", StringComparison.Ordinal) || told.Contains(" speaks ", StringComparison.Ordinal)
            || told.Contains(" speak ", StringComparison.Ordinal) || told.Contains(" shakes ", StringComparison.Ordinal) || told.Contains(" pose ", StringComparison.Ordinal) || told.Contains(" arrives ", StringComparison.Ordinal) || told.Contains("seen ", StringComparison.Ordinal));
    }
}
