using Google.Rpc;
using Grpc.Core;
using Parley.Platform.Grpc;
using Parley.Protocol.Ingestion.V1;
using Parley.Protocol.Type.V1;
using Parley.Tests;
using static Parley.Integration.Tests.Ingestion.IngestionSite;

namespace Parley.Integration.Tests.Ingestion;

public sealed class Submitted_articles(IngestionSite site) : IClassFixture<IngestionSite>
{
    [Fact]
    public async Task Are_stored_as_they_came()
    {
        var submission = Article("as-came", "Çavuşoğlu’s trip — “off”.\r\n\tSaid twice. 😀", "2024-03-08T18:00:00+05:45");
        submission.Title = "Off";
        submission.Url = "https://wire.example/1";

        await site.Ingestion.SubmitArticleAsync(new() { Article = submission });
        var stored = (await site.Ingestion.GetArticleAsync(new() { ArticleId = "as-came" })).Article;

        stored.Text.ShouldBe(submission.Text);
        (stored.Title, stored.Url, stored.Outlet, stored.Intake).ShouldBe((submission.Title, submission.Url, submission.Outlet, Intake.Import));
        stored.PublishedUtcOffsetMinutes.ShouldBe(345);
        stored.PublishedAt.ToDateTimeOffset().ShouldBe(new DateTimeOffset(2024, 3, 8, 18, 0, 0, TimeSpan.FromMinutes(345)));
    }

    [Fact]
    public async Task Are_told_to_the_other_services_once_however_often_they_come()
    {
        var first = await site.Ingestion.SubmitArticleAsync(new() { Article = Article("again") });
        var second = await site.Ingestion.SubmitArticleAsync(new() { Article = Article("again") });
        await site.Ingestion.SubmitArticleAsync(new() { Article = Article("after-again") });

        (first.Outcome, second.Outcome).ShouldBe((SubmissionOutcome.Accepted, SubmissionOutcome.AlreadyKnown));
        second.ArticleId.ShouldBe(first.ArticleId);
        await Eventually.BeAsync(1, "times that the later article was heard of", () => site.TimesPublishedAsync("after-again"));
        (await site.TimesPublishedAsync("again")).ShouldBe(1);
    }

