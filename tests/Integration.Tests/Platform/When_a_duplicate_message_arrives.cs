using Parley.Contracts.Messages;
using Parley.Tests;

namespace Parley.Integration.Tests.Platform;

public sealed class When_a_duplicate_message_arrives
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_has_no_second_effect(bool onRabbitMq)
    {
        await using var site = onRabbitMq ? await Site.OnRabbitMqAsync() : await Site.InMemoryAsync();
        var host = await site.StartAsync("notes", Notes.Add, _ => { });
        var deliveries = DeliveryCounter.Of(host);
        var id = Guid.CreateVersion7();

        await host.PublishAsync(Notes.Message("a"), id);
        await deliveries.ReachesAsync(1);
        await host.PublishAsync(Notes.Message("a"), id);
        await deliveries.ReachesAsync(2);

        (await Notes.ReadAsync(site)).ShouldBe("a");
    }

    [Fact]
    public async Task It_has_none_within_one_batch_either()
    {
        await using var site = await Site.OnRabbitMqAsync();
        var host = await site.StartAsync("notes", Notes.Add, _ => { });
        var deliveries = DeliveryCounter.Of(host);
        var id = Guid.CreateVersion7();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => host.PublishAsync(Notes.Message("a"), id)));
        await deliveries.ReachesAsync(50);

        (await Notes.ReadAsync(site)).ShouldBe("a");
    }

    [Fact]
    public async Task It_has_none_where_it_comes_in_a_bundle_and_alone()
    {
        await using var site = await Site.OnRabbitMqAsync();
        var host = await site.StartAsync("notes", Notes.Add, _ => { });
        var deliveries = DeliveryCounter.Of(host);
        var (a, b) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var bundle = new Bundle<ArticleIngested>
        {
            Messages = [new() { Id = a, Message = Notes.Message("a") }, new() { Id = b, Message = Notes.Message("b") }, new() { Id = a, Message = Notes.Message("a") }],
        };

        await host.PublishAsync(Notes.Message("b"), b);
        await deliveries.ReachesAsync(1);
        await host.PublishAsync(bundle, Guid.CreateVersion7());
        await host.PublishAsync(bundle, Guid.CreateVersion7());
        await deliveries.ReachesAsync(3);
        await host.PublishAsync(Notes.Message("a"), a);
        await deliveries.ReachesAsync(4);

        (await Notes.ReadAsync(site)).ShouldBe("a b");
    }

    [Fact]
    public async Task It_has_none_when_two_copies_of_the_service_get_one_each()
    {
        await using var site = await Site.OnRabbitMqAsync();
        var hosts = await Task.WhenAll(site.StartAsync("notes", Notes.Add, _ => { }), site.StartAsync("notes", Notes.Add, _ => { }));
        var deliveries = hosts.Select(DeliveryCounter.Of).ToList();
        var ids = Enumerable.Range(0, 20).Select(i => (Name: $"a{i:00}", Id: Guid.CreateVersion7())).ToList();

        await Task.WhenAll(ids.Concat(ids).Select(m => hosts[0].PublishAsync(Notes.Message(m.Name), m.Id)));
        await Eventually.BeAsync(40, "finished deliveries", () => Task.FromResult(deliveries.Sum(d => d.Finished)));

        (await Notes.ReadAsync(site)).ShouldBe(string.Join(' ', ids.Select(m => m.Name)));
    }
}
