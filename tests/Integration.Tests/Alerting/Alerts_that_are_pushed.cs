using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Parley.Alerting.Consumers;
using Parley.Alerting.Storage;
using Parley.Integration.Tests.Platform;
using Parley.Protocol.Type.V1;
using Parley.Tests;
using ChangeKind = Parley.Contracts.ChangeKind;
using ChangeReason = Parley.Contracts.ChangeReason;
using EntryStatus = Parley.Contracts.EntryStatus;
using ProtoStatus = Parley.Protocol.Type.V1.EntryStatus;

namespace Parley.Integration.Tests.Alerting;

/// <summary>To a queue of the subscriber's own, which shows what is pushed to any channel, when and how often.</summary>
public sealed class Alerts_that_are_pushed(AlertingSite site) : IClassFixture<AlertingSite>
{
    [Fact]
    public async Task Come_once_to_each_who_asked_with_his_own_id()
    {
        await using var mine = await SubscribeAsync(new() { Name = "Mine", Actors = { "PSE" } });
        await using var other = await SubscribeAsync(new() { Actors = { "MLT" } });

        await site.ChangeAsync(Changes.Of("p1", actors: ["PSE", "ISR"]));
        await site.ChangeAsync(Changes.Of("p1", actors: ["PSE", "ISR"]));
        await site.ChangeAsync(Changes.Of("p1", version: 2, status: EntryStatus.Held, actors: ["PSE", "MLT"]));

        var first = await mine.TakeAsync();
        (first.Id, first.Subject).ShouldBe(($"p1/1/{mine.Subscription.Id}", "p1"));
        first.Data.GetProperty("subscription").GetProperty("name").GetString().ShouldBe("Mine");
        (await mine.TakeAsync()).Id.ShouldBe($"p1/2/{mine.Subscription.Id}");
        (await other.TakeAsync()).Id.ShouldBe($"p1/2/{other.Subscription.Id}");
        await NothingMoreAsync(mine, other);
    }

    [Fact]
    public async Task Are_taken_back_for_those_who_had_them_and_for_no_one_else()
    {
        await using var told = await SubscribeAsync(new() { Actors = { "ALB" }, Statuses = { ProtoStatus.Held } });
        await using var untold = await SubscribeAsync(new() { Actors = { "ALB" }, Statuses = { ProtoStatus.Planned } });
        var wrong = Changes.Of("c1", status: EntryStatus.Held, actors: ["ALB"]);
        await site.ChangeAsync(wrong);
        (await told.TakeAsync()).Id.ShouldBe($"c1/1/{told.Subscription.Id}");

        await site.ChangeAsync(Changes.Of("c1", version: 2, status: EntryStatus.Planned, actors: ["ALB"]) with
        {
            Reason = ChangeReason.Correction,
            Before = wrong.After,
            Fresh = false,
        });

        var correction = await told.TakeAsync();
        correction.Id.ShouldBe($"c1/2/{told.Subscription.Id}");
        correction.Data.GetProperty("headline").GetString()!.ShouldStartWith("Corrected: ");
        await NothingMoreAsync(told, untold);
    }

    [Fact]
    public async Task Are_not_corrected_for_those_who_were_told_what_is_so_again()
    {
        await using var right = await SubscribeAsync(new() { Actors = { "BTN" }, Statuses = { ProtoStatus.Planned } });
        await using var wrong = await SubscribeAsync(new() { Actors = { "BTN" }, Statuses = { ProtoStatus.Cancelled } });
        var planned = Changes.Of("k1", actors: ["BTN"]);
        var cancelled = Changes.Of("k1", version: 2, status: EntryStatus.Cancelled, actors: ["BTN"]) with { Before = planned.After };
        await site.ChangeAsync(planned);
        await site.ChangeAsync(cancelled);
        await site.ChangeAsync(Changes.Of("k1", version: 3, actors: ["BTN"]) with { Reason = ChangeReason.Correction, Before = cancelled.After, Fresh = true });

        (await right.TakeAsync()).Id.ShouldBe($"k1/1/{right.Subscription.Id}");
        (await wrong.TakeAsync()).Id.ShouldBe($"k1/2/{wrong.Subscription.Id}");
        (await wrong.TakeAsync()).Id.ShouldBe($"k1/3/{wrong.Subscription.Id}");
        await NothingMoreAsync(right, wrong);
        (await ListedAsync(right)).ShouldBe([1]);
        (await ListedAsync(wrong)).ShouldBe([3, 2]);
    }

