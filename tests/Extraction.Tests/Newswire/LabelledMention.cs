namespace Parley.Extraction.Tests.Newswire;

/// <summary>One talks or ceasefire that an article tells, the words that tell it best and others that tell the same.</summary>
internal sealed record LabelledMention(string Type, string Status, string? Also, string Trigger, IReadOnlyList<string>? All, bool? Open)
{
    public bool IsToldBy(string evidence) =>
        All is null ? IsIn(Trigger, evidence) : IsIn(Trigger, evidence) || All.Any(words => IsIn(words, evidence));

    private static bool IsIn(string words, string evidence) =>
        evidence.Contains(words, StringComparison.Ordinal) || words.Contains(evidence, StringComparison.Ordinal);
}
