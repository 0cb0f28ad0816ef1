using Grpc.Core;
using Grpc.Health.V1;
using Parley.Ingestion;
using Parley.LocalServers;
using Parley.Platform.Grpc;
using Parley.Platform.Hosting;
using Parley.Protocol.Ingestion.V1;
using Parley.Tests;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Parley.Integration.Tests.Platform;

/// <summary>On servers of its own, which it stops and starts.</summary>
public sealed class When_a_server_is_away : IAsyncLifetime
{
    private PrivatePostgres _postgres = null!;
    private PrivateRabbitMq _rabbit = null!;
    private Site _site = null!;

    public async Task InitializeAsync()
    {
        var postgres = PrivatePostgres.StartAsync(new());
        _rabbit = await PrivateRabbitMq.StartAsync(new());
        _postgres = await postgres;
        _site = Site.On(_postgres.ConnectionString("postgres"), _rabbit.AmqpUri);
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        await _rabbit.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    [Fact]
    public async Task Articles_are_taken_without_the_broker_and_delivered_when_it_is_back()
    {
        var host = await _site.StartAsync("both", Both, app => app.MapIngestion());
        var ingestion = new IngestionService.IngestionServiceClient(host.Channel);
        await SubmitAsync(ingestion, "before");
        await Eventually.BeAsync("before", "the notes", () => Notes.ReadAsync(_site));
        var read = DateTime.UtcNow;

        await Eventually.SeeAsync("the new queues on the broker's disk", () => Task.FromResult(QueueNamesWritten()), written => written > read);
        await _rabbit.StopAsync();
        for (var i = 0; i < 5; i++)
            await SubmitAsync(ingestion, $"during-{i}");
        await Eventually.SeeAsync("the health without the broker", () => HealthAsync(host), health => health == ServingStatus.NotServing);
        (await HealthAsync(host, GrpcHealthExtensions.BusName), await HealthAsync(host, GrpcHealthExtensions.DatabaseName)).ShouldBe((ServingStatus.NotServing, ServingStatus.Serving));
        (await _site.ReadAsync<int>("ingestion", "SELECT count(*) FROM outbox WHERE parked_at IS NULL")).ShouldBe(5);
        await _rabbit.RestartAsync();

        await Eventually.BeAsync("before during-0 during-1 during-2 during-3 during-4", "the notes", () => Notes.ReadAsync(_site));
        await Eventually.BeAsync(0, "messages in the outbox", () => _site.ReadAsync<int>("ingestion", "SELECT count(*) FROM outbox"));
        await Eventually.BeAsync(ServingStatus.Serving, "the health", () => HealthAsync(host));
    }

    /// <summary>RabbitMQ 3.10 writes the names of new quorum queues half a second late, and does not find a queue again whose name it never wrote.</summary>
    private DateTime QueueNamesWritten() =>
        Directory.EnumerateFiles(_rabbit.Folder, "names.dets", SearchOption.AllDirectories).Select(File.GetLastWriteTimeUtc).DefaultIfEmpty().Max();

    [Fact]
    public async Task A_message_waits_for_the_database_and_the_service_recovers_without_a_restart()
    {
        var host = await _site.StartAsync("both", Both, app => app.MapIngestion(), new Dictionary<string, string?> { ["Parley:Bus:DeliveryLimit"] = "1" });
        var ingestion = new IngestionService.IngestionServiceClient(host.Channel);
        await Eventually.BeAsync(ServingStatus.Serving, "the health", () => HealthAsync(host));

        await _postgres.StopAsync();
        await host.PublishAsync(Notes.Message("a"));
        await Eventually.BeAsync(ServingStatus.NotServing, "the health", () => HealthAsync(host));
        (await HealthAsync(host, GrpcHealthExtensions.DatabaseName)).ShouldBe(ServingStatus.NotServing);
        var refusal = await Should.ThrowAsync<RpcException>(() => SubmitAsync(ingestion, "b"));
        refusal.StatusCode.ShouldBe(StatusCode.Unavailable);
        await _postgres.RestartAsync();

        await Eventually.BeAsync(ServingStatus.Serving, "the health", () => HealthAsync(host));
        await Eventually.BeAsync("a", "the notes", () => Notes.ReadAsync(_site));
        await using var queues = await Queues.OpenAsync(_site);
        (await queues.CountAsync($"{Notes.Queue}.dead-letter")).ShouldBe(0u);
        await SubmitAsync(ingestion, "b");
        await Eventually.BeAsync("a b", "the notes", () => Notes.ReadAsync(_site));
    }

    [Fact]
    public async Task A_service_that_starts_before_its_database_waits_for_it()
    {
        await _postgres.StopAsync();
        var starting = _site.StartAsync("both", Both, app => app.MapIngestion());
        await Eventually.BeAsync(false, "PostgreSQL running", () => Task.FromResult(_postgres.IsRunning));
        await _postgres.RestartAsync();

        await Notes.SendAsync(await starting, Notes.Message("a"));

        await Eventually.BeAsync("a", "the notes", () => Notes.ReadAsync(_site));
    }

    private static void Both(ParleyBuilder parley)
    {
        parley.AddIngestion();
        Notes.Add(parley);
    }

    private static async Task SubmitAsync(IngestionService.IngestionServiceClient ingestion, string id) =>
        await ingestion.SubmitArticleAsync(new() { Article = Ingestion.IngestionSite.Article(id) }, deadline: DateTime.UtcNow.AddSeconds(10));

    private static async Task<ServingStatus> HealthAsync(RunningHost host, string part = "") =>
        (await new Health.HealthClient(host.Channel).CheckAsync(new() { Service = part }, deadline: DateTime.UtcNow.AddSeconds(10))).Status;
}
