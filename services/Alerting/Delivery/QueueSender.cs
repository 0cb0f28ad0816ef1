using System.Collections.Concurrent;
using Parley.Alerting.Subscriptions;
using Parley.Platform.Messaging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Parley.Alerting.Delivery;

/// <summary>Fills subscribers' own queues on RabbitMQ. A queue that has expired, or that somebody has deleted, is declared anew.</summary>
internal sealed class QueueSender(BusOptions options, LinkMaker links, ILogger<QueueSender> log) : IChannelSender, IAsyncDisposable
{
    private readonly BrokerChannel _channel = new(options, "parley subscribers", log);
    private readonly ConcurrentDictionary<string, bool> _declared = new(StringComparer.Ordinal);

    public bool SendsTo(Channel channel) => channel is QueueChannel;

    public async Task PrepareAsync(Subscription subscription, Channel channel, CancellationToken cancellation)
    {
        if (channel is QueueChannel queue)
            await DeclareAsync(queue, queue.NameFor(subscription.Id), cancellation);
    }

    public async Task<Outcome> SendAsync(Notice notice, Channel channel, CancellationToken cancellation)
    {
        var queue = (QueueChannel)channel;
        var name = queue.NameFor(notice.Subscription.Id);
        var body = CloudEvents.Body(notice, links);
        if (!_declared.ContainsKey(name))
            await DeclareAsync(queue, name, cancellation);
        try
        {
            await PublishAsync(name, notice, body, cancellation);
        }
        catch (PublishException e) when (e.IsReturn)
        {
            // It has gone meanwhile: expired, or deleted.
            await DeclareAsync(queue, name, cancellation);
            await PublishAsync(name, notice, body, cancellation);
        }

        return new Outcome(true, $"confirmed by the broker, in {name}");
    }

    public ValueTask DisposeAsync() => _channel.DisposeAsync();

    private async Task PublishAsync(string queue, Notice notice, byte[] body, CancellationToken cancellation)
    {
        var channel = await OpenAsync(cancellation);
        var properties = new BasicProperties
        {
            MessageId = CloudEvents.IdOf(notice),
            ContentType = CloudEvents.ContentType,
            Timestamp = new AmqpTimestamp(notice.ClosedAt.ToUnixTimeSeconds()),
            Persistent = true,
            AppId = "parley",
        };
        // Mandatory: what reaches no queue comes back.
        await channel.BasicPublishAsync("", queue, mandatory: true, properties, body, cancellation);
    }

    private async Task DeclareAsync(QueueChannel queue, string name, CancellationToken cancellation)
    {
        var arguments = new Dictionary<string, object?>
        {
            ["x-max-length"] = queue.MaxLength,
            ["x-overflow"] = "drop-head",
            ["x-expires"] = (long)queue.Expiry.TotalMilliseconds,
        };
        var channel = await OpenAsync(cancellation);
        try
        {
            await channel.QueueDeclareAsync(name, durable: true, exclusive: false, autoDelete: false, arguments, cancellationToken: cancellation);
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == Constants.PreconditionFailed)
        {
            // It was made with other limits and keeps them, with all that is in it.
            log.LogWarning("The queue {Queue} keeps the limits that it was made with; for others delete it", name);
        }

        _declared[name] = true;
    }

    private Task<IChannel> OpenAsync(CancellationToken cancellation) => _channel.OpenAsync(
        (_, _) =>
        {
            // Another broker, or the same after it has lost its data, has none of them.
            _declared.Clear();
            return Task.CompletedTask;
        },
        cancellation);
}
