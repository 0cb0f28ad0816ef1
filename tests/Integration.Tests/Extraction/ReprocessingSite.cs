using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Parley.Contracts;
using Parley.Extraction;
using Parley.Extraction.Analysis;
using Parley.Protocol.Extraction.V1;
using Parley.Tests;

namespace Parley.Integration.Tests.Extraction;

/// <summary>A ledger by rules that tests choose, and what becomes of it when it is read again.</summary>
internal static class ReprocessingSite
{
    /// <summary>No rests, so that tests need not wait for them.</summary>
    private static readonly Dictionary<string, string?> Eager = new() { ["Parley:Reprocessing:Share"] = "1" };

    /// <summary>Takes talks that are planned for held, and knows no postponement and no place.</summary>
    public static Func<ArticleText, IReadOnlyList<Mention>> WorseRules { get; } = text =>
        [.. GoodRules(text).Where(m => m.Status != EntryStatus.Postponed).Select(m => m with { Status = m.Status == EntryStatus.Planned ? EntryStatus.Held : m.Status, Place = null })];

    /// <summary>Those of the program.</summary>
    public static IReadOnlyList<Mention> GoodRules(ArticleText text) => Analyzer.Default.Analyze(text).Mentions;

    public static Task<RunningHost> StartReadingByAsync(
        this Site site, Func<ArticleText, IReadOnlyList<Mention>> rules, IReadOnlyDictionary<string, string?>? more = null) => site.StartAsync(
        "extraction",
        parley =>
        {
            parley.AddExtraction();
            parley.Services.AddSingleton(new RulesReader(rules));
        },
        app => app.MapExtraction(),
        Eager.Concat(more ?? new Dictionary<string, string?>()).GroupBy(s => s.Key).ToDictionary(g => g.Key, g => g.Last().Value));

    /// <summary>Fills the ledger by the worse rules, which then count as those of version 1.</summary>
    /// <param name="site">Where.</param>
    /// <param name="articles">What they read.</param>
    public static async Task FillByWorseRulesAsync(this Site site, IReadOnlyCollection<Article> articles)
    {
        var worse = await site.StartReadingByAsync(WorseRules);
        await site.TakeInAsync(worse, articles);
        await worse.StopAsync();
        await site.ExecuteAsync("UPDATE readings SET rules_version = '1'");
    }

    /// <summary>The ledger that the program's rules make of articles.</summary>
    public static async Task<string> RightLedgerAsync(IReadOnlyCollection<Article> articles)
    {
        await using var site = await Site.OnRabbitMqAsync();
        var host = await site.StartReadingByAsync(GoodRules);
        await site.TakeInAsync(host, articles);
        return Ledgers.Json(await host.Ledger().ReadAllAsync());
    }

    public static LedgerService.LedgerServiceClient Ledger(this RunningHost host) => new(host.Channel);

    public static ReprocessingService.ReprocessingServiceClient Runs(this RunningHost host) => new(host.Channel);

    public static async Task<ReprocessingRun> RunAsync(this ReprocessingService.ReprocessingServiceClient runs, bool all = false) =>
        (await runs.StartReprocessingAsync(new() { All = all })).Run;

    /// <summary>Waits until a run has ended.</summary>
    public static Task<ReprocessingRun> EndOfAsync(this ReprocessingService.ReprocessingServiceClient runs, long number) => Eventually.SeeAsync(
        $"run {number} has ended",
        async () => (await runs.GetReprocessingAsync(new() { Number = number })).Run,
        run => run.State != ReprocessingState.UnderWay);

    /// <summary>All that a run changed, in pages of two.</summary>
    public static async Task<IReadOnlyList<ReprocessingChange>> ChangesOfAsync(this ReprocessingService.ReprocessingServiceClient runs, long number)
    {
        var changes = new List<ReprocessingChange>();
        var request = new ListReprocessingChangesRequest { Number = number, PageSize = 2 };
        do
        {
            var page = await runs.ListReprocessingChangesAsync(request);
            changes.AddRange(page.Changes);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return changes;
    }

    public static async Task ExecuteAsync(this Site site, string sql)
    {
        await using var connection = await site.OpenAsync("extraction");
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
