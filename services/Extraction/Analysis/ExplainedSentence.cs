namespace Parley.Extraction.Analysis;

/// <summary>One sentence, stage by stage. Offsets count UTF-16 code units of the text as given.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last.</param>
/// <param name="Text">Its words.</param>
/// <param name="Tags">Each token with what it is in its sentence: <c>met/Verb</c>.</param>
/// <param name="Names">Each name with what it names: <c>Ankara = TUR (Seat)</c>.</param>
/// <param name="Chunks">Each phrase with its kind and the parties that it stands for: <c>Noun "the Turkish minister" TUR</c>.</param>
/// <param name="Dates">Each expression of a day or period that was read.</param>
/// <param name="Triggers">What could have named talks or a ceasefire, and what became of it.</param>
public sealed record ExplainedSentence(
    int Start,
    int End,
    string Text,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Chunks,
    IReadOnlyList<DateExpression> Dates,
    IReadOnlyList<ExplainedTrigger> Triggers);
