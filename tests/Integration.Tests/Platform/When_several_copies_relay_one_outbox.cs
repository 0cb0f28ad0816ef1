using Parley.Tests;

namespace Parley.Integration.Tests.Platform;

public sealed class When_several_copies_relay_one_outbox
{
    [Fact]
    public async Task Each_message_takes_effect_once_though_the_relaying_copy_stops_midway()
    {
        await using var site = await Site.OnRabbitMqAsync();
        var copies = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => site.StartAsync("notes", Notes.Add, _ => { })));
        var names = Enumerable.Range(0, 600).Select(i => $"a{i:000}").ToList();

        // Whichever copy relays, it loses the lock to another while messages wait.
        await Task.WhenAll(names.Chunk(20).Select((chunk, i) => Notes.SendAsync(copies[1 + (i % 2)], [.. chunk.Select(n => Notes.Message(n))])).Append(copies[0].StopAsync()));
        await copies[1].StopAsync();

        await Eventually.BeAsync(0, "messages in the outbox", () => Notes.OutboxAsync(site));
        await Eventually.BeAsync(string.Join(' ', names), "the notes", () => Notes.ReadAsync(site));
    }

    [Fact]
    public async Task Nothing_is_delivered_again_that_waits_to_be_deleted()
    {
        await using var site = await Site.OnRabbitMqAsync();
        var relaying = await site.StartAsync("notes", Notes.Add, _ => { });
        var counters = new List<DeliveryCounter> { DeliveryCounter.Of(relaying) };
        await Notes.SendAsync(relaying, Notes.Message("first"));
        await Eventually.BeAsync("first", "the notes", () => Notes.ReadAsync(site));
        var other = await site.StartAsync("notes", Notes.Add, _ => { });
        counters.Add(DeliveryCounter.Of(other));

        // What one copy hands over stands behind a message of the other, so that the relay must look into the table, where its last one may still lie.
        const int rounds = 20;
        for (var round = 1; round <= rounds; round++)
        {
            await Notes.SendAsync(relaying, Notes.Message($"{round} of its own"));
            await Eventually.BeAsync((3 * round) - 1, "messages", () => Task.FromResult(counters.Sum(c => c.Messages)));
            await Notes.SendAsync(other, Notes.Message($"{round} of the other"));
            await Notes.SendAsync(relaying, Notes.Message($"{round} behind it"));
            await Eventually.BeAsync((3 * round) + 1, "messages", () => Task.FromResult(counters.Sum(c => c.Messages)));
        }

        await Eventually.BeAsync(0, "messages in the outbox", () => Notes.OutboxAsync(site));
        counters.Sum(c => c.Messages).ShouldBe((3 * rounds) + 1);
    }
}
