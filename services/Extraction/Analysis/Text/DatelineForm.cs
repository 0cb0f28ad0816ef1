namespace Parley.Extraction.Analysis;

/// <summary>
/// The form of a dateline, whatever town it names: "GENEVA, June 14 (Agency) - ", "THURMONT, Md. (AP) _ ", "Sharm el-Sheikh, Egypt, 9 March (dpa) - ",
/// "Belgrade, 17 March: ", "MOSCOW, May 5. /TASS/. ".
/// </summary>
internal static class DatelineForm
{
    private const int TownWords = 6;
    private const int Regions = 2;
    private const int BracketWords = 8;

    /// <summary>Where the town ends, and where the report begins (tokens).</summary>
    public readonly record struct Parts(int Town, int Report);

    /// <summary>The dateline that begins at a token; null where none does.</summary>
    public static Parts? Of(string text, ReadOnlySpan<Token> tokens, int first)
    {
        if (tokens[first] is not { Mark: Mark.Word, Capital: true } || (first > 0 && !text.AsSpan(tokens[first - 1].End, tokens[first].Start - tokens[first - 1].End).Contains('\n')))
            return null;
        var town = Name(text, tokens, first);
        if (town == first)
            return null;
        var at = town;
        for (var i = 0; i < Regions && at + 1 < tokens.Length && tokens[at].Mark == Mark.Comma; i++)
        {
            var region = Name(text, tokens, at + 1);
            if (region == at + 1)
                break;
            // "Md." before a bracket, a day or a dash.
            at = region < tokens.Length && tokens[region].Mark == Mark.Period && tokens[region].Start == tokens[region - 1].End ? region + 1 : region;
        }

        var upper = tokens[first].AllCapitals && (town - first == 1 || tokens[town - 1].AllCapitals);
        var day = Day(tokens, at);
        var dated = day > at;
        var agency = Agency(text, tokens, day, out var known);
        return Report(text, tokens, agency, dated, inBrackets: agency > day, known, upper) is { } report ? new Parts(town, report) : null;
    }

    /// <summary>Behind the words of a name: "SHARM EL-SHEIKH", "Addis Ababa/Asmara", "Rio de Janeiro".</summary>
    private static int Name(string text, ReadOnlySpan<Token> tokens, int first)
    {
        var at = first;
        while (at < tokens.Length && at - first < TownWords)
        {
            if (tokens[at] is { Mark: Mark.Word, Capital: true } && !IsOfDay(tokens, at) && !tokens[at].Is(WordClass.Determiner | WordClass.Pronoun))
                at++;
            else if (at > first && at + 1 < tokens.Length && IsBetween(text, tokens[at]) && tokens[at + 1] is { Mark: Mark.Word } && (tokens[at + 1].Capital || tokens[at + 1].Start == tokens[at].End))
                at++;
            else if (at > first && at + 1 < tokens.Length && tokens[at] is { Mark: Mark.Word } && tokens[at].End - tokens[at].Start < 5 && (tokens[at + 1] is { Mark: Mark.Word, Capital: true } || tokens[at + 1].Mark == Mark.Hyphen))
                at++;
            else
                break;
        }

        return at;
    }

    private static bool IsBetween(string text, Token token) => token.Mark is Mark.Hyphen or Mark.Apostrophe || (token.Mark == Mark.Dash && text[token.Start] == '/');

    private static bool IsOfDay(ReadOnlySpan<Token> tokens, int at) =>
        tokens[at].Is(WordClass.Weekday) || (tokens[at].Is(WordClass.Month) && ((at + 1 < tokens.Length && tokens[at + 1].Mark == Mark.Number) || (at > 0 && tokens[at - 1].Mark == Mark.Number)));

    /// <summary>Behind "June 14", ", 14 June 1998", ", Tuesday, June 14"; the same token where no day stands there.</summary>
    private static int Day(ReadOnlySpan<Token> tokens, int first)
    {
        var at = first;
        if (at < tokens.Length && tokens[at].Mark == Mark.Comma)
            at++;
        if (at + 1 < tokens.Length && tokens[at].Is(WordClass.Weekday))
            at += tokens[at + 1].Mark == Mark.Comma ? 2 : 1;
        if (at + 1 >= tokens.Length || !((tokens[at].Is(WordClass.Month) && tokens[at + 1].Mark == Mark.Number) || (tokens[at].Mark == Mark.Number && tokens[at + 1].Is(WordClass.Month))))
            return first;
        at += 2;
        var year = at < tokens.Length && tokens[at].Mark == Mark.Comma ? at + 1 : at;
        return year < tokens.Length && tokens[year].Mark == Mark.Number && tokens[year].End - tokens[year].Start == 4 ? year + 1 : at;
    }

    /// <summary>Behind "(dpa)", ". /TASS/", "| AFP", ", IRNA"; the same token where no agency is named.</summary>
    private static int Agency(string text, ReadOnlySpan<Token> tokens, int first, out bool known)
    {
        known = false;
        var at = first;
        if (at < tokens.Length && tokens[at].Mark is Mark.Period or Mark.Comma)
            at++;
        if (at + 1 >= tokens.Length)
            return first;
        var open = text[tokens[at].Start];
        if (open is '|' || (at > first && tokens[first].Mark == Mark.Comma && tokens[at].AllCapitals))
        {
            at = open is '|' ? at + 1 : at;
            known = IsAgency(text, tokens[at]);
            return known ? at + 1 : first;
        }

        if (open is not ('(' or '[' or '/'))
            return first;
        for (var i = at + 1; i < tokens.Length && i - at <= BracketWords; i++)
        {
            known |= IsAgency(text, tokens[i]);
            if (tokens[i].Mark == Mark.Close || (open == '/' && text[tokens[i].Start] == '/'))
                return open != '/' || known ? i + 1 : first;
        }

        known = false;
        return first;
    }

    private static bool IsAgency(string text, Token token)
    {
        Span<char> folded = stackalloc char[16];
        var name = text.AsSpan(token.Start, token.End - token.Start);
        return token.Mark == Mark.Word && name.Length <= folded.Length && WordLists.Agencies.Has(folded[..name.ToLowerInvariant(folded)]);
    }

    /// <summary>Where the report begins, behind the dash; capitals need no more than a day, an agency or a country for it, a name as it is usually written a day or an agency that is known.</summary>
    private static int? Report(string text, ReadOnlySpan<Token> tokens, int at, bool dated, bool inBrackets, bool known, bool upper)
    {
        if (!(dated || known || (upper && inBrackets)))
            return null;
        // ".-", "/TASS/."
        var stopped = at < tokens.Length && tokens[at].Mark == Mark.Period;
        if (stopped)
            at++;
        if (at + 1 >= tokens.Length)
            return null;
        return tokens[at].Mark == Mark.Dash || text[tokens[at].Start] is '_' or ':' ? at + 1 : stopped && known && text[tokens[at - 2].Start] == '/' ? at : null;
    }
}
