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

    private static readonly Dictionary<string, Type> Types = typeof(ArticleIngested).Assembly.GetExportedTypes()
        .Where(t => t.Namespace == typeof(ArticleIngested).Namespace)
        .ToDictionary(t => t.Name);

    public bool Accepts(string type) => Types.ContainsKey(type);

    public async Task PublishAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var content = message.Content ?? Read(message);
        await _bound.Value.WaitAsync(cancellation);
        // RabbitMQ has the message once it confirms. Memory forgets at a crash, so there the row stays until its consumers have committed.
        var consumed = options.Transport == BusTransport.Memory ? deliveries.Expect(message.Id, content.GetType()) : Task.CompletedTask;
        await bus.Publish(content, content.GetType(), context => Address(context, message.Id), cancellation);
        await consumed.WaitAsync(cancellation);
    }

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
