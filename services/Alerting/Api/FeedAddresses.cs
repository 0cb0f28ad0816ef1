using Parley.Alerting.Feeds;
using Parley.Alerting.Storage;
using Parley.Alerting.Subscriptions;
using Parley.Platform.Grpc;
using Parley.Platform.Hosting;
using Parley.Platform.Http;
using Parley.Platform.Storage;
using Parley.Protocol.Alerting.V1;

namespace Parley.Alerting.Api;

/// <summary>What is asked of the addresses of feeds. Each is told once, in the answer to the call that made it.</summary>
internal sealed class FeedAddresses(AlertingDatabase database, PageAddress pages)
{
    public async Task<IssueFeedAddressResponse> IssueAsync(IssueFeedAddressRequest request, DateTimeOffset now, CancellationToken cancellation)
    {
        var id = Ids.Required(request.SubscriptionId, "subscription_id");
        if (pages.Base is null)
            throw GrpcErrors.Precondition($"The service has no listener for feeds: set {HttpOptions.Section}:{nameof(HttpOptions.Port)}, and {nameof(HttpOptions.PublicBase)} to how readers reach it.");
        await using var work = await database.BeginAsync(cancellation);
        var subscription = await LockAsync(work, id, cancellation);
        var token = await FeedTable.IssueAsync(work, id, now, cancellation);
        await SubscriptionStore.UpdateAsync(work, subscription with { FeedSince = now, UpdatedAt = now }, cancellation);
        await CommitAsync(work, cancellation);
        return new IssueFeedAddressResponse { Address = FeedPage.AddressOf(pages.Base, token) };
    }

    public async Task<WithdrawFeedAddressResponse> WithdrawAsync(WithdrawFeedAddressRequest request, DateTimeOffset now, CancellationToken cancellation)
    {
        var id = Ids.Required(request.SubscriptionId, "subscription_id");
        await using var work = await database.BeginAsync(cancellation);
        var subscription = await LockAsync(work, id, cancellation);
        if (subscription.FeedSince is null)
            return new WithdrawFeedAddressResponse();
        await FeedTable.WithdrawAsync(work, id, cancellation);
        await SubscriptionStore.UpdateAsync(work, subscription with { FeedSince = null, UpdatedAt = now }, cancellation);
        await CommitAsync(work, cancellation);
        return new WithdrawFeedAddressResponse();
    }

    /// <summary>Locked, so that of two addresses that are made at once the last that is told is the one that is good.</summary>
    private static async Task<Subscription> LockAsync(UnitOfWork work, string id, CancellationToken cancellation) =>
        await SubscriptionStore.LockAsync(work, id, cancellation) ?? throw GrpcErrors.NotFound("subscription", id);

    private async Task CommitAsync(UnitOfWork work, CancellationToken cancellation)
    {
        work.AfterCommit(database.SubscriptionsWritten.Set);
        await work.CommitAsync(cancellation);
    }
}
