using Grpc.AspNetCore.Server;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Parley.Protocol.Alerting.V1;
using Parley.Protocol.Extraction.V1;
using Parley.Protocol.Ingestion.V1;
using Parley.Protocol.Search.V1;
using Parley.Standalone;
using Parley.Tests;

namespace Parley.Interop.Tests;

/// <summary>One running Parley for all tests of this project, with a story in its ledger and a subscription.</summary>
public sealed class RunningParley : IAsyncLifetime
{
    private readonly CallCount _calls = new();
    private Site _site = null!;
    private RunningHost _host = null!;
    private string _talksId = "";

    internal LogJournal Log { get; } = new();

    internal GrpcChannel Channel => _host.Channel;

    /// <summary>Host and port.</summary>
    internal string Target => _host.Channel.Target;

    /// <summary>The full names of the gRPC methods that it maps: <c>parley.search.v1.SearchService/SearchEntries</c>.</summary>
    internal IReadOnlyList<string> Methods { get; private set; } = [];

    internal string EntryId { get; private set; } = "";

    internal string SubscriptionId { get; private set; } = "";

    /// <summary>Of that subscription.</summary>
    internal string AlertId { get; private set; } = "";

    /// <summary>Of that alert, to a webhook that nobody answers at.</summary>
    internal string DeliveryId { get; private set; } = "";

    internal long ReprocessingNumber { get; private set; }

    public async Task InitializeAsync()
    {
        _site = await Site.InMemoryAsync();
        _host = await _site.StartAsync(
            "standalone",
            parley =>
            {
                StandaloneHost.Add(parley);
                parley.Services.AddSingleton<ILoggerProvider>(Log);
                parley.Services.Configure<GrpcServiceOptions>(grpc => grpc.Interceptors.Add<MetadataEcho>());
            },
            StandaloneHost.Map,
            // Without it there are no feeds.
            new Dictionary<string, string?> { ["Parley:Http:Port"] = "0" });
        Methods =
        [
            .. _host.Get<EndpointDataSource>().Endpoints
                .Select(e => e.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.FullName.TrimStart('/'))
                .OfType<string>().Distinct().Order(StringComparer.Ordinal),
        ];

        var alerting = new AlertingService.AlertingServiceClient(Channel);
        var webhook = new Protocol.Type.V1.Channel { Webhook = new() { Url = "https://nobody.invalid/" } };
        SubscriptionId = (await alerting.CreateSubscriptionAsync(new() { Subscription = new() { Channels = { webhook } } })).Subscription.Id;
        var ingestion = new IngestionService.IngestionServiceClient(Channel);
        foreach (var article in Dispatches.Story)
        {
            var submission = new ArticleSubmission
            {
                Id = article.Id,
                Text = article.Text,
                PublishedAt = article.PublishedAt.ToString("O"),
                Intake = Protocol.Type.V1.Intake.Import,
            };
            await ingestion.SubmitArticleAsync(new() { Article = submission });
        }

        var search = new SearchService.SearchServiceClient(Channel);
        var found = await Eventually.SeeAsync(
            "the story can be found", async () => (await search.SearchEntriesAsync(new() { Actor = "SDN" })).Entries, entries => entries.Count == 1);
        EntryId = found[0].Id;
        var talks = await Eventually.SeeAsync(
            "the talks can be found", async () => (await search.SearchEntriesAsync(new() { Actor = "NOR" })).Entries, entries => entries.Any(e => e.History.Count == 3));
        _talksId = talks[0].Id;
        AlertId = (await Eventually.SeeAsync("an alert", async () => (await alerting.ListAlertsAsync(new() { SubscriptionId = SubscriptionId })).Alerts, a => a.Count > 0))[^1].Id;
        DeliveryId = (await Eventually.SeeAsync("its delivery", async () => (await alerting.GetAlertAsync(new() { AlertId = AlertId })).Alert.Deliveries, d => d.Count > 0))[0].Id;
        ReprocessingNumber = (await new ReprocessingService.ReprocessingServiceClient(Channel).StartReprocessingAsync(new() { All = true })).Run.Number;
    }

    /// <summary>Makes a subscription that a test may delete.</summary>
    internal string NewSubscription() =>
        new AlertingService.AlertingServiceClient(Channel).CreateSubscription(new() { Subscription = new() }).Subscription.Id;

    /// <summary>An entry of talks of which no verdict holds: those that tests gave are withdrawn.</summary>
    internal string EntryWithoutVerdicts()
    {
        var verdicts = new VerdictService.VerdictServiceClient(Channel);
        foreach (var verdict in verdicts.ListVerdicts(new() { EntryId = _talksId, PageSize = 1_000 }).Verdicts.Where(v => v.WithdrawnAt is null))
            verdicts.WithdrawVerdict(new() { VerdictId = verdict.Id, By = "Ada" });
        return _talksId;
    }

    /// <summary>Gives a verdict that a test may withdraw.</summary>
    internal string NewVerdict(Verdict verdict) => new VerdictService.VerdictServiceClient(Channel).GiveVerdict(new() { Verdict = verdict }).Verdict.Id;

    /// <summary>Takes an article in that a test may withdraw.</summary>
    internal string NewArticle(ArticleSubmission article) =>
        new IngestionService.IngestionServiceClient(Channel).SubmitArticle(new() { Article = article }).ArticleId;

    /// <summary>Calls that the service is still busy with, though no client waits for them any more.</summary>
    internal Task<int> CallsLeftAsync() => _calls.LeftAsync();

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        _calls.Dispose();
    }
}
