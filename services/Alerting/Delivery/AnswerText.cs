using System.Globalization;
using System.Text;

namespace Parley.Alerting.Delivery;

/// <summary>What a stranger's server said, as the record of an attempt repeats it.</summary>
internal static class AnswerText
{
    /// <summary>The most characters of it that are repeated.</summary>
    private const int Longest = 200;

    /// <summary>On one line, without what would act on whoever shows it, and short.</summary>
    public static string Clean(string text)
    {
        var line = new StringBuilder(Longest);
        foreach (var rune in text.EnumerateRunes())
        {
            var silent = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            if (silent || Rune.IsWhiteSpace(rune))
            {
                if (line.Length > 0 && line[^1] != ' ')
                    line.Append(' ');
                continue;
            }

            if (line.Length + rune.Utf16SequenceLength > Longest)
                break;
            line.Append(rune);
        }

        return line.ToString().TrimEnd();
    }
}
