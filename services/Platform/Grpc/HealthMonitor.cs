using MassTransit;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Parley.Platform.Storage;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Parley.Platform.Grpc;

/// <summary>Keeps the health that <c>grpc.health.v1</c> answers true: serving while the databases and the bus answer, and not from the first sign of the stop.</summary>
internal sealed class HealthMonitor(
    HealthRegistry health, IEnumerable<ServiceDatabase> databases, IBusControl bus, TimeProvider time)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        health.Set("", ServingStatus.NotServing);
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            health.Set("", await IsHealthyAsync(stoppingToken) ? ServingStatus.Serving : ServingStatus.NotServing);
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

    private async Task<bool> IsHealthyAsync(CancellationToken cancellation)
    {
        if (bus.CheckHealth().Status != BusHealthStatus.Healthy)
            return false;
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
