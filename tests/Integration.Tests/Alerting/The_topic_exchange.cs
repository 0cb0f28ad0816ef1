using System.Text.Json;
using Parley.Contracts;
using Parley.Integration.Tests.Platform;

namespace Parley.Integration.Tests.Alerting;

public sealed class The_topic_exchange(AlertingSite site) : IClassFixture<AlertingSite>
{
    private const string Exchange = "parley.alerts";

    [Fact]
    public async Task Carries_a_change_once_to_a_queue_that_two_participants_keys_reach()
    {
        await using var queues = await Queues.OpenAsync(site.Site);
        var both = await queues.BindAsync(Exchange, "#.TUR", "talks.#.RUS");
        var one = await queues.BindAsync(Exchange, "*.*.postponed.RUS");
        var none = await queues.BindAsync(Exchange, "ceasefire.#", "#.collapsed.*");

        await site.ChangeAsync(Changes.Of("x1", news: false, actors: ["TUR", "RUS"]));
        await site.ChangeAsync(Changes.Of("x1", version: 2, status: EntryStatus.Postponed, actors: ["TUR", "RUS"]));
        var first = await queues.TakeAsync(both);
        await site.ChangeAsync(Changes.Of("x2", status: EntryStatus.Planned, actors: ["TUR", "RUS"]));
        var second = await queues.TakeAsync(both);

        (first.BasicProperties.MessageId, second.BasicProperties.MessageId).ShouldBe(("x1/2", "x2/1"));
        (await queues.TakeAsync(one)).BasicProperties.MessageId.ShouldBe("x1/2");
        (await queues.CountAsync(both), await queues.CountAsync(one), await queues.CountAsync(none)).ShouldBe((0u, 0u, 0u));
    }

    [Fact]
    public async Task Carries_CloudEvents()
    {
        await using var queues = await Queues.OpenAsync(site.Site);
        var queue = await queues.BindAsync(Exchange, "ceasefire.new.agreed.SDN");
        var change = Changes.Of("x3", type: EntryType.Ceasefire, status: EntryStatus.Agreed, actors: ["SDN", "TCD"]);

        await site.ChangeAsync(change);
        var message = await queues.TakeAsync(queue);

        message.BasicProperties.ContentType.ShouldBe("application/cloudevents+json; charset=utf-8");
        message.BasicProperties.Persistent.ShouldBeTrue();
        using var json = JsonDocument.Parse(message.Body);
        var attributes = json.RootElement.EnumerateObject().Where(p => p.Name is not ("data" or "time")).ToDictionary(p => p.Name, p => p.Value.GetString());
        attributes.ShouldBe(
            new Dictionary<string, string?>
            {
                ["specversion"] = "1.0",
                ["id"] = "x3/1",
                ["source"] = "/parley/alerting",
                ["type"] = "parley.ceasefire.new.v1",
                ["subject"] = "x3",
                ["datacontenttype"] = "application/json",
            },
            ignoreOrder: true);
        json.RootElement.GetProperty("time").GetDateTimeOffset().ShouldBeInRange(DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));
        var data = json.RootElement.GetProperty("data");
        data.GetProperty("summary").GetString().ShouldBe("Ceasefire agreed: SDN and TCD, ceasefire (new)");
        data.GetProperty("change").GetProperty("after").GetProperty("status").GetString().ShouldBe("agreed");
    }

    [Fact]
    public async Task Carries_no_change_that_is_no_news()
    {
        await using var queues = await Queues.OpenAsync(site.Site);
        var queue = await queues.BindAsync(Exchange, "#.BRN");

        await site.ChangeAsync(Changes.Of("x4", news: false, actors: ["BRN"]));
        await site.ChangeAsync(Changes.Of("x5", actors: ["BRN"]));

        (await queues.TakeAsync(queue)).BasicProperties.MessageId.ShouldBe("x5/1");
    }
}
