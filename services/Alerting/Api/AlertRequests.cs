using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Parley.Alerting.Delivery;
using Parley.Alerting.Matching;
using Parley.Alerting.Storage;
using Parley.Alerting.Subscriptions;
using Parley.Platform.Grpc;
using Parley.Protocol.Alerting.V1;
using Proto = Parley.Protocol.Type.V1;

namespace Parley.Alerting.Api;

/// <summary>What is asked of alerts: lists of them, one with its deliveries, that they are seen to or pushed once more.</summary>
internal sealed class AlertRequests(
    AlertingDatabase database, SubscriptionStore subscriptions, ChangeLog log, AlertPages pages, DeliveryHistory history, Replayer replayer, TimeProvider time)
{
    private const int DefaultPage = 100;
    private const int LargestPage = 1_000;
    private const int LongestName = 200;
    private const int UsualDays = 7;
    private const int MostDays = 366;

    public async Task<PreviewSubscriptionResponse> PreviewAsync(PreviewSubscriptionRequest request, CancellationToken cancellation)
    {
        var asked = request.Subscription ?? throw GrpcErrors.Invalid("subscription", "is missing");
        var days = request.Days switch
        {
            0 => UsualDays,
            < 0 or > MostDays => throw GrpcErrors.Invalid("days", string.Create(CultureInfo.InvariantCulture, $"is {request.Days}; 1 to {MostDays} are allowed")),
            _ => request.Days,
        };
        var (rows, next) = await pages.ReadAsync(
            new Request(SubscriptionMapping.ToFilter(asked, "subscription")), time.GetUtcNow().AddDays(-days), DateTimeOffset.MaxValue,
            PageToken.Size(request.PageSize, DefaultPage, LargestPage), request.PageToken, "preview", cancellation);
        var response = new PreviewSubscriptionResponse { NextPageToken = next };
        response.Alerts.AddRange(rows.Select(r => r.ToProto("")));
        return response;
    }

    public async Task<ListAlertsResponse> ListAsync(ListAlertsRequest request, CancellationToken cancellation)
    {
        var (from, to) = Period(request.From, request.To, DateTimeOffset.MaxValue);
        var subscription = await FindAsync(request.SubscriptionId, cancellation);
        var (rows, next) = await pages.ReadAsync(
            new Request(subscription with { Paused = false }), Later(from, subscription.CreatedAt), to, PageToken.Size(request.PageSize, DefaultPage, LargestPage), request.PageToken,
            $"list-alerts {subscription.Id}", cancellation);
        var response = new ListAlertsResponse { NextPageToken = next };
        response.Alerts.AddRange(rows.Select(r => r.ToProto(subscription.Id)));
        var seen = await history.AcknowledgedAsync([.. response.Alerts.Select(a => a.Id)], cancellation);
        foreach (var alert in response.Alerts)
            alert.Acknowledgement = seen.GetValueOrDefault(alert.Id)?.ToProto();
        return response;
    }

    public async Task<GetAlertResponse> GetAsync(GetAlertRequest request, CancellationToken cancellation) => new() { Alert = await ReadAsync(request.AlertId, cancellation) };

    public async Task<AcknowledgeAlertResponse> AcknowledgeAsync(AcknowledgeAlertRequest request, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(request.By) || request.By.Length > LongestName || request.By.Any(char.IsControl))
            throw GrpcErrors.Invalid("by", $"is not a name of 1 to {LongestName} characters");
        var alert = await ReadAsync(request.AlertId, cancellation);
        await history.AcknowledgeAsync(alert.Id, new Acknowledgement(request.By, time.GetUtcNow()), cancellation);
        return new AcknowledgeAlertResponse { Alert = await ReadAsync(request.AlertId, cancellation) };
    }

    public async Task<ReplayAlertsResponse> ReplayAsync(ReplayAlertsRequest request, CancellationToken cancellation)
    {
        if (request.From is null)
            throw GrpcErrors.Invalid("from", "is missing");
        var (from, to) = Period(request.From, request.To, time.GetUtcNow());
        var subscription = await FindAsync(request.SubscriptionId, cancellation);
        if (subscription.Channels.All(c => c.Disabled is not null))
            throw GrpcErrors.Precondition("The subscription has no channel in use to push alerts to; ListAlerts and WatchAlerts with from_time tell them too.");
        return new ReplayAlertsResponse
        {
            Alerts = await replayer.ReplayAsync(subscription, Later(from, subscription.CreatedAt), to, cancellation)
                ?? throw GrpcErrors.OutOfRange($"There are more than {Replayer.Most} alerts between from and to; ask for a shorter time."),
        };
    }

    public async Task<RedeliverResponse> RedeliverAsync(RedeliverRequest request, CancellationToken cancellation)
    {
        await using var work = await database.BeginAsync(cancellation);
        if (!Guid.TryParse(Ids.Required(request.DeliveryId, "delivery_id"), out var id) || !await DeliveryTable.RedeliverAsync(work, id, time.GetUtcNow(), cancellation))
            throw GrpcErrors.NotFound("delivery", request.DeliveryId);
        work.AfterCommit(database.DeliveriesWritten.Set);
        await work.CommitAsync(cancellation);
        return new RedeliverResponse();
    }

    private async Task<Proto.Alert> ReadAsync(string id, CancellationToken cancellation)
    {
        if (AlertMapping.TryParse(Ids.Required(id, "alert_id")) is not { } parts
            || await subscriptions.FindAsync(parts.Subscription, cancellation) is not { } subscription
            || await log.FindAsync(parts.Entry, parts.Version, cancellation) is not { } row
            || row.RaisedAt < subscription.CreatedAt || !new Request(subscription with { Paused = false }).Wants(row))
            throw GrpcErrors.NotFound("alert", id);
        var alert = row.ToProto(subscription.Id);
        alert.Acknowledgement = (await history.AcknowledgedAsync([alert.Id], cancellation)).GetValueOrDefault(alert.Id)?.ToProto();
        var (deliveries, held) = await history.OfAsync(parts.Subscription, parts.Entry, parts.Version, cancellation);
        alert.Deliveries.AddRange(deliveries.Select(d => d.ToProto()));
        alert.Hold = held?.ToProto();
        return alert;
    }

    private async Task<Subscription> FindAsync(string id, CancellationToken cancellation) =>
        await subscriptions.FindAsync(Ids.Required(id, "subscription_id"), cancellation) ?? throw GrpcErrors.NotFound("subscription", id);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static (DateTimeOffset From, DateTimeOffset To) Period(Timestamp? from, Timestamp? to, DateTimeOffset openEnd)
    {
        var (first, end) = (Times.Read(from, "from") ?? DateTimeOffset.MinValue, Times.Read(to, "to") ?? openEnd);
        return first < end ? (first, end) : throw GrpcErrors.Invalid("to", "is not after from");
    }
}
