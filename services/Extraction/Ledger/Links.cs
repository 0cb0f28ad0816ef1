using System.Globalization;
using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>
/// Which mentions may speak of one matter. <see cref="MayLink(LedgerMention, LedgerMention)"/> is generous: a block is a connected
/// component under it, and resolution decides within the block.
/// </summary>
public static class Links
{
    /// <summary>Whether two mentions may speak of one matter. Symmetric; knows nothing of other mentions.</summary>
    public static bool MayLink(LedgerMention a, LedgerMention b) => MayLink(new Telling(a), new Telling(b));

    /// <summary>
    /// Keys to find candidates and to lock by: two mentions that may link share at least one. Typically two to six; a talks mention with
    /// n parties and a day has n or 2n and one or two more.
    /// </summary>
    public static IReadOnlyList<string> BlockingKeys(LedgerMention mention) => BlockingKeys(new Telling(mention));

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
        return [.. keys];
    }

    private static void AddTalks(Telling telling, SortedSet<string> keys)
    {
        var form = telling.Mention.Kind == EntryKind.Call ? "call" : "talks";
        foreach (var season in TalksSeasons(telling))
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

    private static IEnumerable<int> TalksSeasons(Telling telling)
    {
        const int months = LinkWindows.TalksSeason;
        if (telling.Span is not { } span) return [LinkWindows.Season(telling.PublishedOn, months)];
        var first = LinkWindows.Season(Moved(span.First, -LinkWindows.Slip), months);
        var last = LinkWindows.Season(Moved(span.Last, LinkWindows.Slip), months);
        if (telling.Status is EntryStatus.Postponed or EntryStatus.Cancelled)
        {
            first = Math.Min(first, LinkWindows.Season(Moved(span.First, -2 * LinkWindows.Replanned), months));
            last = Math.Max(last, LinkWindows.Season(Moved(span.Last, LinkWindows.Replanned), months));
        }

        return Between(first, last);
    }

    private static void AddCeasefire(Telling telling, SortedSet<string> keys)
    {
        const int months = LinkWindows.CeasefireSeason;
        var first = telling.Span is { } span ? Moved(span.First, -LinkWindows.TruceSlip) : telling.PublishedOn;
        var last = telling.Span is { } end ? Moved(end.Last, LinkWindows.TruceSlip) : telling.PublishedOn;
        if (telling.Status == EntryStatus.Extended) first = Moved(first, -LinkWindows.Renewed);
        foreach (var season in Between(LinkWindows.Season(first, months), LinkWindows.Season(last, months)))
        {
            if (telling.PlaceName is not null) keys.Add(Invariant($"truce:@{telling.PlaceName}:{season}"));
            foreach (var country in telling.Countries) keys.Add(Invariant($"truce:{country}:{season}"));
            if (telling.Parties.Ids.Length > 0) keys.Add(Invariant($"truce:{telling.Parties.Key}:{season}"));
            foreach (var party in telling.Parties.Ids) keys.Add(Invariant($"truce:{party}:{season}"));
        }
    }

    private static IEnumerable<int> Between(int first, int last) => Enumerable.Range(first, last - first + 1);

    private static DateOnly Moved(DateOnly day, int days) =>
        DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, 0, DateOnly.MaxValue.DayNumber));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
