using Google.Protobuf.WellKnownTypes;
using Parley.Contracts;
using Parley.Tests;
using ProtoKind = Parley.Protocol.Type.V1.ChangeKind;

namespace Parley.Integration.Tests.Extraction;

public sealed class Entries_that_turn_out_to_be_one(VerdictSite site) : IClassFixture<VerdictSite>
{
    private static readonly Article Opening = Reports.Of("opening", "2024-03-05T18:00:00Z", "Negotiators of Kenya and Uganda opened peace talks on Tuesday.");
    private static readonly Article Others = Reports.Of("others", "2024-03-06T18:00:00Z", "Negotiators of Uganda and Tanzania held peace talks on Wednesday.");
    private static readonly Article Progress = Reports.Of("progress", "2024-03-07T18:00:00Z", "Negotiators of Kenya and Uganda made no progress in the peace talks on Thursday.");

    [Fact]
    public async Task Are_two_as_of_the_days_before_and_lead_to_one_until_what_united_them_is_withdrawn()
    {
        await site.TellAsync(Opening.Versioned(), Others.Versioned());
        var (kept, merged) = ((await site.EntriesAsync("KEN")).Single().Id, (await site.EntriesAsync("TZA")).Single().Id);
        merged.ShouldNotBe(kept);

        await site.TellAsync(Progress.Versioned());

        (await site.EntriesAsync("UGA")).Single().Id.ShouldBe(kept);
        (await site.EntryAsync(merged)).Id.ShouldBe(kept);
        (await site.Ledger.ChangesAsync(site.Site)).ShouldContain(c => c.Kind == ProtoKind.Merged && c.EntryId == merged && c.MergedInto == kept);
        await AreAsync("2024-03-06T12:00:00Z", 1);
        await AreAsync("2024-03-06T19:00:00Z", 2);
        await AreAsync("2024-03-07T19:00:00Z", 1);
        (await site.EntryAsync(merged, new() { AsOf = Time("2024-03-06T19:00:00Z") })).Id.ShouldBe(merged);

        await site.TellAsync(Progress.Corrected("2024-03-09T18:00:00Z", null));

        (await site.EntriesAsync("UGA")).Select(e => e.Id).ShouldBe([kept, merged], ignoreOrder: true);
        await AreAsync("2024-03-06T19:00:00Z", 2);
        await AreAsync("2024-03-08T12:00:00Z", 1);
        await AreAsync("2024-03-10T12:00:00Z", 2);
    }

    /// <summary>Read as the difference to the ledger of now, and folded of all mentions of that time.</summary>
    private async Task AreAsync(string moment, int entries)
    {
        var time = Time(moment);
        var cut = await site.Ledger.ReadAllAsync(new() { Actor = "UGA", AsOf = time });
        cut.Count.ShouldBe(entries, $"as of {moment}");
        Ledgers.Json(cut).ShouldBe(Ledgers.Json(await site.Ledger.ReadAllAsync(new() { Actor = "UGA", AsOf = time, KnownAt = Time("2024-04-01T00:00:00Z") })));
    }

    private static Timestamp Time(string text) => Timestamp.FromDateTimeOffset(PublicationTime.Parse(text)!.Value);
}
