using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Parley.Platform.Grpc;
using Parley.Protocol.Alerting.V1;
using Parley.Protocol.Extraction.V1;
using Parley.Protocol.Ingestion.V1;
using Parley.Protocol.Search.V1;
using Parley.Protocol.Type.V1;

namespace Parley.Interop.Tests.Hostile;

[Collection(nameof(RunningParley))]
public sealed class Callers_that_misbehave(RunningParley parley) : IAsyncLifetime
{
    /// <summary>What tokens of lists without a filter belong to.</summary>
    private const string Entries = "list-entries::::::::listed_on:False";

    private const string Changes = "changes::::False";

    private int _errorsBefore;

    public Task InitializeAsync()
    {
        _errorsBefore = parley.Log.Errors.Count;
        return Task.CompletedTask;
    }

    public Task DisposeAsync()
    {
        parley.Log.Errors.Skip(_errorsBefore).ShouldBeEmpty("a caller's error is none of the operator's");
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Send_bytes_at_random_and_learn_that_it_is_their_fault()
    {
        var random = new Random(2026);
        var client = new RawClient(parley.Channel);
        foreach (var method in Methods.All.Where(m => !m.IsServerStreaming))
        {
            var right = RightRequests.Of(method, parley).ShouldNotBeNull(method.FullName).ToByteArray();
            for (var i = 0; i < 40; i++)
            {
                byte[] bytes = [.. right];
                if (random.Next(2) == 0)
                    random.NextBytes(bytes = new byte[random.Next(64)]);
                for (var spoiled = 0; spoiled < 3 && bytes.Length > 0; spoiled++)
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

                var outcome = await client.OutcomeAsync(method, bytes, right);

                outcome.Split(' ')[0].ShouldBeOneOf(["OK", "INVALID_ARGUMENT", "NOT_FOUND"], $"{method.FullName} {Convert.ToHexString(bytes)}: {outcome}");
            }
        }
    }

    [Fact]
    public async Task Go_away_in_the_midst_of_a_stream()
    {
        var ingestion = new IngestionService.IngestionServiceClient(parley.Channel);
        var right = RightRequests.Of(SubmitArticles, parley).ShouldBeOfType<SubmitArticlesRequest>();
        for (var i = 0; i < 30; i++)
        {
            using var call = ingestion.SubmitArticles();
            await call.RequestStream.WriteAsync(right);
            if (i % 2 == 0)
                (await call.ResponseStream.MoveNext(CancellationToken.None)).ShouldBeTrue();
        }

        (await parley.CallsLeftAsync()).ShouldBe(0);
    }

    /// <summary>Tokens are no secret: whoever reads the source can make one, with whatever position he likes.</summary>
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    [InlineData("99999999999999999999 1")]
    [InlineData("9223372036854775807 99999999999999999999")]
    [InlineData("9223372036854775807 x")]
    [InlineData("9999-99-99 e")]
    [InlineData("2024-03-08 \0")]
    [InlineData("636000000000000000 \0")]
    [InlineData("99999999999999999999.1")]
    [InlineData("1.1.1")]
    [InlineData("'; DROP TABLE changes; --")]
    public async Task Forge_tokens(string position)
    {
        var ledger = new LedgerService.LedgerServiceClient(parley.Channel);
        var search = new SearchService.SearchServiceClient(parley.Channel);
        var alerting = new AlertingService.AlertingServiceClient(parley.Channel);

        await RefusedAsync("page_token", () => ledger.ListEntriesAsync(new() { PageToken = Forged(Entries) }).ResponseAsync);
        await RefusedAsync("page_token", () => ledger.ListChangesAsync(new() { PageToken = Forged(Changes) }).ResponseAsync);
        await RefusedAsync("page_token", () => ledger.ListDossiersAsync(new() { PageToken = Forged("list-dossiers:0:::") }).ResponseAsync);
        await RefusedAsync("page_token", () => search.SearchArticlesAsync(new() { Query = "a", PageToken = Forged("search-articles::a") }).ResponseAsync);
        await RefusedAsync("page_token", () => search.SearchEntriesAsync(new() { Query = "a", PageToken = Forged("search-entries:0::a") }).ResponseAsync);
        await RefusedAsync("page_token", () => alerting.ListSubscriptionsAsync(new() { PageToken = Forged("list-subscriptions") }).ResponseAsync);
        await RefusedAsync("resume_token", async () =>
        {
            using var watch = alerting.WatchAlerts(new() { ResumeToken = Forged("watch-alerts") });
            await watch.ResponseStream.MoveNext(CancellationToken.None);
        });

        string Forged(string scope) => PageToken.Make(scope, position);
    }

    [Fact]
    public async Task Forge_tokens_that_point_beyond_the_end_and_get_nothing()
    {
        var ledger = new LedgerService.LedgerServiceClient(parley.Channel);
        var search = new SearchService.SearchServiceClient(parley.Channel);

        var entries = PageToken.Make(Entries, "9999-12-31 zzz");
        var changes = PageToken.Make(Changes, $"{ulong.MaxValue}.{long.MaxValue}");
        var articles = PageToken.Make("search-articles::Oslo", $"{int.MaxValue}");

        (await ledger.ListEntriesAsync(new() { PageToken = entries })).Entries.ShouldBeEmpty();
        (await ledger.ListChangesAsync(new() { PageToken = changes })).Changes.ShouldBeEmpty();
        (await search.SearchArticlesAsync(new() { Query = "Oslo", PageToken = articles })).Articles.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("2400-01-01")]
    [InlineData("1599-12-31")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("0000-00-00")]
    [InlineData("10000-01-01")]
    public async Task Name_years_that_no_article_is_of(string time)
    {
        var extraction = new ExtractionService.ExtractionServiceClient(parley.Channel);

        await RefusedAsync("published_at", () => extraction.AnalyzeAsync(new() { Text = "They met yesterday.", PublishedAt = time }).ResponseAsync);
        await RefusedAsync("article.published_at", () => SubmitAsync(new() { Text = "They met yesterday.", PublishedAt = time }));
    }

    [Theory]
    [InlineData("2399-12-31T23:59:59-14:00")]
    [InlineData("1600-01-01T00:00:00+14:00")]
    public async Task Name_days_at_the_ends_of_the_calendar(string time)
    {
        const string Text = "The ministers of Norway and Finland met yesterday, will meet tomorrow, next week and next year, "
            + "met 9999 years ago and 99999999999 days ago, met on 31 December 9999, on February 30, on 0/0/0000 and in the year 0001, and will meet in three months and in 2147483648 years. "
            + "A ceasefire agreed in 1600 took effect on 29 February 1900 for 999999999 days.";

        await new ExtractionService.ExtractionServiceClient(parley.Channel).AnalyzeAsync(new() { Text = Text, PublishedAt = time });
    }

    [Fact]
    public async Task Name_a_time_of_publication_that_is_to_come()
    {
        var now = DateTimeOffset.UtcNow;

        await RefusedAsync("article.published_at", () => SubmitAsync(new() { Text = "Not yet.", PublishedAt = now.AddDays(3).ToString("O") }));
        await SubmitAsync(new() { Text = "Elsewhere it is tomorrow.", PublishedAt = now.AddDays(1).ToString("O"), Intake = Intake.Backfill });
    }

    private static MethodDescriptor SubmitArticles => Methods.All.Single(m => m.Name == "SubmitArticles");

    private Task SubmitAsync(ArticleSubmission article) =>
        new IngestionService.IngestionServiceClient(parley.Channel).SubmitArticleAsync(new() { Article = article }).ResponseAsync;

    private static async Task RefusedAsync(string field, Func<Task> call) =>
        Outcome.Of(await Should.ThrowAsync<RpcException>(call)).ShouldBe($"INVALID_ARGUMENT {field}");
}
