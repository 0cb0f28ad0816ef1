namespace Parley.Extraction.Analysis;

/// <summary>Phrases of folded words, matched longest first in one walk over the tokens; hyphens between words do not count.</summary>
internal sealed class PhraseTrie<T>
{
    // By the id of a phrase's first word: nearly every word of a text begins none, and is asked for at every token.
    private readonly List<int> firsts = [0];
    private readonly Dictionary<long, int> edges = [];
    private readonly List<List<T>?> values = [null];

    public void Add(IReadOnlyList<Word> phrase, T value)
    {
        var node = First(phrase[0]);
        for (var i = 1; i < phrase.Count; i++)
        {
            var edge = Edge(node, phrase[i]);
            if (!edges.TryGetValue(edge, out var next))
                edges[edge] = next = Grow();
            node = next;
        }

        (values[node] ??= []).Add(value);
    }

    /// <summary>The longest phrase that begins at a token; the end is that token's where there is none.</summary>
    public int Match(ReadOnlySpan<Token> tokens, int start, out List<T>? found)
    {
        found = null;
        var end = start;
        if (tokens[start].Word is not { } first || first.Id >= firsts.Count || firsts[first.Id] is not (> 0 and var node))
            return end;
        for (var i = start + 1; ; i++)
        {
            if (values[node] is { } value)
            {
                found = value;
                end = i;
            }

            while (i < tokens.Length && (tokens[i].Mark == Mark.Hyphen || tokens[i] is { Mark: Mark.Apostrophe, Word: null }))
                i++;
            if (i >= tokens.Length || tokens[i].Word is not { } word || !edges.TryGetValue(Edge(node, word), out node))
                return end;
        }
    }

    private static long Edge(int node, Word word) => ((long)node << 32) | (uint)word.Id;

    private int First(Word word)
    {
        while (firsts.Count <= word.Id)
            firsts.Add(0);
        return firsts[word.Id] is > 0 and var node ? node : firsts[word.Id] = Grow();
    }

    private int Grow()
    {
        values.Add(null);
        return values.Count - 1;
    }
}
