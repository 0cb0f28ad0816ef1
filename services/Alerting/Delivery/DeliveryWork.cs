using Parley.Alerting.Storage;
using Parley.Alerting.Subscriptions;

namespace Parley.Alerting.Delivery;

/// <summary>
/// Runs dispatching, closing and delivering, each for itself, so that a slow receiver keeps no alert from being written down. Each is woken where this
/// copy of the service wrote, and looks by itself for what others wrote or what has fallen due.
/// </summary>
internal sealed class DeliveryWork(
    AlertingDatabase database, Platform.Streaming.LogFeed<AlertingDatabase> feed, ISubscribers subscribers, Dispatcher dispatcher, BatchCloser closer, Deliverer deliverer, TimeProvider time,
    ILogger<DeliveryWork> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await subscribers.Loaded.WaitAsync(stoppingToken);
            await Task.WhenAll(
                RunAsync("dispatch changes", dispatcher.DispatchAsync, () => feed.Grown, stoppingToken),
                RunAsync("close batches", closer.CloseAsync, () => Task.Delay(Interval, time, stoppingToken), stoppingToken),
                RunAsync("deliver", deliverer.DeliverAsync, () => null, stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is not done is there at the next start.
        }
    }

    /// <param name="what">What it does, for the log.</param>
    /// <param name="step">Does a part of it; true where there may be more.</param>
    /// <param name="wake">Ends at the next time to look, taken before the look so that nothing slips in between; null for the signal, which keeps what it was given.</param>
    /// <param name="cancellation">Ends it.</param>
    private async Task RunAsync(string what, Func<CancellationToken, Task<bool>> step, Func<Task?> wake, CancellationToken cancellation)
    {
        var failing = false;
        while (!cancellation.IsCancellationRequested)
        {
            var woken = wake();
            try
            {
                if (await step(cancellation))
                    continue;
                failing = false;
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested)
            {
                if (!failing)
                    log.LogWarning("Alerting cannot {What} now, next try in {Interval}: {Reason}", what, RetryInterval, e.Message);
                failing = true;
                await Task.Delay(RetryInterval, time, cancellation);
                continue;
            }

            await (woken?.WaitAsync(cancellation) ?? database.DeliveriesWritten.WaitAsync(Interval, cancellation));
        }
    }
}
