using System.Globalization;
using Parley.Contracts;

namespace Parley.Extraction.Ledger.Dossiers;

/// <summary>Days as a sentence has them, no more exact than they are known; the year only where it is not the reader's.</summary>
/// <param name="today">The reader's day.</param>
internal sealed class DayWords(DateOnly today)
{
    /// <summary>"14 June", "14 to 15 June", "the week of 8 June", "June", "2020".</summary>
    public string Of(DaySpan days) => days.Precision switch
    {
        DatePrecision.Week => "the week of " + Of(days.First),
        DatePrecision.Month => days.First.ToString(days.First.Year == today.Year ? "MMMM" : "MMMM yyyy", CultureInfo.InvariantCulture),
        DatePrecision.Year => days.First.Year.ToString(CultureInfo.InvariantCulture),
        _ when days.Last == days.First => Of(days.First),
        _ when (days.Last.Year, days.Last.Month) == (days.First.Year, days.First.Month) => string.Create(CultureInfo.InvariantCulture, $"{days.First.Day} to {Of(days.Last)}"),
        _ => $"{Of(days.First)} to {Of(days.Last)}",
    };

    /// <summary>"14 June".</summary>
    public string Of(DateOnly day) => day.ToString(day.Year == today.Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"on 14 June", "from 14 to 15 June", "in the week of 8 June", "in June", "in 2020".</summary>
    public string On(DaySpan days) => days.Precision != DatePrecision.Day ? "in " + Of(days) : (days.Last > days.First ? "from " : "on ") + Of(days);

    /// <summary>" (reported 14 June)".</summary>
    public string Reported(DateTimeOffset published) => $" (reported {Of(Standing.Day(published))})";

    /// <summary>"14 June" of a day that is known as exactly as told.</summary>
    public string Of(DateOnly day, DatePrecision precision) => Of(new DaySpan(day, day, precision));
}
