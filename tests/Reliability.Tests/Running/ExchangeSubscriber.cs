using System.Text;
using System.Text.Json;
using RabbitMQ.Client;

namespace Parley.Reliability.Tests.Running;

/// <summary>An event as it lay in the subscriber's queue.</summary>
internal sealed record Received(string Id, string Body);

/// <summary>A subscriber on RabbitMQ: a durable queue of his own, bound to everything on the topic exchange.</summary>
internal sealed class ExchangeSubscriber(Uri bus)
{
    private const string Exchange = "parley.alerts";
    private const string Queue = "subscriber";

    public async Task SubscribeAsync()
    {
        await using var connection = await new ConnectionFactory { Uri = bus }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.ExchangeDeclareAsync(Exchange, ExchangeType.Topic, durable: true);
        await channel.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        await channel.QueueBindAsync(Queue, Exchange, "#");
    }

    /// <summary>Everything that has come, in order.</summary>
    public async Task<IReadOnlyList<Received>> ReadAllAsync()
    {
        await using var connection = await new ConnectionFactory { Uri = bus }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        var all = new List<Received>();
        while (await channel.BasicGetAsync(Queue, autoAck: true) is { } message)
        {
            var body = Encoding.UTF8.GetString(message.Body.Span);
            using var read = JsonDocument.Parse(body);
            all.Add(new Received(read.RootElement.GetProperty("id").GetString()!, body));
        }

        return all;
    }
}
