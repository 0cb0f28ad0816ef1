using System.CommandLine;
using System.CommandLine.Parsing;
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
    private readonly Option<string?> digest = new("--digest")
    {
        Description = "One message at set times: hourly, daily@07:30, weekly@friday@07:30.",
        HelpName = "when",
    };

    private readonly Option<string?> quiet = new("--quiet") { Description = "Nothing between these times of the day: 22:00-06:00.", HelpName = "from-to" };
    private readonly Option<string?> zone = new("--time-zone") { Description = "The zone that these times are of: Europe/Oslo. UTC unless given.", HelpName = "name" };
    private readonly Option<int?> most = new("--max-per-hour") { Description = "At most this many messages an hour, the rest in one.", HelpName = "n" };
    private readonly Option<string?> group = new("--group-by") { Description = "Wait a moment and send together what is of one entry, or one dossier.", HelpName = "what" };
    private readonly Option<int?> wait = new("--group-wait") { Description = "How many seconds that moment is; 30 unless given.", HelpName = "seconds" };
    private readonly Option<string?> urgent = new("--urgent") { Description = "Alerts of this severity and above wait for nothing.", HelpName = "severity" };

    private IEnumerable<Option> All => [digest, quiet, zone, most, group, wait, urgent];

    /// <summary>Gives them to a command.</summary>
    public void AddTo(Command command)
    {
        group.AcceptOnlyFromAmong("entry", "dossier");
        urgent.AcceptOnlyFromAmong([.. WireWord.All<Severity>()]);
        foreach (var option in All)
            command.Add(option);
    }

    /// <summary>Whether any was given.</summary>
    public bool AreGiven(ParseResult parse) => All.Any(o => parse.GetResult(o) is OptionResult { Implicit: false });

    /// <summary>What was asked for; null where nothing was.</summary>
    public Calm? Read(ParseResult parse)
    {
        if (!AreGiven(parse))
            return null;
        var clock = parse.GetValue(zone) ?? "";
        return new Calm
        {
            Digest = parse.GetValue(digest) is { } when ? Digest(when, clock) : null,
            Quiet = parse.GetValue(quiet) is { } hours ? Quiet(hours, clock) : null,
            MaxPerHour = parse.GetValue(most) ?? 0,
            GroupBy = parse.GetValue(group) switch { "entry" => Grouping.Entry, "dossier" => Grouping.Dossier, _ => Grouping.Unspecified },
            GroupWait = parse.GetValue(wait) is { } seconds ? Duration.FromTimeSpan(TimeSpan.FromSeconds(seconds)) : null,
            Urgent = parse.GetValue(urgent) is { } least ? WireWord.Parse<Severity>(least).ToProto<Severity, Proto.Severity>() : Proto.Severity.Unspecified,
        };
    }

    private static DigestSchedule Digest(string text, string zone) => text.Split('@') switch
    {
        ["hourly"] => new DigestSchedule { Every = DigestInterval.Hourly, TimeZone = zone },
        ["daily", var at] => new DigestSchedule { Every = DigestInterval.Daily, At = at, TimeZone = zone },
        ["weekly", var day, var at] when System.Enum.TryParse<DayOfWeek>(day, ignoreCase: true, out var known) && System.Enum.IsDefined(known) =>
            new DigestSchedule { Every = DigestInterval.Weekly, At = at, Day = known.ToProto<DayOfWeek, Weekday>(), TimeZone = zone },
        _ => throw new UsageException($"--digest {text} is not hourly, daily@07:30 or weekly@friday@07:30."),
    };

    private static QuietHours Quiet(string text, string zone) => text.Split('-') is [var from, var to]
        ? new QuietHours { From = from, To = to, TimeZone = zone }
        : throw new UsageException($"--quiet {text} is not from-to, such as 22:00-06:00.");
}
