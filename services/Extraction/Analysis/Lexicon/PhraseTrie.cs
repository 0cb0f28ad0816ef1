namespace Parley.Extraction.Analysis;

/// <summary>Phrases of folded words, matched longest first in one walk over the tokens; hyphens between words do not count.</summary>
internal sealed class PhraseTrie<T>(Phrases phrases)
{
    // By the id of a phrase's first word.
    private readonly List<int> firsts = [0];
    private readonly Dictionary<long, int> edges = [];
    private readonly List<List<T>?> values = [null];

    public void Add(IReadOnlyList<Word> phrase, T value)
    {
        var node = First(phrase[0]);
        for (var i = 1; i < phrase.Count; i++)
        {
            phrase[i].Continues |= phrases;
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

        // Nearly every word of a text begins none, and is asked for at every token: it says so itself, and nothing else need be fetched.
        if (tokens[start].Word is not { } first || (first.Starts & phrases) == 0)
            return end;
        var node = firsts[first.Id];
        for (var i = start + 1; ; i++)
        {
            if (values[node] is { } value)
            {
                found = value;
                end = i;
            }

            while (i < tokens.Length && (tokens[i].Mark == Mark.Hyphen || tokens[i] is { Mark: Mark.Apostrophe, Word: null }))
                i++;
            if (i >= tokens.Length || tokens[i].Word is not { } word || (word.Continues & phrases) == 0 || !edges.TryGetValue(Edge(node, word), out node))
                return end;
        }
    }

    private static long Edge(int node, Word word) => ((long)node << 32) | (uint)word.Id;

    private int First(Word word)
    {
        while (firsts.Count <= word.Id)
            firsts.Add(0);
        word.Starts |= phrases;
        return firsts[word.Id] is > 0 and var node ? node : firsts[word.Id] = Grow();
    }

    private int Grow()
    {
        values.Add(null);
        return values.Count - 1;
    }
}
