namespace Parley.Extraction.Ledger;

/// <summary>
/// Which mentions of a block speak of one matter. Articles are taken in the order of the fold, and the mentions of an article the best
/// dated first; each joins the cluster that it fits best, or begins one. So what a later article says never parts what earlier ones
/// brought together, and the ledger as of a moment is that of the articles until then.
/// </summary>
public static class Resolution
{
    /// <summary>The clusters, each in the order of the fold, by their first mentions. O(mentions × clusters).</summary>
    public static IReadOnlyList<IReadOnlyList<LedgerMention>> Resolve(IEnumerable<LedgerMention> block)
    {
        var clusters = new List<Cluster>();
        foreach (var article in FoldOrder.Sort(block).Select(m => new Telling(m)).GroupBy(t => (t.Source.PublishedAt.UtcTicks, t.Source.ArticleId)))
            foreach (var telling in article.OrderBy(Vagueness))
                if (Best(clusters, telling) is { } cluster) cluster.Add(telling);
                else clusters.Add(new Cluster(telling));

        return [.. clusters.Select(c => FoldOrder.Sort(c.Mentions)).OrderBy(c => c[0], FoldOrder.Instance)];
    }

    /// <summary>The undated one must not take the place of the dated one of its own article.</summary>
    private static int Vagueness(Telling telling) => telling.Span is { } span ? (int)span.Precision : 10;

    private static Cluster? Best(List<Cluster> clusters, Telling telling)
    {
        Cluster? best = null;
        var highest = Fit.Least;
        foreach (var cluster in clusters)
        {
            var fit = Fit.Of(cluster, telling);
            if (fit < highest || (fit == highest && best is not null && best.LastPublished >= cluster.LastPublished)) continue;
            (best, highest) = (cluster, fit);
        }

        return best;
    }
}
