using Parley.Extraction.Ledger.Verdicts;

namespace Parley.Extraction.Ledger;

/// <summary>
/// Which mentions speak of one matter. They are taken in the order of <see cref="Sequence"/>; each joins the cluster that it fits best, or
/// begins one, and may then show that another is the same (<see cref="Uniting"/>). So what a later article says never parts what earlier ones brought together:
/// a cluster of now, cut off at a moment, is the cluster of then, or the few that were united since. Only clusters with a key of the mention are looked at, so that its cost is that of its own time and actors.
/// </summary>
internal sealed class Resolution(VerdictSet verdicts)
{
    private readonly Dictionary<string, Cluster> bound = new(StringComparer.Ordinal);
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
                if (!seen.Add(cluster) || IsHeldApart(cluster, telling)) continue;
                var fit = Fit.Of(cluster, telling);
                if (fit < highest || (fit == highest && best is not null && !IsNearer(cluster, best))) continue;
                (best, highest) = (cluster, fit);
            }
        }

        return best;
    }

    /// <summary>The one of some clusters that the mention fits best; null where it fits none.</summary>
    public Cluster? BestFor(Telling telling, IReadOnlyList<Cluster> among)
    {
        Cluster? best = null;
        var highest = Weights.Least;
        foreach (var cluster in among)
        {
            if (!telling.Keys.Any(cluster.Keys.Contains) || IsHeldApart(cluster, telling)) continue;
            var fit = Fit.Of(cluster, telling);
            if (fit < highest || (fit == highest && best is not null && !IsNearer(cluster, best))) continue;
            (best, highest) = (cluster, fit);
        }

        return best;
    }

    /// <summary>Another cluster that a mention shows to be the same as its own; null where it shows none.</summary>
    public Cluster? TwinOf(Cluster own, Telling telling)
    {
        Cluster? twin = null;
        foreach (var key in telling.Keys)
        {
            if (!byKey.TryGetValue(key, out var clusters)) continue;
            foreach (var cluster in clusters)
                if (cluster != own && cluster != twin && IsTwin(own, cluster, telling) && (twin is null || IsEarlier(cluster, twin))) twin = cluster;
        }

        return twin;
    }

    /// <summary>The same among some clusters.</summary>
    public Cluster? TwinOf(Cluster own, Telling telling, IReadOnlyList<Cluster> among)
    {
        Cluster? twin = null;
        foreach (var cluster in among)
            if (cluster != own && telling.Keys.Any(cluster.Keys.Contains) && IsTwin(own, cluster, telling) && (twin is null || IsEarlier(cluster, twin))) twin = cluster;
        return twin;
    }

    /// <summary>Begins a cluster with the mention.</summary>
    public Cluster Begin(Telling telling)
    {
        var cluster = new Cluster(telling);
        foreach (var key in telling.Keys) Index(key, cluster);
        Bind(cluster, telling);
        return cluster;
    }

    /// <summary>Takes in a cluster as it stands. No verdict speaks of any of it.</summary>
    public void Take(Cluster cluster)
    {
        foreach (var key in cluster.Keys) Index(key, cluster);
    }

    /// <summary>Puts another cluster of the same mentions in the place of one.</summary>
    public Cluster Copy(Cluster cluster) => Replace(Cluster.Of(cluster.Members), cluster, cluster);

    /// <summary>Adds the mention to the cluster.</summary>
    public void Join(Cluster cluster, Telling telling)
    {
        foreach (var key in telling.Keys)
            if (!cluster.Keys.Contains(key)) Index(key, cluster);
        cluster.Add(telling);
        Bind(cluster, telling);
    }

    /// <summary>The clusters that analysts say are that of the mention, beside its own.</summary>
    public IReadOnlyList<Cluster> SameAs(Telling telling)
    {
        var own = bound.GetValueOrDefault(telling.Source.Id);
        return [.. verdicts.SameAs(telling.Source.Id).Select(bound.GetValueOrDefault).OfType<Cluster>().Where(c => c != own).Distinct()];
    }

    /// <summary>Makes one cluster of two.</summary>
    public Cluster Unite(Cluster one, Cluster other)
    {
        var united = Replace(Cluster.Of(one.Members.Concat(other.Members)), one, other);
        foreach (var telling in united.Members) Bind(united, telling);
        return united;
    }

    private Cluster Replace(Cluster cluster, Cluster one, Cluster other)
    {
        foreach (var key in cluster.Keys)
        {
            byKey[key].RemoveAll(c => c == one || c == other);
            byKey[key].Add(cluster);
        }

        return cluster;
    }

    private bool IsTwin(Cluster own, Cluster other, Telling telling)
    {
        if (!Uniting.AreOne(own, other, telling)) return false;
        foreach (var member in own.Members)
            if (IsHeldApart(other, member)) return false;
        return true;
    }

    private static bool IsEarlier(Cluster cluster, Cluster other) => Sequence.Instance.Compare(cluster.Members[0], other.Members[0]) < 0;

    private bool IsHeldApart(Cluster cluster, Telling telling)
    {
        foreach (var other in verdicts.NotSameAs(telling.Source.Id))
            if (bound.GetValueOrDefault(other) == cluster) return true;
        return false;
    }

    private void Bind(Cluster cluster, Telling telling)
    {
        if (verdicts.Binds(telling.Source.Id)) bound[telling.Source.Id] = cluster;
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