    [Fact]
    public async Task Are_taken_back_though_the_correction_stands_right_behind_them()
    {
        await using var told = await SubscribeAsync(new() { Actors = { "BRB" }, Statuses = { ProtoStatus.Held } });
        var wrong = Changes.Of("k2", status: EntryStatus.Held, actors: ["BRB"]);
        var correction = Changes.Of("k2", version: 2, actors: ["BRB"]) with { Reason = ChangeReason.Correction, Before = wrong.After, Fresh = false };

        await using (var work = await site.Host.Get<AlertingDatabase>().BeginAsync(CancellationToken.None))
        {
            await site.Host.Get<AlertRaiser>().RaiseAsync(work, [(wrong, default), (correction, default)], CancellationToken.None);
            await work.CommitAsync(CancellationToken.None);
        }

        (await told.TakeAsync()).Id.ShouldBe($"k2/1/{told.Subscription.Id}");
        (await told.TakeAsync()).Id.ShouldBe($"k2/2/{told.Subscription.Id}");
    }

    [Fact]
    public async Task Wait_for_the_second_outlet_where_two_are_asked_for()
    {
        await using var two = await SubscribeAsync(new() { Actors = { "AND" }, MinOutlets = 2 });
        await using var all = await SubscribeAsync(new() { Actors = { "AND" } });
        var first = Changes.Of("o1", actors: ["AND"]);
        await site.ChangeAsync(first);
        var confirmed = first.After with { History = [.. first.After.History, first.After.History[0] with { Article = "herald-1", Outlet = "Herald" }] };

        await site.ChangeAsync(first with { Version = 2, Kind = ChangeKind.Sources, News = false, Fresh = true, Before = first.After, After = confirmed });

        (await two.TakeAsync()).Id.ShouldBe($"o1/2/{two.Subscription.Id}");
        (await all.TakeAsync()).Id.ShouldBe($"o1/1/{all.Subscription.Id}");
        await NothingMoreAsync(two, all);
    }

    [Fact]
    public async Task Of_one_entry_go_together_where_it_is_asked_for()
    {
        await using var calm = await SubscribeAsync(new()
        {
            Name = "Calm",
            Actors = { "CHE" },
            Calm = new Calm { GroupBy = Grouping.Entry, GroupWait = Duration.FromTimeSpan(TimeSpan.FromSeconds(2)) },
        });

        await site.ChangeAsync(Changes.Of("g1", actors: ["CHE"]));
        await site.ChangeAsync(Changes.Of("g1", version: 2, status: EntryStatus.Held, actors: ["CHE"]));
        await site.ChangeAsync(Changes.Of("g2", actors: ["CHE"]));

        var messages = new[] { await calm.TakeAsync(), await calm.TakeAsync() }.OrderBy(m => m.Type, StringComparer.Ordinal).ToList();
        messages[0].Type.ShouldBe("parley.digest.v1");
        messages[0].Data.GetProperty("summary").GetString().ShouldBe("Calm: 2 alerts");
        messages[0].Data.GetProperty("alerts").EnumerateArray().Select(a => a.GetProperty("id").GetString())
            .ShouldBe([$"g1/1/{calm.Subscription.Id}", $"g1/2/{calm.Subscription.Id}"]);
        messages[1].Id.ShouldBe($"g2/1/{calm.Subscription.Id}");
        await NothingMoreAsync(calm);
    }

    [Fact]
    public async Task Beyond_the_hour_s_limit_wait_for_one_message_and_what_is_urgent_does_not()
    {
        await using var limited = await SubscribeAsync(new() { Actors = { "LIE" }, Calm = new Calm { MaxPerHour = 1, Urgent = Severity.Critical } });

        for (var i = 1; i <= 3; i++)
            await site.ChangeAsync(Changes.Of($"l{i}", actors: ["LIE"]));
        await site.ChangeAsync(Changes.Of("l4", type: Contracts.EntryType.Ceasefire, status: EntryStatus.Collapsed, actors: ["LIE"]));

        var came = new[] { (await limited.TakeAsync()).Subject, (await limited.TakeAsync()).Subject };
        came.ShouldContain("l4");
        await NothingMoreAsync(limited);
        await Eventually.BeAsync(2, "alerts in the overflow", () => site.Site.ReadAsync<int>(
            "alerting", $"SELECT count(*) FROM batches JOIN batch_alerts ON batch_id = id WHERE subscription_id = '{limited.Subscription.Id}' AND kind = 'overflow' AND closed_at IS NULL"));
    }

