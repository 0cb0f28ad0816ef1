using MassTransit;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Parley.Platform.Storage;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Parley.Platform.Grpc;

/// <summary>
/// Keeps the health that <c>grpc.health.v1</c> answers true: serving while the databases and the bus answer, and not from the first sign of the stop.
/// Which of the two does not answer is told under <see cref="Database"/> and <see cref="Bus"/>.
/// </summary>
internal sealed class HealthMonitor(
    HealthRegistry health, IEnumerable<ServiceDatabase> databases, IBusControl bus, TimeProvider time)
    : BackgroundService
{
    /// <summary>Under this name the health of the databases stands.</summary>
    public const string Database = "parley.database";

    /// <summary>Under this name the health of the bus stands.</summary>
    public const string Bus = "parley.bus";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        health.Set("", ServingStatus.NotServing);
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            var messages = Set(Bus, bus.CheckHealth().Status == BusHealthStatus.Healthy);
            var data = Set(Database, await DatabasesAnswerAsync(stoppingToken));
            Set("", messages && data);
        }
        while (await NextAsync(timer, stoppingToken));
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken cancellation)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private bool Set(string name, bool serves)
    {
        health.Set(name, serves ? ServingStatus.Serving : ServingStatus.NotServing);
        return serves;
    }

    private async Task<bool> DatabasesAnswerAsync(CancellationToken cancellation)
    {
        try
        {
            foreach (var database in databases)
            {
                await using var connection = await database.OpenAsync(cancellation);
                await using var command = new NpgsqlCommand("SELECT 1", connection) { CommandTimeout = 2 };
                await command.ExecuteScalarAsync(cancellation);
            }

            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
