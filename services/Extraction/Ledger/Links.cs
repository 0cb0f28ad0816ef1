using System.Globalization;
using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>
/// Which mentions may speak of one matter, as far as the two of them can tell. <see cref="Resolution"/> decides, by all that is known of the matter.
/// </summary>
public static class Links
{
    /// <summary>Days of a block of long rounds: twice the longest, so that most have one key for each party.</summary>
    private const int RoundBlock = 2 * LinkWindows.LongRound;

    /// <summary>Whether two mentions may speak of one matter. Symmetric; knows nothing of other mentions.</summary>
    public static bool MayLink(LedgerMention a, LedgerMention b) => MayLink(a.Telling, b.Telling);

    /// <summary>
    /// Keys to find candidates and to lock by, of time and actors: two mentions that may link share at least one. Never none, typically two to
    /// six; a talks mention with n parties and a day has n or 2n and one or two more.
    /// </summary>
    public static IReadOnlyList<string> BlockingKeys(LedgerMention mention) => BlockingKeys(mention.Telling);

    /// <summary>The days that a mention reaches, in one or two spells: two that may link have one in common.</summary>
    internal static IReadOnlyList<DayRange> Near(LedgerMention mention) => Near(mention.Telling);

    internal static IReadOnlyList<DayRange> Near(Telling telling)
    {
        if (telling.Mention.Type == EntryType.Ceasefire) return NearTruce(telling);
        if (telling is { Span: null, Ended: { } ended }) return [DayRange.Around(ended, ended, LinkWindows.TalksReach, LinkWindows.TalksReach)];
        // What an article tells of a plan that went by, long before it came about, is found with the article's other mentions.
        var (before, after) = telling switch
        {
            { Span: not null } when Dates.MayHaveSlipped(telling) => (2 * LinkWindows.Replanned, LinkWindows.Slipped),
            { Span: not null, Status: EntryStatus.Postponed or EntryStatus.Cancelled } => (2 * LinkWindows.Replanned, LinkWindows.Replanned),
            _ => (LinkWindows.TalksReach, LinkWindows.TalksReach),
        };
        return [DayRange.Around(telling.Span?.First ?? telling.PublishedOn, telling.Span?.Last ?? telling.PublishedOn, before, after)];
    }

    /// <summary>The truce's days, and those in which it is told of: one that is spoken of for years is found by how it was spoken of last.</summary>
    private static IReadOnlyList<DayRange> NearTruce(Telling telling)
    {
        const int reach = LinkWindows.CeasefireReach;
        var told = DayRange.Around(telling.PublishedOn, telling.PublishedOn, reach, reach);
        if (telling.Year is { } year) return [told, DayRange.Around(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), reach, reach)];
        if (telling.Ended is { } ended) return [told, DayRange.Around(ended, ended, reach, reach)];
        return telling.Span is { } span ? [told, DayRange.Around(span.First, span.Last, reach, reach)] : [told];
    }

    internal static bool MayLink(Telling a, Telling b) =>
        a.Mention.Type == b.Mention.Type
        && !Kinds.Apart(a.Mention.Kind, b.Mention.Kind)
        && ((Dates.Closeness(a, b) is not null && Subjects.Likeness(a, b) > 0) || (a.Mention.Type == EntryType.Talks && Courses.MayBeOne(a, b)));

    internal static IReadOnlyList<string> BlockingKeys(Telling telling)
    {
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        if (telling.Mention.Type == EntryType.Talks) AddTalks(telling, keys);
        else AddCeasefire(telling, keys);
        // One that says neither who nor where nor what about links to none; it can still be found.
        if (keys.Count == 0) keys.Add("alone:" + telling.Source.Id);
        return [.. keys];
    }

    private static void AddTalks(Telling telling, SortedSet<string> keys)
    {
        var form = telling.Mention.Kind == EntryKind.Call ? "call" : "talks";
        foreach (var season in Seasons(telling, LinkWindows.TalksSeason))
        {
            foreach (var subject in TalksSubjects(telling))
                keys.Add(Invariant($"{form}:{subject}:{season}"));
            foreach (var pair in Pairs(telling.Parties.Ids))
                keys.Add(Invariant($"{form}:{pair}:{season}"));
            if (Kinds.IsGathering(telling.Mention.Kind))
                foreach (var party in telling.Parties.Ids) keys.Add(Invariant($"{form}:{party}#{telling.Mention.Kind}:{season}"));
            if (telling.PlaceName is null) continue;
            if (Kinds.IsSpecific(telling.Mention.Kind)) keys.Add(Invariant($"{form}:{telling.Mention.Kind}@{telling.PlaceName}:{season}"));
            foreach (var party in telling.Parties.Ids)
                keys.Add(Invariant($"{form}:{party}@{telling.PlaceName}:{season}"));
        }

        // A plan of others is found by its day and their land.
        if (telling is { Status: EntryStatus.Planned, Span: { Precision: DatePrecision.Day } day })
            foreach (var land in telling.Parties.Ids.Length == 1 ? telling.Countries : telling.Parties.Ids.Select(PartySet.StateOf).Distinct(StringComparer.Ordinal)) keys.Add(Invariant($"plan:{land}:{day.First.DayNumber}"));
        if (telling.IsLong)
            foreach (var month in Months(telling.FirstDay.DayNumber))
                foreach (var party in telling.Parties.Ids) keys.Add(Invariant($"{form}:{party}:m{month}"));
        if (telling.Span is not { IsNear: true } span) return;
        foreach (var party in telling.Parties.Ids)
            foreach (var week in Between(span.First.DayNumber / 7, span.Last.DayNumber / 7))
                keys.Add(Invariant($"{form}:{party}:w{week}"));
    }

    /// <summary>One or two of four weeks: of days that lie no further apart than a long round, one is the same.</summary>
    private static IEnumerable<int> Months(int day) => Between((day - (LinkWindows.LongRound / 2)) / RoundBlock, (day + (LinkWindows.LongRound / 2)) / RoundBlock);

    private static IEnumerable<string> TalksSubjects(Telling telling)
    {
        if (telling.Parties.Ids.Length > 0) return [telling.Parties.Key];
        var topics = string.Join('+', telling.Topics);
        return telling.PlaceName is null ? ["?" + topics] : ["?" + topics, "@" + telling.PlaceName];
    }

    private static IEnumerable<string> Pairs(string[] parties)
    {
        if (parties.Length > Subjects.MostPaired) yield break;
        for (var i = 1; i < parties.Length; i++)
            for (var j = 0; j < i; j++) yield return Invariant($"{parties[j]}+{parties[i]}");
    }

    private static void AddCeasefire(Telling telling, SortedSet<string> keys)
    {
        foreach (var season in Seasons(telling, LinkWindows.CeasefireSeason))
        {
            if (telling.PlaceName is not null) keys.Add(Invariant($"truce:@{telling.PlaceName}:{season}"));
            foreach (var country in telling.Countries) keys.Add(Invariant($"truce:{country}:{season}"));
            if (telling.Parties.Ids.Length > 0) keys.Add(Invariant($"truce:{telling.Parties.Key}:{season}"));
            foreach (var party in telling.Parties.Ids) keys.Add(Invariant($"truce:{party}:{season}"));
        }
    }

    private static IEnumerable<int> Seasons(Telling telling, int length) =>
        Near(telling).SelectMany(days => Between(days.From.DayNumber / length, days.Until.DayNumber / length)).Distinct();

    private static IEnumerable<int> Between(int first, int last) => Enumerable.Range(first, last - first + 1);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
