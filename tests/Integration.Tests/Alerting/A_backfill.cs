using Parley.Contracts;
using Parley.Protocol.Extraction.V1;
using Parley.Tests;

namespace Parley.Integration.Tests.Alerting;

public sealed class A_backfill
{
    [Fact]
    public async Task Fills_the_ledger_and_alerts_nobody()
    {
        await using var site = await Site.OnRabbitMqAsync();
        var hosts = await Task.WhenAll(site.StartExtractionAsync(), site.StartAlertingAsync());
        var ledger = new LedgerService.LedgerServiceClient(hosts[0].Channel);

        await site.TakeInAsync(hosts[0], [.. Dispatches.Story.Select(a => a with { Intake = Intake.Backfill })]);

        var changes = await ledger.ChangesAsync(site);
        changes.Count.ShouldBeGreaterThanOrEqualTo(3);
        changes.ShouldAllBe(c => !c.News);
        await Eventually.BeAsync(changes.Count, "changes that Alerting has handled", () => site.ReadAsync<int>("alerting", "SELECT count(*) FROM inbox"));
        (await site.ReadAsync<int>("alerting", "SELECT count(*) FROM changes")).ShouldBe(0);
    }

    [Fact]
    public async Task Is_what_keeps_the_same_articles_from_alerting()
    {
        await using var site = await Site.OnRabbitMqAsync();
        var hosts = await Task.WhenAll(site.StartExtractionAsync(), site.StartAlertingAsync());

        await site.TakeInAsync(hosts[0], [.. Dispatches.Story]);

        await Eventually.SeeAsync("the alerts of the story", () => site.ReadAsync<int>("alerting", "SELECT count(*) FROM changes"), count => count > 0);
    }
}
