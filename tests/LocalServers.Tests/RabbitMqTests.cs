using System.Diagnostics;
using RabbitMQ.Client;
using Xunit.Abstractions;

namespace Parley.LocalServers.Tests;

public sealed class RabbitMqTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_private_broker_serves_quorum_queues_and_leaves_nothing_behind()
    {
        var watch = Stopwatch.StartNew();
        var rabbit = await PrivateRabbitMq.StartAsync(new());
        output.WriteLine($"started in {watch.ElapsedMilliseconds} ms");
        var family = ProcessTable.Family(rabbit.ProcessId);

        await using (var connection = await new ConnectionFactory { Uri = rabbit.AmqpUri }.CreateConnectionAsync())
        await using (var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true)))
        {
            await channel.QueueDeclareAsync("q", durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
            await channel.BasicPublishAsync("", "q", mandatory: true, "hello"u8.ToArray());
            (await channel.BasicGetAsync("q", autoAck: true)).ShouldNotBeNull().Body.ToArray().ShouldBe("hello"u8.ToArray());
        }

        watch.Restart();
        await rabbit.DisposeAsync();
        output.WriteLine($"stopped in {watch.ElapsedMilliseconds} ms");
        family.ShouldAllBe(p => !ProcessTable.IsRunning(p));
        Directory.Exists(rabbit.Folder).ShouldBeFalse();
    }
}
