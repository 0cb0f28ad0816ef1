using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using Parley.Alerting.Subscriptions;
using Parley.Contracts;
using Parley.Platform.Storage;

namespace Parley.Alerting.Storage;

/// <summary>The feeds of subscriptions, each by the hash of the token in its address.</summary>
internal sealed class FeedTable(AlertingDatabase database)
{
    private const int TokenBytes = 32;

    /// <summary>Gives a subscription's feed a new token; the one before is forgotten.</summary>
    public static async Task<string> IssueAsync(UnitOfWork work, string subscription, DateTimeOffset now, CancellationToken cancellation)
    {
        const string sql =
            """
            INSERT INTO feeds (subscription_id, token_hash, created_at) VALUES (@subscription, @hash, @now)
            ON CONFLICT (subscription_id) DO UPDATE SET token_hash = excluded.token_hash, created_at = excluded.created_at
            """;
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        await work.Connection.ExecuteAsync(new CommandDefinition(
            sql, new { subscription, hash = HashOf(token), now = now.UtcDateTime }, work.Transaction, cancellationToken: cancellation));
        return token;
    }

    /// <summary>Forgets the token of a subscription's feed.</summary>
    public static Task WithdrawAsync(UnitOfWork work, string subscription, CancellationToken cancellation) => work.Connection.ExecuteAsync(new CommandDefinition(
        "DELETE FROM feeds WHERE subscription_id = @subscription", new { subscription }, work.Transaction, cancellationToken: cancellation));

    /// <summary>
    /// The subscription whose feed has a token; null where none has. What is compared is the hash, so that how long it takes says nothing of a token that
    /// is nearly right.
    /// </summary>
    public async Task<Subscription?> FindAsync(string token, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var found = await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(
            "SELECT s.definition::text FROM feeds f JOIN subscriptions s ON s.id = f.subscription_id WHERE f.token_hash = @hash",
            new { hash = HashOf(token) }, cancellationToken: cancellation));
        return found is null ? null : JsonSerializer.Deserialize<Subscription>(found, ParleyJson.Line);
    }

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
