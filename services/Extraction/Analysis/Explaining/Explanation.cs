using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>What each stage made of a text, and why its triggers gave mentions or did not. Offsets count UTF-16 code units of the text as given.</summary>
public sealed record Explanation
{
    /// <summary>The mentions that the text gives; the same that <see cref="Analyzer.Analyze"/> finds.</summary>
    public required IReadOnlyList<Mention> Mentions { get; init; }

    /// <summary>The text was longer than what is read.</summary>
    public required bool Truncated { get; init; }

    /// <summary>Only the sentences that begin in the first <see cref="Analyzer.MaxExplained"/> code units are explained; the mentions are those of the whole text.</summary>
    public required bool Partial { get; init; }

    /// <summary>False where no word of the text can name talks or a ceasefire, or anyone who could hold them: it gives no mention, whatever the stages say.</summary>
    public required bool Passed { get; init; }

    /// <summary>What the dateline settled; null where there is none.</summary>
    public required ExplainedDateline? Dateline { get; init; }

    /// <summary>What is not read as part of a sentence: datelines, brackets, marks before a report.</summary>
    public required IReadOnlyList<DroppedText> Dropped { get; init; }

    /// <summary>The ids of the two sides that the text is about: "both sides" and a truce of nobody named are theirs; empty where the names settle none.</summary>
    public required IReadOnlyList<string> Sides { get; init; }

    /// <summary>In the order of the text.</summary>
    public required IReadOnlyList<ExplainedSentence> Sentences { get; init; }
}
