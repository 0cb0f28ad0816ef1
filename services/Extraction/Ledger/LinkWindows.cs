namespace Parley.Extraction.Ledger;

/// <summary>
/// How far apart, in days, two mentions may lie to speak of one matter. Undated mentions would chain a busy pair of partners through all
/// time, so they also never link across the border of a season: a quarter for talks, half a year for ceasefires. That bounds a block.
/// </summary>
internal static class LinkWindows
{
    /// <summary>Undated context is at least this old.</summary>
    public const int Context = 7;

    /// <summary>Talks that slip by this are the same talks.</summary>
    public const int Slip = 1;

    /// <summary>A truce is agreed on one day and takes effect on another.</summary>
    public const int TruceSlip = 2;

    /// <summary>From the old day of talks that were put off to a new plan for them.</summary>
    public const int Replanned = 30;

    /// <summary>From the old day of talks that were put off to their taking place, where no plan was told between.</summary>
    public const int TookPlace = 14;

    /// <summary>From the day of an old truce to its renewal.</summary>
    public const int Renewed = 90;

    /// <summary>Talks that were held are told of, undated, within this.</summary>
    public const int Retold = 3;

    /// <summary>Undated context may speak of what happened this long before.</summary>
    public const int Recalled = 30;

    /// <summary>A visit is announced, undated, at most this long before.</summary>
    public const int Announced = 21;

    /// <summary>Between undated reports of single talks.</summary>
    public const int Undated = 7;

    /// <summary>Between undated reports of a running negotiation or a ceasefire.</summary>
    public const int Running = 30;

    /// <summary>Months of a season of talks.</summary>
    public const int TalksSeason = 3;

    /// <summary>Months of a season of ceasefires.</summary>
    public const int CeasefireSeason = 6;

    /// <summary>The season that a day lies in, counted from the year 1.</summary>
    public static int Season(DateOnly day, int months) => ((day.Year * 12) + day.Month - 1) / months;
}
