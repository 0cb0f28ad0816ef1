using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Parley.Contracts;
using Parley.Protocol.Extraction.V1;
using Parley.Tests;

namespace Parley.Integration.Tests.Extraction;

public sealed class The_ledger_over_gRPC(LedgerSite site) : IClassFixture<LedgerSite>
{
    [Fact]
    public async Task Holds_what_the_articles_told_with_the_sentence_that_proves_it()
    {
        var entry = (await site.Ledger.ReadAllAsync()).Single(e => e.History.Any(s => s.Article == Dispatches.PutOff.Id));

        (entry.Type, entry.Status, entry.Start).ShouldBe((EntryType.Talks, EntryStatus.Postponed, new DateOnly(2024, 3, 8)));
        entry.Participants.Select(p => p.Id).ShouldBe(["FIN", "NOR"]);
        entry.History.Select(s => s.Status).ShouldBe([EntryStatus.Planned, EntryStatus.Planned, EntryStatus.Postponed]);
        foreach (var step in entry.History)
        {
            var article = Dispatches.Story.Single(a => a.Id == step.Article);
            article.Text[step.Evidence.Start..step.Evidence.End].ShouldBe(step.Evidence.Text);
            (step.PublishedAt, step.PublishedAt.Offset).ShouldBe((article.PublishedAt, article.PublishedAt.Offset));
        }
    }

    [Fact]
    public async Task Leads_from_an_id_that_an_entry_had_before_to_the_entry()
    {
        // The announcement came first, and the entry had its id; then one came that had been published earlier, and the entry begins with that now.
        var changes = await site.Ledger.ChangesAsync(site.Site);
        var first = changes.First(c => c.Cause.ArticleId == Dispatches.Announced.Id).EntryId;
        var now = (await site.Ledger.ReadAllAsync()).Single(e => e.History.Any(s => s.Article == Dispatches.Announced.Id)).Id;

        now.ShouldNotBe(first);
        (await site.Ledger.GetEntryAsync(new() { EntryId = first })).Entry.Id.ShouldBe(now);
        (await site.Ledger.GetEntryAsync(new() { EntryId = now })).Entry.Id.ShouldBe(now);
    }

    [Fact]
    public async Task Knows_no_entry_of_an_id_that_was_never_given()
    {
        var refusal = await Should.ThrowAsync<RpcException>(() => site.Ledger.GetEntryAsync(new() { EntryId = "talks-0" }).ResponseAsync);

        refusal.StatusCode.ShouldBe(StatusCode.NotFound);
    }

    [Theory]
    [InlineData("2024-03-04T07:30:00Z", "planned 1")]
    [InlineData("2024-03-06T00:00:00Z", "planned 2")]
    [InlineData("2024-03-07T17:00:00Z", "postponed 3")]
    [InlineData("2024-03-01T00:00:00Z", "")]
    public async Task As_of_a_moment_goes_by_what_had_been_published(string moment, string oslo)
    {
        var ledger = await site.Ledger.ReadAllAsync(new() { AsOf = Time(moment) });

        OsloOf(ledger).ShouldBe(oslo);
    }

    [Theory]
    [InlineData("2024-03-04T08:05:00Z", "")]
    [InlineData("2024-03-04T08:15:00Z", "planned 1")]
    [InlineData("2024-03-07T17:15:00Z", "postponed 2")]
    [InlineData("2024-03-10T00:00:00Z", "postponed 3")]
    public async Task Known_at_a_moment_goes_by_what_had_arrived(string moment, string oslo)
    {
        var ledger = await site.Ledger.ReadAllAsync(new() { KnownAt = Time(moment) });

        OsloOf(ledger).ShouldBe(oslo);
    }

    [Fact]
    public async Task As_of_now_equals_the_ledger_as_it_is_kept()
    {
        Ledgers.Json(await site.Ledger.ReadAllAsync(new() { AsOf = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow) }))
            .ShouldBe(Ledgers.Json(await site.Ledger.ReadAllAsync()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Comes_in_pages_without_gap_or_repeat(bool asOf)
    {
        var whole = new ListEntriesRequest { PageSize = 1_000, AsOf = asOf ? Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow) : null };
        var pages = whole.Clone();
        pages.PageSize = 1;

        var entries = await site.Ledger.ReadAllAsync(whole);

        entries.Count.ShouldBeGreaterThan(1);
        Ledgers.Json(await site.Ledger.ReadAllAsync(pages)).ShouldBe(Ledgers.Json(entries));
    }

    [Fact]
    public async Task Is_filtered_by_actor_and_type()
    {
        (await site.Ledger.ReadAllAsync(new() { Actor = "TCD" })).ShouldAllBe(e => e.Type == EntryType.Ceasefire);
        (await site.Ledger.ReadAllAsync(new() { Type = Protocol.Type.V1.EntryType.Talks })).ShouldAllBe(e => e.Participants.Any(p => p.Id == "NOR"));
        (await site.Ledger.ReadAllAsync(new() { Actor = "PER" })).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("!!!")]
    public async Task Refuses_a_page_token_that_it_did_not_give(string token)
    {
        var refusal = await Should.ThrowAsync<RpcException>(() => site.Ledger.ListEntriesAsync(new() { PageToken = token }).ResponseAsync);

        refusal.StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    [Fact]
    public async Task Refuses_a_page_token_of_other_filters()
    {
        var token = (await site.Ledger.ListEntriesAsync(new() { PageSize = 1 })).NextPageToken;

        var refusal = await Should.ThrowAsync<RpcException>(() => site.Ledger.ListEntriesAsync(new() { PageToken = token, Actor = "NOR" }).ResponseAsync);

        refusal.StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    [Fact]
    public async Task Tells_its_changes_in_order_and_goes_on_from_a_token()
    {
        var all = await site.Ledger.ChangesAsync(site.Site);
        var first = await site.Ledger.ListChangesAsync(new() { PageSize = 1 });
        var rest = await site.Ledger.ListChangesAsync(new() { PageSize = 1_000, PageToken = first.NextPageToken });
        var none = await site.Ledger.ListChangesAsync(new() { PageToken = rest.NextPageToken });

        first.Changes.Concat(rest.Changes).ShouldBe(all);
        none.Changes.ShouldBeEmpty();
        none.NextPageToken.ShouldBe(rest.NextPageToken);
        foreach (var ofEntry in all.GroupBy(c => c.EntryId))
            ofEntry.Select(c => c.Version).ShouldBe(Enumerable.Range(1, ofEntry.Count()));
    }

    private static string OsloOf(IEnumerable<Entry> ledger) => string.Join(' ', ledger
        .Where(e => e.Participants.Any(p => p.Id == "NOR")).Select(e => $"{WireWord.Of(e.Status)} {e.History.Count}"));

    private static Timestamp Time(string text) => Timestamp.FromDateTimeOffset(PublicationTime.Parse(text)!.Value);
}
