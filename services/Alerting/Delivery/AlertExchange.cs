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

    private const string ContentType = "application/cloudevents+json; charset=utf-8";

    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _opening = new(1, 1);
    private IConnection? _connection;
    private IChannel? _channel;

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

    public async Task PublishAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var alert = Read(message);
        var channel = await OpenAsync(cancellation);
        var properties = new BasicProperties
        {
            MessageId = alert.Event.Id,
            ContentType = ContentType,
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
        if (_channel is not null)
            await _channel.DisposeAsync();
        if (_connection is not null)
            await _connection.DisposeAsync();
        _opening.Dispose();
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

    private async Task<IChannel> OpenAsync(CancellationToken cancellation)
    {
        if (_channel is { IsOpen: true } open)
            return open;
        await _opening.WaitAsync(cancellation);
        try
        {
            if (_channel is { IsOpen: true } opened)
                return opened;
            _ = AbandonAsync(_channel, _connection);
            // The client may not hear the token (see OutboxRelay), and whoever waits for the lock would wait with it.
            (_connection, _channel) = await ConnectAsync(cancellation).WaitAsync(cancellation);
            return _channel;
        }
        finally
        {
            _opening.Release();
        }
    }

    private async Task<(IConnection Connection, IChannel Channel)> ConnectAsync(CancellationToken cancellation)
    {
        // The outbox tries again by itself, so the client need not recover behind its back.
        var factory = new ConnectionFactory { Uri = new Uri(options.Uri!), AutomaticRecoveryEnabled = false, ClientProvidedName = "parley alerts" };
        var connection = await factory.CreateConnectionAsync(cancellation);
        try
        {
            var channel = await connection.CreateChannelAsync(
                new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellation);
            await channel.ExchangeDeclareAsync(Name, ExchangeType.Topic, durable: true, autoDelete: false, cancellationToken: cancellation);
            return (connection, channel);
        }
        catch
        {
            _ = AbandonAsync(null, connection);
            throw;
        }
    }

    /// <summary>Ends what is broken already. Nobody waits for it: to close a dead connection may take as long as it likes.</summary>
    private async Task AbandonAsync(IChannel? channel, IConnection? connection)
    {
        try
        {
            if (channel is not null)
                await channel.DisposeAsync();
            if (connection is not null)
                await connection.DisposeAsync();
        }
        catch (Exception e)
        {
            log.LogDebug("The broken connection of {Exchange} does not close cleanly: {Reason}", Name, e.Message);
        }
    }
}
