using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Grpc.Core;
using Parley.Platform.Grpc;
using Parley.Platform.Telemetry;
using Parley.Tests;

namespace Parley.Integration.Tests.Alerting;

/// <summary>Whoever knows one can read the feed: they are told to whoever asked for them, and to nobody else.</summary>
public sealed class Addresses_of_feeds(FeedSite site) : IClassFixture<FeedSite>
{
    [Fact]
    public async Task Are_in_no_log_and_no_trace()
    {
        var spans = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            // The caller's own are not the service's.
            ShouldListenTo = source => source.Name == ParleyTelemetry.SourceName || (ParleyTelemetry.ForeignSources.Contains(source.Name) && source.Name != "System.Net.Http"),
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);
        var (id, first) = await site.SubscribeAsync();
        var second = await site.IssueAsync(id);
        await site.RaiseAsync(Changes.Of("traced-1"));
        await site.ReadAsync(second, 1);
        foreach (var path in new[] { first.AbsolutePath, second.AbsolutePath[..^1], second.AbsolutePath.ToUpperInvariant(), $"{second.AbsolutePath}?again" })
            (await site.Http.GetAsync(new Uri(second, path))).Dispose();
        // By mistake, where gRPC listens.
        using var mistaken = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(site.Grpc), second.AbsolutePath)) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        (await site.Http.SendAsync(mistaken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        // Answered is not yet stopped.
        await Eventually.SeeAsync("a span of the page", () => Task.FromResult(spans.ToList()), all => all.Exists(s => Said(s).Contains("url.path=/feeds/", StringComparison.Ordinal)));
        site.Log.Lines.ShouldContain(line => line.Contains("Path=/feeds/", StringComparison.Ordinal), "All is logged, or this would prove nothing.");
        foreach (var token in new[] { first, second }.Select(a => a.AbsolutePath["/feeds/".Length..^".atom".Length]))
        {
            site.Log.Lines.Where(line => line.Contains(token, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
            spans.Select(Said).Where(said => said.Contains(token, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Are_not_made_where_nothing_listens_and_whoever_asks_is_told_what_to_set()
    {
        var host = await site.Site.StartAlertingAsync();
        var client = new Protocol.Alerting.V1.AlertingService.AlertingServiceClient(host.Channel);
        var id = (await client.CreateSubscriptionAsync(new() { Subscription = new() })).Subscription.Id;

        var refusal = await Should.ThrowAsync<RpcException>(() => client.IssueFeedAddressAsync(new() { SubscriptionId = id }).ResponseAsync);

        refusal.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        refusal.Status.Detail.ShouldContain("set Parley:Http:Port, and PublicBase");
    }

    [Theory]
    [InlineData("https://parley.example")]
    [InlineData("https://desk.example/parley/")]
    public async Task Begin_as_the_operator_says(string publicBase)
    {
        var settings = new Dictionary<string, string?> { ["Parley:Http:Port"] = "0", ["Parley:Http:PublicBase"] = publicBase };
        var host = await site.Site.StartAlertingAsync(settings);
        var client = new Protocol.Alerting.V1.AlertingService.AlertingServiceClient(host.Channel);
        var id = (await client.CreateSubscriptionAsync(new() { Subscription = new() })).Subscription.Id;

        var address = (await client.IssueFeedAddressAsync(new() { SubscriptionId = id })).Address;

        address.ShouldMatch($"^{publicBase.TrimEnd('/')}/feeds/[A-Za-z0-9_-]{{43}}\\.atom$");
    }

    [Theory]
    [InlineData("", StatusCode.InvalidArgument, "subscription_id")]
    [InlineData("sub-0", StatusCode.NotFound, null)]
    public async Task Are_made_and_withdrawn_for_subscriptions_that_there_are(string id, StatusCode status, string? field)
    {
        var issue = await Should.ThrowAsync<RpcException>(() => site.Client.IssueFeedAddressAsync(new() { SubscriptionId = id }).ResponseAsync);
        var withdraw = await Should.ThrowAsync<RpcException>(() => site.Client.WithdrawFeedAddressAsync(new() { SubscriptionId = id }).ResponseAsync);

        foreach (var refusal in new[] { issue, withdraw })
            (refusal.StatusCode, GrpcErrors.FirstField(refusal)).ShouldBe((status, field));
    }

    private static string Said(Activity span) => string.Join(
        ' ', [span.DisplayName, .. span.TagObjects.Select(t => $"{t.Key}={t.Value}"), .. span.Events.SelectMany(e => e.Tags).Select(t => $"{t.Key}={t.Value}"), .. span.Baggage.Select(b => b.Value)]);
}
