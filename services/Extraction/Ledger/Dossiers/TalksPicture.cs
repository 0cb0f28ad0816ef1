using Parley.Contracts;

namespace Parley.Extraction.Ledger.Dossiers;

/// <summary>The talks of a dossier as seen on a day: what runs, what lies ahead, what came of it.</summary>
internal sealed class TalksPicture
{
    /// <summary>Days that a meeting said to be going on may go on without a word.</summary>
    private const int Session = 3;

    public TalksPicture(IEnumerable<Standing> all, DateOnly today)
    {
        var talks = all.Where(s => s.Entry.Type == EntryType.Talks).ToList();
        Running = [.. talks.Where(s => Runs(s, today)).OrderByDescending(s => s.LastReported).ThenBy(Id, StringComparer.Ordinal)];
        Planned = [.. talks.Where(s => IsAhead(s, today)).OrderBy(s => s.Days is null).ThenBy(s => s.Days?.First).ThenBy(s => s.Status != EntryStatus.Planned).ThenBy(Id, StringComparer.Ordinal)];
        TookPlace = [.. talks.Where(s => HasTakenPlace(s, today)).OrderByDescending(s => Day(s, today)).ThenByDescending(s => s.LastReported).ThenBy(Id, StringComparer.Ordinal)];
        Overdue =
        [
            .. talks.Where(s => IsPlan(s) && !IsAhead(s, today) && !IsAnswered(s, today))
                .OrderByDescending(s => s.Days?.Last ?? Standing.Day(s.LastReported)).ThenBy(Id, StringComparer.Ordinal),
        ];
        Disrupted =
        [
            .. talks.Where(s => s.Status is EntryStatus.Postponed or EntryStatus.Cancelled or EntryStatus.Suspended or EntryStatus.Rejected)
                .OrderByDescending(s => s.Step.PublishedAt).ThenBy(Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The latest told of first.</summary>
    public IReadOnlyList<Standing> Running { get; }

    /// <summary>The soonest first, then those without a day.</summary>
    public IReadOnlyList<Standing> Planned { get; }

    /// <summary>The latest first.</summary>
    public IReadOnlyList<Standing> TookPlace { get; }

    /// <summary>Plans whose day has passed, or that nobody has spoken of for long; the latest first.</summary>
    public IReadOnlyList<Standing> Overdue { get; }

    /// <summary>The latest first.</summary>
    public IReadOnlyList<Standing> Disrupted { get; }

    public static bool IsPlan(Standing s) => s.Status is EntryStatus.Planned or EntryStatus.Proposed;

    /// <summary>Its day has not passed. What has no day lies ahead for as long as plans without one are told; a period that has begun, for as long as it lasts.</summary>
    private static bool IsAhead(Standing s, DateOnly today) => IsPlan(s) && (s.Days is { } days ? days.Last >= today : s.SilentFor(today) <= LinkWindows.Running);

    private static bool Runs(Standing s, DateOnly today)
    {
        if (s.Status != EntryStatus.UnderWay) return false;
        if (s.Days is { Precision: DatePrecision.Day } days && days.Last > days.First) return days.Last >= today;
        return s.SilentFor(today) <= (s.Days is null || s.Entry.Kind is EntryKind.Negotiation or EntryKind.Mediation ? LinkWindows.Running : Session);
    }

    /// <summary>Talks that broke off or ended without a deal took place too; so, by now, did those that were under way.</summary>
    private static bool HasTakenPlace(Standing s, DateOnly today) =>
        s.Status is EntryStatus.Held or EntryStatus.Suspended || (s.Status == EntryStatus.UnderWay && !Runs(s, today));

    private static DateOnly Day(Standing s, DateOnly today) => s.Happened < today ? s.Happened : today;

    /// <summary>
    /// Talks of the same parties took place, or run, since the plan was told: whether they were the planned ones or not, nobody waits for these any more.
    /// </summary>
    public bool IsAnswered(Standing plan, DateOnly today) => TookPlace.Concat(Running).Any(t =>
        t != plan && t.Parties.To(plan.Parties) >= PartyRelation.Partial && Day(t, today) >= (plan.Days?.First ?? Standing.Day(plan.Step.PublishedAt)));

    private static string Id(Standing s) => s.Entry.Id;
}
