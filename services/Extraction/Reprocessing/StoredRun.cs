namespace Parley.Extraction.Reprocessing;

/// <summary>A run of reading stored articles again. Versions of articles are counted.</summary>
internal sealed record StoredRun
{
    /// <summary>Its number, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>The name of the API key that began it; empty where none was asked for.</summary>
    public required string StartedBy { get; init; }

    /// <summary>It reads also what the rules of its version had read.</summary>
    public required bool Whole { get; init; }

    /// <summary>The rules that it reads by. Only copies of the service that have them work on it.</summary>
    public required string RulesVersion { get; init; }

    /// <summary>The rules that had read before what it reads again.</summary>
    public required IReadOnlyList<string> FormerRules { get; init; }

    /// <summary>What it reads.</summary>
    public required long Total { get; init; }

    /// <summary>What is done of that, with or without success.</summary>
    public required long Done { get; init; }

    /// <summary>What could not be read and was left as it was.</summary>
    public required long Failed { get; init; }

    /// <summary>What has no text to read.</summary>
    public required long WithoutText { get; init; }

    /// <summary>Entries of which it has recorded changes.</summary>
    public required long ChangedEntries { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended; null where it goes on.</summary>
    public required DateTimeOffset? FinishedAt { get; init; }

    /// <summary>It was ended before its end.</summary>
    public required bool Cancelled { get; init; }
}
