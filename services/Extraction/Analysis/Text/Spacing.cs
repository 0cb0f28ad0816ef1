namespace Parley.Extraction.Analysis;

/// <summary>Sees that a text was cut into words before it came here: "a Russian - brokered cease - fire".</summary>
internal static class Spacing
{
    // Halves of compounds that hardly stand beside a dash by themselves.
    private static readonly string[] Second = ["fire", "old", "led", "backed", "based", "brokered", "mediated", "called", "year", "long", "term", "level", "elect", "general", "held", "controlled"];

    /// <summary>Whether hyphens stand between spaces in it; one that can be nothing else shows it.</summary>
    public static bool PartsHyphens(string text, int length)
    {
        var i = 0;
        while (i < length && text.IndexOf(" - ", i, length - i, StringComparison.Ordinal) is >= 0 and var at)
        {
            var rest = text.AsSpan(at + 3, length - at - 3);
            foreach (var second in Second)
            {
                if (rest.StartsWith(second, StringComparison.Ordinal) && (rest.Length == second.Length || !char.IsLetter(rest[second.Length])))
                    return true;
            }

            i = at + 3;
        }

        return false;
    }

    /// <summary>The mark at an offset stands between a word and another one, each a space away.</summary>
    public static bool IsHyphen(string text, int at, int length) =>
        text[at] == '-' && at > 1 && at + 2 < length && text[at - 1] == ' ' && text[at + 1] == ' ' && char.IsLetterOrDigit(text[at - 2]) && char.IsLetterOrDigit(text[at + 2]);
}
