using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>How well a mention fits a cluster: the sum of what speaks for and against, or nothing where something rules it out.</summary>
internal static class Fit
{
    private const double Excluded = double.NegativeInfinity;

    /// <summary>A round that has been told so often is told enough.</summary>
    private const int Often = 100;

    public static double Of(Cluster cluster, Telling telling)
    {
        var fit = ByDetails(cluster, telling);
        return fit == Excluded && Courses.MayJoin(cluster, telling) ? Weights.Least + (Weights.Told * Math.Min(cluster.Members.Count, Often)) : fit;
    }

    /// <summary>The same by one mention of the cluster alone, whatever days and stages the cluster has been through.</summary>
    public static double Of(Cluster cluster, Telling known, Telling telling) =>
        Kinds.Apart(known.Mention.Kind, telling.Mention.Kind) || known.Mention.Type != telling.Mention.Type ? Excluded : Likeness(known, telling) + cluster.Circumstances.Support(telling);

    private static double ByDetails(Cluster cluster, Telling telling)
    {
        if (!MayShareDays(cluster.Draft, telling)) return Excluded;
        var likest = Excluded;
        foreach (var known in cluster.Landmarks)
        {
            if (!SpeaksForTheDate(known, cluster.Draft.Dates, telling)) continue;
            if (Kinds.Apart(known.Mention.Kind, telling.Mention.Kind) || known.Mention.Type != telling.Mention.Type) return Excluded;
            likest = Math.Max(likest, Likeness(known, telling));
        }

        if (likest == Excluded) return Excluded;
        likest += cluster.Circumstances.Support(telling);
        return likest >= Weights.Least && Order.Allows(cluster, telling) ? likest : Excluded;
    }

    private static double Likeness(Telling known, Telling telling)
    {
        if (Dates.Closeness(known, telling) is not { } closeness) return Excluded;
        var likeness = Subjects.Likeness(known, telling);
        return likeness > 0 ? likeness + closeness + Retold(known, telling) : Excluded;
    }

    /// <summary>A step of talks that is told again as context belongs to those that took it.</summary>
    private static double Retold(Telling known, Telling telling) =>
        telling is { Span: null, Mention: { Type: EntryType.Talks, Background: true } } && known.Status == telling.Status ? Weights.StepTold : 0;

    /// <summary>Spares most clusters of a busy block the comparison with each of their mentions.</summary>
    private static bool MayShareDays(EntryDraft draft, Telling telling) =>
        telling.Mention.Type == EntryType.Ceasefire
        || draft.Dates.Now is not { } now
        || telling.Span is not { } stated
        || draft.Dates.IsOn(stated)
        || (now.Gap(stated) <= LinkWindows.Slip && !draft.Dates.HasMoved)
        || (now.Gap(stated) <= LinkWindows.RoundSlip && draft.Status == EntryStatus.Planned && telling.Status == EntryStatus.UnderWay)
        || (draft.Status == EntryStatus.UnderWay && now.Gap(stated) <= LinkWindows.LongRound)
        || (draft.Status is EntryStatus.Held or EntryStatus.Suspended && telling.Status == EntryStatus.UnderWay && now.Gap(stated) <= LinkWindows.LongRound)
        || (telling.IsLong && now.Gap(stated) <= LinkWindows.LongRound)
        || draft.Status is EntryStatus.Postponed or EntryStatus.Cancelled
        || telling.Status == EntryStatus.Postponed;

    /// <summary>
    /// A dated entry is compared by its days as they stand, else it would drift from day to day along what its mentions say in passing; a
    /// day that was given up is recognised when it is told again.
    /// </summary>
    private static bool SpeaksForTheDate(Telling known, DateFold dates, Telling telling) =>
        dates.Now is not { } now
        || (known.Span is null && telling is { Span: null, Mention.Type: EntryType.Ceasefire })
        || (known.Span is { } days && (days.Overlaps(now) || (telling.Span is { } stated && stated.Overlaps(days) && (dates.WasOn(stated) || (telling.Mention.Type == EntryType.Ceasefire && days == stated)))));
}
