namespace Parley.Tests.Stories;

/// <summary>A report of an earlier step that an outlet publishes when later ones are known.</summary>
/// <param name="Event">Whose.</param>
/// <param name="Step">Which.</param>
/// <param name="At">When, UTC.</param>
internal sealed record LateReport(TrueEvent Event, TrueStep Step, DateTime At);
