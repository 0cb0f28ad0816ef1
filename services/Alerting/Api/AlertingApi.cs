using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Parley.Alerting.Matching;
using Parley.Alerting.Storage;
using Parley.Platform.Grpc;
using Parley.Platform.Storage;
using Parley.Protocol.Alerting.V1;
using Subscription = Parley.Alerting.Subscriptions.Subscription;

namespace Parley.Alerting.Api;

/// <summary><c>parley.alerting.v1.AlertingService</c>.</summary>
internal sealed class AlertingApi(
    AlertingDatabase database, SubscriptionStore subscriptions, SubscriptionMapping mapping, ChangeLog log, AlertPages pages, AlertStreams streams, TimeProvider time)
    : AlertingService.AlertingServiceBase
{
    private const string ListScope = "list-subscriptions";
    private const int DefaultPage = 100;
    private const int LargestPage = 1_000;
    private const int UsualDays = 7;
    private const int MostDays = 366;

    public override async Task<CreateSubscriptionResponse> CreateSubscription(CreateSubscriptionRequest request, ServerCallContext context)
    {
        var asked = request.Subscription ?? throw GrpcErrors.Invalid("subscription", "is missing");
        var stored = mapping.ToNew(asked, $"sub-{Guid.CreateVersion7():N}", Now());
        await using var work = await database.BeginAsync(context.CancellationToken);
        await SubscriptionStore.InsertAsync(work, stored, context.CancellationToken);
        await CommitAsync(work, context.CancellationToken);
        return new CreateSubscriptionResponse { Subscription = SubscriptionMapping.ToProto(stored) };
    }

    public override async Task<GetSubscriptionResponse> GetSubscription(GetSubscriptionRequest request, ServerCallContext context) =>
        new() { Subscription = SubscriptionMapping.ToProto(await FindAsync(request.SubscriptionId, context.CancellationToken)) };

    public override async Task<ListSubscriptionsResponse> ListSubscriptions(ListSubscriptionsRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize, DefaultPage, LargestPage);
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
        await CommitAsync(work, context.CancellationToken);
        return new UpdateSubscriptionResponse { Subscription = SubscriptionMapping.ToProto(changed) };
    }

    public override async Task<DeleteSubscriptionResponse> DeleteSubscription(DeleteSubscriptionRequest request, ServerCallContext context)
    {
        await using var work = await database.BeginAsync(context.CancellationToken);
        if (!await SubscriptionStore.DeleteAsync(work, Ids.Required(request.SubscriptionId, "subscription_id"), context.CancellationToken))
            throw GrpcErrors.NotFound("subscription", request.SubscriptionId);
        await CommitAsync(work, context.CancellationToken);
        return new DeleteSubscriptionResponse();
    }

    public override async Task<PreviewSubscriptionResponse> PreviewSubscription(PreviewSubscriptionRequest request, ServerCallContext context)
    {
        var asked = request.Subscription ?? throw GrpcErrors.Invalid("subscription", "is missing");
        var days = request.Days switch
        {
            0 => UsualDays,
            < 0 or > MostDays => throw GrpcErrors.Invalid("days", $"is {request.Days}; 1 to {MostDays} are allowed"),
            _ => request.Days,
        };
        var filter = SubscriptionMapping.ToFilter(asked, "subscription");
        var (rows, next) = await pages.ReadAsync(
            new Request(filter), Now().AddDays(-days), DateTimeOffset.MaxValue, PageToken.Size(request.PageSize, DefaultPage, LargestPage), request.PageToken, "preview", context.CancellationToken);
        var response = new PreviewSubscriptionResponse { NextPageToken = next };
        response.Alerts.AddRange(rows.Select(r => r.ToProto("")));
        return response;
    }

    public override async Task<ListAlertsResponse> ListAlerts(ListAlertsRequest request, ServerCallContext context)
    {
        var (from, to) = Period(request.From, request.To);
        var subscription = await FindAsync(request.SubscriptionId, context.CancellationToken);
        var (rows, next) = await pages.ReadAsync(
            new Request(subscription), Later(from, subscription.CreatedAt), to, PageToken.Size(request.PageSize, DefaultPage, LargestPage), request.PageToken,
            $"list-alerts {subscription.Id}", context.CancellationToken);
        var response = new ListAlertsResponse { NextPageToken = next };
        response.Alerts.AddRange(rows.Select(r => r.ToProto(subscription.Id)));
        return response;
    }

    public override async Task<GetAlertResponse> GetAlert(GetAlertRequest request, ServerCallContext context)
    {
        if (AlertMapping.TryParse(Ids.Required(request.AlertId, "alert_id")) is not { } id
            || await subscriptions.FindAsync(id.Subscription, context.CancellationToken) is not { } subscription
            || await log.FindAsync(id.Entry, id.Version, context.CancellationToken) is not { } row
            || row.RaisedAt < subscription.CreatedAt || !new Request(subscription).Wants(row))
            throw GrpcErrors.NotFound("alert", request.AlertId);
        return new GetAlertResponse { Alert = row.ToProto(subscription.Id) };
    }

    public override async Task WatchAlerts(WatchAlertsRequest request, IServerStreamWriter<WatchAlertsResponse> responseStream, ServerCallContext context) =>
        await streams.WatchAsync(request, responseStream, context.CancellationToken);

    private async Task CommitAsync(UnitOfWork work, CancellationToken cancellation)
    {
        // The copy that made the change follows its own log like every other.
        work.AfterCommit(database.SubscriptionsWritten.Set);
        await work.CommitAsync(cancellation);
    }

    private async Task<Subscription> FindAsync(string id, CancellationToken cancellation) =>
        await subscriptions.FindAsync(Ids.Required(id, "subscription_id"), cancellation) ?? throw GrpcErrors.NotFound("subscription", id);

    /// <summary>To the microsecond, as the database keeps it.</summary>
    private DateTimeOffset Now()
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static (DateTimeOffset From, DateTimeOffset To) Period(Timestamp? from, Timestamp? to)
    {
        var (first, end) = (Times.Read(from, "from") ?? DateTimeOffset.MinValue, Times.Read(to, "to") ?? DateTimeOffset.MaxValue);
        return first < end ? (first, end) : throw GrpcErrors.Invalid("to", "is not after from");
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
