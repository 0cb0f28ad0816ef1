namespace Parley.Tests.Stories;

/// <summary>Something that the analysis or the ledger got wrong.</summary>
/// <param name="Score">Which figure it costs: mention, history, false alert, missed alert.</param>
/// <param name="Reason">The class of the error.</param>
/// <param name="Shape">The shape of its story.</param>
/// <param name="What">The heading of the wording: <c>talks visit planned</c>.</param>
/// <param name="Example">The text, what was expected, what came.</param>
internal sealed record StoryError(string Score, string Reason, string Shape, string What, string Example);
