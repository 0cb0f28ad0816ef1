using System.Diagnostics;
using MassTransit;

namespace Parley.Platform.Messaging;

/// <summary>The bus's end of a queue: hands each message to the batcher, and acknowledges it once its effect is committed.</summary>
internal sealed class InboxConsumer<T, THandler>(InboxBatcher<T, THandler> batcher) : IConsumer<T>
    where T : class
    where THandler : IMessageHandler<T>
{
    public Task Consume(ConsumeContext<T> context)
    {
        // Messages of other publishers may come without an id; then there is nothing to tell a repetition by, and each counts.
        var id = context.MessageId ?? Guid.CreateVersion7();
        return batcher.RunAsync(new Delivery<T>(id, context.Message, Activity.Current?.Context ?? default), context.CancellationToken);
    }
}
