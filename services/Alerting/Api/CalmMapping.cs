using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Parley.Alerting.Matching;
using Parley.Alerting.Subscriptions;
using Parley.Contracts.Protocol;
using Parley.Platform.Grpc;
using Proto = Parley.Protocol.Type.V1;

namespace Parley.Alerting.Api;

/// <summary>When and how much is pushed, as a message, and back with a check of each field.</summary>
internal static class CalmMapping
{
    private const string Utc = "UTC";
    private const int MostPerHour = 10_000;
    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Null where it asks for nothing.</summary>
    public static Proto.Calm? ToProto(Calm calm)
    {
        if (calm == Calm.None)
            return null;
        var proto = new Proto.Calm
        {
            MaxPerHour = calm.MaxPerHour,
            GroupBy = (Proto.Grouping)(int)calm.GroupBy,
            GroupWait = calm.GroupBy == Grouping.None ? null : Duration.FromTimeSpan(calm.GroupWait),
            Urgent = calm.Urgent is { } urgent ? urgent.ToProto<Severity, Proto.Severity>() : Proto.Severity.Unspecified,
        };
        if (calm.Digest is { } digest)
        {
            proto.Digest = new Proto.DigestSchedule
            {
                Every = digest.Every.ToProto<DigestInterval, Proto.DigestInterval>(),
                At = Text(digest.At),
                TimeZone = digest.TimeZone,
                Day = digest.Every == DigestInterval.Weekly ? digest.Day.ToProto<DayOfWeek, Proto.Weekday>() : Proto.Weekday.Unspecified,
            };
        }

        if (calm.Quiet is { } quiet)
        {
            proto.Quiet = new Proto.QuietHours { From = Text(quiet.From), To = Text(quiet.To), TimeZone = quiet.TimeZone };
            proto.Quiet.Days.AddRange(quiet.Days.Select(d => d.ToProto<DayOfWeek, Proto.Weekday>()));
        }

        return proto;
    }

    public static Calm Read(Proto.Calm? proto, FieldCheck check)
    {
        if (proto is null)
            return Calm.None;
        var grouping = (Grouping)(int)proto.GroupBy;
        if (!System.Enum.IsDefined(grouping))
            check.Wrong("calm.group_by", "is not a grouping");
        var urgent = proto.Urgent.ToDomain<Severity, Proto.Severity>();
        if (urgent is null && proto.Urgent != Proto.Severity.Unspecified)
            check.Wrong("calm.urgent", "is not a severity");
        return new Calm
        {
            Digest = proto.Digest is { } digest ? Digest(digest, check) : null,
            MaxPerHour = check.Number(proto.MaxPerHour, "calm.max_per_hour", 1, MostPerHour, 0),
            GroupBy = grouping,
            GroupWait = grouping == Grouping.None ? TimeSpan.Zero : Wait(proto.GroupWait, check),
            Quiet = proto.Quiet is { } quiet ? Quiet(quiet, check) : null,
            Urgent = urgent,
        };
    }

    private static DigestSchedule Digest(Proto.DigestSchedule digest, FieldCheck check)
    {
        var every = digest.Every.ToDomain<DigestInterval, Proto.DigestInterval>();
        if (every is null)
            check.Wrong("calm.digest.every", "is not hourly, daily or weekly");
        var day = digest.Day.ToDomain<DayOfWeek, Proto.Weekday>();
        if (day is null && digest.Day != Proto.Weekday.Unspecified)
            check.Wrong("calm.digest.day", "is not a day of the week");
        var at = digest.At.Length == 0 ? TimeOnly.MinValue : Time(digest.At, "calm.digest.at", check);
        return new DigestSchedule(every ?? DigestInterval.Daily, at, day ?? DayOfWeek.Monday, Zone(digest.TimeZone, "calm.digest.time_zone", check));
    }

    private static QuietHours Quiet(Proto.QuietHours quiet, FieldCheck check)
    {
        var (from, to) = (Time(quiet.From, "calm.quiet.from", check), Time(quiet.To, "calm.quiet.to", check));
        if (from == to && quiet.From == quiet.To && quiet.From.Length == "HH:mm".Length)
            check.Wrong("calm.quiet.to", "is the time at which it begins: pause or silence the subscription to hear nothing at all");
        var days = check.Words<DayOfWeek, Proto.Weekday>(quiet.Days, "calm.quiet.days", "a day of the week");
        return new QuietHours(from, to, days, Zone(quiet.TimeZone, "calm.quiet.time_zone", check));
    }

    private static TimeSpan Wait(Duration? wait, FieldCheck check)
    {
        if (wait is null)
            return UsualWait;
        var span = Times.Span(wait) ?? TimeSpan.MaxValue;
        if (span <= TimeSpan.Zero || span > LongestWait)
            check.Wrong("calm.group_wait", "is not more than nothing and at most an hour");
        return span;
    }

    private static TimeOnly Time(string text, string field, FieldCheck check)
    {
        if (!TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            check.Wrong(field, "is not a time of the day such as 07:30");
        return time;
    }

    private static string Zone(string name, string field, FieldCheck check)
    {
        if (name.Length == 0)
            return Utc;
        if (name.Length > 100 || !TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) || !zone.HasIanaId)
            check.Wrong(field, "is not the IANA name of a time zone, such as Europe/Oslo");
        return name;
    }

    private static string Text(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
