namespace Parley.Extraction.Ledger;

/// <summary>Parts mentions into blocks, so that the ledger can be folded a block at a time.</summary>
public static class Blocks
{
    /// <summary>
    /// The connected components of the mentions under <see cref="Links.MayLink(LedgerMention, LedgerMention)"/>, each in the order of the
    /// fold, by their first mentions. Compares within shared keys only, and there no two that are already connected.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<LedgerMention>> Of(IEnumerable<LedgerMention> mentions)
    {
        var sorted = FoldOrder.Sort(mentions);
        var tellings = Array.ConvertAll(sorted, m => new Telling(m));
        var parent = Enumerable.Range(0, sorted.Length).ToArray();
        foreach (var group in Groups(tellings))
            for (var i = 1; i < group.Count; i++)
                // Backwards: what links to a mention was published near it, and connected ones need no further look.
                for (var j = i - 1; j >= 0; j--)
                    if (Root(parent, group[i]) != Root(parent, group[j]) && Links.MayLink(tellings[group[i]], tellings[group[j]]))
                        Join(parent, group[i], group[j]);

        var blocks = new Dictionary<int, List<LedgerMention>>();
        var inOrder = new List<IReadOnlyList<LedgerMention>>();
        for (var i = 0; i < sorted.Length; i++)
        {
            if (!blocks.TryGetValue(Root(parent, i), out var block))
            {
                blocks[Root(parent, i)] = block = [];
                inOrder.Add(block);
            }

            block.Add(sorted[i]);
        }

        return inOrder;
    }

    private static Dictionary<string, List<int>>.ValueCollection Groups(Telling[] tellings)
    {
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < tellings.Length; i++)
            foreach (var key in Links.BlockingKeys(tellings[i]))
            {
                if (!groups.TryGetValue(key, out var group)) groups[key] = group = [];
                group.Add(i);
            }

        return groups.Values;
    }

    private static int Root(int[] parent, int i)
    {
        while (parent[i] != i) i = parent[i] = parent[parent[i]];
        return i;
    }

    private static void Join(int[] parent, int a, int b)
    {
        var (x, y) = (Root(parent, a), Root(parent, b));
        parent[Math.Max(x, y)] = Math.Min(x, y);
    }
}
