using System.Globalization;
using Parley.Alerting.Matching;
using Parley.Contracts;

namespace Parley.Alerting.Tests.Matching;

public sealed class Headlines
{
    private static readonly Participant Russia = new() { Id = "RUS", Name = "Russia" };
    private static readonly Participant Turkey = new() { Id = "TUR", Name = "Turkey" };

    [Theory]
    [InlineData(EntryStatus.Proposed, "Talks between Russia and Turkey on Libya and Syria proposed for Sunday in Istanbul")]
    [InlineData(EntryStatus.Planned, "Russia and Turkey plan talks on Libya and Syria in Istanbul on Sunday")]
    [InlineData(EntryStatus.UnderWay, "Russia and Turkey are holding talks on Libya and Syria in Istanbul")]
    [InlineData(EntryStatus.Held, "Russia and Turkey held talks on Libya and Syria in Istanbul on Sunday")]
    [InlineData(EntryStatus.Postponed, "Russia and Turkey put off Sunday's talks on Libya and Syria")]
    [InlineData(EntryStatus.Cancelled, "Russia and Turkey cancel Sunday's talks on Libya and Syria")]
    [InlineData(EntryStatus.Suspended, "Talks between Russia and Turkey on Libya and Syria break down in Istanbul")]
    [InlineData(EntryStatus.Rejected, "Talks between Russia and Turkey on Libya and Syria in Istanbul rejected")]
    public void Of_talks(EntryStatus status, string headline) => Headline.Of(Talks(status)).ShouldBe(headline);

    [Theory]
    [InlineData(EntryStatus.CalledFor, "Truce in Libya between GNA and LNA called for")]
    [InlineData(EntryStatus.UnderNegotiation, "GNA and LNA negotiate a truce in Libya")]
    [InlineData(EntryStatus.Agreed, "GNA and LNA agree on a truce in Libya from 21 August")]
    [InlineData(EntryStatus.InForce, "Truce in Libya between GNA and LNA in force from 21 August")]
    [InlineData(EntryStatus.Violated, "Truce in Libya between GNA and LNA violated")]
    [InlineData(EntryStatus.Collapsed, "Truce in Libya between GNA and LNA collapses")]
    public void Of_a_ceasefire(EntryStatus status, string headline) => Headline.Of(Truce(status)).ShouldBe(headline);

    [Theory]
    [InlineData("2020-06-07", "Sunday")]
    [InlineData("2020-06-19", "Friday")]
    [InlineData("2020-06-06", "6 June")]
    [InlineData("2020-06-20", "20 June")]
    [InlineData("2019-12-31", "31 December 2019")]
    public void Name_the_date_where_the_weekday_would_not_do(string day, string words) =>
        Headline.Of(Talks(EntryStatus.Held, DateOnly.Parse(day, CultureInfo.InvariantCulture))).ShouldEndWith($" in Istanbul on {words}");

    [Fact]
    public void Go_by_the_day_on_which_the_alert_is_raised_and_not_only_by_the_article()
    {
        var change = Talks(EntryStatus.Held);

        Headline.Of(change with { RecordedAt = change.RecordedAt.AddDays(13) }).ShouldEndWith("on 14 June");
        Headline.Of(change with { RecordedAt = change.RecordedAt.AddYears(1) }).ShouldEndWith("on Sunday", customMessage: "An archive is told as of its own time.");
        // The article of an outlet whose clock is ahead is none of the week before.
        Headline.Of(change with { RecordedAt = change.RecordedAt.AddDays(-30) }).ShouldEndWith("on Sunday");
    }

    [Fact]
    public void Go_by_the_clock_of_the_outlet()
    {
        // In Istanbul it is the 13th already.
        var change = Talks(EntryStatus.Held, new DateOnly(2020, 6, 19)) with { RecordedAt = new(2020, 6, 12, 21, 30, 0, TimeSpan.Zero) };

        Headline.Of(change with { Cause = change.Cause! with { PublishedAt = change.RecordedAt.AddHours(-1).ToOffset(TimeSpan.FromHours(3)) } }).ShouldEndWith("on Friday");
        Headline.Of(change with { Cause = change.Cause! with { PublishedAt = change.RecordedAt.AddHours(-1) } }).ShouldEndWith("on 19 June");
    }

