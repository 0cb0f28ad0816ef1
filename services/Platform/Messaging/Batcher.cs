using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Parley.Platform.Storage;

namespace Parley.Platform.Messaging;

/// <summary>
/// Brings work that waits for the database together into transactions. While one transaction runs, what arrives waits; the next one takes
/// all of it. So batches grow with the load by themselves, and a lone piece of work waits for nobody.
/// </summary>
/// <param name="maxBatch">The most that one transaction takes.</param>
/// <param name="process">
/// One transaction: the results, in the order of the items. It fails as a whole. It may tell that the next can begin beside it; else that begins once it has
/// ended. There are never more than two.
/// </param>
/// <param name="gathers">How long the first piece of a batch waits for more at most: while more comes, and the batch is not full.</param>
public class Batcher<TItem, TResult>(
    int maxBatch, Func<IReadOnlyList<TItem>, Action, CancellationToken, Task<IReadOnlyList<TResult>>> process, TimeSpan gathers = default) : BackgroundService
{
    private readonly Channel<Waiting> _queue = Channel.CreateUnbounded<Waiting>();

    /// <summary>Does the work with whatever else is waiting.</summary>
    /// <returns>Its result, once it is committed. Fails when it had no effect.</returns>
    public async Task<TResult> RunAsync(TItem item, CancellationToken cancellation)
    {
        var waiting = new Waiting(item);
        if (!_queue.Writer.TryWrite(waiting))
            throw new OperationCanceledException("The service is stopping.");
        return await waiting.Done.Task.WaitAsync(cancellation);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var before = Task.CompletedTask;
        try
        {
            while (await _queue.Reader.WaitToReadAsync(stoppingToken))
            {
                await GatherAsync(stoppingToken);
                var batch = new List<Waiting>();
                while (batch.Count < maxBatch && _queue.Reader.TryRead(out var waiting))
                    batch.Add(waiting);
                var mayFollow = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                var running = ProcessAsync(batch, () => mayFollow.TrySetResult(), stoppingToken);
                await Task.WhenAny(running, mayFollow.Task);
                await before;
                before = running;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What waits is told so below; nothing of it has happened.
        }
        finally
        {
            await before;
            _queue.Writer.TryComplete();
            while (_queue.Reader.TryRead(out var waiting))
                waiting.Done.TrySetCanceled(CancellationToken.None);
        }
    }

    /// <summary>Waits in steps; after one in which nothing came, nothing more is to be expected soon.</summary>
    private async Task GatherAsync(CancellationToken cancellation)
    {
        const int steps = 20;
        for (var step = 0; gathers > TimeSpan.Zero && step < steps && _queue.Reader.Count is var before && before < maxBatch; step++)
        {
            await Task.Delay(gathers / steps, cancellation);
            if (_queue.Reader.Count == before)
                return;
        }
    }

    /// <summary>Never fails: whoever waits is told.</summary>
    private async Task ProcessAsync(List<Waiting> batch, Action next, CancellationToken cancellation)
    {
        try
        {
            var results = await process(batch.ConvertAll(w => w.Item), next, cancellation);
            for (var i = 0; i < batch.Count; i++)
                batch[i].Done.TrySetResult(results[i]);
        }
        catch (Exception e) when (batch.Count > 1 && !Transient.Is(e) && !cancellation.IsCancellationRequested)
        {
            // One bad item must not stop its neighbours: each again, by itself.
            foreach (var waiting in batch)
                await ProcessAsync([waiting], static () => { }, cancellation);
        }
        catch (Exception e)
        {
            batch.ForEach(w => w.Done.TrySetException(e));
        }
    }

    private sealed record Waiting(TItem Item)
    {
        public TaskCompletionSource<TResult> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
