using System.Globalization;
using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>
/// Which mentions may speak of one matter, as far as the two of them can tell. <see cref="Resolution"/> decides, by all that is known of the matter.
/// </summary>
public static class Links
{
    /// <summary>Whether two mentions may speak of one matter. Symmetric; knows nothing of other mentions.</summary>
    public static bool MayLink(LedgerMention a, LedgerMention b) => MayLink(new Telling(a), new Telling(b));

    /// <summary>
    /// Keys to find candidates and to lock by, of time and actors: two mentions that may link share at least one. Never none, typically two to
    /// six; a talks mention with n parties and a day has n or 2n and one or two more.
    /// </summary>
    public static IReadOnlyList<string> BlockingKeys(LedgerMention mention) => BlockingKeys(new Telling(mention));

    /// <summary>The days that a mention reaches: two that may link have one in common.</summary>
    internal static DayRange Near(LedgerMention mention) => Near(new Telling(mention));

    internal static DayRange Near(Telling telling)
    {
        var (before, after) = telling switch
        {
            { Mention.Type: EntryType.Ceasefire } => (LinkWindows.CeasefireReach, LinkWindows.CeasefireReach),
            { Span: not null, Status: EntryStatus.Postponed or EntryStatus.Cancelled } => (2 * LinkWindows.Replanned, LinkWindows.Replanned),
            _ => (LinkWindows.TalksReach, LinkWindows.TalksReach),
        };
        var first = telling.Span?.First ?? telling.PublishedOn;
        var last = telling.Span?.Last ?? telling.PublishedOn;
        return new DayRange(
            DateOnly.FromDayNumber(Math.Max(first.DayNumber - before, 0)),
            DateOnly.FromDayNumber(Math.Min(last.DayNumber + after, DateOnly.MaxValue.DayNumber)));
    }

    internal static bool MayLink(Telling a, Telling b) =>
        a.Mention.Type == b.Mention.Type
        && !Kinds.Apart(a.Mention.Kind, b.Mention.Kind)
        && Dates.Closeness(a, b) is not null
        && Subjects.Likeness(a, b) > 0;

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
            foreach (var subject in TalksSubjects(telling))
                keys.Add(Invariant($"{form}:{subject}:{season}"));

        if (telling.Span is not { IsNear: true } span) return;
        foreach (var party in telling.Parties.Ids)
            foreach (var week in Between(span.First.DayNumber / 7, span.Last.DayNumber / 7))
                keys.Add(Invariant($"{form}:{party}:w{week}"));
    }

    private static IEnumerable<string> TalksSubjects(Telling telling)
    {
        if (telling.Parties.Ids.Length > 0) return [telling.Parties.Key];
        var topics = string.Join('+', telling.Topics);
        return telling.PlaceName is null ? ["?" + topics] : ["?" + topics, "@" + telling.PlaceName];
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

    private static IEnumerable<int> Seasons(Telling telling, int length)
    {
        var near = Near(telling);
        return Between(near.From.DayNumber / length, near.Until.DayNumber / length);
    }

    private static IEnumerable<int> Between(int first, int last) => Enumerable.Range(first, last - first + 1);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
