using Grpc.Core;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Extraction.Analysis;
using Parley.Protocol.Extraction.V1;
using Parley.Tests;
using ProtoKind = Parley.Protocol.Type.V1.ChangeKind;
using ProtoStatus = Parley.Protocol.Type.V1.EntryStatus;

namespace Parley.Integration.Tests.Extraction;

public sealed class Articles_that_are_read_again
{
    private static readonly IReadOnlyList<Article> Articles = [.. Dispatches.Story, .. Dispatches.Crowd(60, seed: 5)];

    [Fact]
    public async Task Make_of_a_ledger_by_worse_rules_that_of_the_rules_and_alert_nobody()
    {
        await using var site = await Site.OnRabbitMqAsync();
        var right = ReprocessingSite.RightLedgerAsync(Articles);
        await site.FillByWorseRulesAsync(Articles);
        var host = await site.StartReadingByAsync(ReprocessingSite.GoodRules);
        var (ledger, runs) = (host.Ledger(), host.Runs());
        var before = await ledger.ReadAllAsync();
        var changesBefore = await site.ReadAsync<int>("extraction", "SELECT count(*) FROM changes");
        Ledgers.Json(before).ShouldNotBe(await right);

        var begun = await runs.RunAsync();
        var run = await runs.EndOfAsync(begun.Number);

        (run.State, run.Total, run.Done, run.Failed, run.WithoutText).ShouldBe((ReprocessingState.Finished, Articles.Count, Articles.Count, 0, 0));
        (run.RulesVersion, string.Join(' ', run.FormerRulesVersions)).ShouldBe((Analyzer.RulesVersion, "1"));
        var after = await ledger.ReadAllAsync();
        Ledgers.Json(after).ShouldBe(await right);
        var made = (await ledger.ChangesAsync(site)).Skip(changesBefore).ToList();
        made.ShouldNotBeEmpty();
        made.ShouldAllBe(c => !c.News && c.Reason == Protocol.Type.V1.ChangeReason.Reprocess);
        (await site.ReadAsync<int>("extraction", $"SELECT count(*) FROM readings WHERE rules_version <> '{Analyzer.RulesVersion}'")).ShouldBe(0);
        await ShouldTellTheDifferenceAsync(runs, run.Number, before, after);
    }

    [Fact]
    public async Task Are_told_to_the_other_services_and_alert_nobody_though_they_are_new_to_the_ledger()
    {
        await using var site = await Site.OnRabbitMqAsync();
        await site.StartAlertingAsync();
        await site.FillByWorseRulesAsync([.. Dispatches.Story.Select(a => a with { Intake = Intake.Backfill })]);
        var host = await site.StartReadingByAsync(ReprocessingSite.GoodRules);
        var runs = host.Runs();

        await runs.EndOfAsync((await runs.RunAsync()).Number);

        var changes = await site.ReadAsync<int>("extraction", "SELECT count(*) FROM changes");
        (await site.ReadAsync<int>("extraction", "SELECT count(*) FROM changes WHERE reprocessing = 1")).ShouldBeGreaterThan(0);
        await Eventually.BeAsync(changes, "changes that Alerting has handled", () => site.ReadAsync<int>("alerting", "SELECT count(*) FROM inbox"));
        (await site.ReadAsync<int>("alerting", "SELECT count(*) FROM changes")).ShouldBe(0);
    }

    [Fact]
    public async Task Go_on_where_a_copy_of_the_service_was_killed()
    {
        await using var site = await Site.OnRabbitMqAsync();
        var right = ReprocessingSite.RightLedgerAsync(Articles);
        await site.FillByWorseRulesAsync(Articles);
        using var gate = new ManualResetEventSlim();
        var (read, stuck) = (0, new TaskCompletionSource());
        var dying = await site.StartReadingByAsync(text =>
        {
            // It hangs in the middle of its second portion, with the batch in its hands, until its sessions are cut.
            if (Interlocked.Increment(ref read) > 15)
            {
                stuck.TrySetResult();
                gate.Wait(TimeSpan.FromSeconds(60));
            }

            return ReprocessingSite.GoodRules(text);
        });
        var begun = await dying.Runs().RunAsync();
        await stuck.Task.WaitAsync(TimeSpan.FromSeconds(30));
        var stopping = dying.StopAsync();
        await site.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
        var halfway = await site.ReadAsync<int>("extraction", "SELECT done FROM reprocessings");

        var host = await site.StartReadingByAsync(ReprocessingSite.GoodRules);
        var (ledger, runs) = (host.Ledger(), host.Runs());
        var run = await runs.EndOfAsync(begun.Number);
        gate.Set();
        await stopping;

        halfway.ShouldBe(10);
        (run.Done, run.Failed).ShouldBe((Articles.Count, 0));
        Ledgers.Json(await ledger.ReadAllAsync()).ShouldBe(await right);
    }

