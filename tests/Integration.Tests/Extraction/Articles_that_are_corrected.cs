using Google.Protobuf.WellKnownTypes;
using Parley.Contracts;
using Parley.Protocol.Extraction.V1;
using Parley.Tests;
using ProtoReason = Parley.Protocol.Type.V1.ChangeReason;

namespace Parley.Integration.Tests.Extraction;

public sealed class Articles_that_are_corrected(VerdictSite site) : IClassFixture<VerdictSite>
{
    private static readonly Article Held = Reports.Held("Peru", "Ecuador", 8);

    /// <summary>The day of the meeting is put right, then the article is withdrawn, then it comes back.</summary>
    private static readonly Article[] Versions =
    [
        Held.Versioned(),
        Held.Corrected("2024-03-09T12:00:00Z", "The foreign ministers of Peru and Ecuador met in Geneva on March 7, an official said."),
        Held.Corrected("2024-03-09T18:00:00Z", null),
        Held.Corrected("2024-03-10T09:00:00Z", "The foreign ministers of Peru and Ecuador met in Geneva on March 9, an official said."),
    ];

    [Fact]
    public async Task Give_the_same_ledger_in_whatever_order_their_versions_come()
    {
        Article[] story = [Reports.Planned("Peru", "Ecuador", 8).Versioned(), .. Versions, .. Dispatches.Story];
        var ledgers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async seed =>
        {
            await using var other = await Site.OnRabbitMqAsync();
            var host = await other.StartExtractionAsync(new Dictionary<string, string?> { ["Parley:Bus:BatchSize"] = "3" });
            var articles = story.ToArray();
            if (seed > 0)
                new Random(seed).Shuffle(articles);
            await other.TakeInAsync(host, seed == 3 ? [.. articles, .. articles] : articles);
            var ledger = new LedgerService.LedgerServiceClient(host.Channel);
            var past = await ledger.ReadAllAsync(new() { AsOf = Time("2024-03-09T13:00:00Z") });
            return Ledgers.Json(await ledger.ReadAllAsync()) + "\n" + Ledgers.Json(past);
        }));

        ledgers[0].ShouldContain("\"start\":\"2024-03-09\"");
        ledgers[0].ShouldContain("\"start\":\"2024-03-07\"");
        ledgers.ShouldAllBe(l => l == ledgers[0]);
    }

    [Fact]
    public async Task Are_read_as_of_and_known_at_every_moment_before_and_after()
    {
        await site.TellAsync([Reports.Planned("Peru", "Ecuador", 8).Versioned(), .. Versions]);
        var id = (await site.EntriesAsync("PER")).Single().Id;
        (string AsOf, string Entry)[] moments =
        [
            ("2024-03-05T00:00:00Z", "planned 1 2024-03-08"), ("2024-03-09T10:00:00Z", "held 2 2024-03-08"), ("2024-03-09T13:00:00Z", "held 2 2024-03-07"),
            ("2024-03-09T19:00:00Z", "planned 1 2024-03-08"), ("2024-03-10T10:00:00Z", "held 2 2024-03-09"),
        ];

        foreach (var (moment, entry) in moments)
        {
            var time = Time(moment);
            Text(await site.EntryAsync(id, new() { AsOf = time })).ShouldBe(entry, $"as of {moment}");
            Text(await site.EntryAsync(id, new() { KnownAt = time })).ShouldBe(entry, $"known at {moment}");
            var both = Ledgers.Json(await site.Ledger.ReadAllAsync(new() { Actor = "PER", AsOf = time, KnownAt = time }));
            Ledgers.Json(await site.Ledger.ReadAllAsync(new() { Actor = "PER", AsOf = time })).ShouldBe(both, $"as of {moment}");
            Ledgers.Json(await site.Ledger.ReadAllAsync(new() { Actor = "PER", KnownAt = time })).ShouldBe(both, $"known at {moment}");
            Ledgers.Json([await site.EntryAsync(id, new() { AsOf = time, KnownAt = time })]).ShouldBe(both, $"both at {moment}");
        }
    }

    [Fact]
    public async Task Tell_those_who_were_alerted_what_they_take_back()
    {
        using var alerts = await site.AlertsAsync("CHL");
        var held = Reports.Held("Chile", "Bolivia", 8);
        await site.TellAsync(held.Versioned());
        (await VerdictSite.NextAsync(alerts)).ShouldBe((ChangeKind.New, EntryStatus.Held));

        await site.TellAsync(held.Corrected("2024-03-09T12:00:00Z", "The foreign ministers of Chile and Bolivia postponed their meeting in Geneva that was planned for March 8, an official said."));
        (await VerdictSite.NextAsync(alerts)).Status.ShouldBe(EntryStatus.Postponed);

        await site.TellAsync(held.Corrected("2024-03-09T18:00:00Z", null));
        (await VerdictSite.NextAsync(alerts)).Kind.ShouldBe(ChangeKind.Retracted);
        (await site.Ledger.ChangesAsync(site.Site)).Where(c => c.After.Participants.Any(p => p.Actor.Id == "CHL")).Select(c => c.Reason).Distinct()
            .ShouldBe([ProtoReason.Article, ProtoReason.Correction]);
    }

    private static string Text(Entry entry) => $"{WireWord.Of(entry.Status)} {entry.History.Count} {entry.Start:yyyy-MM-dd}";

    private static Timestamp Time(string text) => Timestamp.FromDateTimeOffset(PublicationTime.Parse(text)!.Value);
}
