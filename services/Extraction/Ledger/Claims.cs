namespace Parley.Extraction.Ledger;

/// <summary>
/// The last word of each outlet on whether it took place, or stands. An outlet that corrects itself thereby ends a dispute; a later day
/// for talks that were put off begins the matter anew.
/// </summary>
internal sealed class Claims
{
    private readonly Dictionary<string, Telling> last = new(StringComparer.Ordinal);

    public void Add(Telling telling)
    {
        if (Contradictions.IsClaim(telling)) last[telling.Source.Outlet ?? telling.Source.ArticleId] = telling;
    }

    /// <summary>Null where the outlets agree; else the reports on the side of the more outlets, or of the last report where they are even.</summary>
    public IReadOnlyList<Telling>? Prevailing()
    {
        var claims = last.Values.OrderBy(t => t.Source, FoldOrder.Instance).ToArray();
        var disputed = new HashSet<Telling>();
        for (var i = 1; i < claims.Length; i++)
            for (var j = 0; j < i; j++)
                if (Contradictions.Between(claims[j], claims[i])) disputed.UnionWith([claims[i], claims[j]]);
        if (disputed.Count == 0) return null;

        var sides = claims.Where(disputed.Contains).ToLookup(Affirms);
        var (yes, no) = (sides[true].ToArray(), sides[false].ToArray());
        if (yes.Length == no.Length) return Affirms(claims.Last(disputed.Contains)) ? yes : no;
        return yes.Length > no.Length ? yes : no;
    }

    private static bool Affirms(Telling telling) =>
        telling.Status is not (Contracts.EntryStatus.Cancelled or Contracts.EntryStatus.Postponed or Contracts.EntryStatus.Rejected or Contracts.EntryStatus.Collapsed);
}
