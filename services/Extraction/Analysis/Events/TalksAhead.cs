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
        (held is { Type: EntryType.Talks, Status: EntryStatus.Held, Start: null, Confidence: > LooseStatus.Confidence } && planned is { Status: EntryStatus.Planned, Precision: DatePrecision.Day, Start: { } day } && day > today)
        || (IsOfAbsence(held) && planned is { Status: EntryStatus.Planned, Precision: not DatePrecision.Year, Start: { } then } && then > today);

    /// <summary>"who boycotted the talks": they have been held, without him.</summary>
    private static bool IsOfAbsence(Candidate refused) =>
        refused is { Type: EntryType.Talks, Status: EntryStatus.Rejected, Start: null, Verb: >= 0 and var verb } && refused.Reading.Chunks[verb] is { Kind: ChunkKind.Verb, Past: true, Perfect: false, Passive: false, Modal: null, Lemma: "boycott" or "shun" or "skip" or "stay away from" or "miss" };
}
