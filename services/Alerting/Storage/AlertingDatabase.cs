using Parley.Platform.Messaging;
using Parley.Platform.Storage;

namespace Parley.Alerting.Storage;

/// <summary>Subscriptions, the log of changes that alert, and what is pushed of it.</summary>
public sealed class AlertingDatabase(PostgresOptions options) : ServiceDatabase(options, "alerting")
{
    /// <summary>Set when subscriptions were changed by this copy of the service, so that it need not wait for its next look.</summary>
    internal AsyncSignal SubscriptionsWritten { get; } = new();

    /// <summary>Set when deliveries were written, or one that others wait for is over.</summary>
    internal AsyncSignal DeliveriesWritten { get; } = new();

    /// <summary>What this copy of the service has logged last.</summary>
    internal RecentChanges Recent { get; } = new();
}