    [Fact]
    public async Task Go_on_where_the_database_went_away()
    {
        await using var site = await Site.OnRabbitMqAsync();
        await site.FillByWorseRulesAsync(Articles);
        using var gate = new ManualResetEventSlim();
        var (read, stuck) = (0, new TaskCompletionSource());
        var host = await site.StartReadingByAsync(text =>
        {
            if (Interlocked.Increment(ref read) == 15)
            {
                stuck.TrySetResult();
                gate.Wait(TimeSpan.FromSeconds(60));
            }

            return ReprocessingSite.GoodRules(text);
        });
        var runs = host.Runs();
        var begun = await runs.RunAsync();
        await stuck.Task.WaitAsync(TimeSpan.FromSeconds(30));

        await site.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
        gate.Set();

        await Eventually.BeAsync(Articles.Count, "articles that are done", () => site.ReadAsync<int>("extraction", $"SELECT done FROM reprocessings WHERE number = {begun.Number}"));
        (await runs.EndOfAsync(begun.Number)).State.ShouldBe(ReprocessingState.Finished);
    }

    [Fact]
    public async Task Are_shared_out_among_copies_of_the_service_each_read_once()
    {
        await using var site = await Site.OnRabbitMqAsync();
        var right = ReprocessingSite.RightLedgerAsync(Articles);
        await site.FillByWorseRulesAsync(Articles);
        int[] read = [0, 0];
        using var both = new Barrier(2);
        var hosts = await Task.WhenAll(Enumerable.Range(0, 2).Select(i => site.StartReadingByAsync(text =>
        {
            // The first text of each waits for that of the other, so that each has a batch.
            if (Interlocked.Increment(ref read[i]) == 1)
                both.SignalAndWait(TimeSpan.FromSeconds(20)).ShouldBeTrue();
            return ReprocessingSite.GoodRules(text);
        })));
        var runs = hosts[0].Runs();

        var run = await runs.EndOfAsync((await runs.RunAsync()).Number);

        (run.Done, read.Sum()).ShouldBe((Articles.Count, Articles.Count));
        read.ShouldAllBe(count => count > 0);
        Ledgers.Json(await hosts[1].Ledger().ReadAllAsync()).ShouldBe(await right);
    }

    [Fact]
    public async Task Say_what_they_said_where_the_analysis_fails_or_the_text_was_not_kept()
    {
        await using var site = await Site.OnRabbitMqAsync();
        await site.FillByWorseRulesAsync(Dispatches.Story);
        await site.ExecuteAsync($"UPDATE readings SET article = NULL WHERE article_id = '{Dispatches.PutOff.Id}'");
        var host = await site.StartReadingByAsync(text =>
            text.Text == Dispatches.Truce.Text ? throw new InvalidOperationException("more than the rules can take") : ReprocessingSite.GoodRules(text));
        var (ledger, runs) = (host.Ledger(), host.Runs());
        var truce = (await ledger.ReadAllAsync()).Single(e => e.Type == EntryType.Ceasefire);

        var run = await runs.EndOfAsync((await runs.RunAsync()).Number);

        (run.State, run.Total, run.Done, run.Failed, run.WithoutText).ShouldBe((ReprocessingState.Finished, 4, 4, 1, 1));
        (await site.ReadAsync<string>("extraction", $"SELECT string_agg(article_id, ' ' ORDER BY article_id) FROM readings WHERE rules_version = '1'"))
            .ShouldBe($"{Dispatches.PutOff.Id} {Dispatches.Truce.Id}");
        var after = await ledger.ReadAllAsync();
        Ledgers.Json(after.Where(e => e.Type == EntryType.Ceasefire)).ShouldBe(Ledgers.Json([truce]));
        after.Single(e => e.Type == EntryType.Talks).Status.ShouldBe(EntryStatus.Planned);
        var again = await runs.EndOfAsync((await runs.RunAsync()).Number);
        again.Total.ShouldBe(1, "what could not be read is tried again by the next run");
    }

