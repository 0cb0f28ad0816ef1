using Dapper;
using Npgsql;
using Parley.Platform.Storage;

namespace Parley.Alerting.Storage;

/// <summary>A change that a subscription with channels is alerted to.</summary>
internal sealed record RaisedAlert(string SubscriptionId, string EntryId, int Version, DateTimeOffset RaisedAt, bool Silenced);

/// <summary>The alerts of subscriptions that have channels.</summary>
internal static class AlertTable
{
    public static async Task InsertAsync(UnitOfWork work, IReadOnlyList<RaisedAlert> alerts, CancellationToken cancellation)
    {
        const string sql =
            """
            INSERT INTO alerts (subscription_id, entry_id, version, raised_at, silenced)
            SELECT * FROM unnest($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING
            """;
        await using var command = new NpgsqlCommand(sql, work.Connection, work.Transaction);
        command.Parameters.Add(new() { Value = alerts.Select(a => a.SubscriptionId).ToArray() });
        command.Parameters.Add(new() { Value = alerts.Select(a => a.EntryId).ToArray() });
        command.Parameters.Add(new() { Value = alerts.Select(a => a.Version).ToArray() });
        command.Parameters.Add(new() { Value = alerts.Select(a => a.RaisedAt.UtcDateTime).ToArray() });
        command.Parameters.Add(new() { Value = alerts.Select(a => a.Silenced).ToArray() });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>For each of some entries the subscriptions that were told of it, and which version last.</summary>
    public static async Task<IEnumerable<(string EntryId, string SubscriptionId, int Version)>> ToldAsync(
        UnitOfWork work, string[] entries, CancellationToken cancellation) =>
        await work.Connection.QueryAsync<(string, string, int)>(new CommandDefinition(
            "SELECT entry_id, subscription_id, max(version) FROM alerts WHERE entry_id = ANY (@entries) AND NOT silenced GROUP BY entry_id, subscription_id",
            new { entries }, work.Transaction, cancellationToken: cancellation));
}
