using System.Globalization;
using Parley.Contracts;

namespace Parley.Alerting.Matching;

/// <summary>Days as a headline tells them to whoever reads it when the alert is raised.</summary>
/// <param name="told">
/// When it is raised: when the ledger recorded the change; where an archive is taken in, or by the clock of an outlet that is ahead, when the article was published. Both are
/// part of the change, so that it reads the same whenever it is read.
/// </param>
internal readonly struct HeadlineDays(DateTimeOffset told)
{
    /// <summary>For most of a week ahead and back a weekday is understood without its date.</summary>
    private const int DaysOfWeekday = 6;

    /// <summary>What was published so long ago is an archive that is taken in: its story is told as of its own time.</summary>
    private static readonly TimeSpan Archive = TimeSpan.FromDays(90);

    private readonly DateOnly _today = DateOnly.FromDateTime(told.DateTime);

    public static HeadlineDays Of(LedgerChange change)
    {
        // The day is that of the outlet's clock: its "Sunday" is not another's.
        var published = (change.Cause ?? change.After.History[^1]).PublishedAt;
        var isOfNow = change.RecordedAt > published && change.RecordedAt - published < Archive;
        return new(isOfNow ? change.RecordedAt.ToOffset(published.Offset) : published);
    }

    public bool IsToCome(DateOnly day) => day > _today;

    public bool IsNear(DateOnly day) => Math.Abs(day.DayNumber - _today.DayNumber) <= DaysOfWeekday;

    /// <summary>"Sunday", "3 August", "3 August 2019".</summary>
    public string Day(DateOnly day) =>
        IsNear(day) ? day.DayOfWeek.ToString() : day.ToString(_today.Year == day.Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"Sunday", "the week of 3 August", "August 2020", "2020".</summary>
    public string Span(DateOnly start, DatePrecision? precision) => precision switch
    {
        DatePrecision.Week => $"the week of {start.ToString(_today.Year == start.Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.InvariantCulture)}",
        DatePrecision.Month => start.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        DatePrecision.Year => start.ToString("yyyy", CultureInfo.InvariantCulture),
        _ => Day(start),
    };
}
