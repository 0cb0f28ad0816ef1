using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Cuts a text into words, numbers and marks, in one pass.</summary>
internal static class Tokenizer
{
    private const int MaxWord = 64;

    public static List<Token> Tokenize(string text, int length, Vocabulary words)
    {
        var tokens = new List<Token>();
        Tokenize(text, length, words, tokens);
        return tokens;
    }

    /// <summary>Adds the tokens of a text to a list that is used from text to text.</summary>
    public static void Tokenize(string text, int length, Vocabulary words, List<Token> tokens)
    {
        tokens.EnsureCapacity((length / 5) + 8);
        var spaced = Spacing.PartsHyphens(text, length);
        Span<char> buffer = stackalloc char[MaxWord];
        var i = 0;
        while (i < length)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF' or '\u00AD')
            {
                i++;
            }
            else if (char.IsLetter(c))
            {
                i = ReadWord(text, i, length, words, tokens, buffer);
            }
            else if (char.IsAsciiDigit(c))
            {
                i = ReadNumber(text, i, length, words, tokens);
            }
            else
            {
                i = ReadMark(text, i, length, words, tokens);
                if (spaced && tokens[^1].Mark == Mark.Dash && Spacing.IsHyphen(text, i - 1, length))
                    System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tokens)[^1].Mark = Mark.Hyphen;
            }
        }
    }

    private static int ReadWord(string text, int start, int length, Vocabulary words, List<Token> tokens, Span<char> buffer)
    {
        // Nearly every word is of plain letters with nothing behind that might be of it: read, folded and hashed in one go.
        var i = start;
        var capitals = 0;
        var hash = Vocabulary.NoHash;
        while (i < length && i - start < MaxWord && char.IsAsciiLetter(text[i]))
        {
            var letter = (char)(text[i] | 0x20);
            capitals += text[i] == letter ? 0 : 1;
            hash = Vocabulary.Hash(hash, letter);
            buffer[i++ - start] = letter;
        }

        if (i == length || text[i] == ' ' || (text[i] != '.' && !IsInner(text, i, length)))
        {
            var folded = buffer[..(i - start)];
            Add(text, start, i, words.Find(folded, hash), folded, capitals == folded.Length && capitals > 1, tokens);
            return i;
        }

        while (i < length && (char.IsAsciiLetter(text[i]) || IsInner(text, i, length)))
            i++;

        var end = i;
        if (end - start > 2 && IsApostrophe(text[end - 2]) && text[end - 1] is 's' or 'S' && end - 2 > start && IsApostrophe(text[end - 2]))
        {
            Add(text, start, end - 2, words, tokens, buffer);
            tokens.Add(new Token { Start = end - 2, End = end, Mark = Mark.Apostrophe, Word = words.Find("'s") });
            return end;
        }

        if (end - start > 3 && text[end - 1] is 't' or 'T' && IsApostrophe(text[Math.Max(start, end - 2)]) && text[Math.Max(start, end - 3)] is 'n' or 'N')
        {
            Add(text, start, end - 3, words, tokens, buffer);
            Add(text, end - 3, end, words, tokens, buffer);
            return end;
        }

        // A final period belongs to initials ("U.S.", "J.") and to known abbreviations.
        if (end < length && text[end] == '.' && (HasInnerPeriod(text, start, end) || (end - start == 1 && char.IsUpper(text[start])) || words.IsAbbreviation(text.AsSpan(start, end - start))))
            end++;
        Add(text, start, end, words, tokens, buffer);
        return end;
    }

    private static bool IsInner(string text, int i, int length)
    {
        var c = text[i];
        if (char.IsLetterOrDigit(c) || c is >= '\u0300' and <= '\u036F' or '\u00AD')
            return true;
        if (i + 1 >= length || !char.IsLetter(text[i + 1]))
            return false;
        if (IsApostrophe(c))
            return true;

        // "U.S", "a.m": a period between single letters.
        return c == '.' && char.IsLetter(text[i - 1]) && (i < 2 || !char.IsLetter(text[i - 2])) && (i + 2 >= length || !char.IsLetter(text[i + 2]));
    }

    private static bool HasInnerPeriod(string text, int start, int end) => text.AsSpan(start, end - start).Contains('.');

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC';

    private static int ReadNumber(string text, int start, int length, Vocabulary words, List<Token> tokens)
    {
        var i = start;
        while (i < length && (char.IsAsciiDigit(text[i]) || (text[i] is ',' or '.' or ':' && i + 1 < length && char.IsAsciiDigit(text[i + 1]))))
            i++;
        while (i < length && char.IsLetter(text[i]))
            i++;
        var token = new Token { Start = start, End = i, Mark = Mark.Number, Word = words.Find(text.AsSpan(start, i - start)) };
        tokens.Add(token);
        return i;
    }

    private static int ReadMark(string text, int i, int length, Vocabulary words, List<Token> tokens)
    {
        var c = text[i];
        var end = i + 1;
        Mark mark;
        switch (c)
        {
            case ',':
                mark = Mark.Comma;
                break;
            case '.' or '!' or '?' or '\u2026':
                mark = Mark.Period;
                while (end < length && text[end] is '.' or '!' or '?' && end < length)
                {
                    if (++end >= length)
                        break;
                }

                break;
            case ';' or ':':
                mark = Mark.Stop;
                break;
            case '(' or '[' or '{':
                mark = Mark.Open;
                break;
            case ')' or ']' or '}':
                mark = Mark.Close;
                break;
            case '"' or '\u201C' or '\u201D' or '\u00AB' or '\u00BB' or '\u201E':
                mark = Mark.Quote;
                break;
            case '\'' or '\u2018' or '\u2019' or '`':
                mark = i > 0 && text[i - 1] is 's' && (i + 1 >= length || char.IsWhiteSpace(text[i + 1])) ? Mark.Apostrophe : Mark.Quote;
                break;
            case '-' or '\u2010' or '\u2011' or '\u2013' or '\u2014' or '\u2212' or '/':
                while (end < length && text[end] == c)
                    end++;
                mark = end == i + 1 && c is not '\u2014' && i > 0 && end < length && char.IsLetterOrDigit(text[i - 1]) | text[i - 1] == '.' && char.IsLetterOrDigit(text[end])
                    ? Mark.Hyphen
                    : Mark.Dash;
                break;
            case '&':
                mark = Mark.Word;
                break;
            default:
                mark = Mark.Other;
                break;
        }

        tokens.Add(new Token { Start = i, End = end, Mark = mark, Word = mark is Mark.Word ? words.Find("&") : null });
        return end;
    }

    private static void Add(string text, int start, int end, Vocabulary words, List<Token> tokens, Span<char> buffer)
    {
        var span = text.AsSpan(start, end - start);
        var (capitals, letters, digits, folded) = (0, 0, 0, 0);
        var fits = span.Length <= MaxWord;
        foreach (var c in span)
        {
            // Nearly every letter.
            if (char.IsAsciiLetterLower(c))
            {
                letters++;
                if (fits)
                    buffer[folded++] = c;
                continue;
            }

            if (char.IsAsciiDigit(c))
                digits++;
            if (char.IsLetter(c))
            {
                letters++;
                capitals += char.IsUpper(c) ? 1 : 0;
            }

            if (fits && LetterFolding.Fold(c) is not '\0' and var letter)
                buffer[folded++] = letter;
        }

        var word = folded == 0 ? null : words.Find(buffer[..folded]);

        // "U.S" without its last period is the same word as with it.
        if (word is null && folded is > 0 and < MaxWord && span.Contains('.') && buffer[folded - 1] != '.')
        {
            buffer[folded] = '.';
            word = words.Find(buffer[..(folded + 1)]);
        }

        Add(text, start, end, word, buffer[..folded], capitals == letters && letters + digits > 1, tokens);
    }

    private static void Add(string text, int start, int end, Word? word, ReadOnlySpan<char> folded, bool allCapitals, List<Token> tokens)
    {
        var capital = char.IsUpper(text[start]);
        if (word is null && folded.Length > 5 && !capital)
            word = Vocabulary.ByEnding(folded);
        tokens.Add(new Token { Start = start, End = end, Mark = Mark.Word, Word = word, Capital = capital, AllCapitals = allCapitals });
    }
}
