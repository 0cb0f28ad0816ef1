using Parley.Alerting.Matching;
using Parley.Alerting.Storage;
using Parley.Alerting.Subscriptions;
using Parley.Contracts;
using Parley.Platform.Streaming;

namespace Parley.Alerting.Tests.Matching;

public sealed class Who_is_told_of_a_correction
{
    private static readonly LoggedChange Alerted = new(new LogPosition(7, 1), Changes.PutOff, Changes.Time, []);

    private static readonly Entry Planned = Changes.Visit with { Status = EntryStatus.Planned };

    private static readonly LedgerChange Correction = Changes.PutOff with
    {
        Version = 3,
        Reason = ChangeReason.Correction,
        Fresh = false,
        Before = Changes.Visit,
        After = Planned,
    };

    [Fact]
    public void Who_was_told_otherwise_though_he_asked_for_another_status() =>
        Wants(new SubscriptionFilter { Statuses = [EntryStatus.Postponed] }).ShouldBeTrue();

    [Fact]
    public void Not_who_was_told_nothing() => Wants(new SubscriptionFilter { Statuses = [EntryStatus.Planned] }).ShouldBeFalse();

    [Fact]
    public void Not_who_came_after_the_alert() =>
        new Request(SubscriptionFilter.Everything) { Since = Changes.Time.AddTicks(1) }.Wants(Row(Correction)).ShouldBeFalse();

    [Fact]
    public void Who_was_told_of_what_is_retracted()
    {
        var retracted = Correction with { Kind = ChangeKind.Retracted, After = Changes.Visit };

        Wants(new SubscriptionFilter { Actors = ["TUR"] }, retracted).ShouldBeTrue();
        Wants(new SubscriptionFilter { Actors = ["GRC"] }, retracted).ShouldBeFalse();
    }

    [Fact]
    public void Not_who_waits_for_a_second_source_and_was_not_told_yet() => Wants(new SubscriptionFilter { MinOutlets = 2 }).ShouldBeFalse();

    [Fact]
    public void Not_who_was_told_what_it_comes_back_to()
    {
        var planned = new LoggedChange(new LogPosition(5, 1), Changes.PutOff with { Version = 1, Kind = ChangeKind.New, Before = null, After = Planned }, Changes.Time.AddHours(-1), []);
        var filter = new SubscriptionFilter { Statuses = [EntryStatus.Planned] };

        new Request(filter).Wants(Row(Correction with { Fresh = true }, planned, Alerted)).ShouldBeFalse();
        new Request(filter).Wants(Row(Correction with { Fresh = true, After = Planned with { Start = new DateOnly(2031, 3, 5) } }, planned, Alerted)).ShouldBeTrue();
        new Request(SubscriptionFilter.Everything).Wants(Row(Correction, planned, Alerted)).ShouldBeTrue();
        var sketchy = planned with { Change = planned.Change with { After = Planned with { Place = null, Start = null, Participants = [Planned.Participants[0]] } } };
        new Request(filter).Wants(Row(Correction with { Fresh = true }, sketchy, Alerted)).ShouldBeFalse("What was learned meanwhile was no news.");
    }

    [Fact]
    public void Who_was_told_by_another_correction()
    {
        var filter = new SubscriptionFilter { Statuses = [EntryStatus.Postponed] };
        var corrected = Row(Correction);
        var again = Correction with { Version = 4, Before = Planned, After = Changes.Visit };

        new Request(filter).Wants(Row(again, Alerted, corrected)).ShouldBeTrue("He was told that they are not put off.");
        new Request(filter).Wants(Row(again, Alerted)).ShouldBeFalse("He was told that they are put off, and they are.");
    }

    [Fact]
    public void Once_of_what_is_retracted()
    {
        var retracted = Correction with { Kind = ChangeKind.Retracted, After = Changes.Visit };

        Wants(new SubscriptionFilter { Actors = ["TUR"] }, retracted).ShouldBeTrue();
        new Request(SubscriptionFilter.Everything).Wants(Row(retracted with { Version = 4 }, Alerted, Row(retracted))).ShouldBeFalse();
    }

    [Fact]
    public void Not_who_was_paused_when_others_were_told()
    {
        var resumed = new Subscription
        {
            Id = "sub-1",
            Pauses = [new Pause(Changes.Time.AddMinutes(-1), Changes.Time.AddMinutes(1))],
            CreatedAt = DateTimeOffset.MinValue,
            UpdatedAt = DateTimeOffset.MinValue,
        };

        new Request(resumed).Wants(Alerted).ShouldBeFalse();
        new Request(resumed).Wants(Row(Correction)).ShouldBeFalse();
        new Request(resumed with { Pauses = [new Pause(Changes.Time.AddMinutes(1), null)] }).Wants(Alerted).ShouldBeTrue();
    }

    [Fact]
    public void Nobody_of_a_subscription_that_is_paused()
    {
        var paused = new Subscription { Id = "sub-1", Paused = true, CreatedAt = DateTimeOffset.MinValue, UpdatedAt = DateTimeOffset.MinValue };

        new Request(paused).Wants(Alerted).ShouldBeFalse();
        new Request(paused with { Paused = false }).Wants(Alerted).ShouldBeTrue();
    }

    [Fact]
    public void Who_asked_for_what_a_correction_newly_tells_is_told_too() =>
        Wants(new SubscriptionFilter { Statuses = [EntryStatus.Planned] }, Correction with { Fresh = true }).ShouldBeTrue();

    private static bool Wants(SubscriptionFilter filter, LedgerChange? correction = null) => new Request(filter).Wants(Row(correction ?? Correction));

    private static LoggedChange Row(LedgerChange change, params LoggedChange[] earlier) =>
        new(new LogPosition(9, 2), change, Changes.Time.AddHours(1), earlier.Length == 0 ? [Alerted] : earlier);
}
