using Parley.Alerting.Matching;
using Parley.Alerting.Subscriptions;

namespace Parley.Benchmarks.Matching;

/// <summary>The same subscriptions in an index, and as a list that is looked through.</summary>
internal sealed class IndexAndScan
{
    private readonly (Subscription Subscription, Matcher Matcher)[] _all;
    private readonly List<Subscription> _found = [];
    private readonly Matches _matches = new();

    public IndexAndScan(IReadOnlyList<Subscription> subscriptions)
    {
        _all = [.. subscriptions.Select(s => (s, new Matcher(s.Filter)))];
        Index.Put(subscriptions);
    }

    /// <summary>The index.</summary>
    public SubscriptionIndex Index { get; } = new();

    /// <summary>Asks the index, and takes each subscription that it names.</summary>
    /// <returns>How many there are.</returns>
    public int Find(ChangeFacts change)
    {
        Index.Find(change, _matches);
        var named = 0;
        foreach (var part in _matches.Parts)
        {
            foreach (var subscription in part.AsSpan())
                named += subscription is null ? 0 : 1;
        }

        return named;
    }

    /// <summary>Asks the index, and leaves the naming.</summary>
    public int FindOnly(ChangeFacts change)
    {
        Index.Find(change, _matches);
        return _matches.Count;
    }

    /// <summary>Asks every subscription.</summary>
    /// <returns>How many match.</returns>
    public int Scan(ChangeFacts change)
    {
        _found.Clear();
        foreach (var (subscription, matcher) in _all)
        {
            if (matcher.Matches(change))
                _found.Add(subscription);
        }

        return _found.Count;
    }
}
