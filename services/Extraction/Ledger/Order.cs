using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>Whether a mention's stage can belong to the matter of a cluster, going by what the cluster has been through.</summary>
internal static class Order
{
    public static bool Allows(Cluster cluster, Telling telling)
    {
        if (cluster.Circumstances.AreOfAnotherRound(telling)) return false;
        foreach (var told in cluster.OfArticle(telling.Source.ArticleId))
            if (told.Source.PublishedAt == telling.Source.PublishedAt && !AreOneInOneArticle(told, telling)) return false;
        return telling.Mention.Type == EntryType.Talks ? IsOfTheSameTalks(cluster, telling) : IsNoOtherTruce(cluster, telling);
    }

    /// <summary>
    /// Two mentions of one article on different days are two events, since its analysis has brought together what it tells of one. One without a day may be
    /// that of the other's: an earlier step told beside a later one, or the same stage told again in other words.
    /// </summary>
    internal static bool AreOneInOneArticle(Telling a, Telling b)
    {
        if (AreTwoTalks(a, b) || AreTwoTruces(a, b) || AreTwoTruces(b, a) || AreTwoRounds(a, b) || AreTwoRounds(b, a) || IsNextOf(a, b) || IsNextOf(b, a)) return false;
        if (a.Span is { } x && b.Span is { } y && !(a.Mention.Type == EntryType.Ceasefire && TruceDates.IsOfItsStep(a, x) != TruceDates.IsOfItsStep(b, y)))
            return x.Overlaps(y) || (a.Status == EntryStatus.Postponed) != (b.Status == EntryStatus.Postponed) || IsOneStepOfATruce(a, x, b, y) || Dates.AreOneRound(a, x, b, y) || Dates.Continues(a, x, b, y) || Dates.Continues(b, y, a, x);
        if (a.Mention.Type == EntryType.Ceasefire || Dates.HasSlipped(a, b) || Dates.HasSlipped(b, a)) return true;
        var oneIsAStepToTheOther = a.Status != b.Status && (a.Mention.Background || b.Mention.Background)
            && (Stages.IsAhead(a.Status) || Stages.IsAhead(b.Status));
        return oneIsAStepToTheOther || AreAtOneStage(a.Status, b.Status);
    }

    /// <summary>"The talks, which began on Tuesday ... The negotiators sat until midnight": what has taken place is told as going on, and as over.</summary>
    private static bool AreAtOneStage(EntryStatus a, EntryStatus b) => a == b || (HasTakenPlace(a) && HasTakenPlace(b));

    private static bool HasTakenPlace(EntryStatus status) => status is EntryStatus.UnderWay or EntryStatus.Held or EntryStatus.Suspended;

    /// <summary>Announced on one day, in force from the next.</summary>
    private static bool IsOneStepOfATruce(Telling a, DaySpan x, Telling b, DaySpan y) =>
        a.Mention.Type == EntryType.Ceasefire && ((a.Status == b.Status && x.Gap(y) <= LinkWindows.TruceSlip) || TruceDates.TakesEffect(a, x, b, y) || TruceDates.TakesEffect(b, y, a, x));

    /// <summary>Another place, or a summit and what goes on beside it.</summary>
    private static bool AreTwoTalks(Telling a, Telling b) =>
        a.Mention.Type == EntryType.Talks
        && ((a.Mention.Kind == EntryKind.Summit) != (b.Mention.Kind == EntryKind.Summit)
            || Areas.Between(a, b) is AreaRelation.SameCountry or AreaRelation.Elsewhere);

    /// <summary>"The second round was to have opened on Monday but was held up by two days. The third is to be in May": what slipped has come about, and what is ahead is the next.</summary>
    private static bool AreTwoRounds(Telling slipped, Telling ahead) =>
        slipped is { Status: EntryStatus.Postponed, Span: not null, Mention: { Type: EntryType.Talks, Background: true } } && ahead is { Status: EntryStatus.Planned or EntryStatus.Proposed, Span: not null, Mention.Background: false };

