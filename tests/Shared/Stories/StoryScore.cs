namespace Parley.Tests.Stories;

/// <summary>How well the ledger keeps the thread of stories whose truth is known.</summary>
internal sealed record StoryScore
{
    /// <summary>How many storylines were told.</summary>
    public required int Storylines { get; init; }

    /// <summary>In how many articles.</summary>
    public required int Articles { get; init; }

    /// <summary>How many events some article told as news.</summary>
    public required int Events { get; init; }

    /// <summary>The B-cubed score of the mentions that were found, see <see cref="BCubed"/>.</summary>
    public required BCubed Threads { get; init; }

    /// <summary>The same with what was told and not found: it lowers the recall.</summary>
    public required BCubed ThreadsWithMissed { get; init; }

    /// <summary>The share of what sentences tell of events, an event an article, that gave a mention.</summary>
    public required double Found { get; init; }

    /// <summary>
    /// The share of the events told as news of which there is exactly one entry, of nothing else, whose foreground steps in the order of
    /// publication have the statuses that the articles told, repetitions in a row left out.
    /// </summary>
    public required double HistoriesRight { get; init; }

    /// <summary>See <see cref="AlertScore"/>.</summary>
    public required AlertScore Alerts { get; init; }

    /// <summary>All that went wrong.</summary>
    public required IReadOnlyList<StoryError> Errors { get; init; }
}
