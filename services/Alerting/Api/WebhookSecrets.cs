using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Parley.Alerting.Storage;
using Parley.Alerting.Subscriptions;
using Parley.Platform.Grpc;
using Parley.Protocol.Alerting.V1;

namespace Parley.Alerting.Api;

/// <summary>What is asked of webhooks' secrets. Each is told once, in the answer to the call that made it.</summary>
internal sealed class WebhookSecrets(AlertingDatabase database)
{
    private const int UsualOverlapHours = 24;
    private const int LongestOverlapHours = 720;

    /// <summary>Secrets as messages.</summary>
    public static IEnumerable<WebhookSecret> ToProto(IEnumerable<(string Channel, string Secret)> secrets) =>
        secrets.Select(s => new WebhookSecret { ChannelId = s.Channel, Secret = s.Secret });

    public async Task<RotateWebhookSecretResponse> RotateAsync(RotateWebhookSecretRequest request, DateTimeOffset now, CancellationToken cancellation)
    {
        var hours = request.HasOverlapHours ? request.OverlapHours : UsualOverlapHours;
        if (hours is < 0 or > LongestOverlapHours)
            throw GrpcErrors.Invalid("overlap_hours", string.Create(CultureInfo.InvariantCulture, $"is {hours}; 0 to {LongestOverlapHours} are allowed"));
        var channelId = Ids.Required(request.ChannelId, "channel_id");
        await using var work = await database.BeginAsync(cancellation);
        // Locked, so that two rotations go one behind the other, and none is of a channel that is being taken away.
        var subscription = await SubscriptionStore.LockAsync(work, Ids.Required(request.SubscriptionId, "subscription_id"), cancellation)
            ?? throw GrpcErrors.NotFound("subscription", request.SubscriptionId);
        var channel = subscription.Channels.FirstOrDefault(c => c.Id == channelId) ?? throw GrpcErrors.NotFound("channel", channelId);
        if (channel is not WebhookChannel)
            throw GrpcErrors.Precondition("The channel is no webhook, and has no secret.");
        var oldEndsAt = now.AddHours(hours);
        var (secret, replaced) = await WebhookSecretTable.RotateAsync(work, subscription.Id, channel.Id, now, oldEndsAt, cancellation);
        await work.CommitAsync(cancellation);
        return new RotateWebhookSecretResponse
        {
            Secret = new WebhookSecret { ChannelId = channel.Id, Secret = secret },
            OldEndsAt = replaced ? oldEndsAt.ToTimestamp() : null,
        };
    }
}
