namespace Parley.Tests.Stories;

/// <summary>
/// The B-cubed score of a clustering (Bagga and Baldwin, 1998). The precision of an item is the share of its cluster that has its label, its
/// recall the share of its label that is in its cluster; both are averaged over the items.
/// </summary>
/// <param name="Precision">0 to 1.</param>
/// <param name="Recall">0 to 1.</param>
internal readonly record struct BCubed(double Precision, double Recall)
{
    /// <summary>The harmonic mean of the two.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Scores a clustering.</summary>
    /// <param name="items">The label and the cluster of each item.</param>
    /// <param name="missed">The labels of items that are in no cluster, one each: their recall is 0, and they count for the others of their label.</param>
    public static BCubed Of(IReadOnlyCollection<(string Label, string Cluster)> items, IReadOnlyCollection<string> missed)
    {
        var labels = items.Select(i => i.Label).Concat(missed).CountBy(l => l, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var clusters = items.CountBy(i => i.Cluster, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var (precision, recall) = (0.0, 0.0);
        foreach (var ((label, cluster), both) in items.CountBy(i => i))
        {
            precision += (double)both * both / clusters[cluster];
            recall += (double)both * both / labels[label];
        }

        return items.Count == 0 ? default : new BCubed(precision / items.Count, recall / (items.Count + missed.Count));
    }
}
