using System.Globalization;
using Parley.Alerting.Pacing;
using Parley.Alerting.Subscriptions;

namespace Parley.Alerting.Tests.Pacing;

public sealed class The_clock_of_a_subscriber
{
    [Theory]
    [InlineData("2031-03-03T06:29:59Z", "2031-03-03T06:30:00Z")]
    [InlineData("2031-03-03T06:30:00Z", "2031-03-04T06:30:00Z")]
    [InlineData("2031-03-03T23:10:00Z", "2031-03-04T06:30:00Z")]
    // Summer time begins on the 30th at 01:00 UTC: the same local time is an hour earlier.
    [InlineData("2031-03-29T07:00:00Z", "2031-03-30T05:30:00Z")]
    public void Sends_a_daily_digest_at_its_local_time(string after, string next) => Next(DigestInterval.Daily, "07:30", after).ShouldBe(Time(next));

    [Theory]
    [InlineData("2031-03-03T06:31:00Z", "2031-03-07T06:30:00Z")]
    [InlineData("2031-03-07T06:29:00Z", "2031-03-07T06:30:00Z")]
    [InlineData("2031-03-07T06:30:00Z", "2031-03-14T06:30:00Z")]
    public void Sends_a_weekly_one_on_its_day(string after, string next) => Next(DigestInterval.Weekly, "07:30", after).ShouldBe(Time(next));

    [Theory]
    [InlineData("Europe/Oslo", "2031-03-03T06:15:00.5Z", "2031-03-03T06:45:00Z")]
    [InlineData("Europe/Oslo", "2031-03-03T06:45:00Z", "2031-03-03T07:45:00Z")]
    [InlineData("Asia/Kathmandu", "2031-03-03T06:15:00Z", "2031-03-03T07:00:00Z")]
    public void Sends_an_hourly_one_at_the_minute_of_its_clock(string zone, string after, string next) =>
        Clock.Next(new DigestSchedule(DigestInterval.Hourly, new TimeOnly(7, 45), DayOfWeek.Monday, zone), Time(after)).ShouldBe(Time(next));

    [Fact]
    public void Sends_at_a_time_that_is_skipped_when_the_clock_goes_on() =>
        Next(DigestInterval.Daily, "02:30", "2031-03-29T12:00:00Z").ShouldBe(Time("2031-03-30T01:00:00Z"));

    [Fact]
    public void Sends_once_at_a_time_that_comes_twice()
    {
        Next(DigestInterval.Daily, "02:30", "2031-10-25T12:00:00Z").ShouldBe(Time("2031-10-26T00:30:00Z"));
        Next(DigestInterval.Daily, "02:30", "2031-10-26T00:30:00Z").ShouldBe(Time("2031-10-27T01:30:00Z"));
    }

    [Theory]
    [InlineData("2031-03-03T20:59:59Z", null)]
    [InlineData("2031-03-03T21:00:00Z", "2031-03-04T05:00:00Z")]
    [InlineData("2031-03-04T04:59:59Z", "2031-03-04T05:00:00Z")]
    [InlineData("2031-03-04T05:00:00Z", null)]
    public void Is_quiet_over_midnight(string at, string? end) =>
        Clock.EndOf(new QuietHours(new TimeOnly(22, 0), new TimeOnly(6, 0), [], "Europe/Oslo"), Time(at)).ShouldBe(end is null ? null : Time(end));

    [Theory]
    [InlineData("2031-03-07T22:00:00Z", null)]
    [InlineData("2031-03-08T22:00:00Z", "2031-03-09T06:00:00Z")]
    [InlineData("2031-03-09T03:00:00Z", "2031-03-09T06:00:00Z")]
    [InlineData("2031-03-09T22:00:00Z", null)]
    public void Is_quiet_on_the_days_on_which_quiet_begins(string at, string? end) =>
        Clock.EndOf(new QuietHours(new TimeOnly(22, 0), new TimeOnly(6, 0), [DayOfWeek.Saturday], "UTC"), Time(at)).ShouldBe(end is null ? null : Time(end));

    private static DateTimeOffset Next(DigestInterval every, string at, string after) =>
        Clock.Next(new DigestSchedule(every, TimeOnly.Parse(at, CultureInfo.InvariantCulture), DayOfWeek.Friday, "Europe/Oslo"), Time(after));

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
