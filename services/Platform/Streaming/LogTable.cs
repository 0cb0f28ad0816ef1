using Npgsql;
using NpgsqlTypes;

namespace Parley.Platform.Streaming;

/// <summary>
/// Reads a log that is a table with the columns <c>transaction</c> (xid8: by default the current one, see <see cref="Behind"/>) and <c>position</c> (identity),
/// and an index of the two. Positions are given before commits, so nothing is read of transactions from the oldest that still runs on.
/// </summary>
public static class LogTable
{
    /// <summary>
    /// SQL for the number under which a row is logged that must stand behind another: that of the transaction or, where this one began before the other's, the
    /// other's. The other is committed; who reads behind the horizon cannot have come as far as its number while a transaction with a smaller one still runs.
    /// </summary>
    /// <param name="other">SQL for the number of the other row; null where there is none.</param>
    public static string Behind(string other) => $"greatest(pg_current_xact_id(), {other})";

    /// <summary>Where the log ends now.</summary>
    /// <param name="connection">To the database.</param>
    /// <param name="table">The table's name, of the caller's own choosing.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static async Task<LogPosition> EndAsync(NpgsqlConnection connection, string table, CancellationToken cancellation)
    {
        // The last row that may be read, and not the horizon: the number of a transaction that was rolled back just before a crash is given out
        // again, and what it then writes would lie before a position that names it. The number of a row that was read is never.
        await using var command = new NpgsqlCommand(
            $"""
            SELECT transaction, position FROM {table}
            WHERE transaction < pg_snapshot_xmin(pg_current_snapshot())
            ORDER BY transaction DESC, position DESC LIMIT 1
            """,
            connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Position(reader) : default;
    }

    /// <summary>The next rows behind a position.</summary>
    /// <param name="connection">To the database.</param>
    /// <param name="table">The table's name, of the caller's own choosing.</param>
    /// <param name="columns">The further columns to read, of the caller's own choosing; they count from 3.</param>
    /// <param name="after">The position.</param>
    /// <param name="limit">At most this many.</param>
    /// <param name="row">Makes a row of what was read.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <param name="only">A column and the value that rows must have in it; null for all rows.</param>
    /// <returns>The rows, and whether there are more that the horizon still hides.</returns>
    public static async Task<(IReadOnlyList<TRow> Rows, bool MoreHidden)> ReadAsync<TRow>(
        NpgsqlConnection connection, string table, string columns, LogPosition after, int limit, Func<LogPosition, NpgsqlDataReader, TRow> row,
        CancellationToken cancellation, (string Column, string Value)? only = null)
    {
        await using var command = new NpgsqlCommand(
            $"""
            SELECT transaction, position, transaction < pg_snapshot_xmin(pg_current_snapshot()) AS safe, {columns}
            FROM {table}
            WHERE (transaction, position) > ($1, $2) {(only is { } o ? $"AND {o.Column} = $4" : "")}
            ORDER BY transaction, position LIMIT $3
            """,
            connection);
        command.Parameters.Add(new() { Value = after.Transaction, NpgsqlDbType = NpgsqlDbType.Xid8 });
        command.Parameters.Add(new() { Value = after.Position });
        command.Parameters.Add(new() { Value = limit });
        if (only is not null)
            command.Parameters.Add(new() { Value = only.Value.Value });
        var rows = new List<TRow>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            // In this order the first unsafe row ends what may be read.
            if (!reader.GetBoolean(2))
                return (rows, true);
            rows.Add(row(Position(reader), reader));
        }

        return (rows, false);
    }

    private static LogPosition Position(NpgsqlDataReader reader) => new(reader.GetFieldValue<ulong>(0), reader.GetInt64(1));
}
