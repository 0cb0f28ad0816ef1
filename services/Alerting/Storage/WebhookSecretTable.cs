using Dapper;
using Parley.Alerting.Delivery;
using Parley.Alerting.Subscriptions;
using Parley.Platform.Storage;

namespace Parley.Alerting.Storage;

/// <summary>What signs the requests to webhooks: one secret a channel and, for a while after it was replaced, the one before.</summary>
internal sealed class WebhookSecretTable(AlertingDatabase database)
{
    /// <summary>Gives each webhook that has none a secret, and takes away those of channels that are no webhooks of the subscription any more.</summary>
    /// <returns>The secrets that are new, by channel, in the order of the channels.</returns>
    public static async Task<IReadOnlyList<(string Channel, string Secret)>> SettleAsync(
        UnitOfWork work, Subscription subscription, DateTimeOffset now, CancellationToken cancellation)
    {
        var webhooks = subscription.Channels.OfType<WebhookChannel>().Select(c => c.Id).ToArray();
        const string sql =
            """
            DELETE FROM webhook_secrets WHERE subscription_id = @Id AND channel_id <> ALL (@webhooks);
            SELECT channel_id FROM webhook_secrets WHERE subscription_id = @Id AND ends_at IS NULL
            """;
        var having = (await work.Connection.QueryAsync<string>(new CommandDefinition(sql, new { subscription.Id, webhooks }, work.Transaction, cancellationToken: cancellation)))
            .ToHashSet(StringComparer.Ordinal);
        var made = webhooks.Where(w => !having.Contains(w)).Select(w => (Channel: w, Secret: WebhookSignature.NewSecret())).ToList();
        foreach (var (channel, secret) in made)
            await InsertAsync(work, subscription.Id, channel, secret, now, cancellation);
        return made;
    }

    /// <summary>Gives a webhook a new secret. The one that it has goes on until a time; one that was to end already ends at once.</summary>
    /// <returns>The new secret, and whether there was one before.</returns>
    public static async Task<(string Secret, bool Replaced)> RotateAsync(
        UnitOfWork work, string subscription, string channel, DateTimeOffset now, DateTimeOffset oldEndsAt, CancellationToken cancellation)
    {
        const string end = "DELETE FROM webhook_secrets WHERE subscription_id = @subscription AND channel_id = @channel AND ends_at IS NOT NULL";
        const string bound = "UPDATE webhook_secrets SET ends_at = @ends WHERE subscription_id = @subscription AND channel_id = @channel";
        var which = new { subscription, channel, ends = oldEndsAt.UtcDateTime };
        await work.Connection.ExecuteAsync(new CommandDefinition(end, which, work.Transaction, cancellationToken: cancellation));
        var replaced = await work.Connection.ExecuteAsync(new CommandDefinition(bound, which, work.Transaction, cancellationToken: cancellation));
        // One that signs no more need not be kept.
        if (oldEndsAt <= now)
            await work.Connection.ExecuteAsync(new CommandDefinition(end, which, work.Transaction, cancellationToken: cancellation));
        var secret = WebhookSignature.NewSecret();
        await InsertAsync(work, subscription, channel, secret, now, cancellation);
        return (secret, replaced > 0);
    }

    /// <summary>Those of a channel that sign now, the newest first.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(string subscription, string channel, DateTimeOffset now, CancellationToken cancellation)
    {
        const string sql =
            """
            SELECT secret FROM webhook_secrets
            WHERE subscription_id = @subscription AND channel_id = @channel AND (ends_at IS NULL OR ends_at > @now)
            ORDER BY ends_at DESC NULLS FIRST
            """;
        await using var connection = await database.OpenAsync(cancellation);
        return [.. await connection.QueryAsync<string>(new CommandDefinition(sql, new { subscription, channel, now = now.UtcDateTime }, cancellationToken: cancellation))];
    }

    private static Task InsertAsync(UnitOfWork work, string subscription, string channel, string secret, DateTimeOffset now, CancellationToken cancellation) =>
        work.Connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO webhook_secrets (subscription_id, channel_id, secret, created_at) VALUES (@subscription, @channel, @secret, @now)",
            new { subscription, channel, secret, now = now.UtcDateTime }, work.Transaction, cancellationToken: cancellation));
}
