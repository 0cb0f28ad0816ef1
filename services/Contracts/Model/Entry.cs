namespace Parley.Contracts;

/// <summary>One talks or one ceasefire in the ledger: its mentions, from however many articles, folded into one state with a history.</summary>
public sealed record Entry
{
    /// <summary>Stable id, a function of the entry's first mention in the order of the fold.</summary>
    public required string Id { get; init; }

    /// <summary>Talks or ceasefire.</summary>
    public required EntryType Type { get; init; }

    /// <summary>Its form.</summary>
    public required EntryKind Kind { get; init; }

    /// <summary>The stage it has reached: that of the latest step in the entry's own time.</summary>
    public required EntryStatus Status { get; init; }

    /// <summary>Sources contradict one another; the history shows both sides.</summary>
    public bool Disputed { get; init; }

    /// <summary>Parties first, by id, then the other roles.</summary>
    public IReadOnlyList<Participant> Participants { get; init; } = [];

    /// <summary>Where; null where no article says.</summary>
    public Place? Place { get; init; }

    /// <summary>Talks: their first day. Ceasefire: the day it took effect, else the day it was agreed.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>The last day, inclusive; null where it is the first or unknown.</summary>
    public DateOnly? End { get; init; }

    /// <summary>How exactly <see cref="Start"/> is known; null where it is null.</summary>
    public DatePrecision? StartPrecision { get; init; }

    /// <summary>The conflicts and countries that it is about, by their usual English names.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The highest confidence among its mentions, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>CAMEO event code of the current status; null where the scheme has none.</summary>
    public string? Cameo { get; init; }

    /// <summary>PLOVER event type of the current status; null where the scheme has none.</summary>
    public string? Plover { get; init; }

    /// <summary>The fields whose value an analyst has pinned, whatever the articles say: status, kind, start, end, place, participants.</summary>
    public IReadOnlyList<string> Pinned { get; init; } = [];

    /// <summary>Its steps in order of publication; never empty.</summary>
    public required IReadOnlyList<HistoryStep> History { get; init; }
}
