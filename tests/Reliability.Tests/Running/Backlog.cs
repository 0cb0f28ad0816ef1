using Parley.Tests;

namespace Parley.Reliability.Tests.Running;

/// <summary>How far the services of a site have come.</summary>
internal static class Backlog
{
    /// <summary>What a service has committed: articles of Ingestion, messages of the others.</summary>
    public static Task<int> CommittedAsync(this Site site, string service) => site.ReadAsync<int>(
        service, service == "ingestion" ? "SELECT count(*) FROM articles" : "SELECT count(*) FROM inbox");

    /// <summary>Waits until each service has handled all that the one before it has sent, and has nothing left to send.</summary>
    public static async Task SettleAsync(this Site site)
    {
        var articles = await site.CommittedAsync("ingestion");
        await site.EmptyAsync("ingestion");
        await site.ReachAsync("extraction", articles);
        await site.EmptyAsync("extraction");
        var changes = await site.ReadAsync<int>("extraction", "SELECT count(*) FROM changes");
        await site.ReachAsync("alerting", changes);
        await site.EmptyAsync("alerting");
        await site.ReachAsync("search", articles + changes);
    }

    private static Task<int> ReachAsync(this Site site, string service, int messages) =>
        Eventually.BeAsync(messages, $"messages that {service} has handled", () => site.CommittedAsync(service));

    private static Task<int> EmptyAsync(this Site site, string service) =>
        Eventually.BeAsync(0, $"messages in the outbox of {service}", () => site.ReadAsync<int>(service, "SELECT count(*) FROM outbox"));
}
