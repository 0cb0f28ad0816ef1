using Grpc.Core;
using Parley.Protocol.Alerting.V1;
using Parley.Protocol.Extraction.V1;
using Parley.Protocol.Ingestion.V1;
using Parley.Protocol.Search.V1;
using Parley.Reliability.Tests.Running;
using Parley.Tests;
using Xunit.Abstractions;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Parley.Reliability.Tests;

/// <summary>With SIGKILL in the middle of the seeds, and started again. The services stay up all the while.</summary>
[Collection(nameof(ReliabilityCollection))]
public sealed class When_a_server_is_killed(Undisturbed undisturbed, ITestOutputHelper output)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    [Fact]
    public Task RabbitMQ_takes_nothing_with_it() => RunAsync("RabbitMQ", async (parley, ingest) =>
    {
        var rabbit = undisturbed.Servers.Rabbit;
        await rabbit.KillAsync();
        await parley.HealthIsAsync(ServingStatus.NotServing);
        var before = await parley.Site.CommittedAsync("ingestion");
        ingest.LetThrough(0.2);
        await Eventually.SeeAsync("articles are taken without the broker", () => parley.Site.CommittedAsync("ingestion"), seen => seen > before);
        await rabbit.RestartAsync();
    });

    [Fact]
    public Task PostgreSQL_takes_nothing_with_it() => RunAsync("PostgreSQL", async (parley, _) =>
    {
        var postgres = undisturbed.Servers.Postgres;
        await postgres.KillAsync();
        await parley.HealthIsAsync(ServingStatus.NotServing);
        foreach (var call in Calls(parley))
            (await Should.ThrowAsync<RpcException>(call)).StatusCode.ShouldBe(StatusCode.Unavailable);
        await postgres.RestartAsync();
    });

    private static IEnumerable<Func<Task>> Calls(RunningParley parley)
    {
        yield return async () => await new IngestionService.IngestionServiceClient(parley.Service("Ingestion").Channel)
            .SubmitArticleAsync(new() { Article = new() { Id = "late", Text = "Nothing of note." } }, deadline: DateTime.UtcNow + Deadline);
        yield return async () => await new LedgerService.LedgerServiceClient(parley.Service("Extraction").Channel)
            .ListEntriesAsync(new(), deadline: DateTime.UtcNow + Deadline);
        yield return async () => await new SearchService.SearchServiceClient(parley.Service("Search").Channel)
            .SearchEntriesAsync(new() { Query = "talks" }, deadline: DateTime.UtcNow + Deadline);
        yield return async () => await new AlertingService.AlertingServiceClient(parley.Service("Alerting").Channel)
            .ListSubscriptionsAsync(new(), deadline: DateTime.UtcNow + Deadline);
    }

    private async Task RunAsync(string server, Func<RunningParley, Ingest, Task> killAndRestart)
    {
        foreach (var seed in FaultRounds.Seeds)
        {
            await using var parley = await RunningParley.StartFourAsync(undisturbed.Servers);
            await parley.QueuesAreOnDiskAsync();
            await using var ingest = Ingest.Start(parley.Service("Ingestion"));
            var fault = new Fault(parley, ingest, "Extraction", undisturbed, new Random(seed));

            await fault.AtWorkAsync(() => killAndRestart(parley, ingest));
            await parley.HealthIsAsync(ServingStatus.Serving);
            await ingest.FinishAsync();

            var outcome = await parley.SettleAsync();
            output.WriteLine($"{server}, moments from {seed}: {outcome.Summary}, stream cut {parley.StreamCuts} times");
            outcome.ShouldKeepThePromises(undisturbed.Outcome);
        }
    }
}
