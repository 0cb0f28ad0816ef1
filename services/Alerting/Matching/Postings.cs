using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Parley.Alerting.Subscriptions;

namespace Parley.Alerting.Matching;

/// <summary>
/// What is posted at a key; it never changes. Subscriptions stand in one array, in runs of those that ask the same, so that many are handed out as one.
/// </summary>
internal sealed class Postings
{
    private readonly Terms[] _terms;
    private readonly ulong[] _allowed;
    private readonly int[] _ends;
    private readonly Subscription[] _subscriptions;
    private readonly int _withoutCheck;

    private Postings(Terms[] terms, int[] ends, Subscription[] subscriptions)
    {
        (_terms, _ends, _subscriptions) = (terms, ends, subscriptions);
        _allowed = Array.ConvertAll(terms, t => t.Allowed);
        _withoutCheck = terms.TakeWhile(t => t.Check is null).Count();
    }

    public static Postings None { get; } = new([], [], []);

    /// <summary>Hands out those that a change is for.</summary>
    /// <param name="needed">The change's bits, and those of the keys that have handed out theirs before.</param>
    /// <param name="signs">The signs of the change's keys.</param>
    /// <param name="facts">The change.</param>
    /// <param name="at">The key.</param>
    /// <param name="into">Where to.</param>
    public void HandOut(ulong needed, ulong signs, ChangeFacts facts, PostingList at, Matches into)
    {
        // Most runs do not fit, so that four at a time are passed over.
        var all = _allowed.AsSpan();
        var asked = Vector256.Create(needed);
        var (from, to, run) = (0, 0, 0);
        for (; run <= all.Length - Vector256<ulong>.Count; run += Vector256<ulong>.Count)
        {
            var four = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(all), (nuint)run);
            for (var fit = Vector256.Equals(four & asked, asked).ExtractMostSignificantBits(); fit != 0; fit &= fit - 1)
                Take(run + BitOperations.TrailingZeroCount(fit), ref from, ref to);
        }

        for (; run < all.Length; run++)
        {
            if ((all[run] & needed) == needed)
                Take(run, ref from, ref to);
        }

        if (to > from)
            into.Add(_subscriptions, from, to);

        void Take(int fitting, ref int from, ref int to)
        {
            if (fitting >= _withoutCheck && !Passes(in _terms[fitting], signs, facts, at, into))
                return;
            if (Start(fitting) != to)
            {
                if (to > from)
                    into.Add(_subscriptions, from, to);
                from = Start(fitting);
            }

            to = _ends[fitting];
        }
    }

    /// <summary>Without some and with others.</summary>
    public Postings With(IReadOnlyCollection<Posting> gone, IReadOnlyCollection<Posting> came)
    {
        var leaving = gone.GroupBy(g => g.Terms, g => g.Subscription).ToDictionary(g => g.Key, g => g.ToHashSet<Subscription>(ReferenceEqualityComparer.Instance));
        var coming = came.GroupBy(c => c.Terms, c => c.Subscription).OrderBy(c => c.Key).ToList();
        var subscriptions = new Subscription[_subscriptions.Length - gone.Count + came.Count];
        var (terms, ends) = (new List<Terms>(_terms.Length + coming.Count), new List<int>(_terms.Length + coming.Count));
        var (run, next, filled) = (0, 0, 0);
        while (run < _terms.Length || next < coming.Count)
        {
            var order = run == _terms.Length ? 1 : next == coming.Count ? -1 : _terms[run].CompareTo(coming[next].Key);
            var (asked, start) = (order <= 0 ? _terms[run] : coming[next].Key, filled);
            if (order <= 0)
                filled = Keep(run++, leaving.GetValueOrDefault(asked), subscriptions, filled);
            if (order >= 0)
            {
                foreach (var subscription in coming[next++])
                    subscriptions[filled++] = subscription;
            }

            if (filled == start)
                continue;
            terms.Add(asked);
            ends.Add(filled);
        }

        return new Postings([.. terms], [.. ends], subscriptions);
    }

    private static bool Passes(in Terms terms, ulong signs, ChangeFacts facts, PostingList at, Matches into) =>
        (terms.Also & signs) != 0 && ((terms.Before & signs) == 0 || terms.Check!.IsFirst(at, into)) && terms.Check!.Holds(facts, into);

    private int Start(int run) => run == 0 ? 0 : _ends[run - 1];

    private int Keep(int run, HashSet<Subscription>? gone, Subscription[] into, int filled)
    {
        if (gone is null)
        {
            Array.Copy(_subscriptions, Start(run), into, filled, _ends[run] - Start(run));
            return filled + _ends[run] - Start(run);
        }

        for (var i = Start(run); i < _ends[run]; i++)
        {
            if (!gone.Contains(_subscriptions[i]))
                into[filled++] = _subscriptions[i];
        }

        return filled;
    }
}
