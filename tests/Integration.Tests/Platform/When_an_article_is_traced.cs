using System.Collections.Concurrent;
using System.Diagnostics;
using Grpc.Core;
using Parley.Platform.Telemetry;
using Parley.Protocol.Ingestion.V1;
using Parley.Tests;

namespace Parley.Integration.Tests.Platform;

public sealed class When_an_article_is_traced
{
    [Fact]
    public async Task Its_whole_way_through_the_services_is_one_trace()
    {
        var trace = ActivityTraceId.CreateRandom();
        var spans = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ParleyTelemetry.SourceName || ParleyTelemetry.ForeignSources.Contains(source.Name),
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.TraceId == trace ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            // Tests that run beside this one may record spans of their own.
            ActivityStopped = span =>
            {
                if (span.TraceId == trace)
                    spans.Add(span);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var site = await Site.OnRabbitMqAsync();
        var hosts = await Task.WhenAll(site.StartIngestionAsync(), site.StartExtractionAsync(), site.StartAlertingAsync());

        await new IngestionService.IngestionServiceClient(hosts[0].Channel).SubmitArticleAsync(
            new() { Article = Ingestion.IngestionSite.Article("traced", Dispatches.Announced.Text, "2024-03-04T09:00:00+01:00") },
            new Metadata { { "traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01" } });
        await Eventually.SeeAsync("alerts", () => site.ReadAsync<int>("alerting", "SELECT count(*) FROM changes"), count => count > 0);
        await Eventually.BeAsync(0, "messages in the outbox", () => site.ReadAsync<int>("alerting", "SELECT count(*) FROM outbox"));

        var names = spans.Select(Name).Distinct().Order(StringComparer.Ordinal).ToList();
        string[] wanted =
        [
            "Microsoft.AspNetCore: /parley.ingestion.v1.IngestionService/SubmitArticle",
            "Parley: ingestion.articles batch",
            $"Npgsql: {site.DatabasePrefix}ingestion",
            "Parley: outbox relay",
            "Parley: extraction.article-ingested batch",
            $"Npgsql: {site.DatabasePrefix}extraction",
            "Parley: alerting.talks-changed batch",
            $"Npgsql: {site.DatabasePrefix}alerting",
        ];
        wanted.Except(names).ShouldBeEmpty($"There were: {string.Join(", ", names)}");
        names.Count(n => n.StartsWith("MassTransit: ", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(2);
        // The relays of Ingestion, Extraction and Alerting.
        spans.Count(s => s.OperationName == "outbox relay").ShouldBeGreaterThanOrEqualTo(3);
    }

    private static string Name(Activity span) => $"{span.Source.Name}: " + span.Source.Name switch
    {
        "Npgsql" => span.GetTagItem("db.namespace") ?? span.GetTagItem("db.name"),
        "Microsoft.AspNetCore" => span.GetTagItem("grpc.method"),
        _ => span.OperationName,
    };
}
