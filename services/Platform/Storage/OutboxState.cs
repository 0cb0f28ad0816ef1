using Dapper;

namespace Parley.Platform.Storage;

/// <summary>What still lies in a service's outbox.</summary>
public static class OutboxState
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(5);

    /// <summary>Waits until every message has been delivered.</summary>
    /// <exception cref="InvalidOperationException">A message was parked: it cannot be delivered.</exception>
    public static async Task WaitUntilEmptyAsync(ServiceDatabase database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        while (true)
        {
            var (waiting, parked, error) = await connection.QuerySingleAsync<(long, long, string?)>(new CommandDefinition(
                "SELECT count(*) FILTER (WHERE parked_at IS NULL), count(parked_at), min(error) FILTER (WHERE parked_at IS NOT NULL) FROM outbox",
                cancellationToken: cancellation));
            if (parked > 0)
                throw new InvalidOperationException($"{parked} messages of {database.Name} cannot be handled: {error}");
            if (waiting == 0)
                return;
            await Task.Delay(PollInterval, cancellation);
        }
    }
}
