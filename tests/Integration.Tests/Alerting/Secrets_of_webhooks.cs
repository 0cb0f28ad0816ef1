using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Parley.Alerting.Delivery;
using Parley.Platform.Grpc;
using Parley.Protocol.Alerting.V1;
using Proto = Parley.Protocol.Type.V1;

namespace Parley.Integration.Tests.Alerting;

public sealed class Secrets_of_webhooks(WebhookSite site) : IClassFixture<WebhookSite>
{
    [Fact]
    public async Task Are_told_to_whoever_makes_the_channel_and_never_again()
    {
        var made = await site.Client.CreateSubscriptionAsync(new() { Subscription = new() { Channels = { WebhookSite.Hook("https://a.example/"), Mail, WebhookSite.Hook("https://b.example/") } } });

        made.Secrets.Select(s => s.ChannelId).ShouldBe(["1", "3"]);
        made.Secrets.Select(s => s.Secret).ShouldBeUnique();
        made.Secrets.ShouldAllBe(s => s.Secret.StartsWith("whsec_"));
        var id = made.Subscription.Id;
        var renamed = await site.Client.UpdateSubscriptionAsync(new() { Subscription = new() { Id = id, Name = "Other" }, UpdateMask = Mask("name") });
        renamed.Secrets.ShouldBeEmpty();
        foreach (var answer in new IMessage[] { made.Subscription, renamed, await site.Client.GetSubscriptionAsync(new() { SubscriptionId = id }), await site.Client.ListSubscriptionsAsync(new()) })
            JsonFormatter.Default.Format(answer).ShouldNotContain("whsec_");
    }

    [Fact]
    public async Task Are_made_for_channels_that_are_new_and_kept_by_those_that_stay_even_at_another_address()
    {
        var (id, secret) = await site.SubscribeAsync();

        var changed = await UpdateAsync(id, WebhookSite.Hook("https://new.example/"), new Proto.Channel { Id = "1", Webhook = new() { Url = "https://moved.example/" } });

        changed.Secrets.ShouldHaveSingleItem().ChannelId.ShouldBe("2");
        (await FindAsync(id, "1")).ShouldBe([secret]);
        (await FindAsync(id, "2")).ShouldBe([changed.Secrets[0].Secret]);
    }

    [Fact]
    public async Task Go_with_the_channel_and_with_the_subscription()
    {
        var (id, secret) = await site.SubscribeAsync();
        await site.Client.RotateWebhookSecretAsync(new() { SubscriptionId = id, ChannelId = "1" });

        await UpdateAsync(id, Mail);
        (await FindAsync(id, "1")).ShouldBeEmpty();

        // Another channel that gets the number of the one before has a secret of its own.
        var again = await UpdateAsync(id);
        again.Secrets.ShouldBeEmpty();
        again = await UpdateAsync(id, WebhookSite.Hook("https://a.example/"));
        again.Secrets.ShouldHaveSingleItem().Secret.ShouldNotBe(secret);
        await site.Client.DeleteSubscriptionAsync(new() { SubscriptionId = id });
        (await site.Site.ReadAsync<int>("alerting", $"SELECT count(*) FROM webhook_secrets WHERE subscription_id = '{id}'")).ShouldBe(0);
    }

    [Fact]
    public async Task Sign_side_by_side_after_a_rotation_until_the_old_one_ends()
    {
        var (id, first) = await site.SubscribeAsync();

        var rotated = await site.Client.RotateWebhookSecretAsync(new() { SubscriptionId = id, ChannelId = "1" });

        (rotated.OldEndsAt.ToDateTimeOffset() - DateTimeOffset.UtcNow).ShouldBeInRange(TimeSpan.FromHours(23.9), TimeSpan.FromHours(24));
        (await FindAsync(id, "1")).ShouldBe([rotated.Secret.Secret, first]);
        (await FindAsync(id, "1", rotated.OldEndsAt.ToDateTimeOffset())).ShouldBe([rotated.Secret.Secret]);
        site.Receiver.Requests.Clear();
        await site.SendAsync(id);
        var request = site.Receiver.Requests.ShouldHaveSingleItem();
        request.Headers["webhook-signature"].ShouldBe(
            WebhookSignature.Header([rotated.Secret.Secret, first], request.Headers["webhook-id"], long.Parse(request.Headers["webhook-timestamp"], null), request.Body));
    }

