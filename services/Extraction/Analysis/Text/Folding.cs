namespace Parley.Extraction.Analysis;

/// <summary>Folds letters so that case, diacritics and typographic apostrophes do not matter.</summary>
internal static class Folding
{
    // U+00C0 to U+024F, one base letter each; a space keeps the character as it is.
    private const string Latin =
        "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    public static char Fold(char c)
    {
        if (c < 0x80)
            return char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
        if (c >= 0xC0 && c - 0xC0 < Latin.Length)
            return Latin[c - 0xC0] == ' ' ? c : Latin[c - 0xC0];
        return c switch
        {
            '\u2019' or '\u2018' or '\u02BC' or '`' => '\'',
            '\u0218' or '\u0219' => 's',
            '\u021A' or '\u021B' => 't',
            >= '\u0300' and <= '\u036F' => '\0',
            _ => char.ToLowerInvariant(c),
        };
    }

    /// <summary>Folds into a buffer; the length written.</summary>
    public static int Fold(ReadOnlySpan<char> text, Span<char> buffer)
    {
        var n = 0;
        foreach (var c in text)
        {
            if (n == buffer.Length)
                break;
            var folded = Fold(c);
            if (folded != '\0')
                buffer[n++] = folded;
        }

        return n;
    }

    public static string Fold(string text)
    {
        Span<char> buffer = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        ReadOnlySpan<char> folded = buffer[..Fold(text, buffer)];
        return folded.SequenceEqual(text) ? text : new string(folded);
    }

    public static string Fold(ReadOnlySpan<char> text)
    {
        Span<char> buffer = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        return new string(buffer[..Fold(text, buffer)]);
    }
}
