using Dapper;
using Parley.Alerting.Matching;
using Parley.Contracts;

namespace Parley.Alerting.Storage;

/// <summary>A stored subscription.</summary>
internal sealed record StoredSubscription(string Id, string Name, SubscriptionFilter Filter, DateTimeOffset CreatedAt);

/// <summary>The rows of subscriptions.</summary>
internal sealed class SubscriptionStore(AlertingDatabase database)
{
    private const string Columns = "id, name, actors, types, statuses, created_at";

    public async Task InsertAsync(StoredSubscription subscription, CancellationToken cancellation)
    {
        const string sql =
            """
            INSERT INTO subscriptions (id, name, actors, types, statuses, created_at)
            VALUES (@Id, @Name, @Actors, @Types, @Statuses, @CreatedAt)
            """;
        var row = new
        {
            subscription.Id,
            subscription.Name,
            Actors = subscription.Filter.Actors.Order(StringComparer.Ordinal).ToArray(),
            Types = subscription.Filter.Types.Order().Select(WireWord.Of).ToArray(),
            Statuses = subscription.Filter.Statuses.Order().Select(WireWord.Of).ToArray(),
            CreatedAt = subscription.CreatedAt.UtcDateTime,
        };
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(sql, row, cancellationToken: cancellation));
    }

    public async Task<StoredSubscription?> FindAsync(string id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} FROM subscriptions WHERE id = @id", new { id }, cancellationToken: cancellation));
        return row?.ToSubscription();
    }

    /// <summary>Those behind a position (time of creation and id), the oldest first.</summary>
    public async Task<IReadOnlyList<StoredSubscription>> ListAsync(DateTime after, string afterId, int limit, CancellationToken cancellation)
    {
        const string sql =
            $"""
            SELECT {Columns} FROM subscriptions
            WHERE (created_at, id) > (@after, @afterId)
            ORDER BY created_at, id LIMIT @limit
            """;
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(sql, new { after, afterId, limit }, cancellationToken: cancellation));
        return rows.Select(r => r.ToSubscription()).ToList();
    }

    /// <returns>False where there is none of that id.</returns>
    public async Task<bool> DeleteAsync(string id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM subscriptions WHERE id = @id", new { id }, cancellationToken: cancellation)) > 0;
    }

    // Properties, not a constructor: for Dapper an array column is no more than an Array, which fits no constructor's string[].
    private sealed record Row
    {
        public required string Id { get; init; }

        public required string Name { get; init; }

        public required string[] Actors { get; init; }

        public required string[] Types { get; init; }

        public required string[] Statuses { get; init; }

        public required DateTime Created_at { get; init; }

        public StoredSubscription ToSubscription() => new(
            Id,
            Name,
            new SubscriptionFilter(
                Actors.ToHashSet(StringComparer.Ordinal),
                Types.Select(WireWord.Parse<EntryType>).ToHashSet(),
                Statuses.Select(WireWord.Parse<EntryStatus>).ToHashSet()),
            new DateTimeOffset(Created_at));
    }
}
