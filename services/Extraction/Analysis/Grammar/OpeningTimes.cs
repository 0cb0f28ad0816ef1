namespace Parley.Extraction.Analysis;

/// <summary>Times that stand before the subject without a comma, "On Wednesday Mr. Bush is to": where they end, the subject begins.</summary>
internal static class OpeningTimes
{
    /// <summary>Whether the noun phrase that goes from <paramref name="first"/> is a whole time, and what stands at <paramref name="i"/> begins another phrase.</summary>
    public static bool EndAt(Token[] tokens, int first, int i)
    {
        // A time has a word or two.
        if (i - first > 2 || (i - first == 1 && !(first > 0 && tokens[first - 1].Is("on"))))
            return false;
        if (tokens[i].Tag is not (Tag.Name or Tag.Noun or Tag.Adjective) || tokens[i].Is(WordClass.Weekday | WordClass.Month) || IsPartOfDay(tokens[i]))
            return false;
        return first > 0 && tokens[first - 1].Is("on") && IsDay(tokens, first, i)
            // In the middle of a sentence only a name or a title shows it: "a report on Monday talks".
            ? tokens[i].Capital || first == 1
            : first == 0 && i == 2 && IsReckoned(tokens[0]) && IsSpan(tokens[1])
            || (i == first + 2 && tokens[i].Capital | (first == 2 && tokens[0].Word?.Text is "earlier" or "later") && tokens[first].Tag == Tag.Determiner && !tokens[i - 1].Capital && WordLists.TimeWords.Has(tokens[i - 1].Word?.Text));
    }

    private static bool IsDay(Token[] tokens, int first, int end) => (end - first) switch
    {
        1 => tokens[first].Is(WordClass.Weekday),
        2 => (tokens[first].Is(WordClass.Weekday) && IsPartOfDay(tokens[first + 1]))
            || (tokens[first].Is(WordClass.Month) && tokens[first + 1].Tag == Tag.Number) || (tokens[first].Tag == Tag.Number && tokens[first + 1].Is(WordClass.Month)),
        _ => false,
    };

    private static bool IsPartOfDay(in Token token) => token.Word?.Text is "night" or "morning" or "afternoon" or "evening" or "noon" or "midnight" or "midday";

    private static bool IsReckoned(in Token token) => token.Word?.Text is "last" or "next" or "this" or "late" or "early" or "earlier";

    private static bool IsSpan(in Token token) => token.Is(WordClass.Weekday) || token.Word?.Text is "week" or "weekend" or "month" or "year";
}
