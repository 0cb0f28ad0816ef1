using Parley.Cli.Output;
using Parley.Contracts;

namespace Parley.Cli.Tests.Output;

public sealed class Entries_as_a_table
{
    private static readonly Entry Round = new()
    {
        Id = "e-1",
        Type = EntryType.Talks,
        Kind = EntryKind.Negotiation,
        Status = EntryStatus.UnderWay,
        Disputed = true,
        Participants =
        [
            new Participant { Id = "SDN", Name = "Sudan", Persons = ["A. Minister"] },
            new Participant { Id = "x", Name = "Front [north]" },
            new Participant { Id = "QAT", Name = "Qatar", Role = ParticipantRole.Mediator },
        ],
        Place = new Place("Doha", "QAT", null),
        Start = new DateOnly(2031, 3, 4),
        StartPrecision = DatePrecision.Day,
        History = [],
    };

    [Fact]
    public void A_row_says_when_what_how_far_who_and_where() =>
        Rendered.Rows(EntryTable.Of([Round])).ShouldHaveSingleItem()
            .ShouldBe(["4 Mar 2031", "negotiation", "under way (disputed)", "Sudan · Front [north] (mediator Qatar)", "Doha", "0"]);

    [Theory]
    [InlineData("2031-03-04", null, DatePrecision.Day, "4 Mar 2031")]
    [InlineData("2031-03-04", "2031-03-04", DatePrecision.Day, "4 Mar 2031")]
    [InlineData("2031-03-04", "2031-03-06", DatePrecision.Day, "4–6 Mar 2031")]
    [InlineData("2031-03-30", "2031-04-02", DatePrecision.Day, "30 Mar 2031 – 2 Apr 2031")]
    [InlineData("2031-03-04", "2032-03-06", DatePrecision.Day, "4 Mar 2031 – 6 Mar 2032")]
    [InlineData("2031-03-03", null, DatePrecision.Week, "week of 3 Mar 2031")]
    [InlineData("2031-03-01", null, DatePrecision.Month, "Mar 2031")]
    [InlineData("2031-01-01", null, DatePrecision.Year, "2031")]
    public void Days_are_short(string start, string? end, DatePrecision precision, string shown) =>
        EntryTable.When(Round with { Start = DateOnly.Parse(start), End = end is null ? null : DateOnly.Parse(end), StartPrecision = precision }).ShouldBe(shown);

    [Fact]
    public void No_day_is_no_day() => EntryTable.When(Round with { Start = null, StartPrecision = null }).ShouldBe("[grey]-[/]");
}
