using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>
/// Talks that take days are told on each of them, now by one side, now by the mediator, and seldom with the day that they began: of the talks that a party
/// is in at one time, such reports speak of the same.
/// </summary>
internal static class Courses
{
    /// <summary>Whether two mentions may speak of one such round. Symmetric.</summary>
    public static bool MayBeOne(Telling a, Telling b) =>
        a is { IsLong: true, Year: null } && b is { IsLong: true, Year: null }
        && Math.Abs(a.FirstDay.DayNumber - b.FirstDay.DayNumber) <= LinkWindows.LongRound
        && a.MayReach(b) && b.MayReach(a)
        && AreInStep(a, b)
        && Areas.Between(a, b) != AreaRelation.Elsewhere
        && SharesAParty(a.Parties.Ids, b.Parties.Ids);

    /// <summary>Whether a cluster's round may be the one that the mention speaks of.</summary>
    public static bool MayJoin(Cluster cluster, Telling telling)
    {
        if (!telling.IsLong || (telling.Span is { } days && cluster.Draft.Dates.Now is { } now && days.Gap(now) > LinkWindows.LongRound)) return false;
        // "Russia and Turkey" are in other talks than Russia and Iran.
        if (!cluster.Circumstances.NameAll(telling.Parties)) return false;
        foreach (var known in cluster.Landmarks)
            if (MayBeOne(known, telling)) return !cluster.Circumstances.IsElsewhere(telling) && Order.Allows(cluster, telling);
        return false;
    }

    /// <summary>What is told of it, and when, is in the order of one round: planned, under way, over.</summary>
    private static bool AreInStep(Telling a, Telling b) => (a.Span, b.Span) switch
    {
        ({ } x, { } y) => x.Overlaps(y) || Dates.Continues(a, x, b, y) || Dates.Continues(b, y, a, x),
        ({ } x, null) => IsInStep(a, x, b),
        (null, { } y) => IsInStep(b, y, a),
        _ => true,
    };

    private static bool IsInStep(Telling dated, DaySpan days, Telling undated) => undated.Status switch
    {
        EntryStatus.UnderWay or EntryStatus.Held or EntryStatus.Suspended => days.First <= undated.AsOf,
        _ => Stages.IsAhead(dated.Status) || undated.AsOf <= days.First,
    };

    private static bool SharesAParty(string[] some, string[] others)
    {
        foreach (var party in some)
            if (Array.BinarySearch(others, party, StringComparer.Ordinal) >= 0) return true;
        return false;
    }
}
