using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>
/// Whether two clusters turn out to be one matter, once a mention has joined one of them. Each mention joins the one cluster that it fits best; a report that
/// fitted none, for want of a day or a party, began another, until a later one tells what both have in common.
/// </summary>
internal static class Uniting
{
    /// <summary>Days from the one that was set to that on which they met, at most.</summary>
    private const int Met = 5;

    /// <summary>Days between what is told of one round by reports that speak of it as known, at most.</summary>
    private const int Round = 5;

    /// <summary>Days between what is told of one truce by reports that speak of it as known, at most.</summary>
    private const int Truce = 30;

    /// <summary>Days between those that are given for one such truce, at most: that of its signing, of its effect, or of an order to keep it.</summary>
    private const int TruceDays = 5;

    /// <summary>Days between what one article tells of a plan and of what came of it, at most.</summary>
    private const int Spread = 3;

    /// <summary>Whether the mention, which its own cluster holds now, shows that the other is the same.</summary>
    public static bool AreOne(Cluster own, Cluster other, Telling telling) =>
        telling.Mention.Type == other.Members[0].Mention.Type
        && (DaysBetween(own, other) switch
        {
            0 => FitsBoth(own, other, telling) || IsPartOf(own, other, telling),
            // What gives no day of its own does not tell which of two it is.
            <= LinkWindows.Slip => (telling.Span is not null && FitsBoth(own, other, telling)) || IsPartOf(own, other, telling),
            _ => false,
        } || IsMeetingThatWasPlanned(own, other, telling) || IsTheRound(own, other, telling) || IsTheTruce(own, other, telling));

    private static int DaysBetween(Cluster a, Cluster b) =>
        a.Draft.Dates.Now is { IsNear: true } x && b.Draft.Dates.Now is { IsNear: true } y ? x.Gap(y) : 0;

    private static bool FitsBoth(Cluster own, Cluster other, Telling telling) =>
        !telling.Mention.Background && Fit.Of(other, telling) >= Weights.Least && !AreToldApart(own, other, static (a, b) => !Order.AreOneInOneArticle(a, b));

    /// <summary>All mentions of the smaller one fit the larger, now that it knows more, and what that came to since may come of the smaller one.</summary>
    private static bool IsPartOf(Cluster own, Cluster other, Telling telling)
    {
        var (small, large) = own.Members.Count <= other.Members.Count ? (own, other) : (other, own);
        foreach (var member in small.Members)
            if (Fit.Of(large, member) < Weights.Least) return false;
        return Order.Allows(small, large.Members[^1]) && MayLink(other, telling);
    }

    private static bool MayLink(Cluster cluster, Telling telling)
    {
        foreach (var known in cluster.Landmarks)
            if (Links.MayLink(known, telling)) return true;
        return false;
    }

    /// <summary>It tells that they met, and the other is the plan of that, which other words or another day kept apart.</summary>
    private static bool IsMeetingThatWasPlanned(Cluster own, Cluster other, Telling telling)
    {
        if (telling is not { Mention.Type: EntryType.Talks, Status: EntryStatus.Held or EntryStatus.UnderWay or EntryStatus.Suspended }) return false;
        foreach (var known in other.Landmarks)
        {
            if (known.Status != EntryStatus.Planned || known.Source.PublishedAt >= telling.Source.PublishedAt || Math.Abs(Start(known) - Start(telling)) > Met) continue;
            if (Fit.Of(other, known, telling) >= Weights.Least) return !other.Circumstances.AreOfAnotherRound(telling) && !AreToldApart(own, other, AreTwoMeetings);
        }

        return false;
    }

    /// <summary>"The talks" that a party is in these days, told of by another of their sides, or with a mediator.</summary>
    private static bool IsTheRound(Cluster own, Cluster other, Telling telling)
    {
        if (telling is not { Mention.Type: EntryType.Talks, IsLong: true, IsDefinite: true }) return false;
        foreach (var known in other.Landmarks)
        {
            if (known.Mention.Kind != telling.Mention.Kind || Math.Abs(Start(known) - Start(telling)) > Round || !Courses.MayBeOne(known, telling)) continue;
            return Order.Allows(other, telling) && !AreToldApart(own, other, static (a, b) => !Order.AreOneInOneArticle(a, b));
        }

        return false;
    }

    /// <summary>"The truce" that is spoken of in one land, or by one of its sides, in one month: the wish for it, its terms and its breaches.</summary>
    private static bool IsTheTruce(Cluster own, Cluster other, Telling telling)
    {
        if (telling.Mention.Type != EntryType.Ceasefire || (own.Draft.Dates.Now is { } x && other.Draft.Dates.Now is { } y && x.Gap(y) > TruceDays)) return false;
        foreach (var known in other.Landmarks)
        {
            if (Math.Abs(known.PublishedOn.DayNumber - telling.PublishedOn.DayNumber) > Truce || !SharesKey(known, telling)) continue;
            return !HasCollapsed(own, other) && HasDefinite(own.Members.Count <= other.Members.Count ? own : other) && ShareKind(own, other) && !AreToldApart(own, other, AreOnTwoDays);
        }

        return false;
    }

    /// <summary>The same place, land or side.</summary>
    private static bool SharesKey(Telling a, Telling b)
    {
        foreach (var key in a.Keys)
            if (b.Keys.Contains(key)) return true;
        return false;
    }

    /// <summary>A truce that is over: what is told of one in the same month is the next.</summary>
    private static bool HasCollapsed(Cluster own, Cluster other) =>
        (Sequence.Instance.Compare(own.Members[0], other.Members[0]) < 0 ? own : other).Draft.Current.Status == EntryStatus.Collapsed;

    private static bool HasDefinite(Cluster cluster)
    {
        foreach (var member in cluster.Members)
            if (member.IsDefinite) return true;
        return false;
    }

    private static bool ShareKind(Cluster own, Cluster other)
    {
        foreach (var one in own.Landmarks)
            foreach (var another in other.Landmarks)
                if (one.Mention.Kind == another.Mention.Kind) return true;
        return false;
    }

    private static bool AreOnTwoDays(Telling a, Telling b) => a.Span is { } x && b.Span is { } y && x.Gap(y) > Spread;

    private static int Start(Telling telling) => (telling.Span?.First ?? telling.PublishedOn).DayNumber;

    /// <summary>What an article tells of a plan and of what came of it differs in day, stage and wording; not so a next meeting, or another day.</summary>
    private static bool AreTwoMeetings(Telling a, Telling b)
    {
        if (Order.IsNextOf(a, b) || Order.IsNextOf(b, a)) return true;
        if (a.Span is { Precision: DatePrecision.Day } x && b.Span is { Precision: DatePrecision.Day } y) return x.Gap(y) > Spread;
        return a.Span is null && b.Span is null && !Order.AreOneInOneArticle(a, b);
    }

    /// <summary>Some article tells of both as of two. Both are in the order of <see cref="Sequence"/>, the mentions of one article side by side.</summary>
    private static bool AreToldApart(Cluster own, Cluster other, Func<Telling, Telling, bool> areTwo)
    {
        var (i, j) = (0, 0);
        while (i < own.Members.Count && j < other.Members.Count)
        {
            var order = Sequence.ByArticle(own.Members[i], other.Members[j]);
            if (order < 0) i++;
            else if (order > 0) j++;
            else
            {
                for (var k = j; k < other.Members.Count && Sequence.ByArticle(own.Members[i], other.Members[k]) == 0; k++)
                    if (areTwo(own.Members[i], other.Members[k])) return true;
                i++;
            }
        }

        return false;
    }
}
