namespace Parley.Extraction.Ledger;

/// <summary>The words of a sentence, one after the other; a mark between two of them comes as an empty one.</summary>
internal ref struct SentenceWords(ReadOnlySpan<char> sentence)
{
    private readonly ReadOnlySpan<char> sentence = sentence;
    private int end;

    public Range Current { get; private set; }

    public readonly SentenceWords GetEnumerator() => this;

    public bool MoveNext()
    {
        while (end < sentence.Length && char.IsWhiteSpace(sentence[end])) end++;
        if (end == sentence.Length) return false;
        var start = end;
        while (end < sentence.Length && IsOfWord(sentence[end])) end++;
        Current = start..end;
        if (end == start) end++;
        return true;
    }

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c is '\'' or '’' or '-';
}
