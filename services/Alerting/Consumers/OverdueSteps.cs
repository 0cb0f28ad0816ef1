using Parley.Alerting.Storage;

namespace Parley.Alerting.Consumers;

/// <summary>Alerts to changes that wait in vain: what they wait for lies in a dead-letter queue, or went before this database was made.</summary>
internal sealed class OverdueSteps(AlertRaiser raiser, AlertingDatabase database, TimeProvider time, ILogger<OverdueSteps> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Longer than a broker or a service takes to come back after a crash, and short for whoever is to be alerted.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).AsTask().ContinueWith(t => t.IsCompletedSuccessfully && t.Result, TaskScheduler.Default))
        {
            try
            {
                await using var work = await database.BeginAsync(stoppingToken);
                var entries = await raiser.GiveUpWaitingAsync(work, time.GetUtcNow() - Patience, stoppingToken);
                await work.CommitAsync(stoppingToken);
                if (entries > 0)
                    log.LogWarning("Changes of {Entries} entries were alerted without the one before them, which has not come for {Patience}", entries, Patience);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Changes that wait could not be looked for, next try in {Interval}: {Reason}", Interval, e.Message);
            }
        }
    }
}
