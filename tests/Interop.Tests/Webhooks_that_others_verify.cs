using System.Globalization;
using System.Text.Json.Nodes;
using Parley.Alerting;
using Parley.Alerting.Delivery;
using Parley.Alerting.Pacing;
using Parley.Alerting.Storage;
using Parley.Contracts;
using Parley.Platform.Streaming;
using Parley.Protocol.Alerting.V1;
using Parley.Tests;

namespace Parley.Interop.Tests;

/// <summary>The requests that the service makes, before a verifier by the authors of Standard Webhooks.</summary>
public sealed class Webhooks_that_others_verify : IAsyncLifetime
{
    private Site _site = null!;
    private RunningHost _host = null!;
    private StandardWebhooks _desk = null!;
    private AlertingService.AlertingServiceClient _client = null!;

    public async Task InitializeAsync()
    {
        _desk = await StandardWebhooks.StartAsync();
        _site = await Site.InMemoryAsync();
        var settings = new Dictionary<string, string?> { ["Parley:Delivery:AllowHttp"] = "true", ["Parley:Delivery:AllowPrivateAddresses"] = "true" };
        _host = await _site.StartAsync("alerting", parley => parley.AddAlerting(), app => app.MapAlerting(), settings);
        _client = new(_host.Channel);
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task Are_verified_with_their_secret_and_with_no_other_and_only_as_they_were_sent()
    {
        var (id, secret) = await SubscribeAsync();

        var request = await SendAsync(id);

        var seen = await _desk.VerifyAsync(request, secret);
        seen["verified"]!.GetValue<bool>().ShouldBeTrue(seen.ToJsonString());
        seen["event"]!["id"]!.GetValue<string>().ShouldBe($"oslo.1/1/{id}");
        seen["event"]!["data"]!["headline"]!.GetValue<string>().ShouldContain("Côte d’Ivoire");
        request["headers"]!["webhook-id"]!.GetValue<string>().ShouldBe($"oslo%2E1/1/{id}");
        await RefusedAsync(request, WebhookSignature.NewSecret());
        var second = long.Parse(request["headers"]!["webhook-timestamp"]!.GetValue<string>(), CultureInfo.InvariantCulture);
        await RefusedAsync(Changed(request, r => r["headers"]!["webhook-timestamp"] = $"{second + 1}"), secret);
        await RefusedAsync(Changed(request, r => r["headers"]!["webhook-id"] = $"oslo%2E1/2/{id}"), secret);
        await RefusedAsync(Changed(request, r => r["body"] = r["body"]!.GetValue<string>().Replace("oslo.1", "oslo.2", StringComparison.Ordinal)), secret);
    }

    [Fact]
    public async Task Are_verified_with_the_old_and_with_the_new_secret_while_both_are_valid()
    {
        var (id, first) = await SubscribeAsync();
        var second = (await _client.RotateWebhookSecretAsync(new() { SubscriptionId = id, ChannelId = "1" })).Secret.Secret;

        var both = await SendAsync(id);
        await VerifiedAsync(both, first);
        await VerifiedAsync(both, second);

        var third = (await _client.RotateWebhookSecretAsync(new() { SubscriptionId = id, ChannelId = "1", OverlapHours = 0 })).Secret.Secret;
        var last = await SendAsync(id);
        await VerifiedAsync(last, third);
        await RefusedAsync(last, first);
        await RefusedAsync(last, second);
    }

    private async Task<(string Id, string Secret)> SubscribeAsync()
    {
        var made = await _client.CreateSubscriptionAsync(new() { Subscription = new() { Channels = { new Protocol.Type.V1.Channel { Webhook = new() { Url = _desk.Url } } } } });
        return (made.Subscription.Id, made.Secrets.Single().Secret);
    }

    /// <summary>Sends an alert as the service does.</summary>
    /// <returns>The request as the desk got it.</returns>
    private async Task<JsonNode> SendAsync(string id)
    {
        var subscription = (await _host.Get<SubscriptionStore>().FindAsync(id, CancellationToken.None))!;
        var channel = subscription.Channels.Single();
        var published = new DateTimeOffset(2024, 3, 4, 9, 0, 0, TimeSpan.Zero);
        var step = new HistoryStep { Status = EntryStatus.Planned, PublishedAt = published, Article = "a/1", Evidence = new Evidence(0, 4, "“So.”") };
        var change = new LedgerChange
        {
            EntryId = "oslo.1",
            Version = 1,
            Kind = ChangeKind.New,
            RecordedAt = published,
            Cause = step,
            News = true,
            After = new Entry
            {
                Id = "oslo.1",
                Type = EntryType.Talks,
                Kind = EntryKind.Meeting,
                Status = EntryStatus.Planned,
                Participants = [new Participant { Id = "CIV", Name = "Côte d’Ivoire" }, new Participant { Id = "NOR", Name = "Norway" }],
                History = [step],
            },
        };
        var notice = new Notice(Guid.CreateVersion7(), subscription, BatchKind.Single, [new LoggedChange(new LogPosition(1, 1), change, published, [])], published);
        var outcome = await _host.Get<IEnumerable<IChannelSender>>().Single(s => s.SendsTo(channel)).SendAsync(notice, channel, CancellationToken.None);
        outcome.ShouldBe(new Outcome(true, "204 No Content"));
        return await _desk.RequestAsync();
    }

    private static JsonNode Changed(JsonNode request, Action<JsonNode> change)
    {
        var changed = request.DeepClone();
        change(changed);
        return changed;
    }

    private async Task VerifiedAsync(JsonNode request, string secret) => (await _desk.VerifyAsync(request, secret))["verified"]!.GetValue<bool>().ShouldBeTrue();

    private async Task RefusedAsync(JsonNode request, string secret)
    {
        var seen = await _desk.VerifyAsync(request, secret);
        seen["verified"]!.GetValue<bool>().ShouldBeFalse();
        seen["error"]!.GetValue<string>().ShouldBe("No matching signature found");
    }
}
