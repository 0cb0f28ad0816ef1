namespace Parley.Tests.Stories;

/// <summary>Events that belong together, as one shape of story has them.</summary>
/// <param name="Id">Unique in its collection.</param>
/// <param name="Shape">The shape's name.</param>
/// <param name="Events">The truth.</param>
/// <param name="LateReports">What is told again too late.</param>
internal sealed record Storyline(string Id, string Shape, IReadOnlyList<TrueEvent> Events, IReadOnlyList<LateReport> LateReports);
