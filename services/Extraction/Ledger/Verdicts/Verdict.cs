namespace Parley.Extraction.Ledger.Verdicts;

/// <summary>
/// What an analyst says of the ledger: a fact in the fold, beside what articles say. It names mentions, not entries, since these are what stays when the
/// ledger is folded anew: of an entry, all that it had when the verdict was given, of which the first that still stands speaks for it.
/// </summary>
public sealed record Verdict
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>What it says.</summary>
    public required VerdictKind Kind { get; init; }

    /// <summary>The mention that it speaks of, or that stands for its entry; null where nothing that it spoke of stands any more.</summary>
    public required string? Subject { get; init; }

    /// <summary>It speaks of the mention alone, not of the entry that holds it.</summary>
    public bool OfStep { get; init; }

    /// <summary>The mention that stands for the other entry; null where there is none.</summary>
    public string? Other { get; init; }

    /// <summary>What is pinned; null where nothing is.</summary>
    public PinnedField? Field { get; init; }

    /// <summary>The value, as JSON has it in an entry; null where the field is to be empty, or nothing is pinned.</summary>
    public string? Value { get; init; }

    /// <summary>When it was given; of two that contradict one another the later one holds.</summary>
    public required DateTimeOffset MadeAt { get; init; }
}
