using Parley.Contracts;
using Parley.Extraction.Ledger;
using static Parley.Contracts.EntryKind;
using static Parley.Contracts.EntryStatus;

namespace Parley.Extraction.Tests.Ledger;

/// <summary>A round of negotiations or a summit is told of on each of its days, now by one side, now by the mediator.</summary>
public sealed class Talks_that_take_days
{
    private static readonly Told Opening = Told.Talks(UnderWay, "PER", "ECU").A(Negotiation).On("1995-02-05").In("a", "1995-02-05T20:00:00Z");

    [Theory]
    [InlineData("1995-02-11", 1)]
    [InlineData("1995-02-19", 1)]
    [InlineData("1995-02-20", 2)]
    public void A_session_of_a_later_day_is_of_the_round(string day, int entries)
    {
        var folded = Fold(Opening, Told.Talks(Held, "PER", "ECU").A(Negotiation).On(day).In("b", day + "T20:00:00Z"));
        folded.Count.ShouldBe(entries);
        folded[0].Start.ShouldBe(new DateOnly(1995, 2, 5));
    }

    [Theory]
    [InlineData("They ended the first round of talks.", "They opened the second round of the talks.", 2)]
    [InlineData("They ended the first round of talks.", "The talks went on.", 1)]
    [InlineData("They met for a second round, on Monday.", "A second formal round went into its third day.", 1)]
    [InlineData("The first round had failed, and the second round opened.", "The third round opened.", 1)]
    public void Rounds_that_are_counted_are_those_of_their_number(string first, string then, int entries) => Fold(
        Told.Talks(Held, "PER", "ECU").A(Negotiation).On("1995-02-02").Says(first).In("a", "1995-02-02T20:00:00Z"),
        Told.Talks(UnderWay, "PER", "ECU").A(Negotiation).On("1995-02-06").Says(then).In("b", "1995-02-06T20:00:00Z")).Count.ShouldBe(entries);

    [Fact]
    public void It_goes_on_in_its_own_town_only() =>
        Fold(
            Told.Talks(UnderWay, "PER", "ECU").A(Negotiation).At("Rio de Janeiro", "BRA").On("1995-02-05").In("a", "1995-02-05T20:00:00Z"),
            Told.Talks(UnderWay, "PER", "ECU").A(Negotiation).At("Buenos Aires", "ARG").On("1995-02-09").In("b", "1995-02-09T20:00:00Z")).Count.ShouldBe(2);

    [Fact]
    public void A_meeting_of_the_same_two_is_another_event() =>
        Fold(Opening, Told.Talks(Held, "PER", "ECU").On("1995-02-11").In("b", "1995-02-11T20:00:00Z")).Count.ShouldBe(2);

    [Fact]
    public void A_plan_for_a_later_day_is_the_next_round() =>
        Fold(Opening, Told.Talks(Planned, "PER", "ECU").A(Negotiation).On("1995-02-15").In("b", "1995-02-08T20:00:00Z")).Count.ShouldBe(2);

    [Fact]
    public void The_round_of_one_side_and_a_host_is_the_one_that_the_side_is_in() =>
        Fold(Opening.With(ParticipantRole.Host, "BRA"), Told.Talks(Suspended, "BRA", "ECU").A(Mediation).In("b", "1995-02-10T20:00:00Z")).Single().Status.ShouldBe(Suspended);

    [Fact]
    public void What_one_side_negotiates_with_others_is_another_round() =>
        Fold(Opening, Told.Talks(UnderWay, "PER", "CHL").A(Negotiation).On("1995-02-07").In("b", "1995-02-07T20:00:00Z")).Count.ShouldBe(2);

    [Fact]
    public void Of_two_rounds_the_one_that_is_told_most_is_meant()
    {
        var folded = Fold(
            Opening,
            Told.Talks(UnderWay, "PER", "ECU").A(Negotiation).On("1995-02-06").In("b", "1995-02-06T20:00:00Z"),
            Told.Talks(UnderWay, "PER", "CHL").A(Negotiation).On("1995-02-07").In("c", "1995-02-07T20:00:00Z"),
            Told.Talks(Suspended, "PER").A(Negotiation).In("d", "1995-02-08T20:00:00Z"));
        folded.Single(e => e.Status == Suspended).Participants.ShouldContain(p => p.Id == "ECU");
    }

    [Fact]
    public void One_article_tells_of_it_with_its_day_and_without() =>
        Fold(Opening, Told.Talks(Held, "ECU", "PER").A(Mediation).In("a", "1995-02-05T20:00:00Z", 500)).ShouldHaveSingleItem();

    private static IReadOnlyList<Entry> Fold(params Told[] told) => LedgerFold.Fold(told.Select(t => t.Build()));
}