    [Fact]
    public async Task Are_read_in_one_run_at_a_time_that_can_be_ended()
    {
        await using var site = await Site.OnRabbitMqAsync();
        await site.FillByWorseRulesAsync(Articles);
        using var gate = new ManualResetEventSlim();
        var host = await site.StartReadingByAsync(text =>
        {
            gate.Wait(TimeSpan.FromSeconds(60));
            return ReprocessingSite.GoodRules(text);
        });
        var runs = host.Runs();
        var request = new StartReprocessingRequest { RequestId = "7d4b1a3e-27c5-4d0c-9a6c-0c6c0f1d2e55" };

        var first = await runs.StartReprocessingAsync(request);
        var second = await runs.StartReprocessingAsync(new() { All = true });
        var cancelled = (await runs.CancelReprocessingAsync(new() { Number = first.Run.Number })).Run;
        gate.Set();
        var repeated = await runs.StartReprocessingAsync(request);
        var next = await runs.StartReprocessingAsync(new());

        (first.Joined, second.Joined, second.Run.Number).ShouldBe((false, true, first.Run.Number));
        (cancelled.State, cancelled.Done, cancelled.FinishedAt).ShouldBe((ReprocessingState.Cancelled, 0, repeated.Run.FinishedAt));
        (repeated.Run.Number, repeated.Joined).ShouldBe((first.Run.Number, false));
        next.Run.Number.ShouldBe(first.Run.Number + 1);
        (await runs.EndOfAsync(next.Run.Number)).Done.ShouldBe(Articles.Count);
        (await runs.GetReprocessingAsync(new() { Number = first.Run.Number })).Run.Done.ShouldBe(0, "what a copy held when the run was ended has no effect");
        (await runs.GetReprocessingAsync(new())).Run.Number.ShouldBe(next.Run.Number);
    }

    [Fact]
    public async Task Change_nothing_where_the_rules_are_the_same_and_are_left_unless_all_are_wanted()
    {
        await using var site = await Site.OnRabbitMqAsync();
        var host = await site.StartReadingByAsync(ReprocessingSite.GoodRules);
        var (ledger, runs) = (host.Ledger(), host.Runs());
        await site.TakeInAsync(host, Articles);

        (await runs.StartReprocessingAsync(new())).Run.ShouldBeNull();
        (await Should.ThrowAsync<RpcException>(runs.GetReprocessingAsync(new()).ResponseAsync)).StatusCode.ShouldBe(StatusCode.NotFound);
        var run = await runs.EndOfAsync((await runs.RunAsync(all: true)).Number);

        (run.Done, run.ChangedEntries).ShouldBe((Articles.Count, 0));
        (await runs.ChangesOfAsync(run.Number)).ShouldBeEmpty();
    }

    /// <summary>Who applies what the run is said to have changed to the ledger as it was has the ledger as it is.</summary>
    private static async Task ShouldTellTheDifferenceAsync(
        ReprocessingService.ReprocessingServiceClient runs, long number, IReadOnlyList<Entry> before, IReadOnlyList<Entry> after)
    {
        var changes = await runs.ChangesOfAsync(number);
        var applied = before.ToDictionary(e => e.Id, Line);
        foreach (var change in changes.Where(c => c.Before is not null))
        {
            applied.Remove(change.Before.Id, out var was).ShouldBeTrue();
            Line(change.Before.ToDomain()).ShouldBe(was);
        }

        foreach (var change in changes.Where(c => c.After is not null))
            applied.Add(change.After.Id, Line(change.After.ToDomain()));

        applied.OrderBy(e => e.Key).Select(e => e.Value).ShouldBe(after.OrderBy(e => e.Id).Select(Line));
        changes.ShouldContain(c => c.Kind == ProtoKind.Status && c.Before.Status == ProtoStatus.Held && c.After.Status == ProtoStatus.Postponed);
        changes.ShouldAllBe(c => c.Before == null || c.After == null || !c.Before.Equals(c.After));
        changes.Where(c => c.Kind == ProtoKind.Merged).ShouldAllBe(c => applied.ContainsKey(c.MergedInto));
    }

    private static string Line(Entry entry) => Ledgers.Json([entry]);
}
