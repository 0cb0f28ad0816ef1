using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>The words that expressions of days are made of: numbers, months, years, and whether a bare day is the next one.</summary>
/// <param name="text">The article's text.</param>
/// <param name="tokens">The tokens of one sentence.</param>
/// <param name="published">The day that "today" is; null where it is not known.</param>
/// <param name="ahead">The sentence looks ahead, whatever its verbs say.</param>
/// <param name="at">The token from which the verbs before are looked at.</param>
internal readonly ref struct DateWords(string text, ReadOnlySpan<Token> tokens, DateOnly? published, bool ahead, int at)
{
    public string Text { get; } = text;

    public ReadOnlySpan<Token> Tokens { get; } = tokens;

    /// <summary>The day that "today" is; null where it is not known.</summary>
    public DateOnly? Published { get; } = published;

    /// <summary>A bare weekday or date is the next one. Found out where it is asked for only, since few tokens begin a date.</summary>
    public bool Future => ahead ? !Outlook.IsOfDone(Tokens, at) : Outlook.IsAhead(Tokens, at);

    public bool Is(int i, string word) => i >= 0 && i < Tokens.Length && Tokens[i].Is(word);

    public int? Value(int i)
    {
        if (i >= Tokens.Length)
            return null;
        if (Tokens[i].Mark == Mark.Number)
            return DateFinder.Number(Text[Tokens[i].Start..Tokens[i].End]);
        return Tokens[i].Word?.Text switch
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

    public int? Month(int i) =>
        i < Tokens.Length && i >= 0 && Tokens[i].Is(WordClass.Month) && (Tokens[i].Capital || !Tokens[i].Is(WordClass.Modal | WordClass.AnyVerb)) ? Tokens[i].Word!.Ordinal : null;

    public int? DayNumber(int i)
    {
        if (i >= Tokens.Length || Tokens[i].Mark != Mark.Number)
            return null;
        var raw = Text.AsSpan(Tokens[i].Start, Tokens[i].End - Tokens[i].Start);
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

    /// <summary>"September second", "May twenty-first", as one speaks: the day, and the token behind it; "in May first signs of" is none.</summary>
    public int? DayWord(int i, out int last)
    {
        last = i + 1;
        var tens = i + 2 < Tokens.Length && Tokens[i + 1].Mark == Mark.Hyphen ? Tokens[i].Word?.Text switch { "twenty" => 20, "thirty" => 30, _ => 0 } : 0;
        var day = Ordinal(tens > 0 ? i + 2 : i) + tens;
        last = tens > 0 ? i + 3 : i + 1;
        return day is > 0 and < 32 && (tens == 0 || day % 10 > 0) && !(last < Tokens.Length && (Tokens[last].Mark == Mark.Hyphen || Tokens[last].Tag is Tag.Noun or Tag.Name or Tag.Adjective or Tag.Verb)) ? day : null;
    }

    /// <summary>The number of an ordinal in words; 0 where it is none.</summary>
    public int Ordinal(int i) => i >= Tokens.Length ? 0 : Tokens[i].Word?.Text switch
    {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" => 4,
        "fifth" => 5,
        "sixth" => 6,
        "seventh" => 7,
        "eighth" => 8,
        "ninth" => 9,
        "tenth" => 10,
        "eleventh" => 11,
        "twelfth" => 12,
        "thirteenth" => 13,
        "fourteenth" => 14,
        "fifteenth" => 15,
        "sixteenth" => 16,
        "seventeenth" => 17,
        "eighteenth" => 18,
        "nineteenth" => 19,
        "twentieth" => 20,
        "thirtieth" => 30,
        _ => 0,
    };

    public int? YearNumber(int i) =>
        i < Tokens.Length && Tokens[i].Mark == Mark.Number && Tokens[i].End - Tokens[i].Start == 4 && Value(i) is > 1800 and < 2200 and var year && !IsHour(i + 1) ? year : null;

    /// <summary>"from 2000 GMT", "at 1900 hours", "by 2015 local time": an hour of the day.</summary>
    private bool IsHour(int behind) =>
        Is(behind, "gmt") || Is(behind, "utc") || Is(behind, "hours") || Is(behind, "hrs") || (Is(behind, "local") && Is(behind + 1, "time"));

    public static DateReading Day(int last, DateOnly? day) => new(last, day, day, DatePrecision.Day);

    /// <summary>From Monday, 1, to Sunday, 7.</summary>
    public static int Weekday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;
}
