using System.Text.Json.Nodes;
using Parley.Alerting.Feeds;
using Parley.Contracts;
using Parley.Contracts.Messages;
using Parley.Protocol.Alerting.V1;
using Parley.Tests;
using Proto = Parley.Protocol.Type.V1;

namespace Parley.Interop.Tests;

/// <summary>What Alerting publishes, pushes, streams and has fetched, as packages see it that nobody here wrote.</summary>
public sealed class Alerts_that_others_read : IAsyncLifetime
{
    private Desk _desk = null!;
    private StandardWebhooks _webhooks = null!;
    private Site _site = null!;
    private RunningHost _host = null!;
    private AlertingService.AlertingServiceClient _client = null!;

    public async Task InitializeAsync()
    {
        _desk = await Desk.StartAsync();
        _webhooks = await StandardWebhooks.StartAsync();
        _site = await Site.OnRabbitMqAsync();
        _host = await _site.StartAlertingAsync(new Dictionary<string, string?>
        {
            ["Parley:Http:Port"] = "0",
            ["Parley:Delivery:AllowHttp"] = "true",
            ["Parley:Delivery:AllowPrivateAddresses"] = "true",
        });
        _client = new(_host.Channel);
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        await _webhooks.DisposeAsync();
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task Are_CloudEvents_on_the_exchange_in_a_queue_and_in_a_webhook()
    {
        var made = (await _client.CreateSubscriptionAsync(new()
        {
            Subscription = new()
            {
                Name = "Desk",
                Channels = { new Proto.Channel { Queue = new() }, new Proto.Channel { Webhook = new() { Url = _webhooks.Url } } },
            },
        })).Subscription;
        var bound = await _desk.DoAsync("bind", new() { ["url"] = _site.Bus!.AbsoluteUri, ["exchange"] = "parley.alerts", ["key"] = "talks.*.planned.NOR" });
        var own = await _desk.DoAsync("consume", new() { ["url"] = _site.Bus.AbsoluteUri, ["queue"] = made.Channels[0].Queue.Queue });
        // Only one of the two is what the desk has bound itself to.
        await RaiseAsync("reef.1", ("SWE", "Sweden"), ("FJI", "Fiji"));
        await RaiseAsync("reef.2", ("NOR", "Norway"), ("CIV", "Côte d’Ivoire"));

        var published = await TakeAsync(bound);
        published["key"]!.GetValue<string>().ShouldStartWith("talks.new.planned.");
        await IsEventAsync(published, "reef.2/1", "Norway and Côte d’Ivoire");
        // Alerts of different entries have no order among them.
        var queued = InOrder(await TakeAsync(own), await TakeAsync(own));
        var pushed = InOrder(await _webhooks.RequestAsync(), await _webhooks.RequestAsync());
        foreach (var messages in new[] { queued, pushed })
        {
            await IsEventAsync(messages[0], $"reef.1/1/{made.Id}", "Sweden and Fiji");
            await IsEventAsync(messages[1], $"reef.2/1/{made.Id}", "Norway and Côte d’Ivoire");
        }
    }

    [Fact]
    public async Task Come_without_gap_or_repeat_over_a_line_that_breaks()
    {
        const int alerts = 40;
        var id = (await _client.CreateSubscriptionAsync(new() { Subscription = new() })).Subscription.Id;
        var wanted = Enumerable.Range(0, alerts).Select(i => $"wave.{i}/1/{id}").ToList();

        var begun = await _desk.DoAsync("watch", new() { ["target"] = _host.Channel.Target, ["subscription"] = id, ["few"] = 7, ["last"] = wanted[^1] });
        begun["watching"]!.GetValue<bool>().ShouldBeTrue();
        for (var i = 0; i < alerts; i++)
        {
            await RaiseAsync($"wave.{i}", ("NOR", "Norway"), ("SWE", "Sweden"));
            // One by one, as alerts come; all at once they would be through before the line breaks.
            await Eventually.BeAsync(i + 1, "changes in the log", () => _site.ReadAsync<int>("alerting", "SELECT count(*) FROM changes"));
        }

        var saw = await _desk.NextAsync();
        saw["error"]?.GetValue<string>().ShouldBeNull();
        saw["ids"]!.AsArray().Select(i => i!.GetValue<string>()).ShouldBe(wanted, "Each was in the log before the next was published.");
        saw["cuts"]!.AsArray().Count.ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public async Task Are_the_items_of_a_feed()
    {
        var made = (await _client.CreateSubscriptionAsync(new() { Subscription = new() { Name = "Desk d’Été & <sons>" } })).Subscription;
        var address = (await _client.IssueFeedAddressAsync(new() { SubscriptionId = made.Id })).Address;
        await RaiseAsync("feed.1", ("CIV", "Côte d'Ivoire"), ("X", "<script>alert(1)</script>"));
        await Eventually.BeAsync(1, "changes in the log", () => _site.ReadAsync<int>("alerting", "SELECT count(*) FROM changes"));
        await RaiseAsync("feed.2", ("CHN", "中国"), ("EGY", "مصر"));
        await Eventually.BeAsync(2, "changes in the log", () => _site.ReadAsync<int>("alerting", "SELECT count(*) FROM changes"));

        var feed = await Eventually.SeeAsync(
            "a feed of two", async () => await _desk.DoAsync("feed", new() { ["url"] = address }), f => f["items"]!.AsArray().Count == 2);

        (Text(feed, "version"), Text(feed, "title"), Text(feed, "self")).ShouldBe(("atom 1.0", "Desk d’Été & <sons>", address));
        var (newest, other) = (feed["items"]![0]!, feed["items"]![1]!);
        Text(newest, "title").ShouldStartWith("中国 and مصر plan talks");
        // This reader takes what looks like a tag out of every title, though its type is text; escaped twice, it would have stayed.
        Text(other, "title").ShouldStartWith("Côte d'Ivoire and alert(1) plan talks");
        Text(other, "summary").ShouldStartWith("Talks planned: Côte d'Ivoire and <script>alert(1)</script>, meeting");
        Text(other, "description").ShouldContain("C&#244;te d&#39;Ivoire and &lt;script&gt;alert(1)&lt;/script&gt; plan talks");
        Text(other, "description").ShouldNotContain("<script");
        Text(other, "guid").ShouldBe(FeedEntry.IdOf($"feed.1/1/{made.Id}"));
        (Text(other, "link"), Text(other, "author")).ShouldBe(("https://gazette.example/7?a=1&b=2", "L'Été"));
        other["categories"]!.AsArray().Select(c => c!.GetValue<string>()).ShouldBe(["talks", "meeting", "planned", "notice"]);
        DateTimeOffset.Parse(Text(other, "pubdate"), null).ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(5));
    }

    private static string Text(JsonNode of, string name) => of[name].ShouldNotBeNull($"{name} of {of.ToJsonString()}").GetValue<string>();

    private static List<JsonNode> InOrder(params JsonNode[] messages) =>
        [.. messages.OrderBy(m => JsonNode.Parse(Text(m, "body"))!["id"]!.GetValue<string>(), StringComparer.Ordinal)];

    private Task<JsonNode> TakeAsync(JsonNode queue) => _desk.DoAsync("take", new() { ["queue"] = Text(queue, "queue") });

    /// <summary>It is one to the package, and would be none without what the specification requires.</summary>
    private async Task IsEventAsync(JsonNode message, string id, string parties)
    {
        var parts = new JsonObject { ["headers"] = message["headers"]!.DeepClone(), ["body"] = Text(message, "body") };
        var parsed = await _desk.DoAsync("event", parts);
        // What is missing of specversion, id and time the package makes up, so they are compared with what came.
        var came = JsonNode.Parse(Text(message, "body"))!;
        (parsed["valid"]!.GetValue<bool>(), Text(parsed, "id"), Text(came, "specversion"), Text(came, "id")).ShouldBe((true, id, "1.0", id));
        DateTimeOffset.Parse(Text(parsed, "time"), null).ShouldBe(DateTimeOffset.Parse(Text(came, "time"), null), TimeSpan.FromMilliseconds(1));
        (Text(parsed, "type"), Text(parsed, "source"), Text(parsed, "subject")).ShouldBe(("parley.talks.new.v1", "/parley/alerting", id.Split('/')[0]));
        Text(parsed, "datacontenttype").ShouldBe("application/json");
        Text(parsed["data"]!, "headline").ShouldStartWith(parties);
        foreach (var required in new[] { "source", "type" })
        {
            var body = came.DeepClone().AsObject();
            body.Remove(required).ShouldBeTrue();
            parts["body"] = body.ToJsonString();
            (await _desk.TryAsync("event", parts))["error"].ShouldNotBeNull($"It is none without {required}.");
        }
    }

    private Task RaiseAsync(string entry, params (string Id, string Name)[] parties)
    {
        var published = new DateTimeOffset(2024, 3, 4, 9, 0, 0, TimeSpan.Zero);
        var step = new HistoryStep { Status = EntryStatus.Planned, PublishedAt = published, Article = "gazette/7", Outlet = "L'Été", Url = "https://gazette.example/7?a=1&b=2", Evidence = new Evidence(0, 4, "“So.”") };
        return _host.PublishAsync(new TalksChanged
        {
            Change = new LedgerChange
            {
                EntryId = entry,
                Version = 1,
                Kind = ChangeKind.New,
                RecordedAt = published,
                ReceivedAt = published,
                Cause = step,
                News = true,
                After = new Entry
                {
                    Id = entry,
                    Type = EntryType.Talks,
                    Kind = EntryKind.Meeting,
                    Status = EntryStatus.Planned,
                    Participants = [.. parties.Select(p => new Participant { Id = p.Id, Name = p.Name })],
                    History = [step],
                },
            },
        });
    }
}
