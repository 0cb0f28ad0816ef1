using System.Collections.Concurrent;
using MassTransit;

namespace Parley.Platform.Messaging;

/// <summary>
/// Tells, for the in-memory transport, when every consumer of a message has committed, so that Standalone keeps the promise
/// that RabbitMQ's queues keep for the services: an acknowledged article is not lost in a crash.
/// </summary>
internal sealed class MemoryDeliveries(IEnumerable<ConsumerRegistration> consumers) : IReceiveObserver
{
    private readonly Dictionary<Type, int> _consumersOf = consumers.GroupBy(c => c.MessageType).ToDictionary(g => g.Key, g => g.Count());
    private readonly ConcurrentDictionary<Guid, Pending> _pending = new();

    /// <summary>A task that ends when every consumer has committed the message, or fails when one gave it up.</summary>
    public Task Expect(Guid messageId, Type type)
    {
        var count = _consumersOf.GetValueOrDefault(type);
        if (count == 0)
            return Task.CompletedTask;
        var pending = new Pending(count);
        _pending[messageId] = pending;
        return pending.Task.ContinueWith(
            done =>
            {
                _pending.TryRemove(messageId, out _);
                return done;
            },
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).Unwrap();
    }

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
        where T : class
    {
        if (context.MessageId is { } id && _pending.TryGetValue(id, out var pending))
            pending.Committed();
        return Task.CompletedTask;
    }

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
        where T : class
    {
        if (context.MessageId is { } id && _pending.TryGetValue(id, out var pending))
            pending.Failed(Reason(consumerType, exception));
        return Task.CompletedTask;
    }

    public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

    public Task PostReceive(ReceiveContext context) => Task.CompletedTask;

    public Task ReceiveFault(ReceiveContext context, Exception exception)
    {
        if (context.GetMessageId() is { } id && _pending.TryGetValue(id, out var pending))
            pending.Failed(Reason($"{context.InputAddress}", exception));
        return Task.CompletedTask;
    }

    /// <summary>A consumer that was stopped has refused nothing: its message waits for the next start, however often that happens.</summary>
    private static Exception Reason(string who, Exception exception) => exception is OperationCanceledException
        ? exception
        : new UndeliverableException($"{who} failed: {exception.Message}", exception);

    private sealed class Pending(int consumers)
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _left = consumers;

        public Task Task => _done.Task;

        public void Committed()
        {
            if (Interlocked.Decrement(ref _left) == 0)
                _done.TrySetResult();
        }

        public void Failed(Exception exception) => _done.TrySetException(exception);
    }
}
