using System.Text;
using Parley.Tests;
using RabbitMQ.Client;

namespace Parley.Integration.Tests.Platform;

/// <summary>Takes messages from a queue of a site, as a stranger to the bus.</summary>
internal sealed class Queues(IConnection connection, IChannel channel) : IAsyncDisposable
{
    public static async Task<Queues> OpenAsync(Site site)
    {
        var connection = await new ConnectionFactory { Uri = site.Bus! }.CreateConnectionAsync();
        return new Queues(connection, await connection.CreateChannelAsync());
    }

    /// <summary>A queue of its own, bound to an exchange of topics by each of the keys.</summary>
    public async Task<string> BindAsync(string exchange, params string[] keys)
    {
        await channel.ExchangeDeclareAsync(exchange, ExchangeType.Topic, durable: true);
        var queue = (await channel.QueueDeclareAsync()).QueueName;
        foreach (var key in keys)
            await channel.QueueBindAsync(queue, exchange, key);
        return queue;
    }

    /// <summary>The next message.</summary>
    public async Task<BasicGetResult> TakeAsync(string queue) =>
        (await Eventually.SeeAsync($"a message in {queue}", () => channel.BasicGetAsync(queue, autoAck: true), got => got is not null))!;

    /// <summary>How many messages wait.</summary>
    public Task<uint> CountAsync(string queue) => channel.MessageCountAsync(queue);

    /// <summary>Deletes a queue, with all that is in it.</summary>
    public Task DeleteAsync(string queue) => channel.QueueDeleteAsync(queue);

    public static string Text(BasicGetResult message) => Encoding.UTF8.GetString(message.Body.Span);

    public async ValueTask DisposeAsync()
    {
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }
}
