namespace Parley.Extraction.Ledger;

/// <summary>
/// Which mentions speak of one matter. They are taken in the order of <see cref="Sequence"/>; each joins the cluster that it fits best, or
/// begins one. So what a later article says never parts what earlier ones brought together: the clusters as of a moment are those of now,
/// cut off there. Only clusters with a key of the mention are looked at, so that its cost is that of its own time and actors.
/// </summary>
internal sealed class Resolution
{
    private readonly Dictionary<string, List<Cluster>> byKey = new(StringComparer.Ordinal);
    private readonly HashSet<Cluster> seen = [];

    /// <summary>The cluster that the mention fits best; null where it fits none.</summary>
    public Cluster? BestFor(Telling telling)
    {
        Cluster? best = null;
        var highest = Weights.Least;
        seen.Clear();
        foreach (var key in telling.Keys)
        {
            if (!byKey.TryGetValue(key, out var clusters)) continue;
            foreach (var cluster in clusters)
            {
                if (!seen.Add(cluster)) continue;
                var fit = Fit.Of(cluster, telling);
                if (fit < highest || (fit == highest && best is not null && !IsNearer(cluster, best))) continue;
                (best, highest) = (cluster, fit);
            }
        }

        return best;
    }

    /// <summary>Begins a cluster with the mention.</summary>
    public Cluster Begin(Telling telling)
    {
        var cluster = new Cluster(telling);
        foreach (var key in telling.Keys) Index(key, cluster);
        return cluster;
    }

    /// <summary>Adds the mention to the cluster.</summary>
    public void Join(Cluster cluster, Telling telling)
    {
        foreach (var key in telling.Keys)
            if (!cluster.Keys.Contains(key)) Index(key, cluster);
        cluster.Add(telling);
    }

    private void Index(string key, Cluster cluster)
    {
        if (!byKey.TryGetValue(key, out var clusters)) byKey[key] = clusters = [];
        clusters.Add(cluster);
    }

    /// <summary>Of clusters that fit alike the one that was told of last.</summary>
    private static bool IsNearer(Cluster cluster, Cluster best)
    {
        var order = cluster.LastPublished.CompareTo(best.LastPublished);
        return order > 0 || (order == 0 && FoldOrder.Instance.Compare(cluster.Members[0].Source, best.Members[0].Source) < 0);
    }
}
