using Grpc.Core;
using Parley.Platform.Grpc;
using Parley.Protocol.Alerting.V1;
using Parley.Protocol.Type.V1;

namespace Parley.Integration.Tests.Alerting;

public sealed class Subscriptions(AlertingSite site) : IClassFixture<AlertingSite>
{
    private static Subscription Wanted => new() { Name = "Desk", Actors = { "TUR", "RUS" }, Types_ = { EntryType.Talks }, Statuses = { EntryStatus.Postponed, EntryStatus.Cancelled } };

    [Fact]
    public async Task Are_created_read_and_deleted()
    {
        var created = (await site.Client.CreateSubscriptionAsync(new() { Subscription = Wanted })).Subscription;
        created.Id.ShouldNotBeEmpty();
        created.Actors.ShouldBe(["RUS", "TUR"]);
        (created.Name, created.Types_.Single(), created.Statuses.Count).ShouldBe(("Desk", EntryType.Talks, 2));

        (await site.Client.GetSubscriptionAsync(new() { SubscriptionId = created.Id })).Subscription.Statuses.ShouldBe(created.Statuses);
        await site.Client.DeleteSubscriptionAsync(new() { SubscriptionId = created.Id });

        await NotFoundAsync(() => site.Client.GetSubscriptionAsync(new() { SubscriptionId = created.Id }).ResponseAsync);
        await NotFoundAsync(() => site.Client.DeleteSubscriptionAsync(new() { SubscriptionId = created.Id }).ResponseAsync);
    }

    [Fact]
    public async Task Are_listed_in_pages_without_gap_or_repeat()
    {
        var created = new List<string>();
        for (var i = 0; i < 5; i++)
            created.Add((await site.Client.CreateSubscriptionAsync(new() { Subscription = new() { Name = $"Page {i}" } })).Subscription.Id);

        var listed = new List<string>();
        var request = new ListSubscriptionsRequest { PageSize = 2 };
        do
        {
            var page = await site.Client.ListSubscriptionsAsync(request);
            listed.AddRange(page.Subscriptions.Where(s => s.Name.StartsWith("Page", StringComparison.Ordinal)).Select(s => s.Id));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        listed.ShouldBe(created);
    }

    [Fact]
    public async Task Are_refused_with_the_name_of_each_field_that_is_wrong()
    {
        var wrong = new Subscription { Actors = { "TUR", "not an id" }, Types_ = { (EntryType)9 }, Statuses = { EntryStatus.Unspecified } };

        var refusal = await RefusedAsync(wrong);

        foreach (var field in new[] { "subscription.actors[1]", "subscription.types[0]", "subscription.statuses[0]" })
            refusal.Status.Detail.ShouldContain(field);
    }

    [Fact]
    public async Task Are_refused_with_a_name_that_is_too_long() =>
        GrpcErrors.FirstField(await RefusedAsync(new Subscription { Name = new string('n', 201) })).ShouldBe("subscription.name");

    [Fact]
    public async Task Refuse_a_page_token_that_was_not_given()
    {
        var refusal = await Should.ThrowAsync<RpcException>(() => site.Client.ListSubscriptionsAsync(new() { PageToken = "nonsense" }).ResponseAsync);

        (refusal.StatusCode, GrpcErrors.FirstField(refusal)).ShouldBe((StatusCode.InvalidArgument, "page_token"));
    }

    [Fact]
    public async Task That_are_unknown_cannot_be_watched() => await NotFoundAsync(() => site.WatchAsync(new() { SubscriptionId = "sub-0" }));

    private async Task<RpcException> RefusedAsync(Subscription subscription)
    {
        var refusal = await Should.ThrowAsync<RpcException>(() => site.Client.CreateSubscriptionAsync(new() { Subscription = subscription }).ResponseAsync);
        refusal.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        return refusal;
    }

    private static async Task NotFoundAsync(Func<Task> call) => (await Should.ThrowAsync<RpcException>(call)).StatusCode.ShouldBe(StatusCode.NotFound);
}
