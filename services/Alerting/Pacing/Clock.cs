using Parley.Alerting.Subscriptions;

namespace Parley.Alerting.Pacing;

/// <summary>Times of the day in a subscriber's zone, over the hours that summer time skips and repeats.</summary>
internal static class Clock
{
    /// <summary>When the next digest goes out, after a time.</summary>
    public static DateTimeOffset Next(DigestSchedule schedule, DateTimeOffset after)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(schedule.TimeZone);
        if (schedule.Every == DigestInterval.Hourly)
        {
            // Zones differ by parts of an hour too, so the minutes are of the local clock.
            var local = TimeZoneInfo.ConvertTime(after, zone);
            var next = local.AddMinutes(schedule.At.Minute - local.Minute).AddSeconds(-local.Second).AddTicks(-(local.Ticks % TimeSpan.TicksPerSecond));
            return (next > local ? next : next.AddHours(1)).ToUniversalTime();
        }

        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(after, zone).DateTime).AddDays(-1);
        while (true)
        {
            day = day.AddDays(1);
            if (schedule.Every == DigestInterval.Weekly && day.DayOfWeek != schedule.Day)
                continue;
            if (At(day, schedule.At, zone) is var time && time > after)
                return time;
        }
    }

    /// <summary>When the quiet hours end that a time lies in; null where it lies in none.</summary>
    public static DateTimeOffset? EndOf(QuietHours quiet, DateTimeOffset time)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(quiet.TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, zone).DateTime);
        foreach (var day in new[] { today.AddDays(-1), today })
        {
            if (quiet.Days.Count > 0 && !quiet.Days.Contains(day.DayOfWeek))
                continue;
            var end = At(quiet.To > quiet.From ? day : day.AddDays(1), quiet.To, zone);
            if (time >= At(day, quiet.From, zone) && time < end)
                return end;
        }

        return null;
    }

    /// <summary>A time of a day as an instant: one that the clock skips is the first after the gap, of one that it shows twice the first.</summary>
    private static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
