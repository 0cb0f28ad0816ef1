using Grpc.Core;
using Parley.Platform.Grpc;
using Parley.Protocol.Ingestion.V1;
using Parley.Tests;
using static Parley.Integration.Tests.Ingestion.IngestionSite;

namespace Parley.Integration.Tests.Ingestion;

public sealed class Versions_of_an_article(IngestionSite site) : IClassFixture<IngestionSite>
{
    private const string Published = "2024-03-08T18:00:00+01:00";

    [Fact]
    public async Task Replace_one_another_and_are_each_told()
    {
        var first = await SubmitAsync("corrected", "They met in Oslo.");
        var second = await SubmitAsync("corrected", "They met in Bergen.", "2024-03-08T20:00:00+01:00");

        second.Outcome.ShouldBe(SubmissionOutcome.Corrected);
        second.VersionId.ShouldNotBe(first.VersionId);
        second.PublishedAt.ShouldBe(first.PublishedAt);
        second.UpdatedAt.ToDateTimeOffset().ShouldBe(new DateTimeOffset(2024, 3, 8, 19, 0, 0, TimeSpan.Zero));
        await Eventually.BeAsync(2, "times that it was heard of", () => site.TimesPublishedAsync("corrected"));

        var stands = await GetAsync("corrected");
        (stands.Text, stands.VersionId, stands.PublishedAt, stands.PublishedUtcOffsetMinutes).ShouldBe(("They met in Bergen.", second.VersionId, first.PublishedAt, 60));
        (await GetAsync("corrected", first.VersionId)).Text.ShouldBe("They met in Oslo.");
    }

