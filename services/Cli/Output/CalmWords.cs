using System.Globalization;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Protocol.Type.V1;
using Severity = Parley.Alerting.Matching.Severity;

namespace Parley.Cli.Output;

/// <summary>How calm a subscription is, in plain words.</summary>
internal static class CalmWords
{
    /// <summary>Of a weekly digest: <c>one message on friday at 07:30 Europe/Oslo; critical waits for nothing</c>.</summary>
    public static string Of(Calm calm) => string.Join("; ", Parts(calm));

    private static IEnumerable<string> Parts(Calm calm)
    {
        if (calm.Digest is { } digest)
            yield return $"one message {When(digest)} {Zone(digest.TimeZone)}";
        if (calm.Quiet is { } quiet)
            yield return $"nothing from {quiet.From} to {quiet.To} {Zone(quiet.TimeZone)}{(quiet.Days.Count == 0 ? "" : $" on {string.Join(", ", quiet.Days.Select(Day))}")}";
        if (calm.MaxPerHour > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"at most {calm.MaxPerHour} an hour");
        if (calm.GroupBy != Grouping.Unspecified)
            yield return string.Create(CultureInfo.InvariantCulture, $"together by {(calm.GroupBy == Grouping.Entry ? "entry" : "dossier")} after {calm.GroupWait?.ToTimeSpan().TotalSeconds ?? 0} s");
        if (calm.Urgent.ToDomain<Severity, Protocol.Type.V1.Severity>() is { } urgent)
            yield return $"{WireWord.Of(urgent)} {(urgent == Severity.Critical ? "waits" : "and above wait")} for nothing";
    }

    private static string When(DigestSchedule digest) => digest.Every switch
    {
        DigestInterval.Hourly => $"an hour, at minute {(digest.At.Length == 0 ? "00" : digest.At[^2..])}",
        DigestInterval.Weekly => $"on {Day(digest.Day)} at {At(digest)}",
        _ => $"daily at {At(digest)}",
    };

    private static string At(DigestSchedule digest) => digest.At.Length == 0 ? "00:00" : digest.At;

    private static string Day(Weekday day) => day.ToDomain<DayOfWeek, Weekday>() is { } known ? WireWord.Of(known) : "monday";

    private static string Zone(string zone) => zone.Length == 0 ? "UTC" : zone;
}
