using System.Runtime.InteropServices;
using Parley.Alerting.Subscriptions;

namespace Parley.Alerting.Matching;

/// <summary>Where an index puts the subscriptions that a change is for. Its owner uses one again and again, so that finding allocates nothing; it is not for several threads.</summary>
internal sealed class Matches
{
    private readonly List<ArraySegment<Subscription>> _parts = [];
    private long[] _verdicts = [];
    private long _round;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The subscriptions, each once, in parts as the index holds them. They stay what they are, whatever becomes of the index.</summary>
    public ReadOnlySpan<ArraySegment<Subscription>> Parts => CollectionsMarshal.AsSpan(_parts);

    /// <summary>The keys that the change has, in the order of their ranks.</summary>
    internal List<PostingList> Present { get; } = [];

    /// <summary>The subscriptions as one list.</summary>
    public IReadOnlyList<Subscription> ToList()
    {
        var all = new List<Subscription>(Count);
        foreach (var part in _parts)
            all.AddRange(part);
        return all;
    }

    /// <summary>Begins with another change.</summary>
    internal void Clear()
    {
        _parts.Clear();
        Present.Clear();
        Count = 0;
        _round++;
    }

    internal void Add(Subscription[] subscriptions, int from, int to)
    {
        _parts.Add(new ArraySegment<Subscription>(subscriptions, from, to - from));
        Count += to - from;
    }

    /// <summary>Whether a condition holds; looked into once a change.</summary>
    internal bool Holds(Condition condition, ChangeFacts facts)
    {
        if (condition.Slot >= _verdicts.Length)
            Array.Resize(ref _verdicts, Math.Max(16, (condition.Slot + 1) * 2));
        ref var verdict = ref _verdicts[condition.Slot];
        if (Math.Abs(verdict) != _round)
            verdict = condition.Holds(facts) ? _round : -_round;
        return verdict > 0;
    }
}
