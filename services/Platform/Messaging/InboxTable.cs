using Dapper;
using Npgsql;
using Parley.Platform.Storage;

namespace Parley.Platform.Messaging;

/// <summary>The ids of messages whose effect is committed.</summary>
internal static class InboxTable
{
    /// <summary>Records the ids as handled by this transaction.</summary>
    /// <returns>Those that no earlier transaction had recorded.</returns>
    public static async Task<HashSet<Guid>> RecordAsync(UnitOfWork work, string consumer, Guid[] ids, CancellationToken cancellation)
    {
        const string sql =
            """
            INSERT INTO inbox (consumer, message_id)
            SELECT @consumer, id FROM unnest(@ids) AS id ORDER BY id
            ON CONFLICT DO NOTHING
            RETURNING message_id
            """;
        var fresh = await work.Connection.QueryAsync<Guid>(
            new CommandDefinition(sql, new { consumer, ids }, work.Transaction, cancellationToken: cancellation));
        return fresh.ToHashSet();
    }

    /// <summary>Forgets ids that are too old to come again.</summary>
    public static Task<int> PruneAsync(NpgsqlConnection connection, TimeSpan olderThan, CancellationToken cancellation) =>
        connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM inbox WHERE received_at < now() - @olderThan", new { olderThan }, cancellationToken: cancellation));
}
