using Parley.Contracts;
using Parley.Extraction.Ledger;
using static Parley.Contracts.EntryKind;
using static Parley.Contracts.EntryStatus;

namespace Parley.Extraction.Tests.Ledger;

public sealed class The_five_articles
{
    private static readonly IReadOnlyList<Entry> Ledger = LedgerFold.Fold(SeedStory.Mentions);

    [Fact]
    public void The_visit_that_was_announced_and_put_off_is_one_entry_with_its_day()
    {
        var visit = Single(EntryType.Talks, "2020-06-14", e => e.Kind == Visit, "RUS", "TUR");
        visit.History.Select(h => h.Status).ShouldBe([Planned, Postponed]);
        visit.Status.ShouldBe(Postponed);
        visit.Place!.Country.ShouldBe("TUR");
    }

    [Fact]
    public void The_call_in_which_it_was_put_off_is_another() =>
        Single(EntryType.Talks, "2020-06-14", e => e.Kind == Call, "RUS", "TUR").Status.ShouldBe(Held);

    [Fact]
    public void The_announced_visit_and_the_news_conference_of_the_second_day_are_one_entry()
    {
        var visit = Single(EntryType.Talks, "2020-06-14", _ => true, "IRN", "TUR");
        visit.History.Select(h => h.Status).ShouldBe([Planned, Held]);
        visit.End.ShouldBe(new DateOnly(2020, 6, 15));
    }

    [Fact]
    public void The_talks_of_the_warring_sides_are_one_entry_under_their_country_and_under_their_names()
    {
        var talks = Single(EntryType.Talks, "2020-06-10", _ => true, "GNA", "LNA");
        talks.Status.ShouldBe(UnderWay);
        talks.History.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("2020-06-17", null, "LBY", "TUR")]
    [InlineData("2020-06-19", null, "ITA", "TUR")]
    [InlineData("2020-06-08", Call, "TUR", "USA")]
    [InlineData("2020-07-23", Call, "RUS", "TUR")]
    [InlineData("2020-07-23", Call, "EU", "TUR")]
    [InlineData("2020-07-21", Consultation, "RUS", "TUR")]
    [InlineData("2020-07-13", null, "EU", null)]
    [InlineData(null, null, "EU", "GNA")]
    public void What_was_held_stands_once(string? start, EntryKind? kind, string party, string? other)
    {
        string[] parties = other is null ? [party] : [party, other];
        Single(EntryType.Talks, start, e => (kind is null || e.Kind == kind) && e.Status == Held, parties).Disputed.ShouldBeFalse();
    }

    [Fact]
    public void The_one_sided_offer_the_wish_the_broken_truce_and_Idlib_are_apart()
    {
        var spring = Ledger.Where(e => e.Type == EntryType.Ceasefire && e.History[0].PublishedAt.Month == 6).ToArray();
        spring.Select(t => (t.Place!.Name, t.Status, t.History.Count)).ShouldBe(
            [("Libya", Collapsed, 1), ("Idlib", Violated, 1), ("Libya", CalledFor, 3), ("Libya", Proposed, 1)], ignoreOrder: true);
    }

    [Fact]
    public void Nothing_stands_twice()
    {
        foreach (var a in Ledger)
            foreach (var b in Ledger)
                (a.Id != b.Id && SameEvent(a, b)).ShouldBeFalse($"{a.Id} {a.Start} and {b.Id} {b.Start}");
    }

    private static bool SameEvent(Entry a, Entry b)
    {
        if (a.Type != b.Type || !a.Participants.Select(p => p.Id).ToHashSet().SetEquals(b.Participants.Select(p => p.Id))) return false;
        if (a.Kind != b.Kind && (a.Kind == Call || b.Kind == Call)) return false;
        return a.Start <= (b.End ?? b.Start) && b.Start <= (a.End ?? a.Start);
    }

    private static Entry Single(EntryType type, string? start, Func<Entry, bool> fits, params string[] parties) => Ledger.Single(e =>
        e.Type == type && e.Start?.ToString("O") == start && fits(e) && e.Participants.Select(p => p.Id).SequenceEqual(parties));
}
