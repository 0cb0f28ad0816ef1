using System.Text.Json;
using Parley.Contracts;
using Parley.Platform.Messaging;
using RabbitMQ.Client;

namespace Parley.Alerting.Delivery;

/// <summary>
/// Delivers events to the topic exchange <c>parley.alerts</c>, each once to every queue that is bound by any of its keys. It speaks to the broker
/// itself and not through the bus: subscribers are strangers, and get CloudEvents rather than the services' own envelope.
/// </summary>
internal sealed class AlertExchange(BusOptions options, TimeProvider time, ILogger<AlertExchange> log) : BackgroundService, IOutboxSink, IAsyncDisposable
{
    /// <summary>The exchange's name.</summary>
    public const string Name = "parley.alerts";

    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(2);

    private readonly BrokerChannel _channel = new(options, "parley alerts", log);

    public bool Accepts(string type) => type == nameof(TopicAlert);

    /// <summary>Whoever trusts the last event on an entry must not be told an older one after it.</summary>
    public string? OrderOf(OutboxMessage message)
    {
        try
        {
            return Read(message).Event.Subject;
        }
        catch (UndeliverableException)
        {
            // Its delivery says so too, and there it counts.
            return null;
        }
    }

    public async Task PublishAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellation)
    {
        var alert = Read(messages.Single());
        var channel = await OpenAsync(cancellation);
        var properties = new BasicProperties
        {
            MessageId = alert.Event.Id,
            ContentType = CloudEvents.ContentType,
            Type = alert.Event.Type,
            Timestamp = new AmqpTimestamp(alert.Event.Time.ToUnixTimeSeconds()),
            Persistent = true,
            AppId = "parley",
        };
        // CC: the broker routes by every key, and gives a queue that several of them reach one copy.
        if (alert.RoutingKeys.Count > 1)
            properties.Headers = new Dictionary<string, object?> { ["CC"] = alert.RoutingKeys.Skip(1).ToList<object>() };
        var body = JsonSerializer.SerializeToUtf8Bytes(alert.Event, ParleyJson.Line);
        await channel.BasicPublishAsync(Name, alert.RoutingKeys[0], mandatory: false, properties, body, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        Dispose();
    }

    /// <summary>Declares the exchange at the start, so that subscribers can bind to it before the first alert.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.Transport == BusTransport.RabbitMq && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await OpenAsync(stoppingToken);
                return;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("The exchange {Exchange} cannot be declared now: {Reason}", Name, e.Message);
                await Task.Delay(RetryInterval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static TopicAlert Read(OutboxMessage message)
    {
        if (message.Content is TopicAlert alert)
            return alert;
        try
        {
            return JsonSerializer.Deserialize<TopicAlert>(message.Body, ParleyJson.Line)
                ?? throw new UndeliverableException($"The body of message {message.Id} is null.");
        }
        catch (JsonException e)
        {
            throw new UndeliverableException($"The body of message {message.Id} cannot be read: {e.Message}", e);
        }
    }

    private Task<IChannel> OpenAsync(CancellationToken cancellation) => _channel.OpenAsync(
        static (channel, ending) => channel.ExchangeDeclareAsync(Name, ExchangeType.Topic, durable: true, autoDelete: false, cancellationToken: ending), cancellation);
}
