using System.Globalization;
using Grpc.Core;
using Parley.Alerting.Delivery;
using Parley.Alerting.Storage;
using Parley.Platform.Grpc;
using Parley.Platform.Storage;
using Parley.Protocol.Alerting.V1;
using Subscription = Parley.Alerting.Subscriptions.Subscription;

namespace Parley.Alerting.Api;

/// <summary><c>parley.alerting.v1.AlertingService</c>.</summary>
internal sealed class AlertingApi(
    AlertingDatabase database, SubscriptionStore subscriptions, SubscriptionMapping mapping, AlertRequests alerts, AlertStreams streams, WebhookSecrets webhooks,
    FeedAddresses feeds,
    IEnumerable<IChannelSender> senders, TimeProvider time, ILogger<AlertingApi> log)
    : AlertingService.AlertingServiceBase
{
    private const string ListScope = "list-subscriptions";
    private const int DefaultPage = 100;
    private const int LargestPage = 1_000;
    private const int LongestName = 200;

    public override async Task<CreateSubscriptionResponse> CreateSubscription(CreateSubscriptionRequest request, ServerCallContext context)
    {
        var asked = request.Subscription ?? throw GrpcErrors.Invalid("subscription", "is missing");
        var stored = mapping.ToNew(asked, $"sub-{Guid.CreateVersion7():N}", Now());
        await using var work = await database.BeginAsync(context.CancellationToken);
        await SubscriptionStore.InsertAsync(work, stored, context.CancellationToken);
        var secrets = await WebhookSecretTable.SettleAsync(work, stored, stored.CreatedAt, context.CancellationToken);
        await CommitAsync(work, context.CancellationToken);
        await PrepareAsync(stored, context.CancellationToken);
        var response = new CreateSubscriptionResponse { Subscription = SubscriptionMapping.ToProto(stored) };
        response.Secrets.AddRange(WebhookSecrets.ToProto(secrets));
        return response;
    }

    public override async Task<GetSubscriptionResponse> GetSubscription(GetSubscriptionRequest request, ServerCallContext context) =>
        new() { Subscription = SubscriptionMapping.ToProto(await FindAsync(request.SubscriptionId, context.CancellationToken)) };

    public override async Task<ListSubscriptionsResponse> ListSubscriptions(ListSubscriptionsRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize, DefaultPage, LargestPage);
        if (request.Owner.Length > LongestName || request.Owner.Any(c => char.IsControl(c) && !char.IsWhiteSpace(c)))
            throw GrpcErrors.Invalid("owner", $"is not a name of at most {LongestName} characters");
        if (request.Labels.Any(l => l.Key.Contains('\0', StringComparison.Ordinal) || l.Value.Contains('\0', StringComparison.Ordinal)))
            throw GrpcErrors.Invalid("labels", "has a control character");
        var scope = string.Join('\n', [ListScope, request.Owner, .. request.Labels.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key}={l.Value}")]);
        var (after, afterId) = Position(request.PageToken, scope);
        var found = await subscriptions.ListAsync(after, afterId, size + 1, request.Owner, request.Labels.ToDictionary(), context.CancellationToken);
        var response = new ListSubscriptionsResponse();
        response.Subscriptions.AddRange(found.Take(size).Select(SubscriptionMapping.ToProto));
        if (found.Count > size)
            response.NextPageToken = PageToken.Make(scope, $"{found[size - 1].CreatedAt.UtcTicks} {found[size - 1].Id}");
        return response;
    }

    public override async Task<UpdateSubscriptionResponse> UpdateSubscription(UpdateSubscriptionRequest request, ServerCallContext context)
    {
        var asked = request.Subscription ?? throw GrpcErrors.Invalid("subscription", "is missing");
        if (request.UpdateMask is not { Paths.Count: > 0 } mask)
            throw GrpcErrors.Invalid("update_mask", "names no field to change");
        await using var work = await database.BeginAsync(context.CancellationToken);
        var stored = await SubscriptionStore.LockAsync(work, Ids.Required(asked.Id, "subscription.id"), context.CancellationToken)
            ?? throw GrpcErrors.NotFound("subscription", asked.Id);
        var changed = mapping.ToChanged(stored, asked, mask, Now());
        await SubscriptionStore.UpdateAsync(work, changed, context.CancellationToken);
        var secrets = await WebhookSecretTable.SettleAsync(work, changed, changed.UpdatedAt, context.CancellationToken);
        await CommitAsync(work, context.CancellationToken);
        if (mask.Paths.Contains("channels"))
            await PrepareAsync(changed, context.CancellationToken);
        var response = new UpdateSubscriptionResponse { Subscription = SubscriptionMapping.ToProto(changed) };
        response.Secrets.AddRange(WebhookSecrets.ToProto(secrets));
        return response;
    }

    public override async Task<DeleteSubscriptionResponse> DeleteSubscription(DeleteSubscriptionRequest request, ServerCallContext context)
    {
        await using var work = await database.BeginAsync(context.CancellationToken);
        if (!await SubscriptionStore.DeleteAsync(work, Ids.Required(request.SubscriptionId, "subscription_id"), context.CancellationToken))
            throw GrpcErrors.NotFound("subscription", request.SubscriptionId);
        await CommitAsync(work, context.CancellationToken);
        return new DeleteSubscriptionResponse();
    }

    public override Task<RotateWebhookSecretResponse> RotateWebhookSecret(RotateWebhookSecretRequest request, ServerCallContext context) =>
        webhooks.RotateAsync(request, Now(), context.CancellationToken);

    public override Task<IssueFeedAddressResponse> IssueFeedAddress(IssueFeedAddressRequest request, ServerCallContext context) =>
        feeds.IssueAsync(request, Now(), context.CancellationToken);

    public override Task<WithdrawFeedAddressResponse> WithdrawFeedAddress(WithdrawFeedAddressRequest request, ServerCallContext context) =>
        feeds.WithdrawAsync(request, Now(), context.CancellationToken);

    public override Task<PreviewSubscriptionResponse> PreviewSubscription(PreviewSubscriptionRequest request, ServerCallContext context) =>
        alerts.PreviewAsync(request, context.CancellationToken);

    public override Task<ListAlertsResponse> ListAlerts(ListAlertsRequest request, ServerCallContext context) => alerts.ListAsync(request, context.CancellationToken);

    public override Task<GetAlertResponse> GetAlert(GetAlertRequest request, ServerCallContext context) => alerts.GetAsync(request, context.CancellationToken);

    public override Task<AcknowledgeAlertResponse> AcknowledgeAlert(AcknowledgeAlertRequest request, ServerCallContext context) =>
        alerts.AcknowledgeAsync(request, context.CancellationToken);

    public override Task<ReplayAlertsResponse> ReplayAlerts(ReplayAlertsRequest request, ServerCallContext context) => alerts.ReplayAsync(request, context.CancellationToken);

    public override Task<RedeliverResponse> Redeliver(RedeliverRequest request, ServerCallContext context) => alerts.RedeliverAsync(request, context.CancellationToken);

    public override async Task WatchAlerts(WatchAlertsRequest request, IServerStreamWriter<WatchAlertsResponse> responseStream, ServerCallContext context) =>
        await streams.WatchAsync(request, responseStream, context.CancellationToken);

    private async Task CommitAsync(UnitOfWork work, CancellationToken cancellation)
    {
        // The copy that made the change follows its own log like every other.
        work.AfterCommit(database.SubscriptionsWritten.Set);
        await work.CommitAsync(cancellation);
    }

    /// <summary>So that the subscriber finds his queue before the first alert. Where it cannot be made now, the first delivery makes it.</summary>
    private async Task PrepareAsync(Subscription subscription, CancellationToken cancellation)
    {
        foreach (var channel in subscription.Channels)
        {
            try
            {
                await Task.WhenAll(senders.Where(s => s.SendsTo(channel)).Select(s => s.PrepareAsync(subscription, channel, cancellation)));
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested)
            {
                log.LogWarning("Channel {Channel} of {Subscription} cannot be readied now: {Reason}", channel.Id, subscription.Id, e.Message);
            }
        }
    }

    private async Task<Subscription> FindAsync(string id, CancellationToken cancellation) =>
        await subscriptions.FindAsync(Ids.Required(id, "subscription_id"), cancellation) ?? throw GrpcErrors.NotFound("subscription", id);

    /// <summary>To the microsecond, as the database keeps it.</summary>
    private DateTimeOffset Now()
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private static (DateTime After, string Id) Position(string token, string scope)
    {
        if (PageToken.Read(token, scope, "page_token") is not { } position)
            return (DateTime.UnixEpoch, "");
        var parts = position.Split(' ', 2);
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
            ? (new DateTime(ticks, DateTimeKind.Utc), parts[1])
            : throw GrpcErrors.Invalid("page_token", "is not a token of this method");
    }
}
