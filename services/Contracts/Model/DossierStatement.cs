namespace Parley.Contracts;

/// <summary>One thing that a dossier says: the state of one entry, with the step that proves it.</summary>
public sealed record DossierStatement
{
    /// <summary>It in plain English, without a full stop: <c>talks planned for 16 June in Geneva</c>.</summary>
    public required string Text { get; init; }

    /// <summary>The entry's id.</summary>
    public required string EntryId { get; init; }

    /// <summary>Its form.</summary>
    public required EntryKind Kind { get; init; }

    /// <summary>The stage that it has reached.</summary>
    public required EntryStatus Status { get; init; }

    /// <summary>Its sources contradict one another.</summary>
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

    /// <summary>Since when the status stands: the day of the event where it is the event's, else the day on which the report of it was published.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>How exactly <see cref="Since"/> is known.</summary>
    public required DatePrecision SincePrecision { get; init; }

    /// <summary><see cref="Since"/> is the day of the report; the step itself may have been taken before.</summary>
    public required bool SinceReported { get; init; }

    /// <summary>When the last article that tells of the entry was published.</summary>
    public required DateTimeOffset LastReported { get; init; }

    /// <summary>The step that brought the status, with the sentence that says so.</summary>
    public required HistoryStep Step { get; init; }
}
