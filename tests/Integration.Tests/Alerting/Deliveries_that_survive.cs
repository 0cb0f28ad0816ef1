using Npgsql;
using Parley.Integration.Tests.Platform;
using Parley.Protocol.Alerting.V1;
using Parley.Protocol.Type.V1;
using Parley.Tests;

namespace Parley.Integration.Tests.Alerting;

/// <summary>A service that ends anywhere between an alert and its delivery, and another that goes on.</summary>
public sealed class Deliveries_that_survive
{
    [Fact]
    public async Task What_one_copy_has_claimed_and_not_recorded_another_delivers_under_the_same_id()
    {
        await using var site = await Site.OnRabbitMqAsync();
        var first = await site.StartAlertingAsync();
        var subscription = await SubscribeAsync(first);
        await first.PublishAsync(Changes.Talks(Changes.Of("k1", actors: ["NOR"])));
        await Eventually.BeAsync(1, "deliveries made", () => site.ReadAsync<int>("alerting", "SELECT count(*) FROM deliveries WHERE state = 'delivered'"));
        await first.StopAsync();

        // As a copy leaves it that dies between the confirm of the broker and the record of it.
        await ExecuteAsync(site, "UPDATE deliveries SET state = 'waiting', next_attempt_at = now() - interval '1 second'");
        await site.StartAlertingAsync();

        await using var queues = await Queues.OpenAsync(site);
        var ids = new[] { await IdAsync(queues, subscription), await IdAsync(queues, subscription) };
        ids.ShouldBe([$"k1/1/{subscription.Id}", $"k1/1/{subscription.Id}"]);
    }

    [Fact]
    public async Task What_was_logged_while_no_copy_ran_is_dispatched_once_by_several_that_start_together()
    {
        await using var site = await Site.OnRabbitMqAsync();
        var first = await site.StartAlertingAsync();
        var subscription = await SubscribeAsync(first);
        await first.PublishAsync(Changes.Talks(Changes.Of("m0", actors: ["NOR"])));
        await Eventually.BeAsync(1, "deliveries made", () => site.ReadAsync<int>("alerting", "SELECT count(*) FROM deliveries WHERE state = 'delivered'"));
        await first.StopAsync();
        // The log goes on, the place in it does not: as where a copy dies between the two.
        for (var i = 1; i <= 20; i++)
            await ExecuteAsync(site, $"INSERT INTO changes (entry_id, version, raised_at, change) SELECT 'm{i}', 1, now(), jsonb_set(change::jsonb, '{{entry_id}}', '\"m{i}\"') FROM changes WHERE entry_id = 'm0'");

        await site.StartAlertingAsync();
        await site.StartAlertingAsync();

        await Eventually.BeAsync(21, "deliveries made", () => site.ReadAsync<int>("alerting", "SELECT count(*) FROM deliveries WHERE state = 'delivered'"));
        await using var queues = await Queues.OpenAsync(site);
        (await queues.CountAsync(subscription.Channels[0].Queue.Queue)).ShouldBe(21u);
        (await site.ReadAsync<int>("alerting", "SELECT count(*) FROM deliveries")).ShouldBe(21);
    }

    [Fact]
    public async Task A_change_right_behind_the_answer_to_a_subscription_is_delivered_whichever_copy_dispatches_it()
    {
        await using var site = await Site.OnRabbitMqAsync();
        var (one, other) = (await site.StartAlertingAsync(), await site.StartAlertingAsync());

        // The first at once: nothing has been dispatched before it.
        for (var i = 1; i <= 10; i++)
        {
            await SubscribeAsync(one);
            await other.PublishAsync(Changes.Talks(Changes.Of($"r{i}", actors: ["NOR"])));
            var expected = i * (i + 1) / 2;
            await Eventually.BeAsync(expected, "deliveries made", () => site.ReadAsync<int>("alerting", "SELECT count(*) FROM deliveries WHERE state = 'delivered'"));
        }
    }

    private static async Task<Subscription> SubscribeAsync(RunningHost host) =>
        (await new AlertingService.AlertingServiceClient(host.Channel).CreateSubscriptionAsync(
            new() { Subscription = new() { Actors = { "NOR" }, Channels = { new Channel { Queue = new QueueChannel() } } } })).Subscription;

    private static async Task ExecuteAsync(Site site, string sql)
    {
        await using var connection = await site.OpenAsync("alerting");
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> IdAsync(Queues queues, Subscription subscription) => (await queues.TakeAsync(subscription.Channels[0].Queue.Queue)).BasicProperties.MessageId!;
}