    [Fact]
    public void Name_the_day_that_was_given_up_and_the_new_one()
    {
        var change = Talks(EntryStatus.Postponed, start: new DateOnly(2020, 6, 20));
        var planned = change.After with { Start = new DateOnly(2020, 6, 14), Status = EntryStatus.Planned };

        Headline.Of(change with { Before = planned }).ShouldBe("Russia and Turkey put off Sunday's talks on Libya and Syria until 20 June");
        Headline.Of(change with { Before = planned with { Start = new DateOnly(2020, 5, 14) } }).ShouldBe("Russia and Turkey put off talks on Libya and Syria set for 14 May until 20 June");
    }

    [Fact]
    public void Of_what_had_been_put_off_before_do_not_take_the_new_day_for_the_one_given_up()
    {
        var change = Talks(EntryStatus.Postponed);

        Headline.Of(change with { Before = change.After }).ShouldBe("Russia and Turkey put off talks on Libya and Syria");
        Headline.Of(change with { Before = change.After with { Start = new DateOnly(2020, 6, 10) }, Reason = ChangeReason.Correction }).ShouldBe("Corrected: Russia and Turkey put off Sunday's talks on Libya and Syria");
    }

    [Fact]
    public void Do_without_parties_place_and_day()
    {
        var change = Talks(EntryStatus.Held);
        var bare = change.After with { Participants = [], Topics = [], Place = null, Start = null, StartPrecision = null, Kind = EntryKind.Summit };

        Headline.Of(change with { After = bare }).ShouldBe("Summit held");
        Headline.Of(change with { After = bare with { Participants = [Turkey], Topics = ["Turkey", "Libya"] } }).ShouldBe("Turkey summit on Libya held");
    }

    [Fact]
    public void Name_no_topic_that_is_a_participant_or_where_it_is()
    {
        var change = Talks(EntryStatus.Held);
        var mediated = change.After with { Participants = [Russia, Turkey, new Participant { Id = "EGY", Name = "Egypt", Role = ParticipantRole.Mediator }] };

        Headline.Of(change with { After = mediated with { Topics = ["Egypt", "Istanbul", "Russia", "Turkey"] } }).ShouldBe("Russia and Turkey held talks in Istanbul on Sunday");
        Headline.Of(change with { After = mediated with { Place = new Place("Tripoli", "LBY", null) } }).ShouldBe("Russia and Turkey held talks on Syria in Tripoli on Sunday");
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
        Headline.Of(held with { News = false }).ShouldStartWith("For the record: ");
    }

    [Fact]
    public void Call_confirmed_only_what_one_more_outlet_tells()
    {
        var again = Changes.SecondSource with { After = Changes.Told("Gazette", "gazette") };

        Headline.Of(Changes.SecondSource).ShouldStartWith("Confirmed: ");
        Headline.Of(again).ShouldStartWith("Reported again: ");
        Headline.Of(again with { Kind = ChangeKind.Details }).ShouldStartWith("Further details: ");
        Headline.Of(again with { Cause = again.Cause! with { Status = EntryStatus.Planned } }).ShouldStartWith("For the record: ");
        // That a status is old news confirms nothing.
        Headline.Of(Changes.SecondSource with { Before = Changes.Visit with { Status = EntryStatus.Planned }, Kind = ChangeKind.Status }).ShouldStartWith("For the record: ");
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
        RecordedAt = new DateTimeOffset(2020, 6, 13, 20, 30, 0, TimeSpan.Zero),
        Cause = Changes.PutOff.Cause! with { PublishedAt = new DateTimeOffset(2020, 6, 13, 23, 0, 0, TimeSpan.FromHours(3)) },
    };
}
