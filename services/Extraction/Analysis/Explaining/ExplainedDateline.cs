namespace Parley.Extraction.Analysis;

/// <summary>What a dateline says: where a report was written, and what "today" means in it.</summary>
/// <param name="Place">The place as the lists name it, else as it is written.</param>
/// <param name="Country">ISO 3166-1 alpha-3 code of its country; null where unknown.</param>
/// <param name="Day">The day that it names, where it lies at most three days before publication; null where it names none or another.</param>
public sealed record ExplainedDateline(string Place, string? Country, DateOnly? Day);
