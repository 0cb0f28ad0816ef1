using System.Text;
using Parley.Contracts.Messages;
using Parley.Tests;

namespace Parley.Integration.Tests.Platform;

public sealed class When_a_message_is_poison
{
    private static readonly ArticleIngested[] Batch =
        [.. Enumerable.Range(0, 21).Select(i => Notes.Message($"a{i:00}", i == 10 ? NoteTaker.Poison : "Fine."))];

    private static readonly string Neighbours = string.Join(' ', Batch.Where(m => m.Article.Text != NoteTaker.Poison).Select(m => m.Article.Id));

    [Fact]
    public async Task On_RabbitMQ_its_neighbours_take_effect_and_it_ends_in_the_dead_letter_queue()
    {
        await using var site = await Site.OnRabbitMqAsync();
        var host = await site.StartAsync("notes", Notes.Add, _ => { }, new Dictionary<string, string?> { ["Parley:Bus:DeliveryLimit"] = "2" });

        await Notes.SendAsync(host, Batch);

        await Eventually.BeAsync(Neighbours, "the notes", () => Notes.ReadAsync(site));
        await using var queues = await Queues.OpenAsync(site);
        var dead = await queues.TakeAsync($"{Notes.Queue}.dead-letter");
        // It left in one bundle with the others, and is alone here.
        Queues.Text(dead).ShouldContain(NoteTaker.Poison);
        Queues.Text(dead).ShouldNotContain("Fine.");
        (await queues.CountAsync($"{Notes.Queue}.dead-letter")).ShouldBe(0u);
        Encoding.UTF8.GetString((byte[])dead.BasicProperties.Headers!["x-first-death-reason"]!).ShouldBe("delivery_limit");
        (await queues.CountAsync(Notes.Queue)).ShouldBe(0u);
        (await Notes.ReadAsync(site)).ShouldBe(Neighbours);
    }

    [Fact]
    public async Task In_memory_its_neighbours_take_effect_and_it_is_parked_in_the_outbox_with_its_error()
    {
        await using var site = await Site.InMemoryAsync();
        var host = await site.StartAsync("notes", Notes.Add, _ => { });

        await Notes.SendAsync(host, Batch);

        await Eventually.BeAsync(Neighbours, "the notes", () => Notes.ReadAsync(site));
        await Eventually.BeAsync(1, "parked messages", () => site.ReadAsync<int>(Notes.Database, "SELECT count(*) FROM outbox WHERE parked_at IS NOT NULL"));
        (await site.ReadAsync<string>(Notes.Database, "SELECT error FROM outbox")).ShouldContain("It is poison.");
        (await Notes.OutboxAsync(site)).ShouldBe(1);
        (await Notes.ReadAsync(site)).ShouldBe(Neighbours);
    }
}
