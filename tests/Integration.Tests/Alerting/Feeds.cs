using System.Net;
using System.Xml.Linq;
using Grpc.Core;
using Parley.Alerting.Feeds;
using Parley.Contracts;
using Parley.Platform.Grpc;
using Parley.Tests;
using Proto = Parley.Protocol.Type.V1;

namespace Parley.Integration.Tests.Alerting;

public sealed class Feeds(FeedSite site) : IClassFixture<FeedSite>
{
    [Fact]
    public async Task Tell_each_alert_by_RFC_4287_the_newest_first()
    {
        var (id, address) = await site.SubscribeAsync(new() { Name = "Côte <desk>", Actors = { "CIV" } });
        await site.RaiseAsync(Told("told-1", "Gazette \u0001& <Sons>", "https://gazette.example/7?a=1&b=2", "CIV", "NOR"));
        await site.RaiseAsync(Changes.Of("told-2", actors: ["NOR", "SWE"]));
        await site.RaiseAsync(Told("told-3", null, "javascript:alert(1)", "CIV", "SWE"));

        var feed = await site.ReadAsync(address, 2);

        feed.Name.ShouldBe(Atom.Space + "feed");
        (feed.Text("title"), feed.Link("self")).ShouldBe(("Côte <desk>", address.AbsoluteUri));
        feed.Text("id").ShouldMatch("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$");
        var entries = feed.Elements(Atom.Entry).ToList();
        entries.Select(e => e.Text("summary")).ShouldBe(["Talks planned: CIV\ufffd and SWE\ufffd, meeting (new)", "Talks planned: CIV\ufffd and NOR\ufffd, meeting (new)"]);
        entries.Select(e => e.Link("alternate")).ShouldBe(["https://parley.example/entries/told-3", "https://gazette.example/7?a=1&b=2"]);
        var first = entries[1];
        first.Text("title").ShouldStartWith("CIV\ufffd and NOR\ufffd plan talks");
        first.Text("author").ShouldBe("Gazette \ufffd& <Sons>");
        entries[0].Element(Atom.Space + "author").ShouldBeNull("The feed's own author stands for it.");
        feed.Text("author").ShouldBe("Parley");
        first.Elements(Atom.Space + "category").Select(c => $"{c.Attribute("scheme")!.Value} {c.Attribute("term")!.Value}")
            .ShouldBe(["urn:parley:type talks", "urn:parley:kind meeting", "urn:parley:status planned", "urn:parley:severity notice"]);
        var alert = (await site.Client.ListAlertsAsync(new() { SubscriptionId = id })).Alerts[1];
        DateTimeOffset.Parse(first.Text("published"), null).ShouldBe(alert.RaisedAt.ToDateTimeOffset(), TimeSpan.FromSeconds(1));
        (first.Text("updated"), feed.Text("updated")).ShouldBe((first.Text("published"), entries[0].Text("updated")));
        var content = first.Element(Atom.Space + "content")!;
        content.Attribute("type")!.Value.ShouldBe("html");
        content.Value.ShouldContain("<a href=\"https://gazette.example/7?a=1&amp;b=2\">Gazette");
        content.Value.ShouldContain("&amp; &lt;Sons&gt;</a>");
        entries[0].Element(Atom.Space + "content")!.Value.ShouldNotContain("href=\"javascript");
    }

    [Fact]
    public async Task Name_an_alert_alike_whenever_they_are_read_and_another_otherwise()
    {
        var (id, address) = await site.SubscribeAsync();
        await site.RaiseAsync(Changes.Of("named-1"));
        var ids = Ids(await site.ReadAsync(address, 1));
        await site.RaiseAsync(Changes.Of("named-1", 2, status: EntryStatus.Held), Changes.Of("named-2"));

        var again = Ids(await site.ReadAsync(await site.IssueAsync(id), 3));

        again[2].ShouldBe(ids[0]);
        again.ShouldBeUnique();
        again.ShouldAllBe(i => i.StartsWith("urn:uuid:"));
        var (_, other) = await site.SubscribeAsync();
        await site.RaiseAsync(Changes.Of("named-3"));
        (await site.ReadAsync(other, 1)).Text("id").ShouldNotBe((await site.ReadAsync(await site.IssueAsync(id), 4)).Text("id"));
    }

