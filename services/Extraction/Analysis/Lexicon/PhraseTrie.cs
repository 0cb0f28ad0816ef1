namespace Parley.Extraction.Analysis;

/// <summary>Phrases of folded words, matched longest first in one walk over the tokens; hyphens between words do not count.</summary>
internal sealed class PhraseTrie<T>
{
    private readonly Dictionary<(int Node, Word Word), int> edges = [];
    private readonly List<List<T>?> values = [null];

    public void Add(IReadOnlyList<Word> phrase, T value)
    {
        var node = 0;
        foreach (var word in phrase)
        {
            if (!edges.TryGetValue((node, word), out var next))
            {
                next = values.Count;
                values.Add(null);
                edges[(node, word)] = next;
            }

            node = next;
        }

        (values[node] ??= []).Add(value);
    }

    /// <summary>The longest phrase that begins at a token; the end is that token's where there is none.</summary>
    public int Match(ReadOnlySpan<Token> tokens, int start, out List<T>? found)
    {
        found = null;
        var end = start;
        var node = 0;
        for (var i = start; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            if (i > start && (token.Mark == Mark.Hyphen || (token.Mark == Mark.Apostrophe && token.Word is null)))
                continue;
            if (token.Word is null || !edges.TryGetValue((node, token.Word), out node))
                break;
            if (values[node] is { } value)
            {
                found = value;
                end = i + 1;
            }
        }

        return end;
    }
}
