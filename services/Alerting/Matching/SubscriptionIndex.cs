using System.Runtime.InteropServices;
using Parley.Alerting.Subscriptions;

namespace Parley.Alerting.Matching;

/// <summary>
/// Finds the subscriptions that a change is for without looking at the others. Each is posted at the keys of one of its lists (actors and pairs, places,
/// topics, words), that which fewest ask for, or among those that have no lists; where key and bits say all that it asks, it is handed out unseen with its
/// likes. One writer at a time, and as many readers as like: a reader sees each write whole or not at all.
/// </summary>
internal sealed class SubscriptionIndex : IDisposable
{
    private readonly ReaderWriterLockSlim _gate = new();
    private readonly Lock _writing = new();
    private readonly KeyTable _keys = new();
    private readonly Conditions _conditions = new();
    private readonly PostingList _keyless = new(int.MaxValue, () => { });
    private readonly Dictionary<string, Placement> _placed = new(StringComparer.Ordinal);

    /// <summary>How many subscriptions there are that raise alerts.</summary>
    public int Count => _placed.Count;

    /// <summary>How many keys they are found by.</summary>
    public int Keys => _keys.Count;

    /// <summary>Adds subscriptions; one of the same id is replaced, one that is paused is taken away. Many at once are cheaper than one after the other.</summary>
    public void Put(params IReadOnlyCollection<Subscription> subscriptions) => Apply(subscriptions, []);

    /// <summary>Takes a subscription away, if it is there.</summary>
    public void Remove(string id) => Apply([], [id]);

    /// <summary>Adds some and takes others away.</summary>
    public void Apply(IReadOnlyCollection<Subscription> written, IReadOnlyCollection<string> deleted)
    {
        lock (_writing)
        {
            var last = written.Reverse().DistinctBy(s => s.Id, StringComparer.Ordinal).Reverse().ToList();
            var active = last.Where(s => !s.Paused).ToList();
            AddKeys(active);
            var edits = new Dictionary<PostingList, (List<Posting> Gone, List<Posting> Came)>();
            var leaving = last.Select(s => s.Id).Concat(deleted).Distinct(StringComparer.Ordinal).Select(id => _placed.GetValueOrDefault(id)).OfType<Placement>().ToList();
            foreach (var (list, posting) in leaving.SelectMany(p => p.At))
                Edit(list).Gone.Add(posting);
            foreach (var placement in leaving)
                _placed.Remove(placement.Subscription.Id);
            foreach (var subscription in active)
            {
                var placement = Place(subscription);
                _placed.Add(subscription.Id, placement);
                foreach (var (list, posting) in placement.At)
                    Edit(list).Came.Add(posting);
            }

            var changed = edits.Select(e => (List: e.Key, Postings: e.Key.Now.With(e.Value.Gone, e.Value.Came))).ToList();
            Publish(changed, leaving);

            (List<Posting> Gone, List<Posting> Came) Edit(PostingList list)
            {
                if (!edits.TryGetValue(list, out var edit))
                    edits.Add(list, edit = ([], []));
                return edit;
            }
        }
    }

    /// <summary>Finds those that a change is for, each once, as <see cref="Matcher.Matches"/> has it.</summary>
    /// <param name="facts">The change.</param>
    /// <param name="into">Where they are put; what was in it goes.</param>
    public void Find(ChangeFacts facts, Matches into)
    {
        into.Clear();
        var needed = ChangeBits.Of(facts);
        if (needed == 0)
            return;
        _gate.EnterReadLock();
        try
        {
            _keys.Find(facts, into.Present);
            var present = CollectionsMarshal.AsSpan(into.Present);
            var signs = PostingList.AnySign;
            foreach (var list in present)
                signs |= list.Sign;
            _keyless.Now.HandOut(needed, signs, facts, _keyless, into);
            foreach (var list in present)
            {
                list.Now.HandOut(needed, signs, facts, list, into);
                needed |= list.Bit;
            }
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    /// <summary>Adds the keys that are new, those that most ask for first.</summary>
    private void AddKeys(IEnumerable<Subscription> subscriptions)
    {
        var keys = subscriptions.SelectMany(s => AskedKeys.Of(s.Filter)).SelectMany(list => list).Where(k => _keys.Find(k) is null)
            .CountBy(k => k).OrderByDescending(k => k.Value).ToList();
        if (keys.Count == 0)
            return;
        _gate.EnterWriteLock();
        try
        {
            // Countries are told apart by case no more than their lists are, so that two keys may be one.
            foreach (var (key, _) in keys.Where(k => _keys.Find(k.Key) is null))
                _keys.Add(key);
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }

    private Placement Place(Subscription subscription)
    {
        var filter = subscription.Filter;
        var asked = AskedKeys.Of(filter).Select(keys => (keys[0].Dimension, Lists: keys.Select(k => _keys.Find(k)!).Distinct().OrderBy(l => l.Rank).ToArray())).ToList();
        foreach (var list in asked.SelectMany(a => a.Lists))
            list.Asked++;
        var allowed = ChangeBits.AllowedBy(filter);
        if (asked.Count == 0)
        {
            var only = _conditions.Of(filter);
            return new Placement(subscription, [], [(_keyless, new Posting(new Terms(allowed, PostingList.AnySign, 0, only?.Check), subscription))], only);
        }

        asked.Sort((one, other) => one.Lists.Sum(l => l.Asked).CompareTo(other.Lists.Sum(l => l.Asked)));
        var (rarest, others) = (asked[0], asked.ElementAtOrDefault(1).Lists);
        var own = others is not null || !AskedKeys.SayAll(filter, rarest.Dimension) ? new Matcher(filter) : null;
        var condition = own is null ? _conditions.Of(filter) : null;
        var terms = new Terms(allowed, others?.Aggregate(0UL, (signs, list) => signs | list.Sign) ?? PostingList.AnySign, 0, condition?.Check);
        return new Placement(subscription, [.. asked.SelectMany(a => a.Lists)], Post(subscription, rarest.Lists, terms, condition, own), condition);
    }

    private static (PostingList, Posting)[] Post(Subscription subscription, PostingList[] lists, Terms terms, Condition? condition, Matcher? own)
    {
        var at = new (PostingList, Posting)[lists.Length];
        if (own is not null)
            terms = terms with { Check = new FurtherCheck(null, own, lists) };
        for (var i = 0; i < lists.Length; i++)
        {
            at[i] = (lists[i], new Posting(terms, subscription));
            // Lists are in the order of their ranks, so that behind the first without a bit none has one.
            terms = lists[i].Bit != 0
                ? terms with { Allowed = terms.Allowed & ~lists[i].Bit }
                : terms with { Before = terms.Before | lists[i].Sign, Check = terms.Before != 0 || own is not null ? terms.Check : new FurtherCheck(condition, null, lists) };
        }

        return at;
    }

    private void Publish(List<(PostingList List, Postings Postings)> changed, List<Placement> left)
    {
        _gate.EnterWriteLock();
        try
        {
            foreach (var (list, postings) in changed)
                list.Now = postings;
            foreach (var list in left.SelectMany(p => p.Asked))
            {
                if (--list.Asked == 0)
                    list.Forget();
            }
        }
        finally
        {
            _gate.ExitWriteLock();
        }

        foreach (var placement in left.Where(p => p.Condition is not null))
            _conditions.Release(placement.Condition!, placement.Subscription.Filter);
    }
}
