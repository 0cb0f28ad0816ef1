using Parley.Alerting;
using Parley.Contracts;
using Parley.Contracts.Messages;
using Parley.Extraction;
using Parley.Ingestion;
using Parley.Search;

namespace Parley.Tests;

/// <summary>The services at a site, each a host of its own inside the test.</summary>
internal static class ServiceHosts
{
    public static Task<RunningHost> StartIngestionAsync(this Site site, IReadOnlyDictionary<string, string?>? more = null) =>
        site.StartAsync("ingestion", parley => parley.AddIngestion(), app => app.MapIngestion(), more);

    public static Task<RunningHost> StartExtractionAsync(this Site site, IReadOnlyDictionary<string, string?>? more = null) =>
        site.StartAsync("extraction", parley => parley.AddExtraction(), app => app.MapExtraction(), more);

    public static Task<RunningHost> StartSearchAsync(this Site site) =>
        site.StartAsync("search", parley => parley.AddSearch(), app => app.MapSearch());

    public static Task<RunningHost> StartAlertingAsync(this Site site, IReadOnlyDictionary<string, string?>? more = null) =>
        site.StartAsync("alerting", parley => parley.AddAlerting(), app => app.MapAlerting(), more);

    /// <summary>Publishes articles as Ingestion would, and waits until Extraction has committed their effect.</summary>
    public static async Task TakeInAsync(this Site site, RunningHost publisher, IReadOnlyCollection<Article> articles)
    {
        const string handled = "SELECT count(*) FROM inbox";
        var before = await site.ReadAsync<int>("extraction", handled);
        await Task.WhenAll(articles.Select(a => publisher.PublishAsync(new ArticleIngested { Article = a })));
        await Eventually.BeAsync(before + articles.Count, "articles that Extraction has handled", () => site.ReadAsync<int>("extraction", handled));
    }
}
