using Parley.Contracts;
using Parley.Extraction.Ledger;
using Parley.Extraction.Ledger.Verdicts;

namespace Parley.Extraction.Storage;

/// <summary>What new readings of articles do to the mentions that are known of them.</summary>
/// <param name="known">The readings that are stored, by article.</param>
/// <param name="now">The time that the changes carry.</param>
internal sealed class ReadingPlan(ILookup<string, Reading> known, DateTimeOffset now)
{
    private readonly Dictionary<string, List<Reading>> _versions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<LedgerMention>> _mentions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LedgerMention> _stood = new(StringComparer.Ordinal);
    private readonly HashSet<string> _vanished = new(StringComparer.Ordinal);
    private readonly List<Arrival> _arrivals = [];
    private readonly List<LedgerMention> _reached = [];
    private readonly List<ReadArticle> _readings = [];

    /// <summary>What comes and goes, in order.</summary>
    public IReadOnlyList<Arrival> Arrivals => _arrivals;

    /// <summary>The readings to store.</summary>
    public IReadOnlyList<ReadArticle> Readings => _readings;

    /// <summary>All mentions of the articles that were read, ended ones too.</summary>
    public IReadOnlyCollection<LedgerMention> Mentions => [.. _mentions.Values.SelectMany(m => m)];

    /// <summary>The articles of which there were readings before.</summary>
    public IReadOnlyCollection<string> ReadBefore => [.. _mentions.Keys.Where(known.Contains)];

    /// <summary>The ids of mentions that no version makes any more.</summary>
    public IReadOnlyCollection<string> Vanished => [.. _vanished.Except(Mentions.Select(m => m.Id), StringComparer.Ordinal)];

    /// <summary>The mentions that stood and stand no more.</summary>
    public IReadOnlyCollection<LedgerMention> Gone
    {
        get
        {
            var stands = Mentions.Where(m => m.Until is null).Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
            return [.. _stood.Values.Where(m => !stands.Contains(m.Id))];
        }
    }

    /// <summary>All that comes and goes.</summary>
    public IReadOnlyList<LedgerMention> Reached => _reached;

    /// <summary>What came in the place of mentions that stand no more, those of earlier versions too.</summary>
    public IReadOnlyList<Heir> Heirs =>
        Heir.Of(Mentions.Where(m => m.Until is not null).UnionBy(Gone, m => m.Id), [.. Mentions.Where(m => m.Until is null && !_stood.ContainsKey(m.Id))]);

    /// <summary>Takes in a version of an article; one that is known already says nothing new.</summary>
    public void Add(ReadArticle article)
    {
        var versions = VersionsOf(article.Reading.ArticleId);
        if (versions.Exists(v => v.VersionId == article.Reading.VersionId)) return;
        Put(article, versions, versions.Count == 0 ? ChangeReason.Article : ChangeReason.Correction);
    }

    /// <summary>Puts a reading in the place of that of the same version.</summary>
    public void Replace(ReadArticle article)
    {
        var versions = VersionsOf(article.Reading.ArticleId);
        versions.RemoveAll(v => v.VersionId == article.Reading.VersionId);
        Put(article, versions, ChangeReason.Reprocess);
    }

    private void Put(ReadArticle article, List<Reading> versions, ChangeReason reason)
    {
        var id = article.Reading.ArticleId;
        var before = _mentions[id];
        versions.Add(article.Reading);
        var after = ArticleReadings.Mentions(versions);
        var arrival = Arrival.Between(before, after, now) with
        {
            Reason = reason,
            ReceivedAt = reason == ChangeReason.Reprocess ? null : article.Reading.ReceivedAt,
        };
        _mentions[id] = after;
        _readings.Add(article);
        _vanished.UnionWith(before.Select(m => m.Id));
        foreach (var mention in before.Where(m => m.Until is null)) _stood[mention.Id] = mention;
        if (arrival.Came.Count == 0 && arrival.Went.Count == 0) return;
        _arrivals.Add(arrival);
        var went = arrival.Went.ToHashSet(StringComparer.Ordinal);
        _reached.AddRange(arrival.Came.Concat(before.Where(m => went.Contains(m.Id))));
    }

    private List<Reading> VersionsOf(string article)
    {
        if (_versions.TryGetValue(article, out var versions)) return versions;
        _versions[article] = versions = [.. known[article]];
        _mentions[article] = ArticleReadings.Mentions(versions);
        return versions;
    }
}
