using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>"The talks were broken off. The negotiations, which opened on July 10, had been at a standstill": what is over began on the day that another sentence gives it.</summary>
internal static class TalksDays
{
    /// <summary>Negotiations whose opening one sentence of the article dates have that day in the others too.</summary>
    public static void Share(List<Candidate> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (candidate is not { Type: EntryType.Talks, Status: EntryStatus.Suspended, Kind: EntryKind.Negotiation or EntryKind.Meeting, Start: null, Parties.Count: > 1 })
                continue;
            foreach (var other in candidates)
            {
                if (other is not { Type: EntryType.Talks, Status: EntryStatus.UnderWay, Kind: EntryKind.Negotiation, Background: true, Precision: DatePrecision.Day, Start: { } opened } || other.Parties.Count != candidate.Parties.Count || !other.Parties.TrueForAll(p => p.IsIn(candidate.Parties)))
                    continue;
                (candidate.Start, candidate.Precision) = (opened, DatePrecision.Day);
                candidate.Place ??= other.Place;
                candidate.Reading.Note(candidate.At, "the day on which another sentence says that they opened", ExplanationStage.Date);
                break;
            }
        }
    }
}
