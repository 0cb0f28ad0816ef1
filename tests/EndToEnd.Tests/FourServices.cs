using System.Text.Json;
using Grpc.Core;
using Grpc.Health.V1;
using Parley.Contracts;
using Parley.Protocol.Alerting.V1;
using Parley.Protocol.Extraction.V1;
using Parley.Protocol.Ingestion.V1;
using Parley.Tests;
using RabbitMQ.Client;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Parley.EndToEnd.Tests;

/// <summary>
/// The four services as processes on PostgreSQL and RabbitMQ. They take in a story and then the sample dispatches, are asked for everything, and are
/// told to stop; what was seen on the way is kept for the tests.
/// </summary>
public sealed class FourServices : IAsyncLifetime
{
    private const string Exchange = "parley.alerts";

    private readonly List<ServiceProcess> _services = [];
    private Site _site = null!;

    /// <summary>The ids of the alerts on a gRPC stream that watched everything.</summary>
    internal List<string> OnStream { get; } = [];

    /// <summary>The ids of the events on a queue that was bound to the topic exchange by "#".</summary>
    internal List<string> OnExchange { get; } = [];

    /// <summary>The changes that the log of the ledger says are news.</summary>
    internal IReadOnlyList<string> News { get; private set; } = [];

    /// <summary>The alerts of the story, each before the next article went in.</summary>
    internal List<Protocol.Type.V1.Alert> Story { get; } = [];

    internal IReadOnlyList<Entry> Ledger { get; private set; } = [];

    internal Dictionary<string, (TimeSpan Took, int ExitCode)> Ends { get; } = [];

    internal StatusCode? EndOfStream { get; private set; }

    public async Task InitializeAsync()
    {
        _site = await Site.OnRabbitMqAsync();
        _services.AddRange(await Task.WhenAll(
            new[] { "Ingestion", "Extraction", "Search", "Alerting" }.Select(name => ServiceProcess.StartAsync(name, _site.Settings))));
        await Task.WhenAll(_services.Select(ServesAsync));

        await using var connection = await new ConnectionFactory { Uri = _site.Bus! }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.ExchangeDeclareAsync(Exchange, ExchangeType.Topic, durable: true);
        var queue = (await channel.QueueDeclareAsync()).QueueName;
        await channel.QueueBindAsync(queue, Exchange, "#");

        using var watch = new AlertingService.AlertingServiceClient(Channel("Alerting")).WatchAlerts(new());
        await watch.ResponseStream.MoveNext(CancellationToken.None);
        await TellStoryAsync(watch.ResponseStream);
        await SubmitAsync(Seeds.Submissions);
        await SettleAsync();

        var ledger = new LedgerService.LedgerServiceClient(Channel("Extraction"));
        Ledger = await ledger.ReadAllAsync();
        News = [.. (await ledger.ChangesAsync(_site)).Where(c => c.News).Select(c => $"{c.EntryId}/{c.Version}")];
        while (OnStream.Count < News.Count && await watch.ResponseStream.MoveNext(CancellationToken.None))
            Note(watch.ResponseStream.Current);
        while (await channel.BasicGetAsync(queue, autoAck: true) is { } message)
            OnExchange.Add(JsonDocument.Parse(message.Body).RootElement.GetProperty("id").GetString()!);

        await StopAsync(watch.ResponseStream);
    }

    public async Task DisposeAsync()
    {
        foreach (var service in _services)
            await service.DisposeAsync();
        await _site.DisposeAsync();
    }

    private async Task TellStoryAsync(IAsyncStreamReader<WatchAlertsResponse> stream)
    {
        foreach (var article in new[] { Dispatches.Announced, Dispatches.PutOff })
        {
            await SubmitAsync([new() { Id = article.Id, Text = article.Text, PublishedAt = article.PublishedAt.ToString("O"), Intake = Protocol.Type.V1.Intake.Import }]);
            do
            {
                await stream.MoveNext(CancellationToken.None);
                Note(stream.Current);
            }
            while (stream.Current.Alert?.Change.Cause.ArticleId != article.Id);
            Story.Add(stream.Current.Alert);
        }
    }

    private async Task SubmitAsync(IReadOnlyList<ArticleSubmission> articles)
    {
        using var call = new IngestionService.IngestionServiceClient(Channel("Ingestion")).SubmitArticles(deadline: DateTime.UtcNow.AddSeconds(30));
        foreach (var article in articles)
            await call.RequestStream.WriteAsync(new() { Article = article });
        await call.RequestStream.CompleteAsync();
        await foreach (var answer in call.ResponseStream.ReadAllAsync())
            answer.Accepted.ShouldNotBeNull(answer.Error?.Message);
    }

    /// <summary>Each service has handled all that the one before it has sent, and has nothing left to send.</summary>
    private async Task SettleAsync()
    {
        await HasHandledAsync("extraction", await _site.ReadAsync<int>("ingestion", "SELECT count(*) FROM articles"));
        await HasHandledAsync("alerting", await _site.ReadAsync<int>("extraction", "SELECT count(*) FROM changes"));
    }

    private async Task HasHandledAsync(string service, int messages)
    {
        await Eventually.BeAsync(messages, $"messages that {service} has handled", () => _site.ReadAsync<int>(service, "SELECT count(*) FROM inbox"));
        await Eventually.BeAsync(0, $"messages in the outbox of {service}", () => _site.ReadAsync<int>(service, "SELECT count(*) FROM outbox"));
    }

    private async Task StopAsync(IAsyncStreamReader<WatchAlertsResponse> openStream)
    {
        var next = openStream.MoveNext(CancellationToken.None);
        foreach (var service in _services)
            Ends[service.Name] = await service.TerminateAsync();
        try
        {
            await next;
        }
        catch (RpcException e)
        {
            EndOfStream = e.StatusCode;
        }
    }

    private void Note(WatchAlertsResponse response)
    {
        if (response.Alert is { } alert)
            OnStream.Add(alert.Id);
    }

    private Grpc.Net.Client.GrpcChannel Channel(string service) => _services.Single(s => s.Name == service).Channel;

    private static Task ServesAsync(ServiceProcess service) => Eventually.BeAsync(ServingStatus.Serving, $"the health of {service.Name}", async () =>
        (await new Health.HealthClient(service.Channel).CheckAsync(new(), deadline: DateTime.UtcNow.AddSeconds(10))).Status);
}
