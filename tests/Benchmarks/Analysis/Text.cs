namespace Parley.Benchmarks.Analysis;

/// <summary>Sentences by the plainest of rules, so that the count is not that of the program which is measured.</summary>
internal static class Text
{
    /// <summary>Each ends with a full stop before a blank and no small letter, or with its paragraph.</summary>
    public static IEnumerable<string> Sentences(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!Ends(text, i))
                continue;
            if (text[start..(i + 1)].Trim() is { Length: > 0 } sentence)
                yield return sentence;
            start = i + 1;
        }
    }

    private static bool Ends(string text, int i)
    {
        if (i == text.Length - 1)
            return true;
        if (text[i] == '\n')
            return text[i + 1] == '\n';
        if (!char.IsWhiteSpace(text[i + 1]) || (i + 2 < text.Length && char.IsLower(text[i + 2])))
            return false;
        var before = text.AsSpan(0, i + 1).TrimEnd("\"'”’)");
        return before is [.., '?' or '!'] || (before is [.., '.'] && LastWord(before[..^1]).Length > 2);
    }

    /// <summary>Short ones before a full stop are initials and titles.</summary>
    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text) => text[(text.LastIndexOfAny(' ', '\n', '.') + 1)..];
}
