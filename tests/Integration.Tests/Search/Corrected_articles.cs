using Parley.Contracts;
using Parley.Contracts.Messages;
using Parley.Protocol.Search.V1;
using Parley.Tests;

namespace Parley.Integration.Tests.Search;

public sealed class Corrected_articles(Corrected_articles.SearchAlone site) : IClassFixture<Corrected_articles.SearchAlone>
{
    private static readonly DateTimeOffset At = Dispatches.Quiet.PublishedAt;

    private readonly string _id = Guid.NewGuid().ToString();

    private Article First => Version(Dispatches.Quiet with { Id = _id, Text = "The price of bread rose." });

    private Article Second => Version(First with { Text = "The price of milk rose.", Title = "Milk", UpdatedAt = At.AddHours(1) });

    private Article Third => Version(First with { Text = "The price of salt rose.", PublishedAt = At.AddHours(2) });

    private Article Withdrawal => Version(First with { Text = "", Withdrawn = true, UpdatedAt = At.AddHours(3) });

    private Article Return => Version(First with { UpdatedAt = At.AddHours(4) });

    [Fact]
    public async Task Are_found_by_what_their_latest_version_says_in_whatever_order_they_come()
    {
        await TellAsync(First, Second);
        (await FoundAsync()).ShouldBe("Milk 10:00");

        await TellAsync(Withdrawal);
        (await FoundAsync()).ShouldBeEmpty();

        await TellAsync(Third);
        (await FoundAsync()).ShouldBeEmpty();

        await TellAsync(Return);
        (await FoundAsync()).ShouldBe("The price of bread rose. 10:00");
        (await FoundAsync("milk or salt")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Are_published_when_their_earliest_version_was()
    {
        await TellAsync(Third);
        (await FoundAsync()).ShouldBe("The price of salt rose. 12:00");

        await TellAsync(First);
        (await FoundAsync()).ShouldBe("The price of salt rose. 10:00");
    }

    [Fact]
    public async Task Are_not_found_where_the_withdrawal_came_before_the_article()
    {
        await TellAsync(Withdrawal);
        await TellAsync(First);
        (await FoundAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_one_batch_and_of_one_moment_are_told_apart_by_their_ids()
    {
        var (one, other) = (First with { VersionId = "0" }, First with { Text = "The price of rice rose.", VersionId = "f" });

        await TellAsync(other, one, other, one);
        (await FoundAsync()).ShouldBe("The price of rice rose. 10:00");
        await TellAsync(one);
        (await FoundAsync()).ShouldBe("The price of rice rose. 10:00");
    }

    [Fact]
    public async Task Replace_what_was_indexed_before_articles_had_versions()
    {
        await TellAsync(First with { VersionId = null });
        await using (var connection = await site.Site.OpenAsync("search"))
        await using (var old = new Npgsql.NpgsqlCommand($"UPDATE articles SET stands_from = NULL, version_id = '' WHERE id = '{_id}'", connection))
            await old.ExecuteNonQueryAsync();

        await TellAsync(Second);
        (await FoundAsync()).ShouldBe("Milk 10:00");
    }

    private static Article Version(Article article) => article with { VersionId = ArticleVersion.IdOf(article) };

    private async Task TellAsync(params Article[] versions)
    {
        const string handled = "SELECT count(*) FROM inbox";
        var before = await site.Site.ReadAsync<int>("search", handled);
        await Task.WhenAll(versions.Select(v => site.Host.PublishAsync(new ArticleIngested { Article = v })));
        await Eventually.BeAsync(before + versions.Length, "messages that Search has handled", () => site.Site.ReadAsync<int>("search", handled));
    }

    /// <summary>The title and publication time of what is found.</summary>
    private async Task<string> FoundAsync(string query = "price") => string.Join(", ",
        (await new SearchService.SearchServiceClient(site.Host.Channel).SearchArticlesAsync(new() { Query = query, PageSize = 100 })).Articles
            .Where(a => a.ArticleId == _id).Select(a => $"{a.Title} {a.PublishedAt.ToDateTimeOffset():HH:mm}"));

    /// <summary>A running Search that has heard of nothing.</summary>
    public sealed class SearchAlone : IAsyncLifetime
    {
        internal Site Site { get; private set; } = null!;

        internal RunningHost Host { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Site = await Site.OnRabbitMqAsync();
            Host = await Site.StartSearchAsync();
        }

        public async Task DisposeAsync() => await Site.DisposeAsync();
    }
}
