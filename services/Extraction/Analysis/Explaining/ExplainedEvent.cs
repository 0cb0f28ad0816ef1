using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>What one trigger was read as.</summary>
public sealed record ExplainedEvent
{
    /// <summary>Index of the mention that it gave, or was folded into.</summary>
    public required int Mention { get; init; }

    /// <summary>Talks or ceasefire.</summary>
    public required EntryType Type { get; init; }

    /// <summary>Its form.</summary>
    public required EntryKind Kind { get; init; }

    /// <summary>The stage.</summary>
    public required EntryStatus Status { get; init; }

    /// <summary>The verb groups that decide the stage, the governing one first: "agreed", "to meet"; empty where a noun or preposition decides it.</summary>
    public required IReadOnlyList<string> Verbs { get; init; }

    /// <summary>How these stand to the event: told as done, to be, wished for, refused; null where no verb decides.</summary>
    public required string? Force { get; init; }

    /// <summary>Who takes part, in which role.</summary>
    public required IReadOnlyList<Participant> Participants { get; init; }

    /// <summary>The expression that names its day; null where none was chosen.</summary>
    public required DateExpression? Date { get; init; }

    /// <summary>Its first day; null where unknown.</summary>
    public required DateOnly? Start { get; init; }

    /// <summary>Where; null where the text does not say.</summary>
    public required string? Place { get; init; }

    /// <summary>Told as context of older news.</summary>
    public required bool Background { get; init; }

    /// <summary>The conflicts and countries that it is about.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>The share of mentions like this one that are right, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>What moved it: the rule's own first. Their sum, kept between 0.3 and 0.95, is the confidence.</summary>
    public required IReadOnlyList<ConfidenceStep> ConfidenceSteps { get; init; }
}
