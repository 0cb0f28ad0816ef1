using Parley.Contracts;
using Parley.Extraction.Ledger.Verdicts;

namespace Parley.Extraction.Ledger;

/// <summary>Mentions found to speak of one matter, while others are still being assigned.</summary>
internal sealed class Cluster
{
    private readonly List<Telling> landmarks = [];
    private readonly List<Telling> members = [];
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);

    public Cluster(Telling first)
    {
        Draft = new EntryDraft(first);
        Remember(first);
    }

    /// <summary>What mentions make when they are assigned in their order. There is one at least.</summary>
    public static Cluster Of(IEnumerable<Telling> members)
    {
        var sorted = members.ToArray();
        Array.Sort(sorted, Sequence.Instance);
        var cluster = new Cluster(sorted[0]);
        foreach (var telling in sorted.AsSpan(1)) cluster.Add(telling);
        return cluster;
    }

    /// <summary>What the mentions until now add up to.</summary>
    public EntryDraft Draft { get; }

    public Circumstances Circumstances { get; } = new();

    /// <summary>In the order in which they were assigned.</summary>
    public IReadOnlyList<Telling> Members => members;

    public DateTimeOffset LastPublished => members[^1].Source.PublishedAt;

    /// <summary>The keys of all its mentions.</summary>
    public IReadOnlySet<string> Keys => keys;

    /// <summary>
    /// Mentions that stand for all: of those alike in parties, place, date and stage only the last, so that a story told a thousand times
    /// costs no more than its variety.
    /// </summary>
    public IReadOnlyList<Telling> Landmarks => landmarks;

    public IEnumerable<Telling> OfArticle(string article)
    {
        for (var i = members.Count - 1; i >= 0 && members[i].Source.ArticleId == article; i--) yield return members[i];
    }

    /// <summary>An analyst says that it is no talks and no ceasefire.</summary>
    public bool IsFalse(VerdictSet verdicts) => members.Exists(t => verdicts.IsFalseEntry(t.Source.Id));

    public void Add(Telling telling)
    {
        Draft.Add(telling);
        Remember(telling);
    }

    private void Remember(Telling telling)
    {
        members.Add(telling);
        keys.UnionWith(telling.Keys);
        Circumstances.Add(telling);
        // Talks put off without a word of their day are put off from the day that they had.
        var placed = Draft.Dates.Now is { } now && (telling is { Span: null, Status: EntryStatus.Postponed or EntryStatus.Cancelled } || Opens(telling, now)) ? telling.On(now) : telling;
        landmarks.RemoveAll(known => Alike(known, placed));
        landmarks.Add(placed);
    }

    /// <summary>"The second round has begun", told about the day that was set for it: on that day.</summary>
    private static bool Opens(Telling telling, DaySpan now) =>
        telling is { Span: null, Year: null, Status: EntryStatus.UnderWay, IsRounds: true, Mention.Background: false } && now.Precision == DatePrecision.Day && Math.Abs(telling.PublishedOn.DayNumber - now.First.DayNumber) <= LinkWindows.Slip;

    private static bool Alike(Telling a, Telling b) =>
        a.Status == b.Status
        && a.Span == b.Span
        && a.Year == b.Year
        && a.Mention.Kind == b.Mention.Kind
        && a.Mention.Background == b.Mention.Background
        && a.Mention.Unilateral == b.Mention.Unilateral
        && a.PlaceName == b.PlaceName
        && a.Country == b.Country
        && a.Parties.Unnamed == b.Parties.Unnamed
        && a.Parties.Ids.AsSpan().SequenceEqual(b.Parties.Ids);
}