    [Fact]
    public async Task Are_not_sent_while_a_subscription_is_silenced_but_listed()
    {
        await using var silent = await SubscribeAsync(new() { Actors = { "MCO" }, SilencedUntil = DateTimeOffset.UtcNow.AddHours(1).ToTimestamp() });
        await site.ChangeAsync(Changes.Of("s1", actors: ["MCO"]));
        await Eventually.BeAsync(1, "alerts raised", () => site.Site.ReadAsync<int>("alerting", "SELECT count(*) FROM alerts WHERE entry_id = 's1' AND silenced"));

        await UpdateAsync(new() { Id = silent.Subscription.Id }, "silenced_until");
        await site.ChangeAsync(Changes.Of("s2", actors: ["MCO"]));

        (await silent.TakeAsync()).Subject.ShouldBe("s2");
        await NothingMoreAsync(silent);
        var listed = (await site.Client.ListAlertsAsync(new() { SubscriptionId = silent.Subscription.Id })).Alerts;
        listed.Select(a => a.Change.EntryId).ShouldBe(["s2", "s1"]);
        (await site.Client.GetAlertAsync(new() { AlertId = listed[1].Id })).Alert.Hold.ShouldBe(new Hold { Reason = HoldReason.Silenced });
        (await site.Client.GetAlertAsync(new() { AlertId = listed[0].Id })).Alert.Hold.ShouldBeNull();
        await site.Client.ReplayAlertsAsync(new() { SubscriptionId = silent.Subscription.Id, From = DateTimeOffset.UtcNow.AddHours(-1).ToTimestamp() });
        new[] { (await silent.TakeAsync()).Subject, (await silent.TakeAsync()).Subject }.ShouldBe(["s1", "s2"], ignoreOrder: true);
        (await site.Client.GetAlertAsync(new() { AlertId = listed[1].Id })).Alert.Hold.ShouldBeNull("It was sent after all.");
    }

    [Fact]
    public async Task Are_not_raised_while_it_is_paused()
    {
        await using var paused = await SubscribeAsync(new() { Actors = { "SMR" }, Paused = true });
        await using var witness = await SubscribeAsync(new() { Actors = { "SMR" } });
        await site.ChangeAsync(Changes.Of("z1", actors: ["SMR"]));
        await witness.TakeAsync();

        await UpdateAsync(new() { Id = paused.Subscription.Id }, "paused");
        await site.ChangeAsync(Changes.Of("z2", actors: ["SMR"]));

        (await paused.TakeAsync()).Subject.ShouldBe("z2");
        (await site.Client.ListAlertsAsync(new() { SubscriptionId = paused.Subscription.Id })).Alerts.Select(a => a.Change.EntryId).ShouldBe(["z2"]);
        (await site.Client.ReplayAlertsAsync(new() { SubscriptionId = paused.Subscription.Id, From = DateTimeOffset.UtcNow.AddHours(-1).ToTimestamp() })).Alerts.ShouldBe(1);
        (await paused.TakeAsync()).Subject.ShouldBe("z2");
        await NothingMoreAsync(paused);
    }

    [Fact]
    public async Task That_somebody_has_seen_to_are_not_sent_any_more()
    {
        await using var calm = await SubscribeAsync(new()
        {
            Actors = { "VAT" },
            Calm = new Calm { GroupBy = Grouping.Entry, GroupWait = Duration.FromTimeSpan(TimeSpan.FromSeconds(3)) },
        });
        await site.ChangeAsync(Changes.Of("v1", actors: ["VAT"]));
        var id = $"v1/1/{calm.Subscription.Id}";
        await Eventually.BeAsync(1, "alerts raised", () => site.Site.ReadAsync<int>("alerting", "SELECT count(*) FROM batch_alerts WHERE entry_id = 'v1'"));

        var seen = (await site.Client.AcknowledgeAlertAsync(new() { AlertId = id, By = "Ada" })).Alert;

        seen.Acknowledgement.By.ShouldBe("Ada");
        var alert = await Eventually.SeeAsync(
            "its delivery dropped", async () => (await site.Client.GetAlertAsync(new() { AlertId = id })).Alert, a => a.Deliveries is [{ State: DeliveryState.Dropped }]);
        alert.Deliveries[0].Attempts[0].Outcome.ShouldBe("it is acknowledged");
        await NothingMoreAsync(calm);
    }

    [Fact]
    public async Task Are_shown_with_their_deliveries_and_sent_once_more_when_asked_for()
    {
        var began = DateTimeOffset.UtcNow.AddSeconds(-1).ToTimestamp();
        await using var mine = await SubscribeAsync(new() { Actors = { "ISL" } });
        await site.ChangeAsync(Changes.Of("r1", actors: ["ISL"]));
        var id = (await mine.TakeAsync()).Id;
        var alert = await Eventually.SeeAsync(
            "its delivery recorded", async () => (await site.Client.GetAlertAsync(new() { AlertId = id })).Alert, a => a.Deliveries is [{ State: DeliveryState.Delivered }]);
        alert.Deliveries[0].Attempts.Single().Outcome.ShouldContain(mine.Queue);

        (await site.Client.ReplayAlertsAsync(new() { SubscriptionId = mine.Subscription.Id, From = began })).Alerts.ShouldBe(1);
        (await mine.TakeAsync()).Id.ShouldBe(id);
        await site.Client.RedeliverAsync(new() { DeliveryId = alert.Deliveries[0].Id });
        (await mine.TakeAsync()).Id.ShouldBe(id);

        await NothingMoreAsync(mine);
    }

