using Npgsql;
using Parley.Alerting.Consumers;
using Parley.Alerting.Storage;
using Parley.Contracts;
using Parley.Platform.Storage;
using Parley.Tests;

namespace Parley.Integration.Tests.Alerting;

public sealed class Steps_that_come_out_of_order(AlertingSite site) : IClassFixture<AlertingSite>
{
    [Fact]
    public async Task Are_alerted_in_the_order_in_which_the_entry_took_them()
    {
        using var watch = await site.WatchAsync(new());

        await site.ChangeAsync(Changes.Of("o1", version: 3, status: EntryStatus.Cancelled));
        await WaitAsync("o1", 1);
        await site.ChangeAsync(Changes.Of("o1", version: 2, status: EntryStatus.Postponed));
        await WaitAsync("o1", 2);
        await site.ChangeAsync(Changes.Of("o1", news: false));

        (await watch.UntilAsync("o1/3")).ShouldBe(["o1/2", "o1/3"]);
        await WaitAsync("o1", 0);
    }

    [Fact]
    public async Task Are_alerted_all_the_same_when_the_one_before_them_does_not_come_and_so_is_that_one_later()
    {
        using var watch = await site.WatchAsync(new());
        await site.ChangeAsync(Changes.Of("o2", version: 2, status: EntryStatus.Postponed));
        await WaitAsync("o2", 1);

        await using (var connection = await site.Site.OpenAsync("alerting"))
        {
            await using var command = new NpgsqlCommand("UPDATE early_steps SET arrived_at = arrived_at - interval '2 minutes' WHERE entry_id = 'o2'", connection);
            await command.ExecuteNonQueryAsync();
        }

        (await watch.UntilAsync("o2/2")).ShouldBe(["o2/2"]);
        await site.ChangeAsync(Changes.Of("o2"));
        (await watch.UntilAsync("o2/1")).ShouldBe(["o2/1"]);
    }

    [Fact]
    public async Task Are_alerted_in_order_though_the_transaction_that_writes_last_began_first()
    {
        using var watch = await site.WatchAsync(new());
        await using var early = await BeginAsync();
        await using (var number = new NpgsqlCommand("SELECT pg_current_xact_id()::text", early.Connection, early.Transaction))
            await number.ExecuteScalarAsync();
        await using (var late = await BeginAsync())
            await RaiseAsync(late, Changes.Of("o3"));

        await RaiseAsync(early, Changes.Of("o3", version: 2, status: EntryStatus.Postponed));

        (await watch.UntilAsync("o3/2")).ShouldBe(["o3/1", "o3/2"]);
    }

    private Task<UnitOfWork> BeginAsync() => site.Host.Get<AlertingDatabase>().BeginAsync(CancellationToken.None);

    private async Task RaiseAsync(UnitOfWork work, LedgerChange change)
    {
        await site.Host.Get<AlertRaiser>().RaiseAsync(work, [(change, default)], CancellationToken.None);
        await work.CommitAsync(CancellationToken.None);
    }

    private Task WaitAsync(string entry, int steps) => Eventually.BeAsync(
        steps, $"steps of {entry} that wait", () => site.Site.ReadAsync<int>("alerting", $"SELECT count(*) FROM early_steps WHERE entry_id = '{entry}'"));
}
