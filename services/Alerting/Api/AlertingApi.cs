using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Parley.Alerting.Matching;
using Parley.Alerting.Storage;
using Parley.Contracts.Protocol;
using Parley.Platform.Grpc;
using Parley.Platform.Streaming;
using Parley.Protocol.Alerting.V1;
using Parley.Protocol.Type.V1;

namespace Parley.Alerting.Api;

/// <summary><c>parley.alerting.v1.AlertingService</c>.</summary>
internal sealed class AlertingApi(SubscriptionStore subscriptions, LogWatch<LoggedChange, AlertingDatabase> alerts, TimeProvider time, IHostApplicationLifetime lifetime)
    : AlertingService.AlertingServiceBase
{
    private const string ResumeScope = "watch-alerts";
    private const string ListScope = "list-subscriptions";
    private const int DefaultPage = 100;
    private const int LargestPage = 1_000;

    public override async Task<CreateSubscriptionResponse> CreateSubscription(CreateSubscriptionRequest request, ServerCallContext context)
    {
        var asked = request.Subscription ?? throw GrpcErrors.Invalid("subscription", "is missing");
        var stored = new StoredSubscription($"sub-{Guid.CreateVersion7():N}", asked.CheckedName(), asked.ToFilter("subscription"), Now());
        await subscriptions.InsertAsync(stored, context.CancellationToken);
        return new CreateSubscriptionResponse { Subscription = stored.ToProto() };
    }

    public override async Task<GetSubscriptionResponse> GetSubscription(GetSubscriptionRequest request, ServerCallContext context) =>
        new() { Subscription = (await FindAsync(request.SubscriptionId, context.CancellationToken)).ToProto() };

    public override async Task<ListSubscriptionsResponse> ListSubscriptions(ListSubscriptionsRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize, DefaultPage, LargestPage);
        var (after, afterId) = Position(request.PageToken);
        var found = await subscriptions.ListAsync(after, afterId, size + 1, context.CancellationToken);
        var response = new ListSubscriptionsResponse();
        response.Subscriptions.AddRange(found.Take(size).Select(s => s.ToProto()));
        if (found.Count > size)
            response.NextPageToken = PageToken.Make(ListScope, $"{found[size - 1].CreatedAt.UtcTicks} {found[size - 1].Id}");
        return response;
    }

    public override async Task<DeleteSubscriptionResponse> DeleteSubscription(DeleteSubscriptionRequest request, ServerCallContext context) =>
        await subscriptions.DeleteAsync(Ids.Required(request.SubscriptionId, "subscription_id"), context.CancellationToken)
            ? new DeleteSubscriptionResponse()
            : throw GrpcErrors.NotFound("subscription", request.SubscriptionId);

    public override async Task WatchAlerts(
        WatchAlertsRequest request, IServerStreamWriter<WatchAlertsResponse> responseStream, ServerCallContext context)
    {
        var filter = request.SubscriptionId.Length > 0
            ? (await FindAsync(request.SubscriptionId, context.CancellationToken)).Filter
            : request.Filter?.ToFilter("filter") ?? SubscriptionFilter.Everything;
        var from = PageToken.Read(request.ResumeToken, ResumeScope, "resume_token") is { } token
            ? LogPosition.TryParse(token) ?? throw GrpcErrors.Invalid("resume_token", "is not a token of this method")
            : (LogPosition?)null;

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        try
        {
            await foreach (var item in alerts.WatchAsync(row => filter.Matches(row.Change), from, ending.Token))
            {
                if (item.Row is null && request.SubscriptionId.Length > 0)
                    await FindAsync(request.SubscriptionId, ending.Token);
                await responseStream.WriteAsync(Response(item, request.SubscriptionId), ending.Token);
            }
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw GrpcErrors.Unavailable("The service is stopping; call again with the last resume_token.", TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>To the microsecond, as the database keeps it.</summary>
    private DateTimeOffset Now()
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private static WatchAlertsResponse Response(StreamItem<LoggedChange> item, string subscriptionId)
    {
        var response = new WatchAlertsResponse { ResumeToken = PageToken.Make(ResumeScope, item.Position.ToString()) };
        if (item.Row is not { } logged)
            return response;
        response.Alert = new Alert
        {
            Id = string.Join('/', new[] { logged.Change.EntryId, logged.Change.Version.ToString(CultureInfo.InvariantCulture), subscriptionId }.Where(p => p.Length > 0)),
            SubscriptionId = subscriptionId,
            Summary = AlertText.Summary(logged.Change),
            Change = logged.Change.ToProto(),
            RaisedAt = logged.RaisedAt.ToTimestamp(),
        };
        return response;
    }

    private async Task<StoredSubscription> FindAsync(string id, CancellationToken cancellation) =>
        await subscriptions.FindAsync(Ids.Required(id, "subscription_id"), cancellation) ?? throw GrpcErrors.NotFound("subscription", id);

    private static (DateTime After, string Id) Position(string token)
    {
        if (PageToken.Read(token, ListScope, "page_token") is not { } position)
            return (DateTime.UnixEpoch, "");
        var parts = position.Split(' ', 2);
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
            ? (new DateTime(ticks, DateTimeKind.Utc), parts[1])
            : throw GrpcErrors.Invalid("page_token", "is not a token of this method");
    }
}