    [Fact]
    public async Task Find_a_queue_that_was_deleted_made_anew()
    {
        await using var mine = await SubscribeAsync(new() { Actors = { "LUX" } });
        await site.ChangeAsync(Changes.Of("q1", actors: ["LUX"]));
        await mine.TakeAsync();
        await mine.DeleteQueueAsync();

        await site.ChangeAsync(Changes.Of("q2", actors: ["LUX"]));

        // To look into a queue that is not there would end the reader's own channel.
        await Eventually.BeAsync(2, "deliveries made", () => site.Site.ReadAsync<int>(
            "alerting", $"SELECT count(*) FROM deliveries WHERE subscription_id = '{mine.Subscription.Id}' AND state = 'delivered'"));
        (await mine.TakeAsync()).Subject.ShouldBe("q2");
    }

    [Fact]
    public async Task Of_a_subscription_begin_with_what_comes_after_it()
    {
        await site.ChangeAsync(Changes.Of("b1", actors: ["NRU"]));
        using var watch = await site.WatchAsync(new() { FromTime = DateTimeOffset.UtcNow.AddMinutes(-1).ToTimestamp(), Filter = new() { Actors = { "NRU" } } });
        await watch.UntilAsync("b1/1");

        await using var late = await SubscribeAsync(new() { Actors = { "NRU" } });
        await site.ChangeAsync(Changes.Of("b2", actors: ["NRU"]));

        (await late.TakeAsync()).Subject.ShouldBe("b2");
        (await site.Client.ListAlertsAsync(new() { SubscriptionId = late.Subscription.Id })).Alerts.Select(a => a.Change.EntryId).ShouldBe(["b2"]);
        (await site.Client.PreviewSubscriptionAsync(new() { Subscription = new() { Actors = { "NRU" } } })).Alerts.Select(a => a.Change.EntryId).ShouldBe(["b2", "b1"]);
    }

    private async Task<IEnumerable<int>> ListedAsync(Inbox inbox) =>
        (await site.Client.ListAlertsAsync(new() { SubscriptionId = inbox.Subscription.Id })).Alerts.Select(a => a.Change.Version);

    private async Task<Inbox> SubscribeAsync(Subscription asked)
    {
        asked.Channels.Add(new Channel { Queue = new QueueChannel { MaxLength = 100 } });
        var created = (await site.Client.CreateSubscriptionAsync(new() { Subscription = asked })).Subscription;
        return new Inbox(created, await Queues.OpenAsync(site.Site));
    }

    private async Task UpdateAsync(Subscription changed, string field) =>
        await site.Client.UpdateSubscriptionAsync(new() { Subscription = changed, UpdateMask = new FieldMask { Paths = { field } } });

    /// <summary>Whatever was to come has come once a later alert of everybody's is through.</summary>
    private async Task NothingMoreAsync(params Inbox[] inboxes)
    {
        await using var witness = await SubscribeAsync(new() { Actors = { "TUV" } });
        await site.ChangeAsync(Changes.Of($"w{witness.Subscription.Id}", actors: ["TUV"]));
        await witness.TakeAsync();
        foreach (var inbox in inboxes)
            (await inbox.CountAsync()).ShouldBe(0u);
    }

    /// <summary>An event as it came.</summary>
    private sealed record Event(string Id, string Type, string Subject, JsonElement Data);

    private sealed class Inbox(Subscription subscription, Queues queues) : IAsyncDisposable
    {
        public Subscription Subscription => subscription;

        public string Queue => subscription.Channels[0].Queue.Queue;

        public async Task<Event> TakeAsync()
        {
            var json = JsonSerializer.Deserialize<JsonElement>(Queues.Text(await queues.TakeAsync(Queue)));
            return new Event(json.GetProperty("id").GetString()!, json.GetProperty("type").GetString()!, json.GetProperty("subject").GetString()!, json.GetProperty("data"));
        }

        public Task<uint> CountAsync() => queues.CountAsync(Queue);

        public Task DeleteQueueAsync() => queues.DeleteAsync(Queue);

        public ValueTask DisposeAsync() => queues.DisposeAsync();
    }
}
