using Parley.Contracts;
using Parley.Extraction.Ledger;
using Parley.Extraction.Ledger.Verdicts;
using static Parley.Contracts.EntryStatus;

namespace Parley.Extraction.Tests.Ledger;

/// <summary>Two reports have nothing in common that shows them to be of one matter, until a third tells what belongs to both.</summary>
public sealed class Entries_that_turn_out_to_be_one
{
    private static readonly LedgerMention Plan = Told.Talks(Planned, "KEN", "UGA").On("2011-05-09").In("a", "2011-05-05T09:00:00Z");
    private static readonly LedgerMention Departure = Told.Talks(Planned, "KEN").At("Kampala", "UGA").About("Somalia").In("b", "2011-05-08T09:00:00Z");
    private static readonly LedgerMention Meeting = Told.Talks(Held, "KEN", "UGA").On("2011-05-09").At("Kampala", "UGA").About("Somalia").In("c", "2011-05-09T20:00:00Z");

    [Fact]
    public void What_an_entry_has_learned_brings_in_the_report_that_did_not_fit_before()
    {
        LedgerFold.Fold([Plan, Departure]).Count.ShouldBe(2);

        var entry = LedgerFold.Fold([Plan, Departure, Meeting]).Single();

        (entry.Id, entry.Status, entry.History.Count).ShouldBe((EntryId.Of(Plan), Held, 3));
    }

    [Fact]
    public void The_later_entry_is_merged_into_the_earlier()
    {
        var part = new LedgerPart(new FreshnessOptions());
        Apply(part, Plan);
        Apply(part, Departure);

        var changes = Apply(part, Meeting);

        changes.Select(c => (c.Kind, c.EntryId, c.MergedInto)).ShouldBe([(ChangeKind.Status, EntryId.Of(Plan), null), (ChangeKind.Merged, EntryId.Of(Departure), EntryId.Of(Plan))]);
    }

    [Fact]
    public void They_are_two_again_when_the_report_that_united_them_is_withdrawn()
    {
        var part = new LedgerPart(new FreshnessOptions());
        foreach (var mention in (LedgerMention[])[Meeting, Departure, Plan]) Apply(part, mention);
        part.Entries.Count.ShouldBe(1);

        part.TryApply(new Arrival { Went = [Meeting.Id], RecordedAt = default }, out _).ShouldBeTrue();

        part.Entries.Select(e => e.Entry.Id).ShouldBe([EntryId.Of(Plan), EntryId.Of(Departure)], ignoreOrder: true);
    }

    [Fact]
    public void An_analyst_keeps_them_apart() =>
        LedgerFold.FoldWithMentions([Plan, Departure, Meeting], new VerdictSet([Verdict(VerdictKind.NotSameAs, Plan, Departure)])).Count.ShouldBe(2);

    [Fact]
    public void One_article_that_tells_of_both_keeps_them_apart()
    {
        LedgerMention other = Told.Talks(Planned, "KEN").At("Entebbe", "UGA").In("c", "2011-05-09T20:00:00Z", 500);
        LedgerFold.Fold([Plan, Departure, Meeting, other]).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("2011-05-10", 1)]
    [InlineData("2011-05-13", 2)]
    public void They_met_a_day_late_as_planned_and_not_days_later(string day, int entries) => LedgerFold.Fold([
        Told.Talks(Planned, "KEN", "UGA").A(EntryKind.Visit).On("2011-05-09").At("Kampala", "UGA").In("a", "2011-05-05T09:00:00Z"),
        Told.Talks(UnderWay, "KEN", "UGA").On(day).In("b", day + "T09:00:00Z"),
        Told.Talks(Held, "KEN", "UGA").On(day).At("Kampala", "UGA").In("c", day + "T20:00:00Z")]).Count.ShouldBe(entries);

    [Theory]
    [InlineData("The talks went on into the night.", 1)]
    [InlineData("Talks went on into the night.", 2)]
    public void The_talks_are_those_that_a_side_is_in_these_days(string sentence, int entries) => LedgerFold.Fold([
        Told.Talks(UnderWay, "KEN", "UGA").A(EntryKind.Negotiation).In("a", "2011-05-09T09:00:00Z"),
        Told.Talks(UnderWay, "UGA", "TZA").A(EntryKind.Negotiation).Says(sentence).In("b", "2011-05-11T09:00:00Z")]).Count.ShouldBe(entries);

    [Theory]
    [InlineData("Neither side would name a day for the truce.", 1)]
    [InlineData("A truce was wanted by all.", 2)]
    public void The_truce_is_the_one_that_the_land_speaks_of_in_these_weeks(string sentence, int entries) => LedgerFold.Fold([
        Told.Truce(Proposed, "KEN", "UGA").In("a", "2011-05-01T09:00:00Z"),
        Told.Truce(Agreed, "UGA", "TZA").On("2011-05-20").Says(sentence).In("b", "2011-05-21T09:00:00Z")]).Count.ShouldBe(entries);

    [Fact]
    public void The_truce_after_one_that_is_over_is_another() => LedgerFold.Fold([
        Told.Truce(Agreed, "KEN", "UGA").On("2011-05-01").In("a", "2011-05-01T09:00:00Z"),
        Told.Truce(Collapsed, "KEN", "UGA").In("b", "2011-05-08T09:00:00Z"),
        Told.Truce(Agreed, "KEN", "UGA").On("2011-05-20").Says("They signed the truce at noon.").In("c", "2011-05-20T09:00:00Z")]).Count.ShouldBe(2);

    private static IReadOnlyList<LedgerChange> Apply(LedgerPart part, LedgerMention mention)
    {
        part.TryApply(new Arrival { Came = [mention], RecordedAt = default }, out var changes).ShouldBeTrue();
        return changes;
    }

    private static Verdict Verdict(VerdictKind kind, LedgerMention subject, LedgerMention other) => new()
    {
        Id = "v1",
        Kind = kind,
        Subject = subject.Id,
        Other = other.Id,
        MadeAt = default,
    };
}
