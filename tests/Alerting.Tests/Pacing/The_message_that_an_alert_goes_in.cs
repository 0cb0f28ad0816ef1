using Parley.Alerting.Matching;
using Parley.Alerting.Pacing;
using Parley.Alerting.Subscriptions;
using Parley.Contracts;

namespace Parley.Alerting.Tests.Pacing;

public sealed class The_message_that_an_alert_goes_in
{
    private static readonly DateTimeOffset Now = Changes.Time;
    private static readonly QuietHours Evening = new(new TimeOnly(17, 0), new TimeOnly(19, 0), [], "UTC");
    private static readonly DigestSchedule Daily = new(DigestInterval.Daily, new TimeOnly(7, 0), DayOfWeek.Monday, "UTC");

    [Fact]
    public void Is_its_own_and_goes_at_once() => Slot(Calm.None).ShouldBe(new Slot(BatchKind.Single, "e-1/2", Now));

    [Fact]
    public void Is_its_entry_s_and_waits_a_moment() =>
        Slot(new Calm { GroupBy = Grouping.Entry, GroupWait = TimeSpan.FromSeconds(30) }).ShouldBe(new Slot(BatchKind.Group, "e-1", Now.AddSeconds(30)));

    [Fact]
    public void Is_that_of_its_conflict_or_else_of_its_parties()
    {
        var calm = new Calm { GroupBy = Grouping.Dossier, GroupWait = TimeSpan.FromSeconds(30) };

        Slot(calm).Key.ShouldBe("CYP+TUR");
        Slot(calm, Changes.PutOff with { After = Changes.Visit with { Topics = ["Cyprus dispute", "Gas"] } }).Key.ShouldBe("Cyprus dispute");
    }

    [Fact]
    public void Is_the_digest() => Slot(new Calm { Digest = Daily, GroupBy = Grouping.Entry }).ShouldBe(new Slot(BatchKind.Digest, "", Now.Date.AddDays(1).AddHours(7)));

    [Fact]
    public void Waits_for_the_end_of_quiet_hours() => Slot(new Calm { Quiet = Evening }).ShouldBe(new Slot(BatchKind.Quiet, "", Now.Date.AddHours(19)));

    [Fact]
    public void Is_the_hour_s_last_one_when_there_were_enough()
    {
        var calm = new Calm { MaxPerHour = 2 };

        Slot(calm, recent: [Now.AddMinutes(-70), Now.AddMinutes(-50)]).Kind.ShouldBe(BatchKind.Single);
        Slot(calm, recent: [Now.AddMinutes(-59), Now.AddMinutes(-10)]).ShouldBe(new Slot(BatchKind.Overflow, "", Now.AddMinutes(1)));
        Slot(calm, recent: [Now.AddMinutes(-59), Now.AddMinutes(-50), Now.AddMinutes(-10)]).ShouldBe(new Slot(BatchKind.Overflow, "", Now.AddMinutes(10)));
    }

    [Fact]
    public void Waits_for_nothing_when_it_is_urgent()
    {
        var calm = new Calm { Digest = Daily, Quiet = Evening, MaxPerHour = 1, Urgent = Severity.Warning };

        Slot(calm, recent: [Now]).ShouldBe(new Slot(BatchKind.Single, "e-1/2", Now));
        Slot(calm with { Urgent = Severity.Critical }).Kind.ShouldBe(BatchKind.Digest);
    }

    [Fact]
    public void That_would_go_in_quiet_hours_goes_after_them_though_it_was_put_off_already() =>
        Slot(new Calm { Quiet = Evening, MaxPerHour = 1 }, recent: [Now.AddMinutes(-59)]).Kind.ShouldBe(BatchKind.Quiet);

    private static Slot Slot(Calm calm, LedgerChange? change = null, IReadOnlyList<DateTimeOffset>? recent = null) =>
        Pace.Of(calm, new ChangeFacts(change ?? Changes.PutOff), Now, recent ?? []);
}