    [Fact]
    public async Task Are_two_at_most()
    {
        var (id, first) = await site.SubscribeAsync();

        var second = (await site.Client.RotateWebhookSecretAsync(new() { SubscriptionId = id, ChannelId = "1", OverlapHours = 720 })).Secret.Secret;
        var third = (await site.Client.RotateWebhookSecretAsync(new() { SubscriptionId = id, ChannelId = "1", OverlapHours = 1 })).Secret.Secret;

        (await FindAsync(id, "1")).ShouldBe([third, second]);
        new[] { second, third }.ShouldNotContain(first);
    }

    [Fact]
    public async Task End_at_once_where_no_overlap_is_wanted()
    {
        var (id, first) = await site.SubscribeAsync();
        var second = (await site.Client.RotateWebhookSecretAsync(new() { SubscriptionId = id, ChannelId = "1" })).Secret.Secret;

        var rotated = await site.Client.RotateWebhookSecretAsync(new() { SubscriptionId = id, ChannelId = "1", OverlapHours = 0 });

        (await site.Site.ReadAsync<string>("alerting", $"SELECT string_agg(secret, ' ') FROM webhook_secrets WHERE subscription_id = '{id}'")).ShouldBe(rotated.Secret.Secret);
        new[] { first, second }.ShouldNotContain(rotated.Secret.Secret);
    }

    [Theory]
    [InlineData("", "1", 24, StatusCode.InvalidArgument, "subscription_id")]
    [InlineData("sub-0", "1", 24, StatusCode.NotFound, null)]
    [InlineData("own", "", 24, StatusCode.InvalidArgument, "channel_id")]
    [InlineData("own", "9", 24, StatusCode.NotFound, null)]
    [InlineData("own", "2", 24, StatusCode.FailedPrecondition, null)]
    [InlineData("own", "1", -1, StatusCode.InvalidArgument, "overlap_hours")]
    [InlineData("own", "1", 721, StatusCode.InvalidArgument, "overlap_hours")]
    public async Task Are_not_rotated_where_something_is_wrong(string subscription, string channel, int hours, StatusCode status, string? field)
    {
        var made = await site.Client.CreateSubscriptionAsync(new() { Subscription = new() { Channels = { WebhookSite.Hook("https://a.example/"), Mail } } });
        var id = subscription == "own" ? made.Subscription.Id : subscription;

        var refusal = await Should.ThrowAsync<RpcException>(() => site.Client.RotateWebhookSecretAsync(new() { SubscriptionId = id, ChannelId = channel, OverlapHours = hours }).ResponseAsync);

        (refusal.StatusCode, GrpcErrors.FirstField(refusal)).ShouldBe((status, field));
        (await FindAsync(made.Subscription.Id, "1")).ShouldBe([made.Secrets[0].Secret]);
    }

    [Fact]
    public async Task Are_in_no_log_and_no_outcome()
    {
        var (id, first) = await site.SubscribeAsync();
        var second = (await site.Client.RotateWebhookSecretAsync(new() { SubscriptionId = id, ChannelId = "1" })).Secret.Secret;
        var outcomes = new List<Outcome> { await site.SendAsync(id), await site.SendAsync(id, new DeliveryOptions()) };
        // One that tells all that it was sent.
        site.Receiver.Answer = context =>
        {
            context.Response.StatusCode = 500;
            return context.Response.WriteAsync(string.Join(' ', context.Request.Headers.Values));
        };
        outcomes.Add(await site.SendAsync(id));
        site.Receiver.Answer = _ => Task.CompletedTask;
        var told = site.Log.Lines.Concat(outcomes.Select(o => o.Text)).ToList();

        told.ShouldContain(line => line.Contains("RotateWebhookSecret", StringComparison.Ordinal), "All is logged, or this would prove nothing.");
        foreach (var secret in new[] { first, second })
            told.Where(line => line.Contains(secret["whsec_".Length..], StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static Proto.Channel Mail => new() { Email = new Proto.EmailChannel { To = { "desk@desk.example" } } };

    private static FieldMask Mask(string path) => new() { Paths = { path } };

    private async Task<UpdateSubscriptionResponse> UpdateAsync(string id, params Proto.Channel[] channels)
    {
        var subscription = new Proto.Subscription { Id = id };
        subscription.Channels.AddRange(channels);
        return await site.Client.UpdateSubscriptionAsync(new() { Subscription = subscription, UpdateMask = Mask("channels") });
    }

    private Task<IReadOnlyList<string>> FindAsync(string id, string channel, DateTimeOffset? now = null) =>
        site.Secrets.FindAsync(id, channel, now ?? DateTimeOffset.UtcNow, CancellationToken.None);
}
