using Parley.Platform.Messaging;
using RabbitMQ.Client;

namespace Parley.Alerting.Delivery;

/// <summary>
/// A channel to the broker with confirms, opened anew where it has broken. Subscribers are strangers: what they get goes by the broker's own client, and
/// not through the services' bus.
/// </summary>
internal sealed class BrokerChannel(BusOptions options, string name, ILogger log) : IAsyncDisposable
{
    private readonly SemaphoreSlim _opening = new(1, 1);
    private IConnection? _connection;
    private IChannel? _channel;

    /// <summary>The open channel.</summary>
    /// <param name="ready">Called with each channel that is new: to declare what it publishes to.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<IChannel> OpenAsync(Func<IChannel, CancellationToken, Task> ready, CancellationToken cancellation)
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
            (_connection, _channel) = await ConnectAsync(ready, cancellation).WaitAsync(cancellation);
            return _channel;
        }
        finally
        {
            _opening.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_channel is not null)
            await _channel.DisposeAsync();
        if (_connection is not null)
            await _connection.DisposeAsync();
        _opening.Dispose();
    }

    private async Task<(IConnection Connection, IChannel Channel)> ConnectAsync(Func<IChannel, CancellationToken, Task> ready, CancellationToken cancellation)
    {
        // Whoever publishes tries again by himself, so the client need not recover behind his back.
        var factory = new ConnectionFactory { Uri = new Uri(options.Uri!), AutomaticRecoveryEnabled = false, ClientProvidedName = name };
        var connection = await factory.CreateConnectionAsync(cancellation);
        try
        {
            var channel = await connection.CreateChannelAsync(
                new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellation);
            await ready(channel, cancellation);
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
            log.LogDebug("The broken connection of {Name} does not close cleanly: {Reason}", name, e.Message);
        }
    }
}
