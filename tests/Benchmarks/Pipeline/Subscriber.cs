using System.Collections.Concurrent;
using System.Diagnostics;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Parley.Benchmarks.Pipeline;

/// <summary>A subscriber on RabbitMQ, with a queue bound to everything on a topic exchange, who notes when each message came.</summary>
internal sealed class Subscriber : IAsyncDisposable
{
    private const ushort Prefetch = 500;

    private readonly IConnection connection;
    private readonly IChannel channel;
    private readonly Func<IReadOnlyBasicProperties, ReadOnlyMemory<byte>, string?> articleOf;
    private readonly ConcurrentDictionary<string, int> received = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> first = new(StringComparer.Ordinal);
    private long last;

    private Subscriber(IConnection connection, IChannel channel, Func<IReadOnlyBasicProperties, ReadOnlyMemory<byte>, string?> articleOf) =>
        (this.connection, this.channel, this.articleOf) = (connection, channel, articleOf);

    /// <summary>How often each message came, by its id.</summary>
    public IReadOnlyDictionary<string, int> Received => received;

    /// <summary>When the last came, in ticks of <see cref="Stopwatch"/>.</summary>
    public long Last => Volatile.Read(ref last);

    /// <summary>When the first message came that an article has caused, in ticks of <see cref="Stopwatch"/>.</summary>
    public IReadOnlyDictionary<string, long> FirstOf => first;

    /// <summary>Subscribes.</summary>
    /// <param name="broker">Where.</param>
    /// <param name="exchange">The topic exchange.</param>
    /// <param name="articleOf">Reads which article caused a message; null where that is not of interest.</param>
    public static async Task<Subscriber> StartAsync(Uri broker, string exchange, Func<IReadOnlyBasicProperties, ReadOnlyMemory<byte>, string?> articleOf)
    {
        var connection = await new ConnectionFactory { Uri = broker }.CreateConnectionAsync();
        var channel = await connection.CreateChannelAsync();
        await channel.ExchangeDeclareAsync(exchange, ExchangeType.Topic, durable: true);
        var queue = (await channel.QueueDeclareAsync()).QueueName;
        await channel.QueueBindAsync(queue, exchange, "#");
        await channel.BasicQosAsync(0, Prefetch, global: false);
        var subscriber = new Subscriber(connection, channel, articleOf);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += subscriber.TakeAsync;
        await channel.BasicConsumeAsync(queue, autoAck: false, consumer);
        return subscriber;
    }

    public async ValueTask DisposeAsync()
    {
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async Task TakeAsync(object sender, BasicDeliverEventArgs message)
    {
        var now = Stopwatch.GetTimestamp();
        received.AddOrUpdate(message.BasicProperties.MessageId ?? "", 1, (_, times) => times + 1);
        if (articleOf(message.BasicProperties, message.Body) is { } article)
            first.TryAdd(article, now);
        Volatile.Write(ref last, now);
        await channel.BasicAckAsync(message.DeliveryTag, multiple: false);
    }
}
