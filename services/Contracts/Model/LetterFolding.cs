namespace Parley.Contracts;

/// <summary>Folds letters so that case, accents and typographic apostrophes do not matter: Çavuşoğlu's = cavusoglu's.</summary>
public static class LetterFolding
{
    // U+00C0 to U+024F, one base letter each; a space keeps the character as it is.
    private const string Latin =
        "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /// <summary>The letter as it is compared; NUL for a mark that only sits on the letter before it.</summary>
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
}
