using Parley.Alerting.Matching;

namespace Parley.Alerting.Subscriptions;

/// <summary>All subscriptions, as far as this copy of the service has followed them.</summary>
internal interface ISubscribers
{
    /// <summary>Ends when all that there were at the start are known.</summary>
    Task Loaded { get; }

    /// <summary>Reads what has been written since: whoever has read a change from its log and then calls this finds every subscription older than the change.</summary>
    Task FollowAsync(CancellationToken cancellation);

    /// <summary>Those that ask for a change.</summary>
    IReadOnlyList<Subscription> Matching(ChangeFacts facts);

    /// <summary>The one of an id; null where there is none.</summary>
    Subscription? Find(string id);
}
