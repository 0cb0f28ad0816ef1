using Parley.Alerting.Storage;

namespace Parley.Alerting.Delivery;

/// <summary>
/// Wakes the streams of this copy when the log may have grown: at once where this copy wrote, within a poll where another did. The streams read
/// the log themselves, each at its own pace, so that a slow one harms no other.
/// </summary>
internal sealed class AlertFeed(AlertingDatabase database) : BackgroundService
{
    /// <summary>How late a change that another copy wrote is seen at most.</summary>
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);

    private TaskCompletionSource _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A task that ends at the next time to look. Take it before looking, so that nothing slips in between.</summary>
    public Task Grown => Volatile.Read(ref _grown).Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await database.ChangesWritten.WaitAsync(PollInterval, stoppingToken);
                Interlocked.Exchange(ref _grown, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The streams end by the same signal.
        }
    }
}
