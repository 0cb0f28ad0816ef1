using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>"The talks will continue on Friday", "another session is set for tomorrow": talks that go on the next day are on.</summary>
internal static class NextSessions
{
    /// <summary>Words behind the talks or their verb that may say that it is not the first time.</summary>
    private const int Reach = 4;

    /// <summary>What is to go on tomorrow has today for a day too, and a further session today has yesterday; what is to be taken up later may be something new.</summary>
    public static void Join(Reading reading, Candidate candidate, DateOnly? today)
    {
        if (candidate is not { Type: EntryType.Talks, Status: EntryStatus.Planned or EntryStatus.UnderWay, Kind: EntryKind.Meeting or EntryKind.Negotiation or EntryKind.Consultation or EntryKind.Summit or EntryKind.Conference or EntryKind.Mediation, Precision: DatePrecision.Day, Start: { } next, End: null, Background: false }
            || today is not { } now || (next != now.AddDays(1) && !(next == now && candidate.Date is { } date && date.Start > reading.Tokens[reading.Chunks[candidate.At].First].Start)) || !(GoesOn(reading, candidate) || IsOneMore(reading, candidate) || IsAgain(reading, candidate)))
            return;
        // "The talks continue on Thursday": they are on, and go on then.
        if (candidate.Status == EntryStatus.UnderWay && !(next > now && GoesOn(reading, candidate)))
            return;
        (candidate.Start, candidate.End) = (next.AddDays(-1), next);
        reading.Note(candidate.At, "they go on from the day before", ExplanationStage.Date);
    }

    private static bool GoesOn(Reading reading, Candidate candidate) =>
        candidate.Verb >= 0 && candidate.Verb != candidate.At && reading.Chunks[candidate.Verb].Lemma is "continue" or "go on" or "carry on" or "reconvene";

    private static bool IsOneMore(Reading reading, Candidate candidate)
    {
        var chunk = reading.Chunks[candidate.At];
        for (var i = chunk.First; chunk.Kind == ChunkKind.Noun && i < chunk.Last; i++)
        {
            if (reading.Tokens[i].Word?.Text is "another" or "further")
                return true;
        }

        return false;
    }

    private static bool IsAgain(Reading reading, Candidate candidate)
    {
        if (reading.Chunks[candidate.At].Kind != ChunkKind.Verb)
            return false;
        var from = reading.Chunks[candidate.At].Last;
        for (var i = from - 1; i < reading.Tokens.Length && i < from + Reach; i++)
        {
            if (reading.Tokens[i].Is("again"))
                return true;
        }

        return false;
    }
}