    [Fact]
    public async Task Have_the_last_fifty_and_none_of_before_the_subscription()
    {
        await site.RaiseAsync(Changes.Of("fifty-before", actors: ["FJI"]));
        var (id, address) = await site.SubscribeAsync(new() { Actors = { "FJI" } });
        await site.ReadAsync(address, 0);
        await site.RaiseAsync([.. Enumerable.Range(0, 30).Select(i => Changes.Of($"fifty-{i}", actors: ["FJI"]))]);
        await site.ReadAsync(address, 30);

        await site.RaiseAsync([.. Enumerable.Range(30, 30).Select(i => Changes.Of($"fifty-{i}", actors: ["FJI"]))]);

        var listed = (await site.Client.ListAlertsAsync(new() { SubscriptionId = id, PageSize = FeedReader.Most })).Alerts.Select(a => FeedEntry.IdOf(a.Id)).ToList();
        listed.Count.ShouldBe(50);
        await Eventually.SeeAsync("the last fifty", async () => Ids(await site.ReadAsync(address, 50)), ids => ids.SequenceEqual(listed));
        await site.ReadAsync((await site.SubscribeAsync(new() { Actors = { "FJI" } })).Feed, 0);
    }

    [Fact]
    public async Task Keep_what_was_read_and_begin_afresh_when_the_subscription_changes()
    {
        var (id, address) = await site.SubscribeAsync(new() { Actors = { "TON" } });
        await site.RaiseAsync(Changes.Of("kept-1", actors: ["TON"]), Changes.Of("kept-2", actors: ["NRU"]));
        await site.ReadAsync(address, 1);
        // What is not in the log any more can only be had from memory.
        await site.Site.ReadAsync<int>("alerting", "WITH gone AS (DELETE FROM changes WHERE entry_id = 'kept-1' RETURNING 1) SELECT count(*) FROM gone");
        await site.RaiseAsync(Changes.Of("kept-3", actors: ["TON"]));
        (await site.ReadAsync(address, 2)).Elements(Atom.Entry).Count().ShouldBe(2);

        await UpdateAsync(new() { Id = id, Actors = { "TON", "NRU" } }, "actors");

        (await site.ReadAsync(address, 2)).Elements(Atom.Entry).Select(e => e.Text("summary"))
            .ShouldBe(["Talks planned: TON, meeting (new)", "Talks planned: NRU, meeting (new)"]);
    }

    [Fact]
    public async Task Are_empty_while_the_subscription_is_paused()
    {
        var (id, address) = await site.SubscribeAsync(new() { Actors = { "PLW" } });
        await site.RaiseAsync(Changes.Of("paused-1", actors: ["PLW"]));
        await site.ReadAsync(address, 1);

        await UpdateAsync(new() { Id = id, Paused = true }, "paused");
        await site.RaiseAsync(Changes.Of("paused-2", actors: ["PLW"]));
        await site.ReadAsync(address, 0);

        await UpdateAsync(new() { Id = id }, "paused");
        await site.RaiseAsync(Changes.Of("paused-3", actors: ["PLW"]));
        (await site.ReadAsync(address, 2)).ToString().ShouldNotContain("paused-2");
    }

    [Fact]
    public async Task Say_that_nothing_has_changed_until_something_has()
    {
        var (_, address) = await site.SubscribeAsync(new() { Actors = { "VUT" } });
        using var first = await site.Http.GetAsync(address);
        var (tag, modified) = (first.Headers.ETag!, first.Content.Headers.LastModified!.Value);
        (first.StatusCode, first.Content.Headers.ContentType!.ToString()).ShouldBe((HttpStatusCode.OK, "application/atom+xml; charset=utf-8"));
        first.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
        first.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        first.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);

        (await StatusAsync(address, r => r.Headers.IfNoneMatch.Add(tag))).ShouldBe(HttpStatusCode.NotModified);
        (await StatusAsync(address, r => r.Headers.IfNoneMatch.Add(new(tag.Tag, isWeak: true)))).ShouldBe(HttpStatusCode.NotModified);
        (await StatusAsync(address, r => r.Headers.IfNoneMatch.Add(new("\"other\"")))).ShouldBe(HttpStatusCode.OK);
        // The tag counts for more than the time.
        (await StatusAsync(address, r => (r.Headers.IfModifiedSince, _) = (DateTimeOffset.UtcNow, r.Headers.TryAddWithoutValidation("If-None-Match", "\"other\"")))).ShouldBe(HttpStatusCode.OK);
        await Eventually.BeAsync(HttpStatusCode.NotModified, "unchanged since", () => StatusAsync(address, r => r.Headers.IfModifiedSince = DateTimeOffset.UtcNow));
        (await StatusAsync(address, r => r.Headers.IfModifiedSince = modified.AddSeconds(-1))).ShouldBe(HttpStatusCode.OK);