    [Fact]
    public async Task Are_accepted_once_when_they_come_many_times_at_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => site.Ingestion.SubmitArticleAsync(new() { Article = Article("at-once") }).ResponseAsync));

        answers.Count(a => a.Outcome == SubmissionOutcome.Accepted).ShouldBe(1);
        await Eventually.BeAsync(1, "times that it was heard of", () => site.TimesPublishedAsync("at-once"));
    }

    [Fact]
    public async Task Get_the_same_id_for_the_same_content_where_they_bring_none()
    {
        var ids = await Task.WhenAll(new[] { "One text.", "One text.", "Another text." }
            .Select(async text => (await site.Ingestion.SubmitArticleAsync(new() { Article = Article("", text) })).ArticleId));

        ids[0].ShouldBe(ids[1]);
        ids[0].ShouldNotBe(ids[2]);
    }

    [Fact]
    public async Task Of_a_stream_are_answered_in_turn_and_the_bad_do_not_harm_the_others()
    {
        ArticleSubmission[] submissions =
        [
            Article("s0"), Article("s1", text: " "), Article("s2"), Article("s3", publishedAt: "yesterday"), Article("s4", text: "a\0b"), Article("s5"), Article("s0"),
        ];
        using var call = site.Ingestion.SubmitArticles(deadline: DateTime.UtcNow.AddSeconds(20));
        foreach (var submission in submissions)
            await call.RequestStream.WriteAsync(new() { Article = submission });
        await call.RequestStream.CompleteAsync();

        var answers = new List<SubmitArticlesResponse>();
        await foreach (var answer in call.ResponseStream.ReadAllAsync())
            answers.Add(answer);

        answers.Select(a => a.Index).ShouldBe(Enumerable.Range(0, 7).Select(i => (long)i));
        answers.Select(a => a.Error is { } e ? $"{e.ArticleId}: {(StatusCode)e.Code} {e.Field}" : $"{a.Accepted.ArticleId}: {a.Accepted.Outcome}").ShouldBe(
        [
            "s0: Accepted", "s1: InvalidArgument article.text", "s2: Accepted", "s3: InvalidArgument article.published_at",
            "s4: InvalidArgument article.text", "s5: Accepted", "s0: AlreadyKnown",
        ]);
    }

    [Fact]
    public async Task Of_a_stream_are_all_taken_when_there_are_many()
    {
        var ids = Enumerable.Range(0, 500).Select(i => $"many-{i}").ToList();
        using var call = site.Ingestion.SubmitArticles(deadline: DateTime.UtcNow.AddSeconds(20));
        var reading = Task.Run(async () =>
        {
            var answers = new List<string>();
            await foreach (var answer in call.ResponseStream.ReadAllAsync())
                answers.Add(answer.Accepted.ArticleId);
            return answers;
        });
        foreach (var id in ids)
            await call.RequestStream.WriteAsync(new() { Article = Article(id) });
        await call.RequestStream.CompleteAsync();

        (await reading).ShouldBe(ids);
        await Eventually.BeAsync(500, "articles that were heard of",
            () => site.Site.ReadAsync<int>("notes", "SELECT count(*) FROM notes WHERE starts_with(article, 'many-')"));
    }

    [Fact]
    public async Task Are_refused_with_the_name_of_each_field_that_is_wrong()
    {
        var wrong = new ArticleSubmission
        {
            Id = new string('i', 513),
            Title = new string('t', 2_001),
            Outlet = new string('o', 201),
            Url = "ftp://wire.example",
            PublishedAt = "soon",
            Intake = (Intake)9,
        };

        var refusal = await Should.ThrowAsync<RpcException>(() => site.Ingestion.SubmitArticleAsync(new() { Article = wrong }).ResponseAsync);

        refusal.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        var violations = GrpcErrors.Details(refusal)!.Details.Single(d => d.Is(BadRequest.Descriptor)).Unpack<BadRequest>().FieldViolations;
        violations.Select(v => v.Field).Order().ShouldBe(
            ["article.id", "article.intake", "article.outlet", "article.published_at", "article.text", "article.title", "article.url"]);
    }

    [Fact]
    public async Task Are_refused_without_an_article()
    {
        var refusal = await Should.ThrowAsync<RpcException>(() => site.Ingestion.SubmitArticleAsync(new()).ResponseAsync);

        (refusal.StatusCode, GrpcErrors.FirstField(refusal)).ShouldBe((StatusCode.InvalidArgument, "article.text"));
    }

    [Fact]
    public async Task That_are_not_there_are_not_found()
    {
        var refusal = await Should.ThrowAsync<RpcException>(() => site.Ingestion.GetArticleAsync(new() { ArticleId = "nowhere" }).ResponseAsync);

        refusal.StatusCode.ShouldBe(StatusCode.NotFound);
    }

    [Fact]
    public async Task Say_where_their_publication_time_comes_from()
    {
        var began = DateTimeOffset.UtcNow.AddSeconds(-1);
        var given = await site.Ingestion.SubmitArticleAsync(new() { Article = Article("given") });
        var day = await site.Ingestion.SubmitArticleAsync(new() { Article = Article("day", publishedAt: "2024-03-08") });
        var text = await site.Ingestion.SubmitArticleAsync(new() { Article = Article("text", "OSLO, March 8, 2024 - The ministers met at last.", publishedAt: "") });
        var arrival = await site.Ingestion.SubmitArticleAsync(new() { Article = Article("arrival", "They met at last.", publishedAt: "") });

        (given.PublishedBasis, day.PublishedBasis, text.PublishedBasis, arrival.PublishedBasis)
            .ShouldBe((PublishedBasis.Given, PublishedBasis.Given, PublishedBasis.Text, PublishedBasis.Arrival));
        text.PublishedAt.ToDateTimeOffset().ShouldBe(new DateTimeOffset(2024, 3, 8, 0, 0, 0, TimeSpan.Zero));
        arrival.PublishedAt.ToDateTimeOffset().ShouldBeInRange(began, DateTimeOffset.UtcNow.AddSeconds(1));
    }
}
