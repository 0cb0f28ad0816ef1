using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Platform.Grpc;
using Parley.Protocol.Extraction.V1;
using Parley.Tests;
using Change = Parley.Protocol.Type.V1.Change;
using ProtoStatus = Parley.Protocol.Type.V1.EntryStatus;
using ProtoType = Parley.Protocol.Type.V1.EntryType;

namespace Parley.Integration.Tests.Extraction;

public sealed class Lists_of_the_ledger(Lists_of_the_ledger.CrowdedSite site) : IClassFixture<Lists_of_the_ledger.CrowdedSite>
{
    [Theory]
    [InlineData("")]
    [InlineData("start desc")]
    [InlineData("last_published")]
    [InlineData("last_published desc")]
    public async Task Come_in_order_in_pages_of_any_size_at_any_moment(string order)
    {
        foreach (var moment in new[] { null, Time("2024-03-12T00:00:00Z"), Time("2100-01-01T00:00:00Z") })
        {
            foreach (var known in new[] { null, moment })
            {
                var request = new ListEntriesRequest { OrderBy = order, AsOf = moment, KnownAt = known, PageSize = 1_000 };
                var whole = await site.Ledger.ReadAllAsync(request);
                request.PageSize = 7;

                var keys = whole.Select(e => order.StartsWith("last", StringComparison.Ordinal)
                    ? e.History[^1].PublishedAt.UtcDateTime.ToString("O") : (e.Start ?? DateOnly.FromDateTime(e.History[0].PublishedAt.UtcDateTime)).ToString("O")).ToList();
                whole.Count.ShouldBeGreaterThan(10);
                keys.ShouldBe(order.EndsWith("desc", StringComparison.Ordinal) ? keys.OrderDescending(StringComparer.Ordinal) : keys.Order(StringComparer.Ordinal));
                Ledgers.Json(await site.Ledger.ReadAllAsync(request)).ShouldBe(Ledgers.Json(whole));
            }
        }
    }

    [Fact]
    public async Task Are_narrowed_by_status_parties_type_and_days_alike_at_every_moment()
    {
        ListEntriesRequest[] filters =
        [
            new() { Statuses = { ProtoStatus.Held, ProtoStatus.Postponed } }, new() { Actors = { "NOR", "FIN" } }, new() { Actor = "NOR", Actors = { "TCD" } },
            new() { Type = ProtoType.Ceasefire }, new() { From = Day(10) }, new() { Until = Day(9) }, new() { From = Day(8), Until = Day(12), Statuses = { ProtoStatus.Planned } },
        ];
        var all = await site.Ledger.ReadAllAsync();
        Func<Entry, bool>[] right =
        [
            e => e.Status is EntryStatus.Held or EntryStatus.Postponed, e => Has(e, "NOR") && Has(e, "FIN"), e => Has(e, "NOR") && Has(e, "TCD"),
            e => e.Type == EntryType.Ceasefire, e => e.Start >= new DateOnly(2024, 3, 10), e => e.Start <= new DateOnly(2024, 3, 9),
            e => e.Start >= new DateOnly(2024, 3, 8) && e.Start <= new DateOnly(2024, 3, 12) && e.Status == EntryStatus.Planned,
        ];
        foreach (var (i, filter) in filters.Index())
        {
            var wanted = Ledgers.Json(all.Where(right[i]));
            wanted.ShouldNotBeEmpty($"filter {i}");
            Ledgers.Json(await site.Ledger.ReadAllAsync(filter)).ShouldBe(wanted, $"filter {i}");
            filter.AsOf = Time("2100-01-01T00:00:00Z");
            Ledgers.Json(await site.Ledger.ReadAllAsync(filter)).ShouldBe(wanted, $"filter {i} as of");
            filter.KnownAt = filter.AsOf;
            Ledgers.Json(await site.Ledger.ReadAllAsync(filter)).ShouldBe(wanted, $"filter {i} both");
            filter.AsOf = null;
            Ledgers.Json(await site.Ledger.ReadAllAsync(filter)).ShouldBe(wanted, $"filter {i} known at");
        }
    }

