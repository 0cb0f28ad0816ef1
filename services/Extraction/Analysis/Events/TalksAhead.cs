using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Talks that were held, and others that are to come, as one article tells them of the same parties.</summary>
internal static class TalksAhead
{
    /// <summary>"met on Thursday and agreed to resume negotiations next month": what is to come, at its own time, is another event.</summary>
    public static bool AreNext(Candidate held, Candidate coming) =>
        held is { Type: EntryType.Talks, Status: EntryStatus.Held, Precision: DatePrecision.Day, Start: { } day, Parties.Count: > 1 } && coming is { Status: EntryStatus.Planned, Start: { } then, Precision: not DatePrecision.Year, Parties.Count: > 1 }
        && held.At != coming.At && held.Date?.Start != coming.Date?.Start && (then > day || coming.Precision != DatePrecision.Day);

    /// <summary>What has been held, on a day that the text does not name, is not what is planned for a day to come.</summary>
    public static bool AreToCome(Candidate held, Candidate planned, DateOnly? today) =>
        held is { Type: EntryType.Talks, Status: EntryStatus.Held, Start: null, Confidence: > LooseStatus.Confidence } && planned is { Status: EntryStatus.Planned, Precision: DatePrecision.Day, Start: { } day } && day > today;
}
