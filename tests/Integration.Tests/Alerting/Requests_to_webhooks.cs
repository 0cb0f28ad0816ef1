using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Parley.Alerting.Delivery;

namespace Parley.Integration.Tests.Alerting;

public sealed class Requests_to_webhooks(WebhookSite site) : IClassFixture<WebhookSite>, IAsyncLifetime
{
    public Task InitializeAsync()
    {
        site.Receiver.Requests.Clear();
        site.Receiver.Answer = _ => Task.CompletedTask;
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Carry_the_event_and_a_signature_of_it()
    {
        var (id, secret) = await site.SubscribeAsync(new Uri(site.Receiver.Address, "/alerts?desk=1").AbsoluteUri);

        (await site.SendAsync(id)).ShouldBe(new Outcome(true, "200 OK"));

        var request = site.Receiver.Requests.ShouldHaveSingleItem();
        (request.Method, request.Path, request.Headers["Content-Type"]).ShouldBe(("POST", "/alerts", "application/cloudevents+json; charset=utf-8"));
        request.Headers["User-Agent"].ShouldStartWith("Parley/");
        JsonDocument.Parse(request.Body).RootElement.GetProperty("id").GetString().ShouldBe($"e-1/1/{id}");
        request.Headers["webhook-id"].ShouldBe($"e-1/1/{id}");
        var sent = DateTimeOffset.FromUnixTimeSeconds(long.Parse(request.Headers["webhook-timestamp"], null));
        (DateTimeOffset.UtcNow - sent).Duration().ShouldBeLessThan(TimeSpan.FromMinutes(1));
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{request.Headers["webhook-id"]}.{request.Headers["webhook-timestamp"]}."), .. request.Body];
        request.Headers["webhook-signature"].ShouldBe("v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), signed)));
    }

    [Fact]
    public async Task Keep_their_id_when_they_are_made_again_and_it_has_no_full_stop()
    {
        var (id, _) = await site.SubscribeAsync();

        await site.SendAsync(id, "e.1");
        await site.SendAsync(id, "e.1");

        site.Receiver.Requests.Select(r => r.Headers["webhook-id"]).ShouldBe([$"e%2E1/1/{id}", $"e%2E1/1/{id}"]);
    }

    [Theory]
    [InlineData(200, true, false)]
    [InlineData(204, true, false)]
    [InlineData(299, true, false)]
    [InlineData(304, false, false)]
    [InlineData(400, false, false)]
    [InlineData(401, false, false)]
    [InlineData(404, false, false)]
    [InlineData(410, false, true)]
    [InlineData(429, false, false)]
    [InlineData(500, false, false)]
    [InlineData(503, false, false)]
    public async Task Are_taken_by_2xx_unwanted_for_ever_by_410_and_made_again_otherwise(int status, bool delivered, bool gone)
    {
        var (id, _) = await site.SubscribeAsync();
        site.Receiver.Answer = context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };

        var outcome = await site.SendAsync(id);

        (outcome.Delivered, outcome.Gone, outcome.Final).ShouldBe((delivered, gone, false));
        outcome.Text.ShouldStartWith($"{status}");
    }

    [Fact]
    public async Task Are_not_repeated_where_an_answer_sends_them()
    {
        var (id, _) = await site.SubscribeAsync();
        site.Receiver.Answer = context =>
        {
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        };

        (await site.SendAsync(id)).ShouldBe(new Outcome(false, "302 Found, to /elsewhere: redirects are not followed"));

        site.Receiver.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Are_told_with_the_beginning_of_the_answer_and_nothing_that_acts()
    {
        var (id, _) = await site.SubscribeAsync();
        site.Receiver.Answer = context =>
        {
            context.Response.StatusCode = 422;
            return context.Response.WriteAsync("no\0 \u001b[2Jsuch\r\n desk " + new string('x', 500));
        };

        var text = (await site.SendAsync(id)).Text;

        text.ShouldStartWith("422 Unprocessable Entity: no [2Jsuch desk xxx");
        text.Length.ShouldBe("422 Unprocessable Entity: ".Length + 200);
    }

    [Theory]
    [InlineData((64 * 1024) - 4, "500 Internal Server Error: late")]
    [InlineData(64 * 1024, "500 Internal Server Error")]
    public async Task End_though_the_answer_does_not_and_read_64_KiB_of_it(int blanks, string told)
    {
        var (id, _) = await site.SubscribeAsync();
        var cut = new TaskCompletionSource();
        site.Receiver.Answer = async context =>
        {
            context.Response.StatusCode = 500;
            using var end = context.RequestAborted.Register(cut.SetResult);
            await context.Response.WriteAsync(new string(' ', blanks));
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.WriteAsync("late");
        };

        (await site.SendAsync(id)).Text.ShouldBe(told);

        await cut.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Are_taken_when_the_status_says_so_though_the_text_never_comes()
    {
        var (id, _) = await site.SubscribeAsync();
        site.Receiver.Answer = async context =>
        {
            await context.Response.WriteAsync("thank");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        };

        (await site.SendAsync(id)).ShouldBe(new Outcome(true, "200 OK: thank"));
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("604800", 86_400)]
    [InlineData("-5", null)]
    [InlineData("soon", null)]
    [InlineData("Wed, 21 Oct 2015 07:28:00 GMT", null)]
    [InlineData("Tue, 31 Dec 2199 23:59:59 GMT", 86_400)]
    public async Task Wait_as_long_as_the_receiver_asks_but_no_longer_than_a_day(string header, int? seconds)
    {
        var (id, _) = await site.SubscribeAsync();
        site.Receiver.Answer = context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = header;
            return Task.CompletedTask;
        };

        (await site.SendAsync(id)).RetryAfter.ShouldBe(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null);
    }

    [Fact]
    public async Task Wait_until_the_time_that_the_receiver_names()
    {
        var (id, _) = await site.SubscribeAsync();
        site.Receiver.Answer = context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = DateTimeOffset.UtcNow.AddHours(1).ToString("R");
            return Task.CompletedTask;
        };

        (await site.SendAsync(id)).RetryAfter!.Value.ShouldBeInRange(TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(60));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task Do_not_reach_into_the_network_unless_the_operator_allows_it(string host)
    {
        var (id, _) = await site.SubscribeAsync($"http://{host}:{site.Receiver.Address.Port}/");

        var outcome = await site.SendAsync(id, new DeliveryOptions { AllowHttp = true });

        outcome.Delivered.ShouldBeFalse();
        outcome.Text.ShouldContain("is at no public address");
        site.Receiver.Requests.ShouldBeEmpty();
        (await site.SendAsync(id, new DeliveryOptions { AllowHttp = true, AllowPrivateAddresses = true })).Delivered.ShouldBeTrue();
    }

    [Fact]
    public async Task Do_not_go_without_encryption_where_the_operator_allows_it_no_more()
    {
        var (id, _) = await site.SubscribeAsync();

        (await site.SendAsync(id, new DeliveryOptions { AllowPrivateAddresses = true })).ShouldBe(new Outcome(false, "not sent: http is not allowed here, https is"));

        site.Receiver.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Are_not_made_to_a_server_whose_certificate_nobody_vouches_for()
    {
        using var authority = new TestAuthority();
        using var certificate = authority.Issue("127.0.0.1");
        await using var server = await HttpReceiver.StartAsync(listen => listen.UseHttps(certificate));
        var (id, _) = await site.SubscribeAsync(server.Address.AbsoluteUri);

        var outcome = await site.SendAsync(id);

        outcome.Delivered.ShouldBeFalse();
        outcome.Text.ShouldContain("certificate");
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task That_find_nobody_say_so()
    {
        var gone = await HttpReceiver.StartAsync();
        var (id, _) = await site.SubscribeAsync(gone.Address.AbsoluteUri);
        await gone.DisposeAsync();

        (await site.SendAsync(id)).ShouldBe(new Outcome(false, "Connection refused"));
    }

    [Fact]
    public async Task Are_not_made_without_a_secret()
    {
        var (id, _) = await site.SubscribeAsync();
        await using (var connection = await site.Site.OpenAsync("alerting"))
        await using (var command = new Npgsql.NpgsqlCommand("DELETE FROM webhook_secrets WHERE subscription_id = $1", connection) { Parameters = { new() { Value = id } } })
            await command.ExecuteNonQueryAsync();

        (await site.SendAsync(id)).Text.ShouldContain("RotateWebhookSecret");

        site.Receiver.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void Have_mail_beside_them_where_the_operator_has_set_a_server() => site.SendsMail().ShouldBeTrue();
}
