using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using RabbitMQ.Client;
using Xunit.Abstractions;

namespace Parley.LocalServers.Tests;

public sealed class RabbitMqTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, object?> Quorum = new() { ["x-queue-type"] = "quorum" };

    [Fact]
    public async Task A_throwaway_broker_is_private_to_loopback_and_leaves_nothing_behind()
    {
        var watch = Stopwatch.StartNew();
        var rabbit = await PrivateRabbitMq.StartAsync(new());
        output.WriteLine($"started in {watch.ElapsedMilliseconds} ms");
        var family = ProcessTable.Family(rabbit.ProcessId);

        await PublishAsync(rabbit, "hello");
        (await TakeAsync(rabbit)).ShouldBe("hello");
        Listeners.Of(rabbit.ProcessId).ShouldContain(Listeners.Loopback(rabbit.Port));
        Listeners.Of(rabbit.ProcessId).ShouldAllBe(a => a.StartsWith("0100007F:", StringComparison.Ordinal));

        watch.Restart();
        await rabbit.DisposeAsync();
        output.WriteLine($"stopped in {watch.ElapsedMilliseconds} ms");
        await Eventually.HoldsAsync(() => !family.Any(ProcessTable.IsRunning));
        Directory.Exists(rabbit.Folder).ShouldBeFalse();
    }

    [Fact]
    public async Task A_confirmed_message_survives_a_kill_an_orderly_stop_and_a_new_owner()
    {
        using var parent = new TemporaryFolder();
        var options = new PrivateRabbitMqOptions { Throwaway = false, Folder = parent.Below("mq") };
        Uri address;
        await using (var first = await PrivateRabbitMq.StartAsync(options))
        {
            await PublishAsync(first, "one");
            await Eventually.HoldsAsync(() => QueueNamesOnDisk(first).Contains("2F_q", StringComparison.Ordinal));
            await first.KillAsync();
            first.IsRunning.ShouldBeFalse();
            await first.RestartAsync();
            (await TakeAsync(first)).ShouldBe("one");
            await PublishAsync(first, "two");
            address = first.AmqpUri;
        }

        await using var second = await PrivateRabbitMq.StartAsync(options with { Port = address.Port });

        second.AmqpUri.ShouldBe(address);
        (await TakeAsync(second)).ShouldBe("two");
        File.GetUnixFileMode(Path.Combine(second.Folder, "rabbitmq.conf")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task The_management_api_is_there_when_asked_for()
    {
        await using var rabbit = await PrivateRabbitMq.StartAsync(new() { Management = true });
        using var http = new HttpClient { BaseAddress = rabbit.ManagementUri };
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{rabbit.UserName}:{rabbit.Password}"));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);

        (await http.GetStringAsync(new Uri("api/whoami", UriKind.Relative))).ShouldContain("administrator");

        Listeners.Of(rabbit.ProcessId).ShouldAllBe(a => a.StartsWith("0100007F:", StringComparison.Ordinal));
    }

    private static string QueueNamesOnDisk(PrivateRabbitMq rabbit) => string.Concat(
        Directory.EnumerateFiles(rabbit.Folder, "names.dets", SearchOption.AllDirectories).Select(f => File.ReadAllText(f, Encoding.Latin1)));

    private static async Task PublishAsync(PrivateRabbitMq rabbit, string text)
    {
        await using var connection = await new ConnectionFactory { Uri = rabbit.AmqpUri }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        await channel.QueueDeclareAsync("q", durable: true, exclusive: false, autoDelete: false, Quorum);
        await channel.BasicPublishAsync("", "q", mandatory: true, Encoding.UTF8.GetBytes(text));
    }

    private static async Task<string> TakeAsync(PrivateRabbitMq rabbit)
    {
        await using var connection = await new ConnectionFactory { Uri = rabbit.AmqpUri }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        var message = (await channel.BasicGetAsync("q", autoAck: false)).ShouldNotBeNull();
        await channel.BasicAckAsync(message.DeliveryTag, multiple: false);
        return Encoding.UTF8.GetString(message.Body.Span);
    }
}
