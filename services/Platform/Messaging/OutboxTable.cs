using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace Parley.Platform.Messaging;

/// <summary>The rows of a service's outbox.</summary>
internal static class OutboxTable
{
    /// <summary>Inserts messages, and returns the position of each.</summary>
    public static NpgsqlBatchCommand Insert(List<OutboxMessage> messages)
    {
        var command = new NpgsqlBatchCommand(
            """
            INSERT INTO outbox (message_id, type, body, trace_parent)
            SELECT * FROM unnest($1, $2, $3, $4)
            RETURNING position
            """);
        command.Parameters.Add(new() { Value = messages.ConvertAll(m => m.Id).ToArray() });
        command.Parameters.Add(new() { Value = messages.ConvertAll(m => m.Type).ToArray() });
        command.Parameters.Add(new() { Value = messages.ConvertAll(m => m.Body).ToArray() });
        command.Parameters.Add(new() { Value = messages.ConvertAll(m => m.TraceParent).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        return command;
    }

    /// <summary>Becomes the one relay of this database for as long as the connection's session lasts, unless another is.</summary>
    public static async Task<bool> TryLockAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT pg_try_advisory_lock(hashtext('parley outbox relay'))", cancellationToken: cancellation));

    /// <summary>The oldest rows that are not parked.</summary>
    public static async Task<IReadOnlyList<OutboxRow>> ReadAsync(NpgsqlConnection connection, int limit, CancellationToken cancellation)
    {
        const string sql =
            """
            SELECT position, message_id, type, body, trace_parent, attempts
            FROM outbox WHERE parked_at IS NULL
            ORDER BY position LIMIT @limit
            """;
        var rows = await connection.QueryAsync<(long Position, Guid Id, string Type, byte[] Body, string? TraceParent, int Attempts)>(
            new CommandDefinition(sql, new { limit }, cancellationToken: cancellation));
        return rows.Select(r => new OutboxRow(r.Position, new OutboxMessage(r.Id, r.Type, r.Body, r.TraceParent), r.Attempts)).ToList();
    }

    public static Task DeleteAsync(NpgsqlConnection connection, long[] positions, CancellationToken cancellation) =>
        connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM outbox WHERE position = ANY (@positions)", new { positions }, cancellationToken: cancellation));

    /// <summary>Counts a failed attempt, and parks the row once there have been too many.</summary>
    public static Task FailAsync(NpgsqlConnection connection, long position, string error, int maxAttempts, CancellationToken cancellation)
    {
        const string sql =
            """
            UPDATE outbox
            SET attempts = attempts + 1, error = @error, parked_at = CASE WHEN attempts + 1 >= @maxAttempts THEN now() END
            WHERE position = @position
            """;
        return connection.ExecuteAsync(new CommandDefinition(sql, new { position, error, maxAttempts }, cancellationToken: cancellation));
    }
}

/// <summary>A row that waits to be delivered.</summary>
internal sealed record OutboxRow(long Position, OutboxMessage Message, int Attempts);
