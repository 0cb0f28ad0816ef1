using Microsoft.AspNetCore.Http;
using Npgsql;
using Parley.Alerting.Delivery;
using Parley.Alerting.Storage;
using Parley.Protocol.Alerting.V1;
using Parley.Protocol.Type.V1;
using Parley.Tests;
using DeliveryState = Parley.Protocol.Type.V1.DeliveryState;

namespace Parley.Integration.Tests.Alerting;

/// <summary>From a change on the bus to a desk's web server and mail server, and what is known of it afterwards.</summary>
public sealed class Channels_of_a_running_service : IAsyncLifetime
{
    private Site _site = null!;
    private RunningHost _host = null!;
    private HttpReceiver _receiver = null!;
    private SmtpServer _mails = null!;
    private AlertingService.AlertingServiceClient _client = null!;

    public async Task InitializeAsync()
    {
        _site = await Site.OnRabbitMqAsync();
        _receiver = await HttpReceiver.StartAsync();
        _mails = await SmtpServer.StartAsync();
        var settings = new Dictionary<string, string?>
        {
            ["Parley:Delivery:AllowHttp"] = "true",
            ["Parley:Delivery:AllowPrivateAddresses"] = "true",
            ["Parley:Mail:Host"] = "127.0.0.1",
            ["Parley:Mail:Port"] = $"{_mails.Port}",
            ["Parley:Mail:Security"] = "None",
            ["Parley:Mail:From"] = "alerts@desk.example",
        };
        _host = await _site.StartAsync("alerting", parley => Parley.Alerting.AlertingModule.AddAlerting(parley), Parley.Alerting.AlertingModule.MapAlerting, settings);
        _client = new(_host.Channel);
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        await _mails.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task A_webhook_that_is_gone_is_asked_no_more_and_the_others_go_on()
    {
        _receiver.Answer = context =>
        {
            context.Response.StatusCode = context.Request.Path == "/gone" ? StatusCodes.Status410Gone : StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        };
        var subscription = await SubscribeAsync(new() { Channels = { Hook("gone"), Hook("there") } });

        await ChangeAsync(1);
        var disabled = await Eventually.SeeAsync(
            "the channel that is gone", async () => (await _client.GetSubscriptionAsync(new() { SubscriptionId = subscription })).Subscription.Channels[0].Disabled, said => said.Length > 0);
        await ChangeAsync(2);
        await SettledAsync(3);

        disabled.ShouldContain("410");
        _receiver.Requests.Select(r => r.Path).Order().ShouldBe(["/gone", "/there", "/there"]);
        var first = (await _client.GetAlertAsync(new() { AlertId = $"e1/1/{subscription}" })).Alert;
        first.Deliveries.Select(d => (d.ChannelId, d.State, d.Attempts.Count)).OrderBy(d => d.ChannelId).ShouldBe([("1", DeliveryState.Failed, 1), ("2", DeliveryState.Delivered, 1)]);
    }

    [Fact]
    public async Task A_digest_is_one_mail_with_all_that_it_collected()
    {
        await SubscribeAsync(new() { Calm = new() { Digest = new() { Every = DigestInterval.Hourly } }, Channels = { new Channel { Email = new() { To = { "desk@desk.example" } } } } });

        await ChangeAsync(1, "e1");
        await ChangeAsync(1, "e2");
        await Eventually.BeAsync(2, "alerts that wait for the digest", () => _site.ReadAsync<int>("alerting", "SELECT count(*) FROM batch_alerts"));
        (await _site.ReadAsync<int>("alerting", "SELECT count(*) FROM deliveries")).ShouldBe(0);
        await ExecuteAsync("UPDATE batches SET due_at = now()");

        var mail = await _mails.NextAsync();
        mail.GetProperty("subject").GetString()!.ShouldContain("2");
        mail.GetProperty("text").GetString()!.Split("“They met.”").Length.ShouldBe(3);
        await SettledAsync(1);
        (await _mails.StopAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task An_alert_that_waits_says_for_what_and_one_that_was_seen_to_says_that_it_was_left_out()
    {
        var digest = await SubscribeAsync(new() { Calm = new() { Digest = new() { Every = DigestInterval.Hourly } }, Channels = { Hook("digest") } });
        foreach (var entry in (string[])["e1", "e2", "e3"])
            await ChangeAsync(1, entry);
        await Eventually.BeAsync(3, "alerts that wait for the digest", () => _site.ReadAsync<int>("alerting", "SELECT count(*) FROM batch_alerts"));

        var waiting = await GetAsync("e1");
        (waiting.Hold.Reason, waiting.Deliveries.Count).ShouldBe((HoldReason.Digest, 0));
        waiting.Hold.Until.ToDateTime().ShouldBe(DateTime.UtcNow, TimeSpan.FromHours(1));
        await _client.AcknowledgeAlertAsync(new() { AlertId = $"e1/1/{digest}", By = "Ada" });
        (await GetAsync("e1")).Hold.ShouldBeNull("It is not sent.");
        await ExecuteAsync("UPDATE batches SET due_at = now()");
        await SettledAsync(1);

        (await GetAsync("e1")).ShouldSatisfyAllConditions(a => a.Hold.ShouldBeNull(), a => a.Deliveries[0].State.ShouldBe(DeliveryState.Dropped));
        (await GetAsync("e2")).Deliveries[0].ShouldSatisfyAllConditions(d => d.State.ShouldBe(DeliveryState.Delivered), d => d.Alerts.ShouldBe(2));

        async Task<Alert> GetAsync(string entry) => (await _client.GetAlertAsync(new() { AlertId = $"{entry}/1/{digest}" })).Alert;
    }

    [Fact]
    public async Task What_was_delivered_long_ago_is_forgotten_and_what_waits_is_not()
    {
        _receiver.Answer = context =>
        {
            context.Response.StatusCode = context.Request.Path == "/broken" ? StatusCodes.Status500InternalServerError : StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        };
        var (done, waiting) = (await SubscribeAsync(new() { Channels = { Hook("there") } }), await SubscribeAsync(new() { Channels = { Hook("broken") } }));
        await ChangeAsync(1);
        await SettledAsync(1);
        var database = _host.Get<AlertingDatabase>();

        (await DeliveryPruner.PruneAsync(database, DateTimeOffset.UtcNow.AddDays(-1), CancellationToken.None)).ShouldBe(0);
        (await DeliveryPruner.PruneAsync(database, DateTimeOffset.UtcNow.AddMinutes(1), CancellationToken.None)).ShouldBe(1);

        (await _client.GetAlertAsync(new() { AlertId = $"e1/1/{done}" })).Alert.Deliveries.ShouldBeEmpty();
        (await _client.GetAlertAsync(new() { AlertId = $"e1/1/{waiting}" })).Alert.Deliveries.ShouldHaveSingleItem();
        (await _site.ReadAsync<int>("alerting", "SELECT count(*) FROM alerts")).ShouldBe(2, "A correction must find whoever was told.");
    }

    private async Task<string> SubscribeAsync(Subscription subscription) => (await _client.CreateSubscriptionAsync(new() { Subscription = subscription })).Subscription.Id;

    private Channel Hook(string path) => new() { Webhook = new() { Url = new Uri(_receiver.Address, path).AbsoluteUri } };

    private Task ChangeAsync(int version, string entry = "e1") => _host.PublishAsync(Changes.Talks(Changes.Of(entry, version, actors: ["NOR", "SWE"])));

    private Task SettledAsync(int deliveries) => Eventually.BeAsync(
        deliveries, "deliveries settled", () => _site.ReadAsync<int>("alerting", "SELECT count(*) FROM deliveries WHERE state <> 'waiting'"));

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await _site.OpenAsync("alerting");
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
