using System.Diagnostics;
using Grpc.Core;
using Grpc.Health.V1;
using Npgsql;
using Parley.Benchmarks.Pipeline.Chain;
using Parley.EndToEnd.Tests;
using Parley.LocalServers;
using Parley.Protocol.Ingestion.V1;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Parley.Benchmarks.Pipeline;

/// <summary>The four services, each a process, on a PostgreSQL and a RabbitMQ.</summary>
internal sealed class FourServices : IAsyncDisposable
{
    private const string Prefix = "pipeline_";
    private static readonly string[] Names = ["Ingestion", "Extraction", "Search", "Alerting"];
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly PrivatePostgres postgres;
    private readonly IReadOnlyList<ServiceProcess> services;

    private FourServices(PrivatePostgres postgres, IReadOnlyList<ServiceProcess> services) => (this.postgres, this.services) = (postgres, services);

    /// <summary>Starts them, and waits until they serve.</summary>
    public static async Task<FourServices> StartAsync(PrivatePostgres postgres, PrivateRabbitMq rabbit)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Parley:Postgres:ConnectionString"] = postgres.ConnectionString("postgres"),
            ["Parley:Postgres:DatabasePrefix"] = Prefix,
            ["Parley:Bus:Uri"] = rabbit.AmqpUri.AbsoluteUri,
            [Hop.Profiling.Name] = Hop.Profiling.Off,
        };
        var four = new FourServices(postgres, await Task.WhenAll(Names.Select(name => ServiceProcess.StartAsync(name, settings))));
        foreach (var service in four.services)
            await UntilAsync($"{service.Name} serves", async () => (await new Health.HealthClient(service.Channel).CheckAsync(new())).Status == ServingStatus.Serving);
        return four;
    }

    /// <summary>A stream of submissions to Ingestion.</summary>
    public AsyncDuplexStreamingCall<SubmitArticlesRequest, SubmitArticlesResponse> Submit() =>
        new IngestionService.IngestionServiceClient(services[0].Channel).SubmitArticles();

    /// <summary>Waits until so many articles are read and indexed, and whatever they caused is told and indexed too.</summary>
    public async Task SettleAsync(int articles)
    {
        await UntilAsync("Extraction has read all articles", async () => await CountAsync("extraction", "SELECT count(*) FROM inbox") == articles);
        var changes = await CountAsync("extraction", "SELECT count(*) FROM changes");
        await UntilAsync("Alerting has all changes", async () => await CountAsync("alerting", "SELECT count(*) FROM inbox") == changes);
        await UntilAsync("Alerting has told them", async () => await CountAsync("alerting", "SELECT count(*) FROM outbox") == 0);
        await UntilAsync("Search has everything", async () => await CountAsync("search", "SELECT count(*) FROM inbox") == articles + changes);
    }

    /// <summary>The ids of all alerts that are due: of each change that is news.</summary>
    public async Task<IReadOnlySet<string>> DueAsync()
    {
        await using var connection = await OpenAsync("extraction");
        await using var command = new NpgsqlCommand("SELECT entry_id || '/' || version FROM changes WHERE (change ->> 'news')::boolean", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var due = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
            due.Add(reader.GetString(0));
        return due;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in services)
            await service.DisposeAsync();
    }

    private static async Task UntilAsync(string what, Func<Task<bool>> isSo)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
                throw new TimeoutException($"Not within {Patience}: {what}");
            await Task.Delay(Poll);
        }
    }

    private async Task<long> CountAsync(string database, string sql)
    {
        await using var connection = await OpenAsync(database);
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<NpgsqlConnection> OpenAsync(string database)
    {
        var connection = new NpgsqlConnection(postgres.ConnectionString(Prefix + database));
        await connection.OpenAsync();
        return connection;
    }
}
