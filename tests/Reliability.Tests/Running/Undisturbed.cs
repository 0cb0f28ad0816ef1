namespace Parley.Reliability.Tests.Running;

/// <summary>The servers of the tests, and what the seeds give when nothing goes wrong: the measure of every other run.</summary>
public sealed class Undisturbed : IAsyncLifetime
{
    internal PrivateServers Servers { get; private set; } = null!;

    internal Outcome Outcome { get; private set; } = null!;

    /// <summary>What each service had committed in the end.</summary>
    internal IReadOnlyDictionary<string, int> Committed { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Servers = await PrivateServers.StartAsync();
        await using var parley = await RunningParley.StartFourAsync(Servers);
        await using (var ingest = Ingest.Start(parley.Service("Ingestion")))
            await ingest.FinishAsync();
        Outcome = await parley.SettleAsync();
        var committed = new Dictionary<string, int>();
        foreach (var service in parley.Services)
            committed[service.Name] = await parley.Site.CommittedAsync(service.Name.ToLowerInvariant());
        Committed = committed;
    }

    public async Task DisposeAsync() => await Servers.DisposeAsync();
}
