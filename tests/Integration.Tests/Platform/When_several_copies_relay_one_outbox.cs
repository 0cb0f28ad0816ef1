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
}
