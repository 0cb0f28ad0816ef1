using Parley.Contracts;
using Parley.Tests;

namespace Parley.Integration.Tests.Alerting;

/// <summary>A feed that is added today, and brings what it has published for weeks.</summary>
public sealed class A_source_with_an_archive
{
    [Fact]
    public async Task Alerts_to_what_is_new_in_it_and_not_to_the_rest()
    {
        await using var site = await Site.OnRabbitMqAsync();
        var hosts = await Task.WhenAll(site.StartExtractionAsync(), site.StartAlertingAsync());
        var added = Dispatches.PutOff.PublishedAt.AddMinutes(10);
        var archive = Dispatches.Pairs.Concat(Dispatches.Story).Select(a => a with { Intake = Intake.Live, ReceivedAt = added }).ToList();
        archive.Count(a => added - a.PublishedAt > TimeSpan.FromDays(1)).ShouldBeGreaterThan(20);
        var fresh = archive.Where(a => added - a.PublishedAt <= TimeSpan.FromDays(1)).Select(a => a.Id).ToHashSet();

        await site.TakeInAsync(hosts[0], archive);

        await Eventually.BeAsync(
            await site.ReadAsync<int>("extraction", "SELECT count(*) FROM changes"), "changes that Alerting has handled", () => site.ReadAsync<int>("alerting", "SELECT count(*) FROM inbox"));
        var causes = (await site.ReadAsync<string>("alerting", "SELECT string_agg(change -> 'cause' ->> 'article', ' ') FROM changes")).Split(' ');
        causes.ShouldBeUnique();
        causes.ShouldAllBe(article => fresh.Contains(article));
        causes.ShouldContain(Dispatches.PutOff.Id);
    }
}
