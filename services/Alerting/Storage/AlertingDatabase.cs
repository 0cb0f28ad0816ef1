using Parley.Platform.Storage;

namespace Parley.Alerting.Storage;

/// <summary>Subscriptions, and the log of changes that alert.</summary>
public sealed class AlertingDatabase(PostgresOptions options) : ServiceDatabase(options, "alerting");
