namespace Parley.Extraction.Analysis;

/// <summary>One sentence, stage by stage. Offsets count UTF-16 code units of the text as given.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last.</param>
/// <param name="Text">Its words.</param>
/// <param name="Subject">What its words say that it is about besides talks between parties: <c>sport</c>, <c>business</c>, <c>show</c>, …; null where they say nothing of the kind.</param>
/// <param name="Words">Each word, number and mark.</param>
/// <param name="Names">Each name that a list knows.</param>
/// <param name="Phrases">Each phrase of its clauses.</param>
/// <param name="Descriptions">Each pronoun and description that a rule asked about.</param>
/// <param name="Dates">Each expression of a day or a period.</param>
/// <param name="Triggers">What could have named talks or a ceasefire.</param>
public sealed record ExplainedSentence(
    int Start,
    int End,
    string Text,
    string? Subject,
    IReadOnlyList<ExplainedWord> Words,
    IReadOnlyList<ExplainedName> Names,
    IReadOnlyList<ExplainedPhrase> Phrases,
    IReadOnlyList<ExplainedDescription> Descriptions,
    IReadOnlyList<DateExpression> Dates,
    IReadOnlyList<ExplainedTrigger> Triggers);
