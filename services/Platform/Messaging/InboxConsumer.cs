using System.Diagnostics;
using MassTransit;
using Parley.Contracts.Messages;
using Parley.Platform.Storage;
using Parley.Platform.Telemetry;

namespace Parley.Platform.Messaging;

/// <summary>The bus's end of a queue: hands each message to the batcher, and acknowledges it, or its bundle, once its effect is committed.</summary>
/// <param name="read">Makes of a message what the handler wants, outside of any transaction: while one runs, the messages of the next are read.</param>
/// <param name="batcher">Takes what was read.</param>
internal sealed class InboxConsumer<T, TRead, THandler>(Func<T, TRead> read, InboxBatcher<TRead, THandler> batcher) : IConsumer<T>, IConsumer<Bundle<T>>
    where T : class
    where TRead : class
    where THandler : IMessageHandler<TRead>
{
    public Task Consume(ConsumeContext<T> context)
    {
        // Messages of other publishers may come without an id; then there is nothing to tell a repetition by, and each counts.
        var id = context.MessageId ?? Guid.CreateVersion7();
        return batcher.RunAsync(new Delivery<TRead>(id, read(context.Message), Activity.Current?.Context ?? default), context.CancellationToken);
    }

    /// <summary>
    /// What fails for good is sent again by itself, so that the broker counts its deliveries, and not those of its neighbours, and so that it comes to the
    /// dead-letter queue alone.
    /// </summary>
    public async Task Consume(ConsumeContext<Bundle<T>> context)
    {
        var outcomes = await Task.WhenAll(context.Message.Messages.Select(message => TakeAsync(message, context.CancellationToken)));
        foreach (var (failed, error) in outcomes)
        {
            if (error is null)
                continue;
            if (error is OperationCanceledException || Transient.Is(error))
                throw error;
            var queue = await context.GetSendEndpoint(context.ReceiveContext.InputAddress);
            using var activity = ParleyTelemetry.Start("bundle apart", ActivityKind.Producer, failed.TraceParent);
            await queue.Send(failed.Message, send => send.MessageId = failed.Id, context.CancellationToken);
        }
    }

    private async Task<(Bundled<T> Message, Exception? Error)> TakeAsync(Bundled<T> message, CancellationToken cancellation)
    {
        try
        {
            await batcher.RunAsync(new Delivery<TRead>(message.Id, read(message.Message), ParleyTelemetry.Read(message.TraceParent)), cancellation);
            return (message, null);
        }
        catch (Exception e)
        {
            return (message, e);
        }
    }
}
