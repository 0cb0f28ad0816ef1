using Parley.Alerting.Subscriptions;

namespace Parley.Alerting.Matching;

/// <summary>What several subscriptions ask beside their keys that <see cref="ChangeBits"/> cannot say: looked into once a change for all of them.</summary>
/// <param name="filter">Its filter.</param>
/// <param name="slot">Its number among those of an index.</param>
internal sealed class Condition(SubscriptionFilter filter, int slot)
{
    private readonly Matcher _matcher = new(filter);

    /// <summary>Its number among those of an index.</summary>
    public int Slot => slot;

    /// <summary>How many subscriptions have it.</summary>
    public int Uses { get; set; }

    /// <summary>As a check of postings.</summary>
    public FurtherCheck Check => field ??= new FurtherCheck(this, null, []);

    /// <summary>Whether a change fulfils it.</summary>
    public bool Holds(ChangeFacts facts) => _matcher.Matches(facts);
}
