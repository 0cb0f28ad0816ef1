using Parley.Alerting.Matching;
using Parley.Contracts;

namespace Parley.Alerting.Tests.Matching;

public sealed class Headlines
{
    private static readonly Participant Russia = new() { Id = "RUS", Name = "Russia" };
    private static readonly Participant Turkey = new() { Id = "TUR", Name = "Turkey" };

    [Theory]
    [InlineData(EntryStatus.Proposed, "Talks between Russia and Turkey proposed on Sunday on Libya and Syria")]
    [InlineData(EntryStatus.Planned, "Russia and Turkey plan talks on Sunday in Istanbul on Libya and Syria")]
    [InlineData(EntryStatus.UnderWay, "Russia and Turkey are holding talks in Istanbul on Libya and Syria")]
    [InlineData(EntryStatus.Held, "Russia and Turkey held talks on Sunday in Istanbul on Libya and Syria")]
    [InlineData(EntryStatus.Postponed, "Russia and Turkey put off Sunday's talks on Libya and Syria")]
    [InlineData(EntryStatus.Cancelled, "Russia and Turkey call off Sunday's talks on Libya and Syria")]
    [InlineData(EntryStatus.Suspended, "Russia and Turkey break off talks in Istanbul on Libya and Syria")]
    [InlineData(EntryStatus.Rejected, "Talks between Russia and Turkey refused on Libya and Syria")]
    public void Of_talks(EntryStatus status, string headline) => Headline.Of(Talks(status)).ShouldBe(headline);

    [Theory]
    [InlineData(EntryStatus.CalledFor, "Truce between GNA and LNA called for in Libya")]
    [InlineData(EntryStatus.UnderNegotiation, "GNA and LNA negotiate a truce in Libya")]
    [InlineData(EntryStatus.Agreed, "GNA and LNA agree on a truce on 21 August in Libya")]
    [InlineData(EntryStatus.Violated, "Truce between GNA and LNA violated in Libya")]
    [InlineData(EntryStatus.Collapsed, "Truce between GNA and LNA collapses in Libya")]
    public void Of_a_ceasefire(EntryStatus status, string headline) => Headline.Of(Truce(status)).ShouldBe(headline);

    [Fact]
    public void Name_the_date_where_the_weekday_would_not_do() =>
        Headline.Of(Talks(EntryStatus.Postponed, start: new DateOnly(2020, 8, 3))).ShouldBe("Russia and Turkey put off talks of 3 August on Libya and Syria");

    [Fact]
    public void Name_the_day_that_was_given_up_not_the_new_one()
    {
        var change = Talks(EntryStatus.Postponed, start: new DateOnly(2020, 6, 20));

        Headline.Of(change with { Before = change.After with { Start = new DateOnly(2020, 6, 14) } }).ShouldStartWith("Russia and Turkey put off Sunday's talks");
    }

    [Fact]
    public void Do_without_parties_place_and_day()
    {
        var change = Talks(EntryStatus.Held);
        var bare = change.After with { Participants = [], Topics = [], Place = null, Start = null, StartPrecision = null, Kind = EntryKind.Summit };

        Headline.Of(change with { After = bare }).ShouldBe("Summit held");
        Headline.Of(change with { After = bare with { Participants = [Turkey], Topics = ["Turkey", "Libya"] } }).ShouldBe("Summit of Turkey held on Libya");
    }

    [Fact]
    public void Of_many_parties_name_three() =>
        Headline.Of(Talks(EntryStatus.Held) with
        {
            After = Talks(EntryStatus.Held).After with { Participants = [.. "ABCDE".Select(c => new Participant { Id = $"{c}", Name = $"{c}" })], Topics = [], Place = null },
        }).ShouldBe("A, B, C and 2 others held talks on Sunday");

    [Fact]
    public void Say_what_is_no_plain_news()
    {
        var held = Talks(EntryStatus.Held);
        Headline.Of(held with { Kind = ChangeKind.Retracted, Reason = ChangeReason.Correction }).ShouldStartWith("Retracted: Russia and Turkey held");
        Headline.Of(held with { Kind = ChangeKind.Merged }).ShouldStartWith("Told elsewhere in the ledger: ");
        Headline.Of(held with { Reason = ChangeReason.Verdict, Before = held.After }).ShouldStartWith("Corrected: ");
        Headline.Of(held with { Kind = ChangeKind.Disputed, After = held.After with { Disputed = true } }).ShouldStartWith("Sources disagree: ");
        Headline.Of(held with { Kind = ChangeKind.Sources, News = false }).ShouldStartWith("Confirmed: ");
    }

    [Fact]
    public void Are_there_for_every_status()
    {
        foreach (var status in Enum.GetValues<EntryStatus>())
        {
            var type = status <= EntryStatus.Rejected ? EntryType.Talks : EntryType.Ceasefire;
            var change = type == EntryType.Talks ? Talks(status) : Truce(status);
            Headline.Of(change).ShouldNotContain('{');
            Severities.Of(change).ShouldBe(Severities.Of(change.After));
        }
    }

    private static LedgerChange Talks(EntryStatus status, DateOnly? start = null) => Change(new Entry
    {
        Id = "e-1",
        Type = EntryType.Talks,
        Kind = EntryKind.Meeting,
        Status = status,
        Participants = [Russia, Turkey],
        Place = new Place("Istanbul", "TUR", null),
        Start = start ?? new DateOnly(2020, 6, 14),
        StartPrecision = DatePrecision.Day,
        Topics = ["Libya", "Syria"],
        History = [Changes.PutOff.Cause!],
    });

    private static LedgerChange Truce(EntryStatus status) => Change(new Entry
    {
        Id = "e-2",
        Type = EntryType.Ceasefire,
        Kind = EntryKind.Truce,
        Status = status,
        Place = new Place("Libya", "LBY", null),
        Start = new DateOnly(2020, 8, 21),
        Participants = [new Participant { Id = "GNA", Name = "GNA" }, new Participant { Id = "LNA", Name = "LNA" }],
        History = [Changes.PutOff.Cause!],
    });

    private static LedgerChange Change(Entry entry) => Changes.PutOff with
    {
        After = entry,
        Before = null,
        Kind = ChangeKind.New,
        Cause = Changes.PutOff.Cause! with { PublishedAt = new DateTimeOffset(2020, 6, 13, 23, 0, 0, TimeSpan.FromHours(3)) },
    };
}
