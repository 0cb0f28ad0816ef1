using Parley.Alerting.Pacing;
using Parley.Alerting.Storage;
using Parley.Alerting.Subscriptions;

namespace Parley.Alerting.Delivery;

/// <summary>What is sent to a channel: one alert, or several that go together.</summary>
/// <param name="BatchId">The batch.</param>
/// <param name="Subscription">Whose.</param>
/// <param name="Kind">Why they go together.</param>
/// <param name="Alerts">In the order in which they were raised; never empty.</param>
/// <param name="ClosedAt">When the batch was closed.</param>
internal sealed record Notice(Guid BatchId, Subscription Subscription, BatchKind Kind, IReadOnlyList<LoggedChange> Alerts, DateTimeOffset ClosedAt)
{
    /// <summary>One alert is told as itself, whatever others it might have gone with.</summary>
    public bool IsSingle => Alerts.Count == 1;
}
