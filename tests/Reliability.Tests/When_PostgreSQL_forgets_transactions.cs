using Grpc.Core;
using Npgsql;
using Parley.EndToEnd.Tests;
using Parley.Protocol.Alerting.V1;
using Parley.Protocol.Ingestion.V1;
using Parley.Reliability.Tests.Running;
using Parley.Tests;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Parley.Reliability.Tests;

/// <summary>A transaction that was rolled back just before a crash may leave no trace on the disk, and its number is then given out again.</summary>
[Collection(nameof(ReliabilityCollection))]
public sealed class When_PostgreSQL_forgets_transactions(Undisturbed undisturbed)
{
    private const int Forgotten = 200;

    [Fact]
    public async Task A_token_that_was_given_before_still_leads_to_every_alert_after()
    {
        var postgres = undisturbed.Servers.Postgres;
        await using var parley = await RunningParley.StartStandaloneAsync(undisturbed.Servers);
        var channel = parley.Services.Single().Channel;
        var alerting = new AlertingService.AlertingServiceClient(channel);

        var before = await RollBackAsync(parley.Site);
        string token;
        using (var watch = alerting.WatchAlerts(new()))
        {
            await watch.ResponseStream.MoveNext(CancellationToken.None);
            token = watch.ResponseStream.Current.ResumeToken;
        }

        await postgres.KillAsync();
        await postgres.RestartAsync();
        (await parley.Site.ReadAsync<long>("alerting", "SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint"))
            .ShouldBeLessThan(before + Forgotten, "the transactions were not forgotten");
        await parley.HealthIsAsync(ServingStatus.Serving);

        var ingestion = new IngestionService.IngestionServiceClient(channel);
        await AgainAsync("the article is taken", async () => await ingestion.SubmitArticleAsync(new()
        {
            Article = new()
            {
                Id = Dispatches.Announced.Id,
                Text = Dispatches.Announced.Text,
                PublishedAt = Dispatches.Announced.PublishedAt.ToString("O"),
                Intake = Protocol.Type.V1.Intake.Import,
            },
        }));
        var alert = await AgainAsync("the alert comes", async () =>
        {
            using var resumed = alerting.WatchAlerts(new() { ResumeToken = token }, deadline: DateTime.UtcNow.AddSeconds(20));
            return await resumed.ResponseStream.ReadAllAsync().FirstAsync(r => r.Alert is not null);
        });
        alert.Alert.Change.Cause.ArticleId.ShouldBe(Dispatches.Announced.Id);
    }

    /// <summary>A call may meet a connection that the crash broke before the health knows of it; its caller tries again, as every caller is told to.</summary>
    private static async Task<T> AgainAsync<T>(string what, Func<Task<T>> call)
        where T : class => (await Eventually.SeeAsync<T?>(
            what,
            async () =>
            {
                try
                {
                    return await call();
                }
                catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable)
                {
                    return null;
                }
            },
            answer => answer is not null))!;

    /// <summary>Rolls transactions back while the process is held up that would bring the word of it to the disk.</summary>
    /// <returns>The number of the next transaction at the beginning.</returns>
    private static async Task<long> RollBackAsync(Site site)
    {
        await using var connection = await site.OpenAsync("alerting");
        await Programs.SignalAsync("STOP", (int)(await ScalarAsync("SELECT pid::bigint FROM pg_stat_activity WHERE backend_type = 'walwriter'")));
        var before = await ScalarAsync("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint");
        for (var i = 0; i < Forgotten; i++)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await ScalarAsync("SELECT pg_current_xact_id()::text::bigint");
            await transaction.RollbackAsync();
        }

        return before;

        async Task<long> ScalarAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            return (long)(await command.ExecuteScalarAsync())!;
        }
    }
}
