using Npgsql;
using NpgsqlTypes;
using Parley.Platform.Storage;
using Parley.Platform.Streaming;

namespace Parley.Alerting.Storage;

/// <summary>How far the log of changes has been dispatched.</summary>
internal static class DispatchTable
{
    /// <summary>
    /// The place that has been reached, locked to the end of the transaction: where there is something behind it that the horizon does not hide, and no other
    /// copy of the service holds it. Most looks find nothing, and lock nothing.
    /// </summary>
    /// <returns>The place or null, and whether it is the horizon that still hides what comes next: look again in a moment.</returns>
    public static async Task<(LogPosition? Reached, bool Hidden)> LockAsync(UnitOfWork work, CancellationToken cancellation)
    {
        // The next row by the index: asked whether there is any at all, the planner may look through the table from its beginning.
        const string next = "SELECT transaction FROM changes WHERE (transaction, position) > (d.transaction, d.position) ORDER BY transaction, position LIMIT 1";
        const string sql =
            $"""
            SELECT ({next}) >= pg_snapshot_xmin(pg_current_snapshot()) FROM dispatch AS d;
            SELECT transaction, position FROM dispatch AS d WHERE ({next}) < pg_snapshot_xmin(pg_current_snapshot()) FOR UPDATE SKIP LOCKED;
            """;
        await using var command = new NpgsqlCommand(sql, work.Connection, work.Transaction);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var hidden = await reader.ReadAsync(cancellation) && !await reader.IsDBNullAsync(0, cancellation) && reader.GetBoolean(0);
        await reader.NextResultAsync(cancellation);
        return (await reader.ReadAsync(cancellation) ? Position(reader) : null, hidden);
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
