using Grpc.Core;
using Parley.Platform.Grpc;
using Parley.Protocol.Type.V1;
using EntryStatus = Parley.Contracts.EntryStatus;
using EntryType = Parley.Contracts.EntryType;
using ProtoStatus = Parley.Protocol.Type.V1.EntryStatus;
using ProtoType = Parley.Protocol.Type.V1.EntryType;

namespace Parley.Integration.Tests.Alerting;

public sealed class Streams_of_alerts(AlertingSite site) : IClassFixture<AlertingSite>
{
    [Fact]
    public async Task Carry_what_their_filter_lets_through()
    {
        using var everything = await site.WatchAsync(new());
        using var turkey = await site.WatchAsync(new() { Filter = new Subscription { Actors = { "TUR" } } });
        using var ceasefires = await site.WatchAsync(new() { Filter = new Subscription { Types_ = { ProtoType.Ceasefire } } });
        using var delays = await site.WatchAsync(new() { Filter = new Subscription { Statuses = { ProtoStatus.Postponed, ProtoStatus.Collapsed } } });
        using var narrow = await site.WatchAsync(new() { Filter = new Subscription { Actors = { "TUR" }, Types_ = { ProtoType.Talks }, Statuses = { ProtoStatus.Postponed } } });

        // The last one passes every filter or none of the narrow ones; each stream ends its reading at the last that it must carry.
        foreach (var change in new[]
        {
            Changes.Of("f1", actors: ["TUR", "RUS"]),
            Changes.Of("f2", actors: ["NOR"]),
            Changes.Of("f3", type: EntryType.Ceasefire, status: EntryStatus.Collapsed, actors: ["TUR"]),
            Changes.Of("f4", type: EntryType.Ceasefire, status: EntryStatus.Agreed, actors: ["SDN"]),
            Changes.Of("f1", version: 2, status: EntryStatus.Postponed, actors: ["TUR", "RUS"]),
        })
        {
            await site.ChangeAsync(change);
            // Two queues carry talks and ceasefires: each is waited for, so that the order is certain.
            await everything.UntilAsync($"{change.EntryId}/{change.Version}");
        }

        (await turkey.UntilAsync("f1/2")).ShouldBe(["f1/1", "f3/1", "f1/2"]);
        (await ceasefires.UntilAsync("f4/1")).ShouldBe(["f3/1", "f4/1"]);
        (await delays.UntilAsync("f1/2")).ShouldBe(["f3/1", "f1/2"]);
        (await narrow.UntilAsync("f1/2")).ShouldBe(["f1/2"]);
    }

    [Fact]
    public async Task Of_a_subscription_name_it_in_each_alert()
    {
        var id = (await site.Client.CreateSubscriptionAsync(new() { Subscription = new() { Actors = { "PER" } } })).Subscription.Id;
        using var watch = await site.WatchAsync(new() { SubscriptionId = id });

        await site.ChangeAsync(Changes.Of("s1", actors: ["OMN"]));
        await site.ChangeAsync(Changes.Of("s2", actors: ["PER"]));
        var alert = (await watch.NextAsync()).Alert;

        (alert.Id, alert.SubscriptionId, alert.Change.EntryId).ShouldBe(($"s2/1/{id}", id, "s2"));
        alert.Summary.ShouldContain("PER");
    }

    [Fact]
    public async Task Carry_no_change_that_is_no_news()
    {
        using var watch = await site.WatchAsync(new() { Filter = new Subscription { Actors = { "BRN" } } });

        await site.ChangeAsync(Changes.Of("n1", news: false, actors: ["BRN"]));
        await site.ChangeAsync(Changes.Of("n2", actors: ["BRN"]));

        (await watch.UntilAsync("n2/1")).ShouldBe(["n2/1"]);
    }

    [Fact]
    public async Task Carry_a_change_once_though_it_is_published_twice()
    {
        using var watch = await site.WatchAsync(new() { Filter = new Subscription { Actors = { "LAO" } } });

        await site.ChangeAsync(Changes.Of("d1", actors: ["LAO"]));
        await site.ChangeAsync(Changes.Of("d1", actors: ["LAO"]));
        (await watch.UntilAsync("d1/1")).ShouldBe(["d1/1"]);
        // Changes of several entries are told in no order of their own.
        await site.ChangeAsync(Changes.Of("d2", actors: ["LAO"]));

        (await watch.UntilAsync("d2/1")).ShouldBe(["d2/1"]);
    }

    [Fact]
    public async Task Refuse_a_resume_token_that_was_not_given()
    {
        var refusal = await Should.ThrowAsync<RpcException>(() => site.WatchAsync(new() { ResumeToken = "nonsense" }));

        (refusal.StatusCode, GrpcErrors.FirstField(refusal)).ShouldBe((StatusCode.InvalidArgument, "resume_token"));
    }
}
