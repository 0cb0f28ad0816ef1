using Microsoft.Extensions.DependencyInjection;
using Parley.Platform.Storage;
using Parley.Platform.Telemetry;

namespace Parley.Platform.Messaging;

/// <summary>Handles the messages of one queue in transactions that also record their ids, so that a repetition has no effect.</summary>
internal sealed class InboxBatcher<T, THandler>(
    ConsumerRegistration registration, ServiceDatabase database, IServiceScopeFactory scopes, BusOptions options)
    : Batcher<Delivery<T>, bool>(
        registration.Gathers > TimeSpan.Zero ? options.BatchSize * GatheredBatches : options.BatchSize,
        (batch, next, cancellation) => CommitAsync(registration.Queue, database, scopes, batch, next, cancellation),
        // In memory one message goes after the other, each when the one before is through: none would come while it waits.
        options.Transport == BusTransport.RabbitMq ? registration.Gathers : TimeSpan.Zero)
    where T : class
    where THandler : IMessageHandler<T>
{
    /// <summary>One who gathers takes as much at once as several others: nobody waits for its effect.</summary>
    private const int GatheredBatches = 10;

    /// <returns>For each whether it was new.</returns>
    private static async Task<IReadOnlyList<bool>> CommitAsync(
        string queue, ServiceDatabase database, IServiceScopeFactory scopes, IReadOnlyList<Delivery<T>> batch, Action next,
        CancellationToken cancellation)
    {
        using var activity = ParleyTelemetry.StartBatch($"{queue} batch", [.. batch.Select(d => d.Trace)]);
        await using var work = await database.BeginAsync(cancellation);
        work.WhenDecided(next);
        var unseen = await InboxTable.RecordAsync(work, queue, [.. batch.Select(d => d.MessageId).Distinct()], cancellation);
        // Removing an id as it is met leaves out a message that stands twice in the batch itself.
        var isNew = batch.Select(d => unseen.Remove(d.MessageId)).ToList();
        var deliveries = batch.Where((_, i) => isNew[i]).ToList();
        if (deliveries.Count > 0)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<THandler>().HandleAsync(work, deliveries, cancellation);
        }

        await work.CommitAsync(cancellation);
        return isNew;
    }
}