    [Fact]
    public async Task Of_changes_are_narrowed_in_pages_without_gap_or_repeat()
    {
        var all = await site.Ledger.ChangesAsync(site.Site);
        var entry = all.GroupBy(c => c.EntryId).MaxBy(g => g.Count())!.Key;
        (ListChangesRequest Request, Func<Change, bool> Right)[] filters =
        [
            (new() { EntryId = entry }, c => c.EntryId == entry), (new() { Type = ProtoType.Ceasefire }, c => c.After.Type == ProtoType.Ceasefire),
            (new() { Actors = { "NOR" } }, c => Has(c.After.ToDomain(), "NOR") || (c.Before is { } b && Has(b.ToDomain(), "NOR"))), (new() { NewsOnly = true }, c => c.News),
        ];
        foreach (var (request, right) in filters)
        {
            var read = new List<Change>();
            request.PageSize = 3;
            while (true)
            {
                var page = await site.Ledger.ListChangesAsync(request);
                read.AddRange(page.Changes);
                if (page.Changes.Count == 0)
                    break;
                request.PageToken = page.NextPageToken;
            }

            read.ShouldBe(all.Where(right));
        }
    }

    [Fact]
    public async Task Of_changes_refuse_a_token_of_other_filters()
    {
        // Waits until there is something behind the horizon; before, a token is empty.
        await site.Ledger.ChangesAsync(site.Site);
        var token = (await site.Ledger.ListChangesAsync(new() { PageSize = 1 })).NextPageToken;
        token.ShouldNotBeEmpty();

        var refusal = await Should.ThrowAsync<RpcException>(() => site.Ledger.ListChangesAsync(new() { PageToken = token, NewsOnly = true }).ResponseAsync);

        (refusal.StatusCode, GrpcErrors.FirstField(refusal)).ShouldBe((StatusCode.InvalidArgument, "page_token"));
    }

    [Fact]
    public async Task Of_changes_are_streamed_on_from_a_token_over_a_restart()
    {
        await using var other = await Site.OnRabbitMqAsync();
        var host = await other.StartExtractionAsync();
        var seen = new List<Change>();
        using var first = new LedgerService.LedgerServiceClient(host.Channel).WatchChanges(new(), deadline: DateTime.UtcNow.AddSeconds(60));
        (await first.ResponseStream.MoveNext(CancellationToken.None)).ShouldBeTrue();
        first.ResponseStream.Current.Change.ShouldBeNull();
        var token = first.ResponseStream.Current.ResumeToken;

        await other.TakeInAsync(host, [.. Dispatches.Pairs.Take(10)]);
        while (seen.Count < 4 && await first.ResponseStream.MoveNext(CancellationToken.None))
        {
            if (first.ResponseStream.Current.Change is { } change)
                seen.Add(change);
            token = first.ResponseStream.Current.ResumeToken;
        }

        await host.StopAsync();
        var restarted = await other.StartExtractionAsync();
        await other.TakeInAsync(restarted, [.. Dispatches.Pairs.Skip(10).Take(6)]);
        var ledger = new LedgerService.LedgerServiceClient(restarted.Channel);
        var all = await ledger.ChangesAsync(other);
        using var second = ledger.WatchChanges(new() { ResumeToken = token }, deadline: DateTime.UtcNow.AddSeconds(60));
        while (seen.Count < all.Count && await second.ResponseStream.MoveNext(CancellationToken.None))
        {
            if (second.ResponseStream.Current.Change is { } change)
                seen.Add(change);
        }

        seen.ShouldBe(all);
    }

    private static bool Has(Entry entry, string actor) => entry.Participants.Any(p => p.Id == actor);

    private static Protocol.Type.V1.Date Day(int day) => new() { Year = 2024, Month = 3, Day = day };

    private static Timestamp Time(string text) => Timestamp.FromDateTimeOffset(PublicationTime.Parse(text)!.Value);

    /// <summary>A running Extraction with many entries.</summary>
    public sealed class CrowdedSite : IAsyncLifetime
    {
        internal Site Site { get; private set; } = null!;

        internal LedgerService.LedgerServiceClient Ledger { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Site = await Site.OnRabbitMqAsync();
            var extraction = await Site.StartExtractionAsync();
            Ledger = new(extraction.Channel);
            await Site.TakeInAsync(extraction, [.. Dispatches.Crowd(60, seed: 3), .. Dispatches.Story]);
        }

        public async Task DisposeAsync() => await Site.DisposeAsync();
    }
}
