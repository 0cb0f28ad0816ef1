using System.CommandLine;
using Google.Protobuf.WellKnownTypes;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Protocol.Type.V1;
using Option = System.CommandLine.Option;
using Proto = Parley.Protocol.Type.V1;
using Severity = Parley.Alerting.Matching.Severity;

namespace Parley.Cli.Commands;

/// <summary>The options that say how much at a time, and when, is pushed.</summary>
internal sealed class CalmOptions
{
    private const int MostPerHour = 10_000;
    private const int LongestWait = 3_600;

    private readonly Option<string?> digest = new("--digest")
    {
        Description = "One message at set times: hourly, daily@07:30, weekly@friday@07:30.",
        HelpName = "when",
    };

    private readonly Option<string?> quiet = new("--quiet") { Description = "Nothing between these times of the day: 22:00-06:00.", HelpName = "from-to" };
    private readonly Option<string?> zone = new("--time-zone") { Description = "The zone that these times are of: Europe/Oslo. UTC unless given.", HelpName = "name" };
    private readonly Option<int?> most = NumberOption.Create("--max-per-hour", "At most this many messages an hour, the rest in one; 0 for no limit.", 0, MostPerHour);
    private readonly Option<string?> group = new("--group-by") { Description = "Wait a moment and send together what is of one entry, or one dossier.", HelpName = "what" };
    private readonly Option<int?> wait = NumberOption.Create("--group-wait", "How many seconds that moment is; 30 unless given.", 1, LongestWait, "seconds");
    private readonly Option<string?> urgent = new("--urgent") { Description = "Alerts of this severity and above wait for nothing.", HelpName = "severity" };

    /// <summary>Each of them.</summary>
    public IEnumerable<Option> All => [digest, quiet, zone, most, group, wait, urgent];

    /// <summary>Gives them to a command.</summary>
    public void AddTo(Command command)
    {
        group.AcceptOnlyFromAmong("entry", "dossier");
        urgent.AcceptOnlyFromAmong([.. WireWord.All<Severity>()]);
        foreach (var option in All)
            command.Add(option);
    }

    /// <summary>What is stored, with what was asked for in its place; null where nothing is left.</summary>
    /// <param name="parse">What was asked for.</param>
    /// <param name="stored">As it is; null where there is nothing yet.</param>
    /// <param name="without">The options whose settings are taken away.</param>
    /// <exception cref="UsageException">A value is none, or is of something that there is not.</exception>
    public Calm? Read(ParseResult parse, Calm? stored, Without without)
    {
        var calm = stored?.Clone() ?? new Calm();
        // One option stands for the zone of both: what is new takes its own from before, else the other's.
        var (ofDigest, ofQuiet) = (calm.Digest?.TimeZone, calm.Quiet?.TimeZone);
        calm.Digest = without.Has(digest) ? null : parse.GetValue(digest) is { } when ? Digest(when, ofDigest ?? ofQuiet ?? "") : calm.Digest;
        calm.Quiet = without.Has(quiet) ? null : parse.GetValue(quiet) is { } hours ? Quiet(hours, ofQuiet ?? ofDigest ?? "", calm.Quiet) : calm.Quiet;
        if (without.Has(zone))
            SetZone(calm, "");
        else if (parse.GetValue(zone) is { } clock)
            SetZone(calm, clock);
        calm.MaxPerHour = without.Has(most) ? 0 : parse.GetValue(most) ?? calm.MaxPerHour;
        Group(parse, calm, without);
        calm.Urgent = without.Has(urgent) ? Proto.Severity.Unspecified
            : parse.GetValue(urgent) is { } least ? WireWord.Parse<Severity>(least).ToProto<Severity, Proto.Severity>() : calm.Urgent;
        return calm.CalculateSize() == 0 ? null : calm;
    }

    private static void SetZone(Calm calm, string clock)
    {
        if (clock.Length > 0 && calm is { Digest: null, Quiet: null })
            throw new UsageException("--time-zone is the zone of --digest and --quiet, and there is neither; give one with it.");
        if (calm.Digest is { } digest)
            digest.TimeZone = clock;
        if (calm.Quiet is { } quiet)
            quiet.TimeZone = clock;
    }

    private void Group(ParseResult parse, Calm calm, Without without)
    {
        if (parse.GetValue(group) is { } what)
            calm.GroupBy = what == "entry" ? Grouping.Entry : Grouping.Dossier;
        if (without.Has(group))
            (calm.GroupBy, calm.GroupWait) = (Grouping.Unspecified, null);
        if (without.Has(wait))
            calm.GroupWait = null;
        if (parse.GetValue(wait) is not { } seconds)
            return;
        if (calm.GroupBy == Grouping.Unspecified)
            throw new UsageException("--group-wait is how long --group-by waits, and nothing is grouped; give --group-by with it.");
        calm.GroupWait = Duration.FromTimeSpan(TimeSpan.FromSeconds(seconds));
    }

    private static DigestSchedule Digest(string text, string zone) => text.Split('@') switch
    {
        ["hourly"] => new DigestSchedule { Every = DigestInterval.Hourly, TimeZone = zone },
        ["daily", var at] => new DigestSchedule { Every = DigestInterval.Daily, At = at, TimeZone = zone },
        ["weekly", var day, var at] when System.Enum.TryParse<DayOfWeek>(day, ignoreCase: true, out var known) && System.Enum.IsDefined(known) =>
            new DigestSchedule { Every = DigestInterval.Weekly, At = at, Day = known.ToProto<DayOfWeek, Weekday>(), TimeZone = zone },
        _ => throw new UsageException($"--digest {text} is not hourly, daily@07:30 or weekly@friday@07:30."),
    };

    /// <summary>The days stay, for which there is no option.</summary>
    private static QuietHours Quiet(string text, string zone, QuietHours? stored) => text.Split('-') is [var from, var to]
        ? new QuietHours { From = from, To = to, TimeZone = zone, Days = { stored?.Days ?? [] } }
        : throw new UsageException($"--quiet {text} is not from-to, such as 22:00-06:00.");
}
