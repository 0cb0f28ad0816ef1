using Microsoft.Extensions.Hosting;
using Parley.Platform.Storage;

namespace Parley.Platform.Streaming;

/// <summary>
/// Wakes the streams of this copy when a database's log may have grown: at once where this copy wrote, within a poll where another did. The streams read
/// the log themselves, each at its own pace, so that a slow one harms no other.
/// </summary>
/// <typeparam name="TDatabase">The database.</typeparam>
public sealed class LogFeed<TDatabase>(TDatabase database) : BackgroundService
    where TDatabase : ServiceDatabase
{
    /// <summary>How late a row that another copy wrote is seen at most.</summary>
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);

    private TaskCompletionSource _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A task that ends at the next time to look. Take it before looking, so that nothing slips in between.</summary>
    public Task Grown => Volatile.Read(ref _grown).Task;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await database.LogWritten.WaitAsync(PollInterval, stoppingToken);
                Interlocked.Exchange(ref _grown, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The streams end by the same signal.
        }
    }
}
