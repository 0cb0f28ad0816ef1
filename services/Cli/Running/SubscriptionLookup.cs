using Grpc.Core;
using Parley.Protocol.Alerting.V1;
using Parley.Protocol.Type.V1;

namespace Parley.Cli.Running;

/// <summary>Stored subscriptions, found by what people remember of them.</summary>
internal static class SubscriptionLookup
{
    private const int PageSize = 1_000;

    /// <summary>Every one that is asked for, on all pages, in the order of their creation.</summary>
    public static async Task<IReadOnlyList<Subscription>> ListAsync(
        AlertingService.AlertingServiceClient alerting, ListSubscriptionsRequest asked, CancellationToken cancellation)
    {
        var all = new List<Subscription>();
        var request = new ListSubscriptionsRequest(asked) { PageSize = PageSize };
        do
        {
            var page = await alerting.ListSubscriptionsAsync(request, cancellationToken: cancellation);
            all.AddRange(page.Subscriptions);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return all;
    }

    /// <summary>The one of this id, of this name, or whose id alone begins or ends so.</summary>
    /// <exception cref="UsageException">Several do.</exception>
    /// <exception cref="RpcException">None does: NOT_FOUND.</exception>
    public static async Task<Subscription> FindAsync(AlertingService.AlertingServiceClient alerting, string typed, CancellationToken cancellation)
    {
        try
        {
            return (await alerting.GetSubscriptionAsync(new GetSubscriptionRequest { SubscriptionId = typed }, cancellationToken: cancellation)).Subscription;
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.NotFound && typed.Length > 0)
        {
            return Choose(await ListAsync(alerting, new ListSubscriptionsRequest(), cancellation), typed) ?? throw new RpcException(e.Status, e.Trailers);
        }
    }

    /// <summary>The one that is meant; null where none is.</summary>
    /// <exception cref="UsageException">Several may be.</exception>
    public static Subscription? Choose(IReadOnlyList<Subscription> all, string typed)
    {
        var named = all.Where(s => s.Name == typed).ToList();
        var found = named.Count > 0 ? named : [.. all.Where(s => s.Id.StartsWith(typed, StringComparison.Ordinal) || s.Id.EndsWith(typed, StringComparison.Ordinal))];
        return found.Count <= 1
            ? found.SingleOrDefault()
            : throw new UsageException($"{typed} may be {string.Join(" or ", found.Select(s => s.Id))}. Say which, by its id.");
    }
}
