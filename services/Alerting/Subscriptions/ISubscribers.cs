using Parley.Alerting.Matching;

namespace Parley.Alerting.Subscriptions;

/// <summary>All subscriptions, as far as this copy of the service has followed them.</summary>
internal interface ISubscribers
{
    /// <summary>Ends when all that there were at the start are known.</summary>
    Task Loaded { get; }

    /// <summary>Those that ask for a change.</summary>
    IReadOnlyList<Subscription> Matching(ChangeFacts facts);

    /// <summary>The one of an id; null where there is none.</summary>
    Subscription? Find(string id);
}
