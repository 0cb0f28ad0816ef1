using Grpc.Core;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Integration.Tests.Alerting;
using Parley.Protocol.Alerting.V1;
using Parley.Protocol.Extraction.V1;
using Parley.Tests;

namespace Parley.Integration.Tests.Extraction;

/// <summary>A running Extraction with an Alerting behind it. Each test tells of parties of its own, so that they share it and meet nowhere.</summary>
public sealed class VerdictSite : IAsyncLifetime
{
    internal const string Analyst = "Ada Analyst";

    internal Site Site { get; private set; } = null!;

    internal RunningHost Extraction { get; private set; } = null!;

    internal LedgerService.LedgerServiceClient Ledger { get; private set; } = null!;

    internal VerdictService.VerdictServiceClient Verdicts { get; private set; } = null!;

    internal AlertingService.AlertingServiceClient Alerting { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Site = await Site.OnRabbitMqAsync();
        var (extraction, alerting) = (Site.StartExtractionAsync(), Site.StartAlertingAsync());
        Extraction = await extraction;
        Ledger = new(Extraction.Channel);
        Verdicts = new(Extraction.Channel);
        Alerting = new((await alerting).Channel);
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();

    /// <summary>Takes articles in, one after the other.</summary>
    internal async Task TellAsync(params Article[] articles)
    {
        foreach (var article in articles)
            await Site.TakeInAsync(Extraction, [article]);
    }

    /// <summary>The entries with all of these parties.</summary>
    internal async Task<IReadOnlyList<Entry>> EntriesAsync(params string[] actors) =>
        await Ledger.ReadAllAsync(new() { Actors = { actors } });

    internal async Task<Entry> EntryAsync(string id, GetEntryRequest? request = null)
    {
        request = request?.Clone() ?? new GetEntryRequest();
        request.EntryId = id;
        return (await Ledger.GetEntryAsync(request)).Entry.ToDomain();
    }

    /// <summary>Gives a verdict.</summary>
    internal async Task<GiveVerdictResponse> GiveAsync(Verdict verdict)
    {
        verdict.By = Analyst;
        return await Verdicts.GiveVerdictAsync(new() { Verdict = verdict }, deadline: DateTime.UtcNow.AddSeconds(30));
    }

    /// <summary>Withdraws it.</summary>
    internal async Task<WithdrawVerdictResponse> WithdrawAsync(GiveVerdictResponse given) =>
        await Verdicts.WithdrawVerdictAsync(new() { VerdictId = given.Verdict.Id, By = "Bo Chief" }, deadline: DateTime.UtcNow.AddSeconds(30));

    /// <summary>Begins to watch the alerts of one party; from its return on none is missed.</summary>
    internal async Task<Watch> AlertsAsync(string actor)
    {
        var watch = new Watch(Alerting.WatchAlerts(new() { Filter = new() { Actors = { actor } } }, deadline: DateTime.UtcNow.AddSeconds(60)));
        await watch.NextAsync();
        return watch;
    }

    /// <summary>The next alert: what happened, and the status.</summary>
    internal static async Task<(ChangeKind Kind, EntryStatus Status)> NextAsync(Watch watch)
    {
        while (true)
        {
            if ((await watch.NextAsync()).Alert is { } alert)
                return (alert.Change.ToDomain().Kind, alert.Change.ToDomain().After.Status);
        }
    }
}

/// <summary>Reports of meetings in Geneva.</summary>
internal static class Reports
{
    public static Article Planned(string a, string b, int day, string published = "2024-03-04T09:00:00Z") => Of(
        $"{a}-{b}-planned-{day}", published, $"The foreign ministers of {a} and {b} will meet in Geneva on March {day}, an official said.");

    public static Article PutOff(string a, string b, int day, string published = "2024-03-07T09:00:00Z") => Of(
        $"{a}-{b}-put-off-{day}", published, $"{a} and {b} have postponed the meeting of their foreign ministers that was planned for March {day} in Geneva.");

    public static Article Held(string a, string b, int day, string published = "2024-03-09T09:00:00Z") => Of(
        $"{a}-{b}-held-{day}", published, $"The foreign ministers of {a} and {b} met in Geneva on March {day}, an official said.");

    public static Article Of(string id, string published, string text)
    {
        var at = PublicationTime.Parse(published)!.Value;
        return new Article
        {
            Id = id,
            Text = text,
            Outlet = "Northern Wire",
            PublishedAt = at,
            PublishedBasis = PublishedBasis.Given,
            ReceivedAt = at.AddMinutes(10),
            Intake = Intake.Import,
        };
    }

    /// <summary>A later version of the article.</summary>
    public static Article Corrected(this Article article, string since, string? text, string? received = null)
    {
        var at = PublicationTime.Parse(since)!.Value;
        var version = article with
        {
            Text = text ?? "",
            UpdatedAt = at,
            ReceivedAt = received is null ? at.AddMinutes(10) : PublicationTime.Parse(received)!.Value,
            Withdrawn = text is null,
        };
        return version with { VersionId = ArticleVersion.IdOf(version) };
    }

    /// <summary>The article with the id of its version, as Ingestion gives it.</summary>
    public static Article Versioned(this Article article) => article with { VersionId = ArticleVersion.IdOf(article) };
}
