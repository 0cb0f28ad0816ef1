namespace Parley.Tests.Stories;

/// <summary>One sentence of an article and what it tells.</summary>
/// <param name="Start">Where it begins in the text, in UTF-16 code units.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Event">What it tells of; null for a sentence that tells of no event.</param>
/// <param name="Step">Which step; null for such a sentence.</param>
/// <param name="Background">It tells of it as of the past.</param>
/// <param name="Day">The day of the event that it names; null where it names none.</param>
internal sealed record StorySentence(int Start, int End, string Text, TrueEvent? Event, TrueStep? Step, bool Background, DateOnly? Day);
