using System.Text;
using Parley.Contracts;

namespace Parley.Alerting.Matching;

/// <summary>Words as they are compared: without case, accents and marks, each parted from the next by one space.</summary>
internal static class Folding
{
    /// <summary>Of "Çavuşoğlu’s visit": <c>cavusoglu s visit</c>.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var letter = LetterFolding.Fold(c);
            if (char.IsLetterOrDigit(letter))
                folded.Append(letter);
            else if (letter != '\0' && folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>Whether a folded text has a folded phrase in it, as whole words.</summary>
    public static bool Holds(string folded, string phrase)
    {
        for (var at = folded.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            var end = at + phrase.Length;
            if ((at == 0 || folded[at - 1] == ' ') && (end == folded.Length || folded[end] == ' '))
                return true;
        }

        return false;
    }
}
