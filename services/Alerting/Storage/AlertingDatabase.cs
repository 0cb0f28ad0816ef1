using Parley.Platform.Messaging;
using Parley.Platform.Storage;

namespace Parley.Alerting.Storage;

/// <summary>Subscriptions, and the log of changes that alert.</summary>
public sealed class AlertingDatabase(PostgresOptions options) : ServiceDatabase(options, "alerting")
{
    /// <summary>Set when changes were written to the log, so that streams need not wait for their next look.</summary>
    internal AsyncSignal ChangesWritten { get; } = new();
}
