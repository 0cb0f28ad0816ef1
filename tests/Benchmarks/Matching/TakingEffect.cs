using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Parley.Alerting.Subscriptions;
using Parley.Benchmarks.Streams;
using Parley.Contracts;
using Parley.LocalServers;
using Parley.Protocol.Alerting.V1;
using Proto = Parley.Protocol.Type.V1;

namespace Parley.Benchmarks.Matching;

/// <summary>How long a new subscription takes to be found by every copy of the service, where each knows a hundred thousand already.</summary>
internal static class TakingEffect
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Measures.</summary>
    /// <param name="subscriptions">Those that there are before.</param>
    /// <param name="times">How many are made, one after the other, by one copy.</param>
    /// <returns>From the call to the other copy's index, in milliseconds: the slowest and the median.</returns>
    public static async Task<(double Slowest, double Median)> MeasureAsync(IReadOnlyList<Subscription> subscriptions, int times)
    {
        await using var server = await PrivatePostgres.StartAsync(new PrivatePostgresOptions());
        await using var one = await RunningAlerting.StartAsync(server);
        await InsertAsync(one, subscriptions);
        await using var other = await RunningAlerting.StartAsync(server);
        var followers = other.Subscribers;
        await followers.Loaded;
        using var channel = one.Connect();
        var client = new AlertingService.AlertingServiceClient(channel);
        var took = new List<double>();
        var random = new Random(3);
        for (var i = 0; i < times; i++)
        {
            // At any moment between two looks of the other copy.
            await Task.Delay(random.Next(300));
            var started = Stopwatch.GetTimestamp();
            var made = await client.CreateSubscriptionAsync(new() { Subscription = new Proto.Subscription { Name = $"New {i}", Actors = { "NOR" } } });
            while (followers.Find(made.Subscription.Id) is null)
            {
                if (Stopwatch.GetElapsedTime(started) > Patience)
                    throw new TimeoutException($"A new subscription has no effect within {Patience}.");
                await Task.Delay(1);
            }

            took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        took.Sort();
        return (took[^1], took[took.Count / 2]);
    }

    private static async Task InsertAsync(RunningAlerting alerting, IReadOnlyList<Subscription> subscriptions)
    {
        await using var work = await alerting.BeginAsync();
        await using var command = new NpgsqlCommand(
            "INSERT INTO subscriptions (id, owner, labels, definition, created_at) SELECT id, '', '{}', definition, 'epoch' FROM unnest($1, $2) AS s (id, definition)",
            work.Connection, work.Transaction);
        command.Parameters.Add(new() { Value = subscriptions.Select(s => s.Id).ToArray() });
        command.Parameters.Add(new()
        {
            Value = subscriptions.Select(s => JsonSerializer.Serialize(s, ParleyJson.Line)).ToArray(),
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb,
        });
        await command.ExecuteNonQueryAsync();
        await work.CommitAsync(CancellationToken.None);
    }
}
