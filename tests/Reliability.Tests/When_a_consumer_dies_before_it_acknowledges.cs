using Parley.Reliability.Tests.Running;
using Parley.Reliability.Tests.Tally;
using Parley.Tests;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Parley.Reliability.Tests;

/// <summary>A service whose effect doubles with every repetition, killed after its commits and before the broker hears of them.</summary>
[Collection(nameof(ReliabilityCollection))]
public sealed class When_a_consumer_dies_before_it_acknowledges(Undisturbed undisturbed)
{
    [Fact]
    public async Task What_the_broker_delivers_again_has_no_second_effect()
    {
        await using var parley = await RunningParley.StartFourAsync(undisturbed.Servers);
        await using var gate = Gate.To(undisturbed.Servers.Rabbit.Port);
        await using var tally = ServiceProcess.OfTests("Tally", RunningParley.SettingsBehind(gate, parley.Site));
        await tally.StartAsync();
        await tally.HealthIsAsync(ServingStatus.Serving);
        await using var ingest = Ingest.Start(parley.Service("Ingestion"));

        ingest.LetThrough(0.3);
        await ReachAsync(1);
        gate.Hold();
        var held = await CountAsync();
        ingest.LetThrough(0.3);
        await ReachAsync(held + 1);
        await tally.KillAsync();
        (await CountAsync()).ShouldBeLessThan(Seeds.Submissions.Count);
        gate.Cut();
        gate.Open();
        await tally.StartAsync();
        await ingest.FinishAsync();

        await Eventually.BeAsync(
            Seeds.Submissions.Count, "articles in the tally", () => parley.Site.ReadAsync<int>(TallyService.ServiceName, "SELECT count(DISTINCT article) FROM tally"));
        // It finishes what it holds.
        await tally.TerminateAsync();
        (await CountAsync()).ShouldBe(Seeds.Submissions.Count);

        Task<int> CountAsync() => parley.Site.ReadAsync<int>(TallyService.ServiceName, "SELECT count(*) FROM tally");
        Task ReachAsync(int articles) => Eventually.SeeAsync($"{articles} articles in the tally", CountAsync, seen => seen >= articles);
    }
}
