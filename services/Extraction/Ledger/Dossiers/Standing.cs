using Parley.Contracts;

namespace Parley.Extraction.Ledger.Dossiers;

/// <summary>An entry with what a dossier asks of it: since when its status stands, by which step, and on which days it lies.</summary>
internal sealed class Standing
{
    public Standing(Entry entry)
    {
        Entry = entry;
        var history = entry.History;
        var first = FirstOfRun(history, entry);
        Step = history[first];
        Days = DaySpan.Of(entry.Start, entry.End, entry.StartPrecision);
        LastReported = history.Max(s => s.PublishedAt);
        Parties = PartySet.Of(entry.Participants);
        WasBroken = history.Take(first).Any(s => s.Status is EntryStatus.Violated or EntryStatus.Suspended);
        var reported = Day(Step.PublishedAt);
        // A day still ahead is a plan's, not that of a step already taken; and a truce in force again after a breach has its first day still.
        SinceReported = Days is not { } days || days.First > reported || !IsDatedByItsDays || WasBroken;
        (Since, SincePrecision) = SinceReported ? (reported, DatePrecision.Day) : (Days!.Value.First, Days.Value.Precision);
    }

    public Entry Entry { get; }

    public EntryStatus Status => Entry.Status;

    /// <summary>The step that brought the status that stands.</summary>
    public HistoryStep Step { get; }

    /// <summary>Null where no article names any.</summary>
    public DaySpan? Days { get; }

    public DateOnly Since { get; }

    public DatePrecision SincePrecision { get; }

    /// <summary>The day is that of the report.</summary>
    public bool SinceReported { get; }

    public DateTimeOffset LastReported { get; }

    public PartySet Parties { get; }

    /// <summary>A breach or a withdrawal was told before the status that stands.</summary>
    public bool WasBroken { get; }

    /// <summary>The day by which states of several are told apart as earlier and later: what is told as context came about when it did, not when it was told.</summary>
    public DateOnly Came => Step.Background && Days is { } days && days.First < Since ? days.First : Since;

    /// <summary>The last day on which it may have been, if it was by the time of the report; that of the report where none is told.</summary>
    public DateOnly Happened
    {
        get
        {
            var reported = Day(Step.PublishedAt);
            if (Days is not { } days) return reported;
            return days.Last < reported ? days.Last : days.First > reported ? days.First : reported;
        }
    }

    /// <summary>The day of publication where the outlet is.</summary>
    public static DateOnly Day(DateTimeOffset published) => DateOnly.FromDateTime(published.DateTime);

    /// <summary>Days that went by since anything was heard of it.</summary>
    public int SilentFor(DateOnly today) => today.DayNumber - Day(LastReported).DayNumber;

    private bool IsDatedByItsDays => Status is EntryStatus.Held or EntryStatus.UnderWay or EntryStatus.Agreed or EntryStatus.InForce;

    /// <summary>The first step of those at the end of the history that say the status which stands; what comes between and is told late does not part them.</summary>
    private static int FirstOfRun(IReadOnlyList<HistoryStep> history, Entry entry)
    {
        var first = -1;
        for (var i = history.Count - 1; i >= 0; i--)
        {
            if (history[i].Status == entry.Status) first = i;
            else if (first >= 0 && Stages.Between(entry.Type, entry.Status, history[i].Status) is StageStep.Next or StageStep.Moved or StageStep.Later) break;
        }

        return Math.Max(first, 0);
    }
}
