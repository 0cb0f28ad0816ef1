using Parley.Platform.Streaming;

namespace Parley.Alerting.Storage;

/// <summary>That a subscription was created, changed or deleted.</summary>
internal sealed record SubscriptionChange(LogPosition Position, string SubscriptionId) : ILogRow;

/// <summary>The log of changed subscriptions, which every copy of the service follows.</summary>
internal sealed class SubscriptionLog(AlertingDatabase database) : ILog<SubscriptionChange>
{
    private const string Table = "subscription_changes";

    /// <inheritdoc/>
    public async Task<LogPosition> EndAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenPreparedAsync(cancellation);
        return await LogTable.EndAsync(connection, Table, cancellation);
    }

    /// <inheritdoc/>
    public async Task<(IReadOnlyList<SubscriptionChange> Rows, bool MoreHidden)> ReadAsync(LogPosition after, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.OpenPreparedAsync(cancellation);
        return await LogTable.ReadAsync(
            connection, Table, "subscription_id", after, limit, (position, reader) => new SubscriptionChange(position, reader.GetString(3)), cancellation);
    }
}
