using System.Reflection;
using System.Text.Json;
using MassTransit;
using Parley.Contracts;
using Parley.Contracts.Messages;

namespace Parley.Platform.Messaging;

/// <summary>Publishes outbox messages on the bus.</summary>
internal sealed class BusSink(IBusControl bus, BusOptions options, MemoryDeliveries deliveries) : IOutboxSink
{
    /// <summary>Memory does not even return what nobody is bound to yet; RabbitMQ does.</summary>
    private readonly Lazy<Task> _bound = new(() => options.Transport == BusTransport.Memory ? bus.WaitForHealthStatus(BusHealthStatus.Healthy, CancellationToken.None) : Task.CompletedTask);

    private static readonly Dictionary<string, Type> Types = Queues.Of.Keys.ToDictionary(t => t.Name);

    private static readonly Dictionary<Type, Func<IReadOnlyList<(OutboxMessage Message, object Content)>, object>> Bundlers =
        Types.Values.ToDictionary(t => t, t => typeof(BusSink).GetMethod(nameof(Bundle), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(t)
            .CreateDelegate<Func<IReadOnlyList<(OutboxMessage, object)>, object>>());

    public bool Accepts(string type) => Types.ContainsKey(type);

    /// <summary>In memory a message costs nothing by itself, and each is waited for.</summary>
    public bool Bundles => options.Transport == BusTransport.RabbitMq;

    /// <summary>All its receivers keep an inbox.</summary>
    public bool MayRepeat => options.Transport == BusTransport.RabbitMq;

    public async Task PublishAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellation)
    {
        var read = messages.Select(m => (Message: m, Content: m.Content ?? Read(m))).ToList();
        var content = read.Count == 1 ? read[0].Content : Bundlers[read[0].Content.GetType()](read);
        var id = read.Count == 1 ? read[0].Message.Id : Guid.CreateVersion7();
        await _bound.Value.WaitAsync(cancellation);
        // RabbitMQ has the message once it confirms. Memory forgets at a crash, so there the row stays until its consumers have committed.
        var consumed = options.Transport == BusTransport.Memory ? deliveries.Expect(id, content.GetType()) : Task.CompletedTask;
        await bus.Publish(content, content.GetType(), context => Address(context, id), cancellation);
        await consumed.WaitAsync(cancellation);
    }

    private static Bundle<T> Bundle<T>(IReadOnlyList<(OutboxMessage Message, object Content)> messages)
        where T : class => new()
        {
            Messages = [.. messages.Select(m => new Bundled<T>
            {
                Id = m.Message.Id,
                TraceParent = m.Message.TraceParent,
                Message = (T)m.Content,
                Json = m.Message.Body,
            })],
        };

    private static void Address(PublishContext context, Guid messageId)
    {
        context.MessageId = messageId;
        // Before a consumer has run for the first time there is no queue, and a broker confirms what it then throws away. Returned, the message stays.
        if (context.TryGetPayload<RabbitMqSendContext>(out var rabbit))
            rabbit.Mandatory = true;
    }

    private static object Read(OutboxMessage message)
    {
        try
        {
            return JsonSerializer.Deserialize(message.Body, Types[message.Type], ParleyJson.Line)
                ?? throw new UndeliverableException($"The body of message {message.Id} is null.");
        }
        catch (JsonException e)
        {
            throw new UndeliverableException($"The body of message {message.Id} cannot be read: {e.Message}", e);
        }
    }
}
