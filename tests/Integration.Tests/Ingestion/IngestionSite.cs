using Parley.Integration.Tests.Platform;
using Parley.Protocol.Ingestion.V1;
using Parley.Tests;

namespace Parley.Integration.Tests.Ingestion;

/// <summary>A running Ingestion, and beside it a service that notes what it publishes.</summary>
public sealed class IngestionSite : IAsyncLifetime
{
    internal Site Site { get; private set; } = null!;

    internal IngestionService.IngestionServiceClient Ingestion { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Site = await Site.OnRabbitMqAsync();
        await Site.StartAsync("notes", Notes.Add, _ => { });
        Ingestion = new((await Site.StartIngestionAsync()).Channel);
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();

    /// <summary>How often the other services have heard of an article.</summary>
    internal Task<int> TimesPublishedAsync(string id) => Site.ReadAsync<int>(Notes.Database, $"SELECT count(*) FROM notes WHERE article = '{id}'");

    internal static ArticleSubmission Article(string id, string text = "Norway and Finland met in Oslo on March 8.", string publishedAt = "2024-03-08T18:00:00+01:00") =>
        new() { Id = id, Text = text, Outlet = "Northern Wire", PublishedAt = publishedAt, Intake = Protocol.Type.V1.Intake.Import };
}
