namespace Parley.Alerting.Subscriptions;

/// <summary>Two participants, in no order.</summary>
/// <param name="One">The one's id.</param>
/// <param name="Other">The other's id.</param>
public sealed record ActorPair(string One, string Other);
