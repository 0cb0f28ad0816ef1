namespace Parley.Extraction.Ledger;

/// <summary>
/// How far apart, in days, two mentions may lie to speak of one matter. Calendars know no borders here; the seasons only make keys of days.
/// </summary>
internal static class LinkWindows
{
    /// <summary>Undated context is at least this old.</summary>
    public const int Context = 7;

    /// <summary>Talks that slip by this are the same talks.</summary>
    public const int Slip = 1;

    /// <summary>A round of negotiations that opens in the town that was named for it, up to this late, is the one that was planned.</summary>
    public const int RoundSlip = 5;

    /// <summary>A truce is agreed on one day and takes effect on another.</summary>
    public const int TruceSlip = 2;

    /// <summary>From the day on which one side accepted a truce to that on which the other put its name to it, at most.</summary>
    public const int Signed = 4;

    /// <summary>From the day on which a truce was agreed to a first day of it that is still to come, at most.</summary>
    public const int Begins = 7;

    /// <summary>From the day on which a truce was agreed to that from which it is in force, at most.</summary>
    public const int Effect = 10;

    /// <summary>From the old day of talks that were put off to a new plan for them.</summary>
    public const int Replanned = 30;

    /// <summary>From the old day of talks that were put off to their taking place, where no plan was told between.</summary>
    public const int TookPlace = 14;

    /// <summary>From the first day that talks were to have had to that on which they came about, as one article tells them.</summary>
    public const int Slipped = 120;

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

    /// <summary>Between undated reports of talks that are only offered, wished for or refused.</summary>
    public const int Open = 30;

    /// <summary>From the day that talks began to the report that they are over.</summary>
    public const int Lasting = 5;

    /// <summary>A round of negotiations or a summit may last so long, and is told of on any day of it.</summary>
    public const int LongRound = 14;

    /// <summary>Between undated reports of a running negotiation or a ceasefire.</summary>
    public const int Running = 30;

    /// <summary>Between undated reports of a truce that is only wished for: the wish for it goes on as long as the war.</summary>
    public const int Wished = 45;

    /// <summary>Talks that were broken off are said to go on at most this long after, where they have not been taken up again.</summary>
    public const int BrokenOff = 7;

    /// <summary>A truce that took effect is spoken of, undated, this long after.</summary>
    public const int Standing = 186;

    /// <summary>
    /// Half of the longest window that has an undated mention of talks in it: two mentions that may link have a day in common if each is
    /// taken to reach this far to both sides.
    /// </summary>
    public const int TalksReach = 15;

    /// <summary>The same of ceasefires, where the day of a breach may stand for that of its report.</summary>
    public const int CeasefireReach = (Standing / 2) + Context;

    /// <summary>Days of a season of talks: long against the reach, so that most mentions lie in one.</summary>
    public const int TalksSeason = 92;

    /// <summary>Days of a season of ceasefires.</summary>
    public const int CeasefireSeason = 366;
}
