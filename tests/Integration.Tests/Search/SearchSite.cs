using Parley.Contracts;
using Parley.Protocol.Search.V1;
using Parley.Tests;

namespace Parley.Integration.Tests.Search;

/// <summary>A running Search that has indexed the story and the sample dispatches, with the Extraction that it hears of entries from.</summary>
public sealed class SearchSite : IAsyncLifetime
{
    private Site _site = null!;

    internal SearchService.SearchServiceClient Search { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        IReadOnlyList<Article> articles = [.. Dispatches.Story, .. Seeds.Libya];
        _site = await Site.OnRabbitMqAsync();
        var hosts = await Task.WhenAll(_site.StartExtractionAsync(), _site.StartSearchAsync());
        Search = new(hosts[1].Channel);
        await _site.TakeInAsync(hosts[0], articles);

        var changes = await _site.ReadAsync<int>("extraction", "SELECT count(*) FROM changes");
        await Eventually.BeAsync(articles.Count + changes, "messages that Search has handled", () => _site.ReadAsync<int>("search", "SELECT count(*) FROM inbox"));
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();
}
