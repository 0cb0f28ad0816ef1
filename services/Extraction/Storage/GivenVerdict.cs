using Parley.Extraction.Ledger.Verdicts;

namespace Parley.Extraction.Storage;

/// <summary>A verdict with who gave it, on what, and why.</summary>
internal sealed record GivenVerdict
{
    public required Verdict Verdict { get; init; }

    /// <summary>The entry that it was given on, as it was called then.</summary>
    public required string EntryId { get; init; }

    /// <summary>The step of it that it was given on, as the step was then; null where it was given on the whole.</summary>
    public Passage? Step { get; init; }

    /// <summary>The other entry, as it was called then; null where there is none.</summary>
    public string? OtherEntryId { get; init; }

    /// <summary>Why; empty where nothing is said.</summary>
    public required string Reason { get; init; }

    /// <summary>Who gave it.</summary>
    public required string By { get; init; }

    /// <summary>Tells the request that it was given with from others; empty where none is to be told.</summary>
    public string RequestDigest { get; init; } = "";

    /// <summary>Who withdrew it; null while it holds.</summary>
    public string? WithdrawnBy { get; init; }

    /// <summary>When it was withdrawn; null while it holds.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }
}

/// <summary>A sentence of an article.</summary>
/// <param name="Article">The article's id.</param>
/// <param name="Start">Where the sentence begins in its text, in UTF-16 code units.</param>
internal sealed record Passage(string Article, int Start);
