using Grpc.Core;
using Parley.Platform.Grpc;
using Parley.Protocol.Search.V1;
using Parley.Protocol.Type.V1;
using Parley.Tests;

namespace Parley.Integration.Tests.Search;

public sealed class Words_and_actors(SearchSite site) : IClassFixture<SearchSite>
{
    [Fact]
    public async Task Find_articles_whatever_the_diacritics_and_the_case()
    {
        var plain = await ArticlesAsync("Cavusoglu");

        plain.Count(id => id.StartsWith("libya-2020/", StringComparison.Ordinal)).ShouldBe(4);
        (await ArticlesAsync("Çavuşoğlu")).ShouldBe(plain);
        (await ArticlesAsync("ÇAVUŞOĞLU")).ShouldBe(plain);
    }

    [Fact]
    public async Task Find_articles_by_stem_phrase_and_exclusion()
    {
        (await ArticlesAsync("postponing")).ShouldBe([Dispatches.PutOff.Id]);
        (await ArticlesAsync("\"price of bread\"")).ShouldBe([Dispatches.Quiet.Id]);
        (await ArticlesAsync("\"bread of price\"")).ShouldBeEmpty();
        (await ArticlesAsync("oslo -postponed")).Order().ShouldBe([Dispatches.AnnouncedEarlier.Id, Dispatches.Announced.Id]);
        (await ArticlesAsync("bread or ceasefire sudan")).ShouldContain(Dispatches.Truce.Id);
    }

    [Fact]
    public async Task Show_the_passage_that_was_found()
    {
        var hit = (await site.Search.SearchArticlesAsync(new() { Query = "bread" })).Articles.ShouldHaveSingleItem();

        hit.Snippet.ShouldContain("«bread»");
        hit.Title.ShouldBe("The price of bread rose again in the capital this week.");
        (hit.Outlet, hit.PublishedAt.ToDateTimeOffset()).ShouldBe(("Northern Wire", Dispatches.Quiet.PublishedAt));
    }

    [Fact]
    public async Task Find_the_articles_that_are_sources_of_an_actors_entries()
    {
        (await ArticlesAsync("", actor: "FIN")).Order().ShouldBe([Dispatches.AnnouncedEarlier.Id, Dispatches.Announced.Id, Dispatches.PutOff.Id]);
        (await ArticlesAsync("postponed", actor: "FIN")).ShouldBe([Dispatches.PutOff.Id]);
        (await ArticlesAsync("bread", actor: "FIN")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Find_entries_by_actor_type_and_word()
    {
        var oslo = (await site.Search.SearchEntriesAsync(new() { Actor = "NOR" })).Entries.ShouldHaveSingleItem();
        oslo.Status.ShouldBe(EntryStatus.Postponed);
        oslo.History.Count.ShouldBe(3);

        (await site.Search.SearchEntriesAsync(new() { Query = "oslo finland" })).Entries.ShouldHaveSingleItem().Id.ShouldBe(oslo.Id);
        (await site.Search.SearchEntriesAsync(new() { Actor = "TCD", Type = EntryType.Ceasefire })).Entries.ShouldHaveSingleItem();
        (await site.Search.SearchEntriesAsync(new() { Actor = "TCD", Type = EntryType.Talks })).Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Give_pages_without_gap_or_repeat()
    {
        var whole = await site.Search.SearchArticlesAsync(new() { Query = "Libya", PageSize = 100 });
        var paged = new List<string>();
        var request = new SearchArticlesRequest { Query = "Libya", PageSize = 2 };
        do
        {
            var page = await site.Search.SearchArticlesAsync(request);
            page.Articles.Count.ShouldBeLessThanOrEqualTo(2);
            paged.AddRange(page.Articles.Select(a => a.ArticleId));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        paged.Count.ShouldBe(5);
        paged.ShouldBe(whole.Articles.Select(a => a.ArticleId));
    }

    [Fact]
    public async Task Refuse_a_page_token_of_another_query()
    {
        var token = (await site.Search.SearchArticlesAsync(new() { Query = "Libya", PageSize = 1 })).NextPageToken;

        foreach (var request in new SearchArticlesRequest[] { new() { Query = "Oslo", PageToken = token }, new() { Query = "Libya", PageToken = "nonsense" } })
        {
            var refusal = await Should.ThrowAsync<RpcException>(() => site.Search.SearchArticlesAsync(request).ResponseAsync);
            (refusal.StatusCode, GrpcErrors.FirstField(refusal)).ShouldBe((StatusCode.InvalidArgument, "page_token"));
        }
    }

    [Theory]
    [InlineData("", "query")]
    [InlineData("   ", "query")]
    [InlineData("a\0b", "query")]
    public async Task Refuse_a_query_that_asks_for_nothing(string query, string field)
    {
        foreach (var call in new Func<Task>[]
        {
            () => site.Search.SearchArticlesAsync(new() { Query = query }).ResponseAsync,
            () => site.Search.SearchEntriesAsync(new() { Query = query }).ResponseAsync,
        })
        {
            var refusal = await Should.ThrowAsync<RpcException>(call);
            (refusal.StatusCode, GrpcErrors.FirstField(refusal)).ShouldBe((StatusCode.InvalidArgument, field));
        }
    }

    [Theory]
    [InlineData("'; DROP TABLE articles; --")]
    [InlineData("\"unclosed & | ! <-> :*")]
    [InlineData("- - or or -")]
    public async Task Take_any_text_for_words(string query) =>
        await Should.NotThrowAsync(() => site.Search.SearchArticlesAsync(new() { Query = query }).ResponseAsync);

    private async Task<IReadOnlyList<string>> ArticlesAsync(string query, string actor = "") =>
        [.. (await site.Search.SearchArticlesAsync(new() { Query = query, Actor = actor })).Articles.Select(a => a.ArticleId)];
}
