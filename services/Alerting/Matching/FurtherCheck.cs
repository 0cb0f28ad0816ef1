namespace Parley.Alerting.Matching;

/// <summary>What a subscription asks that keys and bits cannot say.</summary>
/// <param name="condition">What many ask; null for nothing.</param>
/// <param name="own">The whole of the subscription's own filter; null where its keys and the condition say everything.</param>
/// <param name="keys">The subscription's keys in the order of their ranks.</param>
internal sealed class FurtherCheck(Condition? condition, Matcher? own, PostingList[] keys)
{
    private static long _made;

    /// <summary>Puts checks into an order.</summary>
    public long Number { get; } = Interlocked.Increment(ref _made);

    /// <summary>Whether a change is one that is asked for.</summary>
    public bool Holds(ChangeFacts facts, Matches round) => (condition is null || round.Holds(condition, facts)) && (own is null || own.Matches(facts));

    /// <summary>Whether a key is the first of those that the change has: that one hands the subscription out.</summary>
    public bool IsFirst(PostingList at, Matches round)
    {
        foreach (var key in keys)
        {
            if (key == at)
                return true;
            if (round.Present.Contains(key))
                return false;
        }

        return true;
    }
}
