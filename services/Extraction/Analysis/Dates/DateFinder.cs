using System.Globalization;

namespace Parley.Extraction.Analysis;

/// <summary>Finds expressions of days and periods in a run of tokens and resolves them against a publication date.</summary>
internal static class DateFinder
{
    /// <param name="text">The article's text.</param>
    /// <param name="tokens">The tokens of one sentence.</param>
    /// <param name="published">The day of publication where the outlet is; null leaves what needs it unknown.</param>
    /// <param name="future">The sentence looks ahead: a bare weekday or date is the next one.</param>
    public static List<DateExpression> Find(string text, ReadOnlySpan<Token> tokens, DateOnly? published, bool future)
    {
        var found = new List<DateExpression>();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Mark != Mark.Number && !tokens[i].Is(WordRules.Day) && !tokens[i].Is(WordClass.Month | WordClass.Weekday | WordClass.Number))
                continue;
            var reader = new DateReader(text, tokens, published, future, i);
            if (reader.Read(i) is not { } read)
                continue;
            if (Range(reader, tokens, i, read) is { } range)
                read = range;
            if (IsGuessed(tokens, i) && found.FindLastIndex(static d => d is { Precision: Parley.Contracts.DatePrecision.Week, From: not null }) is >= 0 and var week)
            {
                var day = found[week].From!.Value.AddDays(tokens[i].Word!.Ordinal - 1);
                read = read with { From = day, To = day };
                found.RemoveAt(week);
            }

            var start = tokens[i].Start;
            var end = tokens[read.Last - 1].End;
            found.Add(new DateExpression(start, end, text[start..end], read.From, read.To, read.Precision));
            i = read.Last - 1;
        }

        return found;
    }

    /// <summary>"next week, officials said, probably on Tuesday": the weekday of the week that was told.</summary>
    public static bool IsGuessed(ReadOnlySpan<Token> tokens, int at)
    {
        var guess = at > 1 && tokens[at - 1].Is("on") ? at - 2 : at - 1;
        return guess >= 0 && tokens[at].Is(WordClass.Weekday) && tokens[guess].Word?.Text is "probably" or "possibly" or "likely" or "perhaps" or "presumably" or "maybe";
    }

    /// <summary>"from June 10 to June 14", "between 2007 and 2009", "Monday through Thursday".</summary>
    private static DateReading? Range(DateReader reader, ReadOnlySpan<Token> tokens, int first, DateReading read)
    {
        var last = read.Last;
        if (last + 1 >= tokens.Length || read.From is not { } from)
            return null;
        // "postponed from Thursday to Saturday": two days, and nothing between.
        if (Outlook.IsPutOffTo(tokens, last + 1))
            return null;
        var between = first > 0 && tokens[first - 1].Is("between");
        if (!(tokens[last].Word?.Text is "to" or "through" or "until" or "till") && !(between && tokens[last].Is("and")) && !(tokens[last].Mark is Mark.Hyphen or Mark.Dash && tokens[last + 1].Start - tokens[last - 1].End < 4))
            return null;
        if (reader.Read(last + 1) is { From: { } day, To: not null, Precision: Parley.Contracts.DatePrecision.Day } weekday && tokens[last + 1].Is(WordClass.Weekday) && tokens[first].Is(WordClass.Weekday) && day < from)
            // "from Monday to Tuesday of last week": both are of that week.
            return tokens[weekday.Last - 1].Is("week") ? new DateReading(weekday.Last, day.AddDays(-((tokens[last + 1].Word!.Ordinal - tokens[first].Word!.Ordinal + 7) % 7)), day, read.Precision)
                : new DateReading(weekday.Last, from, day.AddDays(7), read.Precision);
        return reader.Read(last + 1) is { From: not null, To: { } to } second && to >= from && to.DayNumber - from.DayNumber < 4000
            ? new DateReading(second.Last, from, to, read.Precision) : null;
    }

    public static int? Number(string text)
    {
        var digits = text.AsSpan();
        var n = 0;
        while (n < digits.Length && char.IsAsciiDigit(digits[n]))
            n++;
        return n is > 0 and < 5 && int.TryParse(digits[..n], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