    [Fact]
    public async Task Are_listed_the_latest_first_a_page_at_a_time()
    {
        var ids = new List<string>();
        for (var hour = 18; hour < 23; hour++)
            ids.Insert(0, (await SubmitAsync("listed", $"Version {hour}.", $"2024-03-08T{hour}:00:00+01:00")).VersionId);
        await site.Ingestion.WithdrawArticleAsync(new() { ArticleId = "listed", WithdrawnAt = "2024-03-08T23:00:00+01:00", Reason = "Never happened." });

        var all = (await site.Ingestion.ListArticleVersionsAsync(new() { ArticleId = "listed" })).Versions;
        (all[0].Withdrawn, all[0].WithdrawalReason, all[0].UpdatedAt.ToDateTimeOffset().Hour).ShouldBe((true, "Never happened.", 22));
        all.Skip(1).Select(v => v.VersionId).ShouldBe(ids);

        var paged = new List<string>();
        var request = new ListArticleVersionsRequest { ArticleId = "listed", PageSize = 2 };
        do
        {
            var page = await site.Ingestion.ListArticleVersionsAsync(request);
            paged.AddRange(page.Versions.Select(v => v.VersionId));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        paged.ShouldBe(all.Select(v => v.VersionId));
    }

    [Fact]
    public async Task End_in_the_same_state_in_whatever_order_and_however_often_they_come()
    {
        var random = new Random(7);
        for (var round = 0; round < 6; round++)
        {
            var id = $"order-{round}";
            ArticleSubmission[] versions =
            [
                Version(id, "A", ""), Version(id, "B", "2024-03-08T20:00:00+01:00"), Version(id, "C", "2024-03-08T20:00:00+01:00"),
                Version(id, "", "2024-03-08T21:00:00+01:00"), Version(id, "B", "2024-03-08T22:00:00+01:00"), Version(id, "B", "2024-03-08T22:30:00+01:00"),
            ];
            ArticleSubmission[] sent = [.. versions, .. versions];
            random.Shuffle(sent);
            // Half of them one by one, half in one stream, where they share a transaction.
            foreach (var submission in sent.Take(6))
                await site.Ingestion.SubmitArticleAsync(new() { Article = submission });
            using var call = site.Ingestion.SubmitArticles(deadline: DateTime.UtcNow.AddSeconds(20));
            foreach (var submission in sent.Skip(6))
                await call.RequestStream.WriteAsync(new() { Article = submission });
            await call.RequestStream.CompleteAsync();
            (await call.ResponseStream.ReadAllAsync().ToListAsync()).ShouldAllBe(a => a.Accepted != null);

            var listed = (await site.Ingestion.ListArticleVersionsAsync(new() { ArticleId = id })).Versions;
            var state = string.Join(", ", await Task.WhenAll(listed.Select(async v => $"{(await GetAsync(id, v.VersionId)).Text} {v.UpdatedAt.ToDateTimeOffset():HH:mm}")));
            // B and C of one moment: their ids decide, which are of this article.
            state.Replace('C', 'B').ShouldBe("B 21:00,  20:00, B 19:00, B 19:00, A 17:00");
            (await GetAsync(id)).UpdatedAt.ToDateTimeOffset().Hour.ShouldBe(21);
            (await site.Site.ReadAsync<int>("ingestion", $"SELECT count(*) FROM article_versions WHERE article_id = '{id}'")).ShouldBe(6);
        }
    }

    [Fact]
    public async Task That_come_many_at_once_are_each_stored_and_told_once()
    {
        // To two copies of the service, which meet in the database only.
        IngestionService.IngestionServiceClient[] copies = [site.Ingestion, new((await site.Site.StartIngestionAsync()).Channel)];
        var answers = await Task.WhenAll(Enumerable.Range(0, 80).Select(i => copies[i % 2].SubmitArticleAsync(
            new() { Article = Version("rush", $"Version {i / 8}.", i < 8 ? "" : $"2024-03-09T0{i / 8}:00:00Z") }).ResponseAsync));

        answers.Select(a => a.Outcome).CountBy(o => o).OrderBy(o => o.Key).Select(o => (o.Key, o.Value)).ShouldBe(
            [(SubmissionOutcome.Accepted, 1), (SubmissionOutcome.AlreadyKnown, 70), (SubmissionOutcome.Corrected, 9)]);
        await Eventually.BeAsync(10, "versions that were heard of", () => site.TimesPublishedAsync("rush"));
        (await GetAsync("rush")).Text.ShouldBe("Version 9.");
    }

    [Fact]
    public async Task Are_none_where_the_same_comes_again()
    {
        var first = await SubmitAsync("same", "They met in Oslo.");
        await SubmitAsync("same", "They met in Bergen.");
        var again = await SubmitAsync("same", "They met in Oslo.");
        await SubmitAsync("after-same", "They parted.");

        (again.Outcome, again.VersionId).ShouldBe((SubmissionOutcome.AlreadyKnown, first.VersionId));
        await Eventually.BeAsync(1, "times that the later article was heard of", () => site.TimesPublishedAsync("after-same"));
        (await site.TimesPublishedAsync("same")).ShouldBe(2);
    }

    [Fact]
    public async Task End_with_a_withdrawal_and_go_on_behind_it()
    {
        await SubmitAsync("gone", "They met in Oslo.");
        var gone = await site.Ingestion.WithdrawArticleAsync(new() { ArticleId = "gone", WithdrawnAt = "2024-03-09T08:00:00+01:00" });
        var again = await site.Ingestion.WithdrawArticleAsync(new() { ArticleId = "gone" });

        gone.Outcome.ShouldBe(SubmissionOutcome.Withdrawn);
        gone.WithdrawnAt.ToDateTimeOffset().ShouldBe(new DateTimeOffset(2024, 3, 9, 7, 0, 0, TimeSpan.Zero));
        again.ShouldBe(new WithdrawArticleResponse(gone) { Outcome = SubmissionOutcome.AlreadyKnown });
        await Eventually.BeAsync(2, "times that it was heard of", () => site.TimesPublishedAsync("gone"));
        var stands = await GetAsync("gone");
        (stands.Withdrawn, stands.Text, stands.VersionId).ShouldBe((true, "", gone.VersionId));

        (await SubmitAsync("gone", "They met in Oslo.", "2024-03-10T08:00:00+01:00")).Outcome.ShouldBe(SubmissionOutcome.Corrected);
        (await GetAsync("gone")).Withdrawn.ShouldBeFalse();
    }

    [Theory]
    [InlineData("nowhere", "", "", StatusCode.NotFound, null)]
    [InlineData("", "", "", StatusCode.InvalidArgument, "article_id")]
    [InlineData("standing", "soon", "", StatusCode.InvalidArgument, "withdrawn_at")]
    [InlineData("standing", "2024-03-07", "", StatusCode.InvalidArgument, "withdrawn_at")]
    [InlineData("standing", "", "\u001b[2J", StatusCode.InvalidArgument, "reason")]
    public async Task Are_not_withdrawn_where_the_call_is_wrong(string id, string at, string reason, StatusCode code, string? field)
    {
        await SubmitAsync("standing", "They met in Oslo.");

        var refusal = await Should.ThrowAsync<RpcException>(
            () => site.Ingestion.WithdrawArticleAsync(new() { ArticleId = id, WithdrawnAt = at, Reason = reason }).ResponseAsync);

        (refusal.StatusCode, GrpcErrors.FirstField(refusal)).ShouldBe((code, field));
        (await GetAsync("standing")).Withdrawn.ShouldBeFalse();
    }

    [Fact]
    public async Task That_are_not_there_are_not_found()
    {
        await SubmitAsync("one-version", "They met in Oslo.");
        Func<Task>[] calls =
        [
            () => GetAsync("one-version", "0000000000000000"),
            () => site.Ingestion.ListArticleVersionsAsync(new() { ArticleId = "no-version" }).ResponseAsync,
        ];
        foreach (var call in calls)
            (await Should.ThrowAsync<RpcException>(call)).StatusCode.ShouldBe(StatusCode.NotFound);
        (await site.Ingestion.ListArticleVersionsAsync(new() { ArticleId = "one-version" })).Versions.ShouldHaveSingleItem();
    }

    private static ArticleSubmission Version(string id, string text, string updatedAt)
    {
        var version = Article(id, text, Published);
        (version.UpdatedAt, version.Withdrawn) = (updatedAt, text.Length == 0);
        return version;
    }

    private Task<SubmitArticleResponse> SubmitAsync(string id, string text, string updatedAt = "") =>
        site.Ingestion.SubmitArticleAsync(new() { Article = Version(id, text, updatedAt) }).ResponseAsync;

    private async Task<Protocol.Type.V1.Article> GetAsync(string id, string versionId = "") =>
        (await site.Ingestion.GetArticleAsync(new() { ArticleId = id, VersionId = versionId })).Article;
}
