using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Folds letters so that case, diacritics and typographic apostrophes do not matter.</summary>
internal static class Folding
{
    /// <summary>Folds into a buffer; the length written.</summary>
    public static int Fold(ReadOnlySpan<char> text, Span<char> buffer)
    {
        var n = 0;
        foreach (var c in text)
        {
            if (n == buffer.Length)
                break;
            var folded = LetterFolding.Fold(c);
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
