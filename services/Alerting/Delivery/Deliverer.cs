using Parley.Alerting.Storage;
using Parley.Alerting.Subscriptions;

namespace Parley.Alerting.Delivery;

/// <summary>Makes the attempts to deliver. It records each when it is over, so that a crash may repeat one under the same id, and never loses one.</summary>
internal sealed class Deliverer(
    AlertingDatabase database, NoticeReader notices, IEnumerable<IChannelSender> senders, DeliveryOptions options, TimeProvider time, ILogger<Deliverer> log)
{
    /// <summary>Beyond the time that an attempt may take: reading before it, recording after it.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private readonly IReadOnlyList<IChannelSender> _senders = [.. senders];

    /// <summary>Takes deliveries that are due and tries them, side by side.</summary>
    /// <returns>True where there may be more.</returns>
    public async Task<bool> DeliverAsync(CancellationToken cancellation)
    {
        IReadOnlyList<ClaimedDelivery> claimed;
        await using (var connection = await database.OpenPreparedAsync(cancellation))
        {
            var now = time.GetUtcNow();
            claimed = await DeliveryTable.ClaimAsync(connection, now, now + TimeSpan.FromSeconds(options.TimeoutSeconds) + Margin, options.Concurrency, cancellation);
        }

        await Task.WhenAll(claimed.Select(d => TryAsync(d, cancellation)));
        return claimed.Count > 0;
    }

    /// <summary>When the next attempt is due after an attempt; null after the last.</summary>
    /// <param name="attempt">Which attempt has failed, from 1.</param>
    /// <param name="retrySeconds">The waits before each further attempt.</param>
    /// <param name="spread">From 0 to 1: receivers that failed together are not all asked together again.</param>
    internal static TimeSpan? WaitAfter(int attempt, IReadOnlyList<int> retrySeconds, double spread) =>
        attempt <= retrySeconds.Count ? TimeSpan.FromSeconds(retrySeconds[attempt - 1] * (0.9 + (0.2 * spread))) : null;

    private async Task TryAsync(ClaimedDelivery delivery, CancellationToken cancellation)
    {
        try
        {
            var (notice, channel, reason) = await notices.ReadAsync(delivery, cancellation);
            if (notice is null)
            {
                await RecordAsync(delivery, DeliveryState.Dropped, new DeliveryAttempt(time.GetUtcNow(), TimeSpan.Zero, Delivered: false, reason), null, cancellation);
                return;
            }

            var began = time.GetUtcNow();
            var outcome = await SendAsync(notice, channel!, cancellation);
            var attempt = new DeliveryAttempt(began, time.GetUtcNow() - began, outcome.Delivered, outcome.Text);
            if (outcome.Delivered)
                await RecordAsync(delivery, DeliveryState.Delivered, attempt, null, cancellation);
            else
                await FailAsync(delivery, channel!, outcome, attempt, cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            // The database may be away; the delivery falls due again by itself.
            log.LogWarning("Delivery {Delivery} of {Subscription} could not be made or recorded now: {Reason}", delivery.Id, delivery.SubscriptionId, e.Message);
        }
    }

    private async Task<Outcome> SendAsync(Notice notice, Channel channel, CancellationToken cancellation)
    {
        if (_senders.FirstOrDefault(s => s.SendsTo(channel)) is not { } sender)
            return new Outcome(false, "this copy of the service has no way to send to such a channel");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        try
        {
            // Not every client hears its token.
            return await sender.SendAsync(notice, channel, limit.Token).WaitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Outcome(false, $"no answer within {options.TimeoutSeconds} s");
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            return new Outcome(false, e.Message);
        }
    }

    private async Task FailAsync(ClaimedDelivery delivery, Channel channel, Outcome outcome, DeliveryAttempt attempt, CancellationToken cancellation)
    {
        var wait = outcome.Gone || outcome.Final ? null : WaitAfter(delivery.Attempt, options.RetrySeconds, Random.Shared.NextDouble());
        if (wait is { } given && outcome.RetryAfter is { } asked && asked > given)
            wait = asked;
        await RecordAsync(
            delivery, wait is null ? DeliveryState.Failed : DeliveryState.Waiting, attempt, wait is { } known ? time.GetUtcNow() + known : null, cancellation, disable: outcome.Gone ? channel.Id : null);
        if (wait is null)
            log.LogWarning("Delivery {Delivery} to channel {Channel} of {Subscription} is given up: {Reason}", delivery.Id, channel.Id, delivery.SubscriptionId, outcome.Text);
    }

    private async Task RecordAsync(
        ClaimedDelivery delivery, DeliveryState state, DeliveryAttempt attempt, DateTimeOffset? next, CancellationToken cancellation, string? disable = null)
    {
        await using var work = await database.BeginAsync(cancellation);
        await DeliveryTable.RecordAsync(work, delivery, state, attempt, next, cancellation);
        if (disable is not null && await SubscriptionStore.LockAsync(work, delivery.SubscriptionId, cancellation) is { } subscription)
        {
            var channels = subscription.Channels.Select(c => c.Id == disable ? c with { Disabled = attempt.Outcome } : c);
            await SubscriptionStore.UpdateAsync(work, subscription with { Channels = [.. channels], UpdatedAt = attempt.At }, cancellation);
            work.AfterCommit(database.SubscriptionsWritten.Set);
        }

        await work.CommitAsync(cancellation);
        // The next one of the same entry may have waited for this one.
        database.DeliveriesWritten.Set();
    }
}
