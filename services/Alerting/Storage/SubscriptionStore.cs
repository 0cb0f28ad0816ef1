using System.Text.Json;
using Dapper;
using Npgsql;
using NpgsqlTypes;
using Parley.Alerting.Subscriptions;
using Parley.Contracts;
using Parley.Platform.Storage;

namespace Parley.Alerting.Storage;

/// <summary>The rows of subscriptions. Whatever changes one is logged in the same transaction.</summary>
internal sealed class SubscriptionStore(AlertingDatabase database)
{
    public static async Task InsertAsync(UnitOfWork work, Subscription subscription, CancellationToken cancellation)
    {
        const string sql =
            """
            INSERT INTO subscriptions (id, owner, labels, definition, created_at) VALUES ($1, $2, $3, $4, $5)
            """;
        await WriteAsync(work, sql, subscription, cancellation);
    }

    public static async Task UpdateAsync(UnitOfWork work, Subscription subscription, CancellationToken cancellation)
    {
        const string sql =
            """
            UPDATE subscriptions SET owner = $2, labels = $3, definition = $4 WHERE id = $1 AND created_at = $5
            """;
        await WriteAsync(work, sql, subscription, cancellation);
    }

    /// <summary>The one of an id, locked to the end of the transaction; null where there is none.</summary>
    public static async Task<Subscription?> LockAsync(UnitOfWork work, string id, CancellationToken cancellation) =>
        Read(await work.Connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(
            "SELECT definition::text FROM subscriptions WHERE id = @id FOR UPDATE", new { id }, work.Transaction, cancellationToken: cancellation)));

    /// <returns>False where there is none of that id.</returns>
    public static async Task<bool> DeleteAsync(UnitOfWork work, string id, CancellationToken cancellation)
    {
        var deleted = await work.Connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM subscriptions WHERE id = @id", new { id }, work.Transaction, cancellationToken: cancellation));
        if (deleted > 0)
            await LogAsync(work, id, cancellation);
        return deleted > 0;
    }

    public async Task<Subscription?> FindAsync(string id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return Read(await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(
            "SELECT definition::text FROM subscriptions WHERE id = @id", new { id }, cancellationToken: cancellation)));
    }

    /// <summary>Those of several ids; one that is not there is left out.</summary>
    public async Task<IReadOnlyList<Subscription>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var found = await connection.QueryAsync<string>(new CommandDefinition(
            "SELECT definition::text FROM subscriptions WHERE id = ANY (@ids)", new { ids = ids.ToArray() }, cancellationToken: cancellation));
        return [.. found.Select(json => Read(json)!)];
    }

    /// <summary>Those behind a position (time of creation and id), the oldest first.</summary>
    /// <param name="after">The time of creation of the last one before.</param>
    /// <param name="afterId">Its id.</param>
    /// <param name="limit">At most this many.</param>
    /// <param name="owner">Only of this owner; empty for all.</param>
    /// <param name="labels">Only with all of these.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<IReadOnlyList<Subscription>> ListAsync(
        DateTime after, string afterId, int limit, string owner, IReadOnlyDictionary<string, string> labels, CancellationToken cancellation)
    {
        const string sql =
            """
            SELECT definition::text FROM subscriptions
            WHERE (created_at, id) > (@after, @afterId) AND (@owner = '' OR owner = @owner) AND labels @> @labels::jsonb
            ORDER BY created_at, id LIMIT @limit
            """;
        await using var connection = await database.OpenAsync(cancellation);
        var parameters = new { after, afterId, limit, owner, labels = JsonSerializer.Serialize(labels, ParleyJson.Line) };
        var rows = await connection.QueryAsync<string>(new CommandDefinition(sql, parameters, cancellationToken: cancellation));
        return [.. rows.Select(json => Read(json)!)];
    }

    private static async Task WriteAsync(UnitOfWork work, string sql, Subscription subscription, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, work.Connection, work.Transaction);
        command.Parameters.Add(new() { Value = subscription.Id });
        command.Parameters.Add(new() { Value = subscription.Owner });
        command.Parameters.Add(new() { Value = JsonSerializer.Serialize(subscription.Labels, ParleyJson.Line), NpgsqlDbType = NpgsqlDbType.Jsonb });
        command.Parameters.Add(new() { Value = JsonSerializer.Serialize(subscription, ParleyJson.Line), NpgsqlDbType = NpgsqlDbType.Jsonb });
        command.Parameters.Add(new() { Value = subscription.CreatedAt.UtcDateTime });
        await command.ExecuteNonQueryAsync(cancellation);
        await LogAsync(work, subscription.Id, cancellation);
    }

    private static async Task LogAsync(UnitOfWork work, string id, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("INSERT INTO subscription_changes (subscription_id) VALUES ($1)", work.Connection, work.Transaction);
        command.Parameters.Add(new() { Value = id });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static Subscription? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<Subscription>(json, ParleyJson.Line);
}
