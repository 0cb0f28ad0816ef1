namespace Parley.Extraction.Analysis;

/// <summary>Groups tokens into sentences; knows wrapped lines, headings and what stands before a report (a date line, a dateline).</summary>
internal static class SentenceSplitter
{
    private const int MaxTokens = 160;

    public static List<Sentence> Split(string text, List<Token> tokens)
    {
        var sentences = new List<Sentence>();
        Split(text, tokens, sentences);
        return sentences;
    }

    /// <summary>Adds the sentences of a text to a list that is used from text to text.</summary>
    public static void Split(string text, List<Token> tokens, List<Sentence> sentences)
    {
        var wrapped = IsWrapped(text, tokens);
        var first = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i == first && DatelineForm.Of(text, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tokens), i) is { } dateline)
                i = first = dateline.Report;
            var last = i + 1;
            var ended = tokens[i].Mark == Mark.Period && EndsHere(text, tokens, i);
            if (ended)
            {
                while (last < tokens.Count && tokens[last].Mark is Mark.Quote or Mark.Close && tokens[last].Start - tokens[last - 1].End == 0)
                    last++;
            }

            var lineEnd = last >= tokens.Count || BreaksLine(text, tokens, last - 1, wrapped);
            if (!ended && !lineEnd && last - first < MaxTokens && !EndsWithAbbreviation(text, tokens, i))
                continue;
            var isTitle = lineEnd && !ended;
            Add(text, tokens, first, last, isTitle, sentences);
            first = last;
            i = last - 1;
        }
    }

    private static void Add(string text, List<Token> tokens, int first, int last, bool isTitle, List<Sentence> sentences)
    {
        first = SkipFurniture(text, tokens, first, last);
        while (first < last && tokens[first].Mark is not (Mark.Word or Mark.Number or Mark.Quote or Mark.Open))
            first++;
        if (last > first)
            sentences.Add(new Sentence(first, last, tokens[first].Start, tokens[last - 1].End, isTitle));
    }

    /// <summary>Skips "date 2020-06-14", "[HH]" and datelines such as "CAIRO, June 14 (Agency) - ".</summary>
    private static int SkipFurniture(string text, List<Token> tokens, int first, int last)
    {
        if (first + 6 < last && tokens[first].Is("date") && tokens[first + 1].Mark == Mark.Number && tokens[first + 2].Mark == Mark.Hyphen)
            first += 6;
        if (first + 3 < last && tokens[first].Mark == Mark.Open && tokens[first + 1].AllCapitals && tokens[first + 2].Mark == Mark.Close && text[tokens[first].Start] == '[')
            first += 3;

        // A dateline begins with capitals and ends in a dash within a dozen tokens.
        var limit = Math.Min(last, first + 14);
        for (var i = first; i < limit; i++)
        {
            if (tokens[i].Mark == Mark.Dash && i > first && i + 1 < last)
                return IsDateline(text, tokens, first, i) ? i + 1 : first;
            if (tokens[i].Mark is Mark.Period or Mark.Quote or Mark.Stop)
                break;
        }

        return first;
    }

    private static bool IsDateline(string text, List<Token> tokens, int first, int dash)
    {
        var capitals = false;
        for (var i = first; i < dash; i++)
        {
            capitals |= tokens[i].AllCapitals || tokens[i].Mark == Mark.Open;
            if (tokens[i].Mark == Mark.Word && !tokens[i].Capital && !tokens[i].Is(WordClass.Month | WordClass.Preposition))
                return false;
        }

        return capitals && text.AsSpan(tokens[dash].Start, tokens[dash].End - tokens[dash].Start)[0] != '/';
    }

    private static bool EndsHere(string text, List<Token> tokens, int i)
    {
        var next = i + 1;
        while (next < tokens.Count && tokens[next].Mark is Mark.Quote or Mark.Close)
            next++;
        if (next >= tokens.Count)
            return true;
        ref readonly var after = ref System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tokens)[next];

        // "..." inside a quotation goes on.
        if (tokens[i].End - tokens[i].Start > 2 && text[tokens[i].Start] == '.' && !after.Capital)
            return false;
        return after.Start > tokens[i].End && (after.Capital || after.Mark is not Mark.Word || tokens[i].End < text.Length && text[tokens[i].End] == '\n');
    }

    /// <summary>"… from the U.S. The minister …": the abbreviation's period ends the sentence too where a plain capitalised function word follows.</summary>
    private static bool EndsWithAbbreviation(string text, List<Token> tokens, int i)
    {
        if (i + 1 >= tokens.Count || tokens[i].Mark != Mark.Word || text[tokens[i].End - 1] != '.')
            return false;
        var next = tokens[i + 1];
        return next.Capital && next.Is(WordClass.Determiner | WordClass.Pronoun | WordClass.Possessive | WordClass.Preposition) && !next.AllCapitals;
    }

    private static bool BreaksLine(string text, List<Token> tokens, int i, bool wrapped)
    {
        var lines = Lines(text, tokens[i].End, tokens[i + 1].Start);
        if (lines == 0)
            return false;
        if (lines > 1)
            return true;
        var next = tokens[i + 1];
        if (next.Mark == Mark.Word && !next.Capital)
            return false;
        if (!wrapped)
            return tokens[i].Mark != Mark.Comma && !tokens[i].Is(WordClass.Preposition | WordClass.Determiner | WordClass.Conjunction | WordClass.Possessive | WordClass.Modal | WordClass.Be);
        var lineStart = text.LastIndexOf('\n', tokens[i].Start) + 1;
        return tokens[i].End - lineStart < 45;
    }

    /// <summary>Lines are wrapped where many go on in lower case on the next.</summary>
    private static bool IsWrapped(string text, List<Token> tokens)
    {
        var breaks = 0;
        var continued = 0;
        var end = 0;
        foreach (ref readonly var token in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tokens))
        {
            if (end > 0 && Lines(text, end, token.Start) == 1)
            {
                breaks++;
                if (token.Mark == Mark.Word && !token.Capital)
                    continued++;
            }

            end = token.End;
        }

        return continued > 1 && continued * 4 > breaks;
    }

    /// <summary>How many lines end between two tokens; between nearly all of them there is a blank or nothing.</summary>
    private static int Lines(string text, int end, int start) =>
        start == end || (start == end + 1 && text[end] == ' ') ? 0 : text.AsSpan(end, start - end).Count('\n');
}