    /// <summary>"met on Thursday and agreed to resume their negotiations later this month": what was held on its day is not what the month has in store.</summary>
    internal static bool IsNextOf(Telling held, Telling ahead) =>
        held is { Status: EntryStatus.Held or EntryStatus.Suspended, Span: { Precision: DatePrecision.Day } day, Mention: { Type: EntryType.Talks, Background: false } } && ahead is { Status: EntryStatus.Planned, Span: { Precision: not DatePrecision.Day } then, Mention.Background: false } && then.Last > day.Last;

    /// <summary>
    /// A truce that stands, beside one that is still worked for: a call may be for the one that is broken, but this one is not. Or a truce
    /// remembered as broken, beside the news of today's.
    /// </summary>
    private static bool AreTwoTruces(Telling one, Telling other)
    {
        if (one.Mention.Type != EntryType.Ceasefire) return false;
        // "It lapsed on Wednesday": the one that has been prolonged since.
        if (one is { Status: EntryStatus.Collapsed, Mention.Background: true } && !other.Mention.Background) return !(other.Status == EntryStatus.Extended && one.Span is { } lapsed && other.Span is { } prolonged && lapsed.Overlaps(prolonged));
        return one.Status is EntryStatus.Agreed or EntryStatus.InForce or EntryStatus.Extended
            && other.Status is EntryStatus.CalledFor or EntryStatus.Proposed or EntryStatus.UnderNegotiation;
    }

    /// <summary>After talks have taken place, plans are for the next ones; and what is remembered as held was not called off.</summary>
    private static bool IsOfTheSameTalks(Cluster cluster, Telling telling)
    {
        var current = cluster.Draft.Current;
        if (telling.Span is { } stated)
            return cluster.Draft.Dates.Now is not null || !IsOver(current.Status) || stated.First <= current.OwnDay;
        if (telling.Mention.Background)
            return !IsOver(telling.Status) || current.Status is not (EntryStatus.Cancelled or EntryStatus.Postponed or EntryStatus.Rejected);
        // Talks that were broken off and go on weeks later have been taken up again: those are new ones (Ruling 3).
        if (telling.Status == EntryStatus.UnderWay && current.Status == EntryStatus.Suspended && telling.PublishedOn > current.OwnDay.AddDays(LinkWindows.BrokenOff))
            return false;
        return telling.Status is not (EntryStatus.Planned or EntryStatus.Proposed) || !IsOver(current.Status) || telling.PublishedOn <= current.OwnDay;
    }

    private static bool IsOver(EntryStatus status) => status is EntryStatus.Held or EntryStatus.Suspended;

    /// <summary>That a truce holds or is breached may be reported for a while after others have declared it dead.</summary>
    private static bool Crosses(Telling telling) => telling.Status is EntryStatus.InForce or EntryStatus.Extended or EntryStatus.Violated or EntryStatus.Suspended;

    /// <summary>"the truce of 1991", and "signed in May 1991" of one that is over: both remembered.</summary>
    private static bool IsOfTheSameYear(Cluster cluster, Telling telling)
    {
        var current = cluster.Draft.Current;
        return (telling.Year ?? telling.Span?.First.Year) is { } year && year == (current.Year ?? cluster.Draft.Dates.Now?.First.Year)
            && year < telling.PublishedOn.AddDays(-LinkWindows.Standing).Year && year < current.PublishedOn.AddDays(-LinkWindows.Standing).Year;
    }

    private static bool IsNoOtherTruce(Cluster cluster, Telling telling)
    {
        var current = cluster.Draft.Current;
        if (telling.Span is { } told && cluster.Draft.Dates.IsOn(told)) return true;
        if (IsOfTheSameYear(cluster, telling)) return true;
        // A truce told as context of a mere wish for one is an earlier truce.
        if (telling.Mention.Background && Stages.IsWish(current.Status) && !Stages.IsWish(telling.Status) && !(telling.Span is { } later && later.Last >= current.OwnDay)) return false;
        return telling.IsBefore(current)
            || Stages.Between(EntryType.Ceasefire, current.Status, telling.Status) != StageStep.Never
            || (Crosses(telling) && telling.OwnDay.DayNumber - current.OwnDay.DayNumber <= LinkWindows.Context && current.Status == EntryStatus.Collapsed);
    }
}
