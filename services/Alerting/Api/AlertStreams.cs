using Grpc.Core;
using Parley.Alerting.Delivery;
using Parley.Alerting.Matching;
using Parley.Alerting.Storage;
using Parley.Platform.Grpc;
using Parley.Platform.Streaming;
using Parley.Protocol.Alerting.V1;

namespace Parley.Alerting.Api;

/// <summary>Streams of alerts: from now, from a time or from where an earlier one was cut.</summary>
internal sealed class AlertStreams(
    LogWatch<LoggedChange, AlertingDatabase> watch, ChangeLog log, SubscriptionStore subscriptions, DeliveryOptions options,
    IHostApplicationLifetime lifetime)
{
    private const string ResumeScope = "watch-alerts";

    /// <summary>Goes on until the caller or the service ends it.</summary>
    public async Task WatchAsync(WatchAlertsRequest request, IServerStreamWriter<WatchAlertsResponse> responses, CancellationToken cancellation)
    {
        var (wanted, from) = await ReadAsync(request, cancellation);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        try
        {
            await foreach (var item in watch.WatchAsync(wanted.Wants, from, ending.Token))
            {
                if (item.Row is null && request.SubscriptionId.Length > 0)
                    await FindAsync(request.SubscriptionId, ending.Token);
                var response = new WatchAlertsResponse { ResumeToken = PageToken.Make(ResumeScope, item.Position.ToString()), Alert = item.Row?.ToProto(request.SubscriptionId) };
                await responses.WriteAsync(response, ending.Token).WaitAsync(TimeSpan.FromSeconds(options.SlowWatcherSeconds), ending.Token);
            }
        }
        catch (TimeoutException)
        {
            // What he has not read he gets when he comes back.
            throw GrpcErrors.Unavailable($"Nothing was read for {options.SlowWatcherSeconds} s; call again with the last resume_token.", TimeSpan.FromSeconds(1));
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw GrpcErrors.Unavailable("The service is stopping; call again with the last resume_token.", TimeSpan.FromSeconds(1));
        }
    }

    private async Task<(Request Wanted, LogPosition? From)> ReadAsync(WatchAlertsRequest request, CancellationToken cancellation)
    {
        var wanted = request.SubscriptionId.Length > 0
            ? new Request(await FindAsync(request.SubscriptionId, cancellation))
            : new Request(request.Filter is { } filter ? SubscriptionMapping.ToFilter(filter, "filter") : Alerting.Subscriptions.SubscriptionFilter.Everything);
        var time = Times.Read(request.FromTime, "from_time");
        if (PageToken.Read(request.ResumeToken, ResumeScope, "resume_token") is not { } token)
            return (wanted, time is { } since ? await log.BeforeAsync(since, cancellation) : null);
        if (time is not null)
            throw GrpcErrors.Invalid("from_time", "does not go with a resume_token");
        return (wanted, LogPosition.TryParse(token) ?? throw GrpcErrors.Invalid("resume_token", "is not a token of this method"));
    }

    private async Task<Alerting.Subscriptions.Subscription> FindAsync(string id, CancellationToken cancellation) =>
        await subscriptions.FindAsync(Ids.Required(id, "subscription_id"), cancellation) ?? throw GrpcErrors.NotFound("subscription", id);
}