        await site.RaiseAsync(Changes.Of("tagged-1", actors: ["VUT"]));
        await site.ReadAsync(address, 1);
        (await StatusAsync(address, r => r.Headers.IfNoneMatch.Add(tag))).ShouldBe(HttpStatusCode.OK);
        await Eventually.BeAsync(HttpStatusCode.OK, "changed since", () => StatusAsync(address, r => r.Headers.IfModifiedSince = modified));
    }

    [Fact]
    public async Task Answer_HEAD_as_GET_without_the_feed_and_nothing_else()
    {
        var (_, address) = await site.SubscribeAsync();
        var body = await site.Http.GetByteArrayAsync(address);

        using var head = await site.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));

        (head.StatusCode, head.Content.Headers.ContentLength).ShouldBe((HttpStatusCode.OK, body.Length));
        (await head.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Options })
        {
            using var other = await site.Http.SendAsync(new HttpRequestMessage(method, address));
            (other.StatusCode, string.Join(", ", other.Content.Headers.Allow)).ShouldBe((HttpStatusCode.MethodNotAllowed, "GET, HEAD"));
        }
    }

    [Fact]
    public async Task End_with_their_address_and_with_the_subscription()
    {
        var (id, first) = await site.SubscribeAsync();
        (await GetAsync(id)).FeedSince.ToDateTimeOffset().ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(1));
        var second = await site.IssueAsync(id);
        (await StatusAsync(first), await StatusAsync(second)).ShouldBe((HttpStatusCode.NotFound, HttpStatusCode.OK));

        await site.Client.WithdrawFeedAddressAsync(new() { SubscriptionId = id });
        await site.Client.WithdrawFeedAddressAsync(new() { SubscriptionId = id });
        (await StatusAsync(second)).ShouldBe(HttpStatusCode.NotFound);
        (await GetAsync(id)).FeedSince.ShouldBeNull();

        var third = await site.IssueAsync(id);
        (await StatusAsync(third)).ShouldBe(HttpStatusCode.OK);
        await site.Client.DeleteSubscriptionAsync(new() { SubscriptionId = id });
        (await StatusAsync(third)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Stay_as_they_are_when_the_subscription_is_updated_by_someone_who_does_not_know_of_them()
    {
        var (id, address) = await site.SubscribeAsync();

        await UpdateAsync(new() { Id = id, Name = "Other" }, "name");

        (await site.ReadAsync(address, 0)).Text("title").ShouldBe("Other");
        (await GetAsync(id)).FeedSince.ShouldNotBeNull();
        var refusal = Should.Throw<RpcException>(() => site.Client.UpdateSubscription(new() { Subscription = new() { Id = id }, UpdateMask = new() { Paths = { "feed_since" } } }));
        (refusal.StatusCode, GrpcErrors.FirstField(refusal)).ShouldBe((StatusCode.InvalidArgument, "update_mask.paths[0]"));
    }

    [Fact]
    public async Task Are_nowhere_else_and_an_answer_to_what_is_not_there_is_empty()
    {
        var (_, address) = await site.SubscribeAsync();
        var token = address.AbsolutePath["/feeds/".Length..^".atom".Length];
        token.Length.ShouldBe(43);

        foreach (var path in new[] { $"/feeds/{token[..^1]}.atom", $"/feeds/{token}", $"/feeds/{token}.rss", $"/feeds/x/{token}.atom", $"/{token}.atom", "/feeds/", "/feeds", "/", $"/feeds/{new string('x', 7_000)}.atom" })
        {
            using var answer = await site.Http.GetAsync(new Uri(address, path));
            (answer.StatusCode, await answer.Content.ReadAsStringAsync()).ShouldBe((HttpStatusCode.NotFound, ""), path);
        }

        (await site.Site.ReadAsync<int>("alerting", $"SELECT count(*) FROM feeds WHERE encode(token_hash, 'escape') LIKE '%{token}%'")).ShouldBe(0);
        (await site.Site.ReadAsync<int>("alerting", $"SELECT count(*) FROM subscriptions WHERE definition::text LIKE '%{token}%'")).ShouldBe(0);
    }

    private static LedgerChange Told(string entry, string? outlet, string url, params string[] actors)
    {
        var change = Changes.Of(entry, actors: actors);
        change = change with { After = change.After with { Participants = [.. actors.Select(a => new Participant { Id = a, Name = $"{a}\u0002" })] } };
        var step = change.Cause! with { Outlet = outlet, Url = url };
        return change with { Cause = step, After = change.After with { History = [step] } };
    }

    private static List<string> Ids(XElement feed) => [.. feed.Elements(Atom.Entry).Select(e => e.Text("id"))];

    private async Task<Proto.Subscription> GetAsync(string id) => (await site.Client.GetSubscriptionAsync(new() { SubscriptionId = id })).Subscription;

    private async Task UpdateAsync(Proto.Subscription subscription, string path) =>
        await site.Client.UpdateSubscriptionAsync(new() { Subscription = subscription, UpdateMask = new() { Paths = { path } } });

    private async Task<HttpStatusCode> StatusAsync(Uri address, Action<HttpRequestMessage>? with = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        with?.Invoke(request);
        using var response = await site.Http.SendAsync(request);
        return response.StatusCode;
    }
}
