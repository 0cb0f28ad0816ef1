using Npgsql;
using Parley.Contracts;
using Parley.Extraction;
using Parley.Extraction.Ledger.Verdicts;
using Parley.Extraction.Storage;
using Parley.Platform.Storage;
using Parley.Tests;

namespace Parley.Integration.Tests.Extraction;

public sealed class Transactions_that_overlap : IAsyncLifetime
{
    private static readonly Article Opening = Reports.Of("opening", "2024-03-05T18:00:00Z", "Negotiators of Kenya and Uganda opened peace talks on Tuesday.");
    private static readonly Article Others = Reports.Of("others", "2024-03-06T18:00:00Z", "Negotiators of Uganda and Tanzania held peace talks on Wednesday.");
    private static readonly Article Progress = Reports.Of("progress", "2024-03-07T18:00:00Z", "Negotiators of Kenya and Uganda made no progress in the peace talks on Thursday.");

    private Site _site = null!;
    private RunningHost _host = null!;

    public async Task InitializeAsync()
    {
        _site = await Site.OnRabbitMqAsync();
        _host = await _site.StartExtractionAsync();
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Log_the_steps_of_an_entry_in_their_order_though_the_one_that_writes_last_began_first()
    {
        await using var early = await BeginAsync();
        await using (var number = new NpgsqlCommand("SELECT pg_current_xact_id()::text", early.Connection, early.Transaction))
            await number.ExecuteScalarAsync();
        await WriteAsync(Reports.Planned("Norway", "Peru", 8));

        await ApplyAsync(early, Reports.Held("Norway", "Peru", 8));
        await early.CommitAsync(CancellationToken.None);
        await WriteAsync(Reports.Planned("Chile", "Cuba", 9));

        var log = await Eventually.SeeAsync(
            "the changes", async () => (await _host.Get<ChangeLog>().ReadAsync(default, 100, CancellationToken.None)).Rows, rows => rows.Count == 3);
        log.GroupBy(l => l.Change.EntryId).Select(g => string.Join(' ', g.Select(l => l.Change.Version))).ShouldBe(["1 2", "1"]);
    }

    [Fact]
    public async Task Leave_a_mention_with_the_entry_that_another_gave_it()
    {
        await WriteAsync(Opening, Others);
        await using var unites = await BeginAsync();
        await ApplyAsync(unites, Progress);
        unites.BeginWriting(CancellationToken.None);
        await SeeAsync(0, "mentions that nobody holds", "SELECT count(*) FROM (SELECT FROM mentions WHERE article_id = 'others' FOR UPDATE SKIP LOCKED) AS free");

        await RepeatAsync(Others, meanwhile: unites);

        (await _site.ReadAsync<int>("extraction", "SELECT count(DISTINCT entry_id) FROM mentions")).ShouldBe(1);
    }

    [Fact]
    public async Task Leave_a_mention_false_that_an_analyst_has_found_so()
    {
        await WriteAsync(Others);
        var id = await _site.ReadAsync<string>("extraction", "SELECT id FROM mentions");
        await using var verdict = await BeginAsync();
        var given = new GivenVerdict
        {
            Verdict = new Verdict { Id = "v", Kind = VerdictKind.False, Subject = id, OfStep = true, MadeAt = DateTimeOffset.UtcNow },
            EntryId = "e",
            Reason = "",
            By = "Ada Analyst",
        };
        await VerdictTable.InsertAsync(verdict, given, [id], [], CancellationToken.None);
        await MentionTable.HeedVerdictsAsync(verdict, [id], CancellationToken.None);

        await RepeatAsync(Others, meanwhile: verdict);

        (await _site.ReadAsync<bool>("extraction", "SELECT refuted FROM mentions")).ShouldBeTrue();
    }

    /// <summary>A later version of the article comes that tells the same, and reaches its rows while the other transaction has not committed what it did to them.</summary>
    private async Task RepeatAsync(Article article, UnitOfWork meanwhile)
    {
        await using var repeats = await BeginAsync();
        await ApplyAsync(repeats, article.Corrected("2024-03-08T18:00:00Z", $"{article.Text} It rained."));
        var committed = repeats.CommitAsync(CancellationToken.None);
        await SeeAsync(1, "transactions that wait", "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");

        await meanwhile.CommitAsync(CancellationToken.None);
        await committed;
    }

    private async Task WriteAsync(params Article[] articles)
    {
        await using var work = await BeginAsync();
        await ApplyAsync(work, articles);
        await work.CommitAsync(CancellationToken.None);
    }

    private Task SeeAsync(int count, string what, string sql) => Eventually.BeAsync(count, what, () => _site.ReadAsync<int>("extraction", sql));

    private Task<UnitOfWork> BeginAsync() => _host.Get<ExtractionDatabase>().BeginAsync(CancellationToken.None);

    private Task ApplyAsync(UnitOfWork work, params Article[] articles) =>
        _host.Get<LedgerStore>().ApplyAsync(work, [.. articles.Select(a => _host.Get<RulesReader>().Read(a.VersionId is null ? a.Versioned() : a))], CancellationToken.None);
}
