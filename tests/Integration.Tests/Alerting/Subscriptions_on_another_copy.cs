using Npgsql;
using Parley.Alerting.Matching;
using Parley.Alerting.Storage;
using Parley.Alerting.Subscriptions;
using Parley.Protocol.Alerting.V1;
using Parley.Tests;
using Proto = Parley.Protocol.Type.V1;

namespace Parley.Integration.Tests.Alerting;

public sealed class Subscriptions_on_another_copy(AlertingSite site) : IClassFixture<AlertingSite>, IAsyncLifetime
{
    private static readonly ChangeFacts Change = new(Changes.Of("visit", actors: ["NOR", "FRA"]) with { Fresh = true });

    private readonly Matches _matches = new();
    private SubscriptionDirectory _other = null!;

    public async Task InitializeAsync()
    {
        _other = (await site.Site.StartAlertingAsync()).Get<SubscriptionDirectory>();
        await _other.Loaded.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Take_effect_when_they_are_created_changed_paused_and_deleted()
    {
        var created = await CreateAsync("NOR");
        await FoundAsync(created.Id, true);
        var known = _other.Find(created.Id).ShouldNotBeNull();
        known!.Filter.Actors.ShouldBe(["NOR"]);

        await UpdateAsync(new() { Id = created.Id, Actors = { "SWE" } }, "actors");
        await FoundAsync(created.Id, false);
        await UpdateAsync(new() { Id = created.Id, Actors = { "FRA" } }, "actors");
        await FoundAsync(created.Id, true);

        await UpdateAsync(new() { Id = created.Id, Paused = true }, "paused");
        await FoundAsync(created.Id, false);
        _other.Find(created.Id).ShouldNotBeNull();
        await UpdateAsync(new() { Id = created.Id }, "paused");
        await FoundAsync(created.Id, true);

        await site.Client.DeleteSubscriptionAsync(new() { SubscriptionId = created.Id });
        await FoundAsync(created.Id, false);
        await SoonAsync("it is gone", () => _other.Find(created.Id) is null);
    }

    [Fact]
    public async Task That_were_there_before_it_started_are_loaded()
    {
        var before = await CreateAsync("FRA");

        var late = (await site.Site.StartAlertingAsync()).Get<SubscriptionDirectory>();
        await late.Loaded.WaitAsync(TimeSpan.FromSeconds(30));

        Finds(late, before.Id).ShouldBeTrue();
        late.Count.ShouldBe(await site.Site.ReadAsync<int>("alerting", "SELECT count(*) FROM subscriptions"));
    }

    [Fact]
    public async Task Take_effect_when_the_connections_to_the_database_were_cut()
    {
        await using var admin = new NpgsqlConnection(site.Site.Postgres);
        await admin.OpenAsync();
        for (var i = 0; i < 5; i++)
        {
            await using (var cut = new NpgsqlCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", admin) { Parameters = { new() { Value = site.Site.DatabasePrefix + "alerting" } } })
                await cut.ExecuteNonQueryAsync();
            // Connections of the copy that is called are cut too; its caller would try again.
            var created = await Eventually.SeeAsync("a subscription is created", async () => await TryCreateAsync("NOR"), s => s is not null);
            await FoundAsync(created!.Id, true);
        }
    }

    [Fact]
    public async Task Take_effect_after_the_log_was_pruned()
    {
        var database = site.Host.Get<AlertingDatabase>();
        var first = await CreateAsync("NOR");
        await FoundAsync(first.Id, true);

        (await SubscriptionLogPruner.PruneAsync(database, await site.Host.Get<SubscriptionLog>().EndAsync(default), default)).ShouldBeGreaterThan(0);
        (await site.Site.ReadAsync<int>("alerting", "SELECT count(*) FROM subscription_changes")).ShouldBe(0);

        var second = await CreateAsync("NOR");
        await FoundAsync(second.Id, true);
        await site.Client.DeleteSubscriptionAsync(new() { SubscriptionId = first.Id });
        await FoundAsync(first.Id, false);
    }

    private async Task<Proto.Subscription> CreateAsync(string actor) =>
        (await site.Client.CreateSubscriptionAsync(new() { Subscription = new() { Actors = { actor } } })).Subscription;

    private async Task<Proto.Subscription?> TryCreateAsync(string actor)
    {
        try
        {
            return await CreateAsync(actor);
        }
        catch (Grpc.Core.RpcException)
        {
            return null;
        }
    }

    private async Task UpdateAsync(Proto.Subscription subscription, string path) =>
        await site.Client.UpdateSubscriptionAsync(new UpdateSubscriptionRequest { Subscription = subscription, UpdateMask = new() { Paths = { path } } });

    private Task FoundAsync(string id, bool found) => SoonAsync($"{id} is found: {found}", () => Finds(_other, id) == found);

    private bool Finds(SubscriptionDirectory directory, string id)
    {
        directory.Index.Find(Change, _matches);
        return _matches.ToList().Any(s => s.Id == id);
    }

    private static Task SoonAsync(string what, Func<bool> look) => Eventually.BeAsync(true, what, () => Task.FromResult(look()));
}
