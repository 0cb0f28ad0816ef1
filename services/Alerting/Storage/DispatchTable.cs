using Dapper;
using Npgsql;
using NpgsqlTypes;
using Parley.Platform.Storage;
using Parley.Platform.Streaming;

namespace Parley.Alerting.Storage;

/// <summary>How far the log of changes has been dispatched.</summary>
internal static class DispatchTable
{
    /// <summary>Whether there is anything behind the place that has been reached; asked before the lock is taken, which most looks need not do.</summary>
    /// <returns>Whether there is something to dispatch, and whether there is something that the horizon still hides: look again in a moment.</returns>
    public static async Task<(bool Behind, bool Hidden)> LookAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        await connection.QuerySingleAsync<(bool, bool)>(new CommandDefinition(
            """
            SELECT coalesce(next.transaction < pg_snapshot_xmin(pg_current_snapshot()), false), next.transaction IS NOT NULL
            FROM (VALUES (0)) AS one LEFT JOIN LATERAL (
                SELECT transaction FROM changes
                WHERE (transaction, position) > ((SELECT transaction FROM dispatch), (SELECT position FROM dispatch))
                ORDER BY transaction, position LIMIT 1) AS next ON true
            """,
            cancellationToken: cancellation));

    /// <summary>The place that has been reached, locked to the end of the transaction; null while another copy of the service holds it.</summary>
    public static async Task<LogPosition?> LockAsync(UnitOfWork work, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT transaction, position FROM dispatch FOR UPDATE SKIP LOCKED", work.Connection, work.Transaction);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Position(reader) : null;
    }

    /// <summary>Moves it on, with the commit.</summary>
    public static void Move(UnitOfWork work, LogPosition to)
    {
        var command = new NpgsqlBatchCommand("UPDATE dispatch SET transaction = $1, position = $2");
        command.Parameters.Add(new() { Value = to.Transaction, NpgsqlDbType = NpgsqlDbType.Xid8 });
        command.Parameters.Add(new() { Value = to.Position });
        work.Write(command);
    }

    private static LogPosition Position(NpgsqlDataReader reader) => new(reader.GetFieldValue<ulong>(0), reader.GetInt64(1));
}
